// A row of the table: an entry with everything that sorting, filtering and searching look at worked out once.

import { expectedPrice } from "../../data/references.js";
import { stageText } from "../../data/stages.js";
import { daysSince } from "../../words/dates.js";
import { nicheName } from "../../words/choices.js";
import { folded } from "../../words/search.js";
import { platformOf, shownName } from "../../words/creator_names.js";
import { STATUSES, VERDICTS } from "../../words/shared_facts.js";

/** @typedef {import("../../data/entry_cache.js").Entry} Entry */
/** @typedef {import("../../data/references.js").Market} Market */
/**
 * @typedef {object} Row
 * @property {string} username
 * @property {Entry} entry
 * @property {string} search everything that is searched, folded
 * @property {string} verdict "" before the first check
 * @property {number} verdict_rank
 * @property {string} tier
 * @property {number | null} followers
 * @property {number | null} rate percent
 * @property {number | null} suspicion the score; null where there was nothing to judge
 * @property {{ low: number, high: number } | null} price
 * @property {number | null} price_low
 * @property {number | null} asked the lower end of the asked price, else the upper one
 * @property {string} asked_currency "" where the price is words alone
 * @property {number | null} asked_per for one engagement
 * @property {string} platform
 * @property {string} stage
 * @property {string} niche what they post about, in words; "" where it is unclear
 * @property {number | null} silent whole days since they were written to, without an answer; null where none is awaited
 * @property {number | null} waiting time since which
 * @property {string} reached by phone, mail, Zalo
 * @property {number} added time
 * @property {number} status_rank
 * @property {string} owner
 * @property {string} tags
 * @property {string} note
 * @property {number | null} seen time of the last check
 */

const NOT_WAITING = { waiting: null, silent: null };

/** The rows of the market that was asked for last: a long list is worked out once. */
let made = { market: /** @type {Market | undefined} */ (undefined), rows: new WeakMap() };

/**
 * Gives the function from an entry to its row.
 * @param {Market | undefined} market whose prices are shown
 * @returns {(entry: Entry) => Row}
 */
export function rowsFor(market) {
  if (made.market !== market) made = { market, rows: new WeakMap() };
  const { rows } = made;
  return (entry) => {
    const row = rows.get(entry) ?? rowOf(entry, market);
    rows.set(entry, row);
    return row;
  };
}

/**
 * @param {Entry} entry
 * @param {Market | undefined} market
 * @returns {Row}
 */
function rowOf(entry, market) {
  const seen = figuresOf(entry.last_check);
  const price = market && seen.followers !== null ? expectedPrice(market, seen.followers) : null;
  return {
    ...seen,
    ...askedOf(entry, seen.followers, seen.rate),
    username: entry.username,
    entry,
    platform: platformOf(entry.username),
    stage: entry.stage ?? "",
    get niche() {
      return (entry.topics ?? []).map(nicheName).join(", "); // in the language of now: a row outlives a change of it
    },
    ...silenceOf(entry),
    reached: reachedBy(entry).join(", "),
    added: Date.parse(entry.added_at),
    search: folded(textsOf(entry).filter(Boolean).join("\n")),
    price,
    price_low: price && price.low,
    status_rank: STATUSES.indexOf(entry.status),
    owner: entry.owner ?? "",
    tags: entry.tags.join(", "),
    note: entry.note,
  };
}

/** Everything that a person may look for. @param {Entry} entry */
function textsOf(entry) {
  const { username, full_name: name, owner, note, reject_reason: reason, stage, tags, contacts, extra } = entry;
  const own = Object.values(extra).concat(contacts.address ?? "");
  return [
    username,
    shownName(username),
    name,
    owner,
    note,
    reason,
    stage,
    stageText(stage ?? ""),
    ...tags,
    ...reachedBy(entry),
    ...own,
  ];
}

/** @param {Entry} entry */
function silenceOf({ waiting_since: since }) {
  return since === null ? NOT_WAITING : { waiting: Date.parse(since), silent: daysSince(since) };
}

/** The own contacts, then those of the biography. @param {Entry} entry */
function reachedBy({ contacts, last_check: visit }) {
  const kinds = /** @type {const} */ (["phones", "emails", "zalo"]);
  return [...new Set(kinds.flatMap((kind) => [...contacts[kind], ...(visit?.contacts?.[kind] ?? [])]))];
}

/**
 * @param {Entry} entry
 * @param {number | null} followers
 * @param {number | null} rate percent
 */
function askedOf({ price_asked: price }, followers, rate) {
  const asked = price?.low ?? price?.high ?? null;
  const engaged = ((followers ?? 0) * (rate ?? 0)) / 100;
  return {
    asked,
    asked_currency: price?.currency ?? "",
    asked_per: asked !== null && engaged ? asked / engaged : null,
  };
}

/**
 * What a row is ordered by.
 * @param {Row} row
 * @param {string} field
 */
export function valueIn(row, field) {
  if (field.startsWith(OWN)) return ownValue(row.entry, field.slice(OWN.length));
  return /** @type {string | number | null} */ (row[/** @type {keyof Row} */ (field)]);
}

/** What stands before the heading of an own field in the name of its column. */
export const OWN = "own:";

/** A field or day of the user's own. @param {Entry} entry @param {string} heading */
export function ownValue({ dates, extra }, heading) {
  return dates[heading] ?? extra[heading] ?? "";
}

/** The headings of all own fields and days. @param {Entry[]} entries */
export function ownHeadings(entries) {
  return [...new Set(entries.flatMap(({ dates, extra }) => [...Object.keys(dates), ...Object.keys(extra)]))];
}

/** @param {Entry["last_check"]} visit */
function figuresOf(visit) {
  if (!visit) return UNSEEN;
  return {
    verdict: visit.verdict ?? "",
    verdict_rank: visit.verdict ? VERDICTS.indexOf(visit.verdict) : VERDICTS.length,
    tier: visit.tier ?? "",
    followers: valueOf(visit.followers),
    rate: valueOf(visit.engagement_rate),
    suspicion: visit.trust_word ? valueOf(visit.suspicion) : null,
    seen: Date.parse(visit.at),
  };
}

const UNSEEN = {
  verdict: "",
  verdict_rank: VERDICTS.length,
  tier: "",
  followers: null,
  rate: null,
  suspicion: null,
  seen: null,
};

/** @param {import("../../data/entry_cache.js").Figure | null} figure */
function valueOf(figure) {
  return figure && figure.value;
}

/**
 * Numbers by size, words as a dictionary has them; what is not known stands last, whichever way the column is sorted.
 * @param {number | string | null} a
 * @param {number | string | null} b
 * @param {string} direction
 */
export function inOrder(a, b, direction) {
  const unknown = Number(a === null || a === "") - Number(b === null || b === "");
  if (unknown !== 0) return unknown;
  const order = typeof a === "string" && typeof b === "string" ? COLLATOR.compare(a, b) : Number(a) - Number(b);
  return direction === "asc" ? order : -order;
}

const COLLATOR = new Intl.Collator("vi", { sensitivity: "base", numeric: true });
