// The connection, a saved page, the recent checks, and who should be looked at again.

import { lastRound, onRound } from "../../data/rounds.js";
import { AddMenu } from "../../parts/add_creators.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { t } from "../../words/texts.js";
import { Due, WhatChanged } from "./again.js";
import { Connection } from "./connection.js";
import { Dropping } from "./dropping.js";
import { recent } from "./recent.js";

/** @type {import("../../parts/preact.js").Page<null>} */
export const page = { load: () => null, View: CheckPage };

function CheckPage() {
  const [, redraw] = useState(0);
  useEffect(() => onRound(() => redraw((n) => n + 1)), []);
  const round = lastRound();
  const newest = round?.checks?.checks[0];
  const since = newest ? `${newest.username} ${newest.visit.at}` : "";
  return h(
    "div",
    { class: "columns" },
    h("h1", { class: "visually-hidden" }, t("web.nav_check")),
    h(
      "div",
      { class: "column" },
      card(
        "connection",
        { "aria-live": "polite" },
        h(Connection, { devices: round?.status?.devices ?? null, off: round?.off ?? false }),
      ),
      h(
        "section",
        { needs: "POST /shortlist/imports", class: "card" },
        h("div", { class: "actions" }, h(AddMenu, { words: "web.list_add_to" })),
      ),
      card("recent", {}, round?.checks && recent(round.checks.checks)),
    ),
    h(
      "div",
      { class: "column column-wide" },
      card("check", null, h(Dropping, {})),
      card("digest", { class: "block" }, h(WhatChanged, { since })),
      card("due", { class: "block" }, h(Due, { since })),
    ),
  );
}

/**
 * @param {string} name
 * @param {Record<string, string> | null} attributes of the place around the content; null for none
 * @param {import("../../parts/preact.js").Child} content
 */
function card(name, attributes, content) {
  return h(
    "section",
    { class: "card", "aria-labelledby": `${name}-title` },
    h("h2", { id: `${name}-title` }, t(`web.${name}_title`)),
    attributes ? h("div", { id: name, ...attributes }, content) : content,
  );
}
