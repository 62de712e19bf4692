// The head of the list: whose prices are shown, adding by hand, what was done, and the files.

import { AddMenu } from "../../parts/add_creators.js";
import { h } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { t } from "../../words/texts.js";
import { exportButtons, toExport } from "./exporting.js";

/** @param {{ list: import("./list.js").List, source: string, narrow: boolean }} props source of the prices */
export function Title({ list, source, narrow }) {
  const wanted = () => toExport(list.shown.passing, list.shown.selected, list.isPart());
  const history = h("a", { class: "button button-small", href: address("activity") }, t("web.nav_activity"));
  const files = h(
    "div",
    { class: "actions list-files", role: "group", "aria-label": t("web.export") },
    h("span", { class: "hint" }, t("web.export")),
    ...exportButtons(wanted),
  );
  const more = h("summary", { class: "button button-small" }, t("web.list_more"));
  return h(
    "div",
    { class: "page-head" },
    h("h1", {}, t("web.nav_list")),
    h("p", { class: "hint" }, source),
    h(
      "div",
      { class: "actions" },
      h(AddMenu, {}),
      narrow ? h("details", { class: "menu" }, more, h("div", { class: "menu-parts" }, history, files)) : history,
    ),
    !narrow && files,
  );
}
