// What stands above the list: whose prices are shown, adding by hand, what was done, and the files.

import { h } from "../../parts/dom.js";
import { address } from "../../words/address.js";
import { t } from "../../words/texts.js";
import { addMenu } from "./adding.js";
import { exportButtons } from "./exporting.js";

/**
 * @param {string} source of the prices
 * @param {() => string[] | null} wanted who goes into a file
 */
export function listTitle(source, wanted) {
  const activity = h("a", { class: "button button-small", href: address("activity") }, t("web.nav_activity"));
  return h(
    "div",
    { class: "page-head" },
    h("h1", {}, t("web.nav_list")),
    h("p", { class: "hint" }, source),
    h("div", { class: "actions" }, addMenu(), activity),
    h(
      "div",
      { class: "actions list-files", role: "group", "aria-label": t("web.export") },
      h("span", { class: "hint" }, t("web.export")),
      ...exportButtons(wanted),
    ),
  );
}
