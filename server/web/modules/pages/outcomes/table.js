// Every recorded outcome beside what Soi had said before, with the sums below.

import { scrolling } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { day } from "../../words/dates.js";
import { money } from "../../words/figures.js";
import { address } from "../../words/address.js";
import { number, t } from "../../words/texts.js";
import { saidThen } from "../../verdict/said_then.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {import("../../verdict/said_then.js").Outcome} Outcome */

const NOTHING = "–";
const NUMERIC = new Set(["web.outcome_clicks", "web.outcome_codes", "web.outcome_sales", "web.outcome_quality"]);

/** @param {Outcome[]} outcomes */
export function outcomeTable(outcomes) {
  const titles = [
    "web.nav_creators",
    "web.outcome_said",
    "web.outcome_worth",
    "web.outcome_clicks",
    "web.outcome_codes",
    "web.outcome_sales",
    "web.outcome_quality",
    "web.list_note",
    "web.outcome_changed",
  ];
  const newest = outcomes.toSorted((a, b) => b.updated_at.localeCompare(a.updated_at));
  const table = h(
    "table",
    { class: "evidence outcomes stacking" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ...titles.map((key) => h("th", { scope: "col", class: NUMERIC.has(key) ? "numeric" : null }, t(key))),
      ),
    ),
    h("tbody", {}, ...newest.map(row)),
    newest.length > 1 && h("tfoot", {}, sums(newest)),
  );
  return h(
    "section",
    { class: "card", "aria-labelledby": "outcomes-title" },
    h("h2", { id: "outcomes-title" }, t("web.outcomes_recorded", { n: outcomes.length })),
    newest.length ? scrolling(table) : h("p", { class: "quiet" }, t("web.outcomes_only_rejected")),
  );
}

/**
 * "Yes", "No", or that it is not decided yet.
 * @param {boolean | null} worth
 */
function worthText(worth) {
  if (worth === null) return t("web.outcome_open");
  return t(worth ? "web.outcome_yes" : "web.outcome_no");
}

/** @param {Outcome} outcome */
function row(outcome) {
  const cell = (
    /** @type {string} */ key,
    /** @type {import("../../parts/preact.js").Child} */ value,
    look = NUMERIC.has(key) ? "numeric" : "",
  ) => h("td", { class: value === NOTHING ? `${look} blank` : look, "data-label": t(key) }, value);
  return h(
    "tr",
    {},
    h(
      "th",
      { scope: "row" },
      h("a", { href: address("creators", outcome.username) }, h("bdi", {}, shownName(outcome.username))),
    ),
    cell("web.outcome_said", saidThen(outcome)),
    cell("web.outcome_worth", worthText(outcome.worth_it)),
    cell("web.outcome_clicks", countOf(outcome.clicks)),
    cell("web.outcome_codes", countOf(outcome.codes)),
    cell("web.outcome_sales", outcome.sales ? money(outcome.sales.amount, outcome.sales.currency) : NOTHING),
    cell("web.outcome_quality", outcome.quality === null ? NOTHING : t("web.outcome_of_5", { n: outcome.quality })),
    cell("web.list_note", outcome.note ? h("bdi", {}, outcome.note) : NOTHING, "outcome-note"),
    cell("web.outcome_changed", h("time", { datetime: outcome.updated_at }, day(outcome.updated_at))),
  );
}

/** @param {number | null} value */
function countOf(value) {
  return value === null ? NOTHING : number(value);
}

/**
 * Sums of what was recorded; money of two currencies is never added.
 * @param {Outcome[]} outcomes
 */
function sums(outcomes) {
  const total = (/** @type {(number | null)[]} */ values) => {
    const known = values.filter((value) => value !== null);
    return known.length ? number(known.reduce((sum, value) => sum + value, 0)) : NOTHING;
  };
  /** @type {Map<string, number>} */
  const earned = new Map();
  for (const { sales } of outcomes) {
    if (sales) earned.set(sales.currency, (earned.get(sales.currency) ?? 0) + sales.amount);
  }
  const amounts = [...earned].map(([currency, amount]) => h("div", {}, money(amount, currency)));
  const sum = (/** @type {string} */ key, /** @type {(import("../../parts/preact.js").Child)[]} */ ...values) =>
    h("td", { class: "numeric", "data-label": t(key) }, ...values);
  return h(
    "tr",
    {},
    h("th", { scope: "row", colspan: 3 }, t("web.outcomes_sum")),
    sum("web.outcome_clicks", total(outcomes.map((outcome) => outcome.clicks))),
    sum("web.outcome_codes", total(outcomes.map((outcome) => outcome.codes))),
    sum("web.outcome_sales", ...(amounts.length ? amounts : [NOTHING])),
    h("td", { colspan: 3 }),
  );
}
