// Before the first creator is saved: what to do, one step after another.

import { call } from "../../data/api.js";
import { h } from "../../parts/dom.js";
import { address } from "../../words/address.js";
import { t } from "../../words/texts.js";
import { addMenu } from "./adding.js";

/** Steps that lead to the first save; done ones are marked. */
export async function emptyList() {
  const status = await call("GET", "/status").catch(() => null); // the steps help without it too
  const connected = Boolean(status?.devices.length);
  return h(
    "section",
    { class: "card empty" },
    h("h1", {}, t("web.empty_title")),
    h("p", {}, t("web.empty_text")),
    h(
      "ol",
      { class: "steps" },
      h(
        "li",
        { class: connected ? "done" : null },
        h("div", {}, t(connected ? "web.empty_connected" : "web.empty_connect")),
      ),
      h("li", {}, h("div", {}, t("web.empty_open"))),
      h("li", {}, h("div", {}, t("web.empty_save"))),
    ),
    h("p", {}, t("web.empty_or")),
    h(
      "div",
      { class: "actions" },
      addMenu(),
      h("a", { class: "button button-primary", href: address("check") }, t("web.nav_check")),
      h("a", { class: "button", href: address("import") }, t("web.nav_import")),
      h("a", { class: "button", href: address("queue") }, t("web.nav_queue")),
      h("a", { class: "button", href: "/demo", target: "_blank" }, t("web.empty_demo")),
    ),
  );
}
