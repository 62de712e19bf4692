// The columns: what each shows of a row. Their widths stand in styles/list.css.

import { day, minute } from "../../words/dates.js";
import { askedText, compact, countText, keptTrustText, moneyRange, percent, range } from "../../words/figures.js";
import { address } from "../../words/address.js";
import { number, t } from "../../words/texts.js";
import { named, plain, stacked, twoLines, verdictChip, words } from "./cells.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./line.js").Column} Column */

const KINDS_OF_EVIDENCE = 5; // profile, posts, followers, comments, history
const DAY = 86_400_000;

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
    { field: "suspicion", title: "web.list_suspicion", fill: twoLines(suspicion), more: seenParts },
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
    plain(suspicionInBrief),
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
    below: [row.entry.full_name, ...reachable(row)].filter(Boolean).join(" · "),
  };
}

/** By which ways the biography says that the creator can be reached. @param {Row} row */
function reachable(row) {
  const { emails = [], phones = [], zalo = [] } = row.entry.last_check?.contacts ?? {};
  return [emails.length && "✉", phones.length && "☎", zalo.length && "Zalo"].filter((mark) => mark !== 0);
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
  if (rate) return [percent(rate.value), range(number(rate.low, 1), percent(rate.high))];
  const [absent] = row.entry.last_check?.absent ?? [];
  return absent ? ["–", t(`absent.short.${absent}`)] : null;
}

/** @param {Row} row */
function postsCounted(row) {
  const visit = row.entry.last_check;
  return visit?.engagement_rate ? t("web.posts_n", { n: visit.n_posts ?? 0 }) : "";
}

/** The score with its word, and how much was looked at. @param {Row} row @returns {[string, string] | null} */
function suspicion(row) {
  const visit = row.entry.last_check;
  if (!visit?.suspicion) return null;
  if (!visit.trust_word) return [t("trust.unknown"), ""];
  const parts = visit.seen && t("web.list_seen_k", { k: visit.seen.length, n: KINDS_OF_EVIDENCE });
  const score = t("web.list_of_100", { score: number(Math.round(visit.suspicion.value)) });
  return [t(`trust.${visit.trust_word}`), [score, parts].filter(Boolean).join(" · ")];
}

/** @param {Row} row */
function seenParts(row) {
  return (row.entry.last_check?.seen ?? []).map((part) => t(`trust.part.${part}`)).join(", ");
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
  return at ? [day(at), isOld ? t("web.list_review") : silence(row)] : null;
}

/** How long the creator had been silent at the last look. @param {Row} row */
function silence(row) {
  const { at, newest_post_at: newest } = row.entry.last_check ?? {};
  if (!at || !newest) return "";
  const n = Math.floor((Date.parse(at) - Date.parse(newest)) / DAY);
  return n < 1 ? t("web.list_newest_today") : t("web.list_newest", { n });
}

/** @param {Row} row */
function seenAt(row) {
  const at = row.entry.last_check?.at;
  return at ? minute(at) : "";
}

/** @param {Row} row */
function suspicionInBrief(row) {
  const visit = row.entry.last_check;
  const score = visit ? keptTrustText(visit) : "";
  return score && t("web.list_suspicion_short", { score });
}

/** @param {Row} row */
function inBrief(row) {
  const visit = row.entry.last_check;
  const figures = [
    visit?.followers && compact(visit.followers.value),
    visit?.engagement_rate && percent(visit.engagement_rate.value),
    row.entry.price_asked && askedText(row.entry.price_asked, true),
  ];
  return figures.filter(Boolean).join(" · ");
}
