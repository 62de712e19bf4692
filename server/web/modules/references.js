// The price lists and benchmarks that the server ships, asked for once a tab.

import { call } from "./api.js";
import { inLanguage } from "./texts.js";

/** @typedef {{ id: string, currency: string, name: import("./texts.js").Text, year: number, note: import("./texts.js").Text, ranges: [number, number, number, number][], per_follower: number | null }} Market */
/** @typedef {{ low: number, high: number }} Range */

/** @type {Promise<any> | null} */
let asked = null;

/** `{prices: {version, markets, formats}, benchmarks: {default, sources}}` */
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
  const row = market.ranges.find(([from, to]) => from <= followers && followers < to);
  if (!row) return null;
  const [, , cheap, dear] = row;
  const [low, high] =
    market.per_follower == null ? [cheap, dear] : [market.per_follower * followers, market.per_follower * followers];
  return { low: low * factor[0], high: high * factor[1] };
}

/**
 * The currency that a creator's prices begin with: that of the price asked, else the user's own.
 * @param {{ price_asked: { currency: string } | null } | null} entry
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
