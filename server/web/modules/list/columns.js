// The columns: what each shows of a row. Their widths stand in styles/list.css.

import { compact, countText, day, money, moneyRange, percent, range } from "../figures.js";
import { address } from "../routes.js";
import { moment, number, t } from "../texts.js";
import { named, plain, rangeBar, stacked, twoLines, verdictChip, words } from "./cells.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./line.js").Column} Column */

/**
 * @param {boolean} isNarrow
 * @param {string} currency
 * @returns {Column[]}
 */
export function columnsFor(isNarrow, currency) {
  return isNarrow ? narrow() : wide(currency);
}

/** @param {string} currency @returns {Column[]} */
function wide(currency) {
  return [
    { field: "verdict_rank", title: "web.list_verdict", fill: verdictChip((row) => row.verdict) },
    { field: "username", title: "web.list_creator", fill: named(creator) },
    { field: "followers", title: "web.followers", fill: twoLines(followers) },
    { field: "rate", title: "web.list_engagement", fill: twoLines(engagement) },
    { field: "suspicion", title: "web.list_suspicion", fill: rangeBar(suspicion) },
    { field: "price_low", title: "web.list_price", fill: twoLines((row) => price(row, currency)) },
    { field: "status_rank", title: "web.list_status", fill: twoLines(status), editable: true },
    { field: "tags", title: "web.list_tag", fill: words((row) => row.entry.tags), editable: true },
    { field: "note", title: "web.list_note", fill: plain((row) => row.note), editable: true },
    { field: "owner", title: "web.list_owner", fill: plain((row) => row.owner), editable: true },
    { field: "seen", title: "web.list_seen", fill: twoLines(seen) },
  ];
}

/** One column holds the figures where there is no room for ten. @returns {Column[]} */
function narrow() {
  const card = stacked(
    named(creator),
    verdictChip((row) => row.verdict),
    plain(inBrief),
  );
  return [
    { field: "username", title: "web.list_creator", fill: card },
    { field: "status_rank", title: "web.list_status", fill: twoLines(status), editable: true },
  ];
}

/** @param {Row} row */
function creator(row) {
  return {
    href: address("creators", row.username),
    name: `@${row.username}`,
    below: row.entry.full_name ?? "",
  };
}

/** @param {Row} row @returns {[string, string, string] | null} */
function followers(row) {
  const figure = row.entry.last_check?.followers;
  return figure ? [compact(figure.value), row.tier && t(`tier.${row.tier}`), countText(figure)] : null;
}

/** @param {Row} row @returns {[string, string, string] | null} */
function engagement(row) {
  const visit = row.entry.last_check;
  const rate = visit?.engagement_rate;
  if (!rate) return null;
  const interval = range(number(rate.low, 1), percent(rate.high));
  return [percent(rate.value), interval, t("web.posts_n", { n: visit.n_posts ?? 0 })];
}

/** @param {Row} row */
function suspicion(row) {
  const figure = row.entry.last_check?.suspicion;
  return figure ? { low: figure.low, high: figure.high, text: rangeOf(figure) } : null;
}

/** @param {import("../entries.js").Figure} figure */
function rangeOf(figure) {
  return range(number(figure.low), number(figure.high));
}

/**
 * @param {Row} row
 * @param {string} currency
 * @returns {[string, string] | null}
 */
function price(row, currency) {
  if (!row.price) return null;
  const asked = row.entry.price_asked;
  const expected = moneyRange(row.price, currency);
  return [expected, asked ? t("web.list_asked", { price: money(asked.amount, asked.currency, true) }) : ""];
}

/** @param {Row} row @returns {[string, string, string]} */
function status(row) {
  const reason = row.entry.reject_reason ?? "";
  return [t(`status.${row.entry.status}`), reason, reason];
}

/** @param {Row} row @returns {[string, string, string] | null} */
function seen(row) {
  const at = row.entry.last_check?.at;
  return at ? [day(at), "", moment(at)] : null;
}

/** @param {Row} row */
function inBrief(row) {
  const visit = row.entry.last_check;
  const figures = [
    visit?.followers && compact(visit.followers.value),
    visit?.engagement_rate && percent(visit.engagement_rate.value),
    visit?.suspicion && t("web.list_suspicion_short", { range: rangeOf(visit.suspicion) }),
  ];
  return figures.filter(Boolean).join(" · ");
}
