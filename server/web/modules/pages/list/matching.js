// Who passes the filters. A filter is text, "" where it asks for nothing, so that all of them stand in the address.

import { A_DAY } from "../../words/dates.js";
import { folded, holds } from "../../words/search.js";
import { tagsOf } from "../../words/tags.js";

/** @typedef {import("./rows.js").Row} Row */

const NONE = {
  search: "",
  verdict: "",
  status: "",
  tier: "",
  tag: "",
  owner: "",
  stage: "",
  platform: "",
  niche: "",
  checked: "",
  tags: "",
  not_tags: "",
  silent: "",
  followers_min: "",
  followers_max: "",
  rate_min: "",
  rate_max: "",
  asked_min: "",
  asked_max: "",
  added_min: "",
  added_max: "",
  seen_min: "",
  seen_max: "",
};

/** @typedef {typeof NONE} Filters */

/** The parts of a row that are numbers, as they are asked for: {field}_min and {field}_max. */
export const RANGES = /** @type {const} */ (["followers", "rate", "asked", "added", "seen"]);
const DAYS = new Set(["added", "seen"]);

/** @returns {Filters} */
export function noFilters() {
  return { ...NONE };
}

/** @param {Filters} filters */
export function isFiltered(filters) {
  return count(filters) > 0;
}

/** How many of these filters ask for something. @param {Partial<Filters>} filters */
export function count(filters) {
  return Object.values(filters).filter((value) => value.trim() !== "").length;
}

/** The filters that an address names. @param {URLSearchParams} query @returns {Partial<Filters>} */
export function filtersIn(query) {
  const found = Object.keys(NONE).flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? ""]] : []));
  return Object.fromEntries(found);
}

/**
 * The test of a row; made once for a round of 10,000.
 * @param {Filters} filters
 * @param {string} currency of amounts
 * @returns {(row: Row) => boolean}
 */
export function matcher(filters, currency) {
  const tests = [...choices(filters), ...tagTests(filters), ...rangeTests(filters, currency)];
  const words = folded(filters.search).split(/\s+/).filter(Boolean);
  return (row) => tests.every((test) => test(row)) && holds(row.search, words);
}

/** @typedef {(row: Row) => boolean} Test */

/** Those of the choices that are made. @param {Filters} filters @returns {Test[]} */
function choices({ verdict, status, tier, owner, stage, platform, niche, checked, silent }) {
  /** @type {[string, Test][]} */
  const all = [
    [verdict, (row) => row.verdict === verdict],
    [status, (row) => row.entry.status === status],
    [tier, (row) => row.tier === tier],
    [owner, (row) => row.owner === owner],
    [stage, (row) => row.stage === stage],
    [platform, (row) => row.platform === platform],
    [niche, (row) => (row.entry.topics ?? []).includes(niche)],
    [silent, (row) => row.silent !== null && row.silent >= Number(silent)],
    [checked, (row) => (checked === "yes") === (row.seen !== null)],
  ];
  return all.flatMap(([wanted, test]) => (wanted ? [test] : []));
}

/** @param {Filters} filters @returns {Test[]} */
function tagTests({ tag, tags, not_tags: notTags }) {
  const wanted = [...tagsOf(tags), ...(tag ? [tag] : [])];
  return [
    ...wanted.map((each) => (/** @type {Row} */ row) => row.entry.tags.includes(each)),
    ...tagsOf(notTags).map((each) => (/** @type {Row} */ row) => !row.entry.tags.includes(each)),
  ];
}

/** An amount is compared with those of its currency alone. @param {Filters} filters @param {string} currency @returns {Test[]} */
function rangeTests(filters, currency) {
  const priced = filters.asked_min || filters.asked_max;
  const ranges = RANGES.flatMap((field) => rangeOf(filters, field));
  return [
    ...(priced ? [(/** @type {Row} */ row) => row.asked_currency === currency] : []),
    ...ranges.map(
      ({ field, low, high }) =>
        (/** @type {Row} */ row) =>
          isWithin(row[field], low, high),
    ),
  ];
}

/**
 * What is not known lies in no range.
 * @param {number | null} value
 * @param {number} low
 * @param {number} high
 */
function isWithin(value, low, high) {
  return value !== null && value >= low && value <= high;
}

/**
 * @param {Filters} filters
 * @param {typeof RANGES[number]} field
 */
function rangeOf(filters, field) {
  const [from, to] = [filters[`${field}_min`], filters[`${field}_max`]];
  if (!from && !to) return [];
  const low = from ? numberOf(field, from) : -Infinity;
  const high = to ? numberOf(field, to) + (DAYS.has(field) ? A_DAY - 1 : 0) : Infinity;
  return [{ field, low, high }];
}

/** A day is its beginning here. @param {string} field @param {string} text */
function numberOf(field, text) {
  return DAYS.has(field) ? new Date(`${text}T00:00:00`).getTime() : Number(text);
}
