// Before the first creator is saved: what to do, one step after another.

import { call } from "../../data/api.js";
import { AddMenu } from "../../parts/add_creators.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { t } from "../../words/texts.js";

/** Steps that lead to the first save; done ones are marked. */
export function Empty() {
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    call("GET", "/status").then(
      (status) => setConnected(Boolean(status.devices.length)),
      () => {}, // the steps help without it too
    );
  }, []);
  const step = (/** @type {string} */ key, done = false) =>
    h("li", { class: done ? "done" : null }, h("div", {}, t(key)));
  return h(
    "section",
    { class: "card empty" },
    h("h1", {}, t("web.empty_title")),
    h("p", {}, t("web.empty_text")),
    h(
      "ol",
      { class: "steps" },
      step(connected ? "web.empty_connected" : "web.empty_connect", connected),
      step("web.empty_open"),
      step("web.empty_save"),
    ),
    h("p", {}, t("web.empty_or")),
    h(
      "div",
      { class: "actions" },
      h(AddMenu, {}),
      h("a", { class: "button button-primary", href: address("check") }, t("web.nav_check")),
      h("a", { class: "button", href: address("import") }, t("web.nav_import")),
      h("a", { class: "button", href: address("queue") }, t("web.nav_queue")),
      h("a", { class: "button", href: "/demo", target: "_blank" }, t("web.empty_demo")),
    ),
  );
}
