// Before the first creator is saved: three steps that know how far one is, and what one can begin with instead.

import { lastRound, onRound } from "../../data/rounds.js";
import { AddMenu } from "../../parts/add_creators.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { isTeamHost } from "../../words/place.js";
import { t } from "../../words/texts.js";

/** Whether a browser is connected, and whether one has asked to be: then it has the extension. */
function howFar() {
  const { status, pairings } = lastRound() ?? {};
  const connected = status?.devices.some(({ kind }) => kind === "browser") ?? false;
  return { connected, installed: connected || Boolean(pairings?.pairings.length) };
}

export function Empty() {
  const [{ connected, installed }, set] = useState(howFar());
  useEffect(() => onRound(() => set(howFar())), []);
  const step = (/** @type {string} */ name, done = false) =>
    h(
      "li",
      { class: done ? "done" : null },
      h("div", {}, t(`web.empty_${name}${done ? "_done" : ""}`), done && h("span", { "aria-hidden": "true" }, " ✓")),
    );
  return h(
    "section",
    { class: "card empty" },
    h("h1", {}, t("web.empty_title")),
    h("p", {}, t("web.empty_text")),
    h("ol", { class: "steps" }, step("install", installed), step("connect", connected), step("save")),
    h("p", {}, t("web.empty_or")),
    h(
      "div",
      { class: "actions" },
      !isTeamHost(location.hostname) && // nobody is judged there for whoever is no member
        h("a", { class: "button button-primary", href: "/demo", target: "_blank" }, t("web.empty_demo")),
      h("a", { needs: "POST /shortlist/imports", class: "button", href: address("import") }, t("web.nav_import")),
      h("a", { class: "button", href: address("check") }, t("web.nav_check")),
      h("a", { class: "button", href: address("queue") }, t("web.nav_queue")),
      h(AddMenu, {}),
    ),
  );
}
