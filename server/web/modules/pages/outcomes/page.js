// What came of working with creators, and how Soi's own verdicts did by it.

import { loadPlots } from "../../parts/plots.js";
import { h } from "../../parts/preact.js";
import { call } from "../../data/api.js";
import { address } from "../../words/address.js";
import { t } from "../../words/texts.js";
import { accuracy } from "./accuracy.js";
import { rejections } from "./rejections.js";
import { outcomeTable } from "./table.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {{ outcomes: import("./table.js").Outcome[], summary: import("api").OutcomeSummary }} Data */

/** @type {import("../../parts/preact.js").Page<Data>} */
export const page = {
  async load() {
    const [{ outcomes }, summary] = await Promise.all([call("GET", "/outcomes"), call("GET", "/outcomes/summary")]);
    if (summary.enough) await loadPlots();
    return { outcomes, summary };
  },
  View: OutcomesPage,
};

/** @param {{ data: Data }} props */
function OutcomesPage({ data: { outcomes, summary } }) {
  const missing = due(summary.due);
  if (outcomes.length === 0 && summary.rejected.n === 0) return nothingYet(missing);
  return [
    h("h1", {}, t("web.nav_outcomes")),
    missing,
    h("div", { class: "outcome-cards" }, accuracy(summary), rejections(summary.rejected)),
    outcomeTable(outcomes),
  ];
}

/**
 * Creators whose post is out and of whom nothing is recorded yet.
 * @param {{ n: number, usernames: string[] }} due
 */
function due({ n, usernames }) {
  if (n === 0) return null;
  const more = n - usernames.length;
  const links = usernames.flatMap((name, place) => [
    place > 0 && " · ",
    h("a", { href: address("creators", name) }, h("bdi", {}, shownName(name))),
  ]);
  return h(
    "p",
    { class: "message message-due" },
    t("web.outcomes_due", { n }),
    " ",
    ...links,
    more > 0 && ` ${t("web.outcomes_due_more", { n: more })}`,
  );
}

/**
 * Where the first outcome comes from.
 * @param {import("../../parts/preact.js").Child} missing
 */
function nothingYet(missing) {
  const steps = ["web.outcomes_step_open", "web.outcomes_step_record", "web.outcomes_step_rates"];
  return h(
    "section",
    { class: "card empty" },
    h("h1", {}, t("web.outcomes_none")),
    h("p", {}, t("web.outcomes_none_text")),
    missing,
    h("ol", { class: "steps" }, ...steps.map((key) => h("li", {}, h("div", {}, t(key))))),
    h(
      "div",
      { class: "actions" },
      h("a", { class: "button button-primary", href: address("list") }, t("web.outcomes_to_list")),
    ),
  );
}
