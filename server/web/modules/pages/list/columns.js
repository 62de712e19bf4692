// The columns: what each shows of a row. Their widths stand in styles/list.css.

import { may } from "../../data/may.js";
import { stageText } from "../../data/stages.js";
import { day, daysSince, minute } from "../../words/dates.js";
import {
  askedText,
  compact,
  countText,
  keptTrustText,
  money,
  moneyRange,
  percent,
  range,
} from "../../words/figures.js";
import { number, t } from "../../words/texts.js";
import { inParts, plain, stacked, twoLines, verdictChip, words } from "./cells.js";
import { creatorCell } from "./creator_cell.js";
import { OWN, ownValue } from "./rows.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./line.js").Column} Column */

const EDITS = "PATCH /shortlist/<username>";
const KINDS_OF_EVIDENCE = 5; // profile, posts, followers, comments, history

/**
 * All that the list can show; the optional ones stand only where they were chosen.
 * @param {string} currency
 * @param {string[]} [own] headings of the users' own fields
 * @returns {Column[]}
 */
export function allColumns(currency, own = []) {
  const editable = may(EDITS);
  return [
    { ...of("verdict_rank", "web.list_verdict", [144]), draw: verdictChip(unchecked) },
    { ...of("username", "web.list_creator", [140, 2]), draw: creatorCell },
    { ...of("followers", "web.followers", [84]), draw: twoLines(followers), more: followersExactly },
    { ...of("rate", "web.list_engagement", [92]), draw: twoLines(engagement), more: postsCounted },
    { ...of("suspicion", "web.list_suspicion", [122]), draw: twoLines(suspicion), more: seenParts },
    {
      ...of("asked", "web.price_asked", [136]),
      draw: twoLines((row) => asked(row, currency)),
      editable,
      more: askedAsWritten,
    },
    { ...of("status_rank", "web.list_status", [108]), draw: twoLines(status), editable, more: reason },
    { ...of("tags", "web.list_tag", [88, 1]), draw: words(tags), editable, more: (row) => row.tags },
    { ...of("note", "web.list_note", [72, 1]), draw: plain(note), editable, more: note },
    { ...of("owner", "web.list_owner", [64]), draw: plain(owner), editable, more: owner },
    { ...of("seen", "web.list_seen", [126]), draw: twoLines(seen), more: seenAt },
    { ...optional("price_low", "web.list_price", [124]), draw: twoLines((row) => price(row, currency)) },
    { ...optional("asked_per", "web.list_asked_per", [116]), draw: twoLines((row) => perEngagement(row)) },
    { ...optional("stage", "web.list_stage", [108]), draw: plain(stage), more: stage },
    { ...optional("niche", "web.list_niche", [124]), draw: plain(niche), more: niche },
    { ...optional("waiting", "web.list_waiting", [110]), draw: plain(waiting), more: waitingSince },
    { ...optional("reached", "web.contacts", [150]), draw: plain((row) => row.reached), more: (row) => row.reached },
    { ...optional("added", "web.list_added", [96]), draw: plain((row) => day(row.entry.added_at)) },
    ...own.map(ownColumn),
  ];
}

/** @param {string} field @param {string} title @param {[number, number?]} width */
function of(field, title, width) {
  return { field, title, width };
}

/** @param {string} field @param {string} title @param {[number, number?]} width */
function optional(field, title, width) {
  return { field, title, width, optional: true };
}

/** @param {string} heading @returns {Column} */
function ownColumn(heading) {
  const read = (/** @type {Row} */ row) => {
    const value = ownValue(row.entry, heading);
    return row.entry.dates[heading] ? day(value) : value;
  };
  return { ...optional(OWN + heading, heading, [110]), draw: plain(read), more: read };
}

/** One column holds the figures where there is no room for ten. @returns {Column[]} */
export function narrowColumns() {
  const card = stacked(creatorCell, verdictChip(unchecked), inParts(inBrief));
  return [
    { field: "username", title: "web.list_creator", draw: card },
    { field: "status_rank", title: "web.list_status", draw: twoLines(status), editable: may(EDITS) },
  ];
}

/** Why there is no verdict. @param {Row} row */
function unchecked({ platform }) {
  return t(platform === "instagram" ? "web.list_unchecked" : "web.list_elsewhere");
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
function asked(row, currency) {
  const given = row.entry.price_asked;
  if (!given) return null;
  const said = askedText(given, true) + (isDoubtful(row, currency) ? " ?" : "");
  return [said, perEngagement(row)?.[0] ?? ""];
}

/** @param {Row} row @returns {[string] | null} */
function perEngagement({ asked_per: per, asked_currency: currency }) {
  return per === null || !currency ? null : [t("web.list_per_engagement", { price: money(per, currency) })];
}

/**
 * @param {Row} row
 * @param {string} currency
 * @returns {[string] | null}
 */
function price(row, currency) {
  return row.price && [moneyRange(row.price, currency)];
}

/**
 * Whether a price lies so far below the list that zeros are missing: nothing is corrected in silence, the page asks.
 * @param {Row} row
 * @param {string} currency
 */
function isDoubtful(row, currency) {
  const given = row.entry.price_asked;
  const high = given?.high ?? given?.low ?? 0;
  return given?.currency === currency && row.price !== null && high > 0 && high < row.price.low / 100;
}

/** @param {Row} row */
function askedAsWritten(row) {
  return row.entry.price_asked?.text ?? "";
}

/** @param {Row} row @returns {[string, string]} */
function status(row) {
  return [t(`status.${row.entry.status}`), reason(row) || stage(row) || waiting(row)];
}

/** @param {Row} row */
function stage(row) {
  return row.stage && stageText(row.stage);
}

/** What they post about; unclear is what no word speaks for. @param {Row} row */
function niche(row) {
  return row.entry.topics?.length === 0 ? t("web.topics_unclear") : row.niche;
}

/** How long a creator has not answered, from a day on. @param {Row} row */
function waiting({ silent }) {
  return silent ? t("web.list_silent", { n: silent }) : "";
}

/** @param {Row} row */
function waitingSince({ entry }) {
  return entry.waiting_since ? minute(entry.waiting_since) : "";
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
  const n = daysSince(newest, Date.parse(at));
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

/** @param {Row} row @returns {string[]} */
function inBrief(row) {
  const visit = row.entry.last_check;
  const figures = [
    visit?.followers && compact(visit.followers.value),
    visit?.engagement_rate && percent(visit.engagement_rate.value),
    row.entry.price_asked && askedText(row.entry.price_asked, true),
    suspicionInBrief(row),
  ];
  return figures.flatMap((text) => text || []);
}
