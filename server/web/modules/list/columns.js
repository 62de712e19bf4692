// The columns: what each shows of a row. Their widths stand in styles/list.css.

import { day, minute } from "../dates.js";
import { askedText, compact, countText, moneyRange, percent, range } from "../figures.js";
import { address } from "../routes.js";
import { number, t } from "../texts.js";
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
    { field: "followers", title: "web.followers", fill: twoLines(followers), more: followersExactly },
    { field: "rate", title: "web.list_engagement", fill: twoLines(engagement), more: postsCounted },
    { field: "suspicion", title: "web.list_suspicion", fill: rangeBar(suspicion) },
    {
      field: "price_low",
      title: "web.list_price",
      fill: twoLines((row) => price(row, currency)),
      editable: true,
      more: askedAsWritten,
    },
    { field: "status_rank", title: "web.list_status", fill: twoLines(status), editable: true, more: reason },
    { field: "tags", title: "web.list_tag", fill: words(tags), editable: true, more: (row) => row.tags },
    { field: "note", title: "web.list_note", fill: plain(note), editable: true, more: note },
    { field: "owner", title: "web.list_owner", fill: plain(owner), editable: true, more: owner },
    { field: "seen", title: "web.list_seen", fill: twoLines(seen), more: seenAt },
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

/** @param {Row} row @returns {[string, string] | null} */
function followers(row) {
  const figure = row.entry.last_check?.followers;
  return figure ? [compact(figure.value), row.tier && t(`tier.${row.tier}`)] : null;
}

/** @param {Row} row */
function followersExactly(row) {
  return countText(row.entry.last_check?.followers);
}

/** @param {Row} row @returns {[string, string] | null} */
function engagement(row) {
  const rate = row.entry.last_check?.engagement_rate;
  return rate ? [percent(rate.value), range(number(rate.low, 1), percent(rate.high))] : null;
}

/** @param {Row} row */
function postsCounted(row) {
  const visit = row.entry.last_check;
  return visit?.engagement_rate ? t("web.posts_n", { n: visit.n_posts ?? 0 }) : "";
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
  const asked = row.entry.price_asked;
  const key = isDoubtful(row, currency) ? "web.list_asked_doubt" : "web.list_asked";
  const said = asked ? t(key, { price: askedText(asked, true) }) : "";
  if (row.price) return [moneyRange(row.price, currency), said];
  return asked ? [said, ""] : null;
}

/**
 * Whether a price lies so far below the list that zeros are missing: nothing is corrected in silence, the page asks.
 * @param {Row} row
 * @param {string} currency
 */
function isDoubtful(row, currency) {
  const asked = row.entry.price_asked;
  const high = asked?.high ?? asked?.low ?? 0;
  return asked?.currency === currency && row.price !== null && high > 0 && high < row.price.low / 100;
}

/** @param {Row} row */
function askedAsWritten(row) {
  return row.entry.price_asked?.text ?? "";
}

/** @param {Row} row @returns {[string, string]} */
function status(row) {
  return [t(`status.${row.entry.status}`), reason(row)];
}

/** @param {Row} row */
function reason(row) {
  return row.entry.reject_reason ?? "";
}

/** @param {Row} row */
function tags(row) {
  return row.entry.tags;
}

/** @param {Row} row */
function note(row) {
  return row.note;
}

/** @param {Row} row */
function owner(row) {
  return row.owner;
}

/** @param {Row} row @returns {[string, string?] | null} */
function seen(row) {
  const at = row.entry.last_check?.at;
  const isOld = Date.parse(row.entry.review_at ?? "") <= Date.now();
  return at ? [day(at), isOld ? t("web.list_review") : ""] : null;
}

/** @param {Row} row */
function seenAt(row) {
  const at = row.entry.last_check?.at;
  return at ? minute(at) : "";
}

/** @param {Row} row */
function inBrief(row) {
  const visit = row.entry.last_check;
  const figures = [
    visit?.followers && compact(visit.followers.value),
    visit?.engagement_rate && percent(visit.engagement_rate.value),
    visit?.suspicion && t("web.list_suspicion_short", { range: rangeOf(visit.suspicion) }),
    row.entry.price_asked && askedText(row.entry.price_asked, true),
  ];
  return figures.filter(Boolean).join(" · ");
}
