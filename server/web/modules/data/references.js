// The price lists and benchmarks that the server ships, asked for once a tab.

import { call } from "./api.js";
import { inLanguage } from "../words/texts.js";

/** @typedef {import("api").Market} Market */
/** @typedef {{ low: number, high: number }} Range */

/** @type {Promise<import("api").ReferencesAnswer> | null} */
let asked = null;

/** @returns {Promise<import("api").ReferencesAnswer>} */
export function references() {
  asked ??= call("GET", "/references").catch((error) => {
    asked = null;
    throw error;
  });
  return asked;
}

/** Ask anew next time: the price list was changed on this page, or the store holds another one. */
export function forgetReferences() {
  asked = null;
}

/**
 * The source of a price, as it is named beside one: "Height Media, Vietnam, 2026", or "Your own list, 2026".
 * @param {Market} market
 */
export function listName(market) {
  return `${inLanguage(market.name)}, ${market.year}`;
}

/**
 * The source of a benchmark: "Statista 2023", or "Modash", which bears no date.
 * @param {{ name: string, year: number | null }} source
 */
export function sourceName({ name, year }) {
  return year === null ? name : `${name} ${year}`;
}

/**
 * What a post costs in a market at this size; null where the list has no such size. The same rule as the server's.
 * @param {Market} market
 * @param {number} followers
 * @param {[number, number]} [factor] of the kind of post
 * @returns {Range | null}
 */
export function expectedPrice(market, followers, factor = [1, 1]) {
  const price = market.points?.length ? between(market.points, followers) : inRange(market, followers);
  return price && { low: forPeople(price[0] * factor[0]), high: forPeople(price[1] * factor[1]) };
}

/** @param {Market} market @param {number} followers @returns {[number, number] | null} */
function inRange({ ranges, per_follower: each }, followers) {
  const row = ranges.find(([from, to]) => from <= followers && followers < to);
  if (!row) return null;
  return each == null ? [row[2], row[3]] : [each * followers, each * followers];
}

/**
 * Linear in ln(followers) between two sizes of the list.
 * @param {[number, number, number][]} points
 * @param {number} followers
 * @returns {[number, number] | null}
 */
function between(points, followers) {
  const after = points.findIndex(([size]) => size > followers);
  const [start, end] = [points[after - 1], points[after]];
  if (!start || !end) return null;
  const share = Math.log(followers / start[0]) / Math.log(end[0] / start[0]);
  return [start[1] + share * (end[1] - start[1]), start[2] + share * (end[2] - start[2])];
}

/** Three digits that count: nobody offers 5,343,187 dong. @param {number} amount */
function forPeople(amount) {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(amount, 1))) - 2);
  return Math.round(amount / step) * step;
}

/**
 * The currency that a creator's prices begin with: that of the price asked, else the user's own.
 * @param {{ price_asked: { currency: string | null } | null } | null} entry
 * @param {string} usual of the settings
 */
export function currencyOf(entry, usual) {
  return entry?.price_asked?.currency ?? usual;
}

/**
 * What a post costs by the first list in the currency that has this size; null where none has.
 * @param {{ markets: Market[], formats: Record<string, [number, number]> }} prices of the references
 * @param {string} currency
 * @param {number} followers
 * @param {string} [kind] of the post
 * @returns {{ market: Market, price: Range } | null}
 */
export function priceIn({ markets, formats }, currency, followers, kind = "image") {
  for (const market of markets.filter((each) => each.currency === currency)) {
    const price = expectedPrice(market, followers, formats[kind]);
    if (price) return { market, price };
  }
  return null;
}

/**
 * The list to show beside all creators: the first one in the chosen currency.
 * @param {Market[]} markets
 * @param {string} currency
 */
export function marketFor(markets, currency) {
  return markets.find((market) => market.currency === currency) ?? markets[0];
}
