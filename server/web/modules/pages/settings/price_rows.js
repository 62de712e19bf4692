// What may be wrong with the rows of an own price list; the server holds the same rules.

/** @typedef {import("api").OwnPriceRange} Row */
/** @typedef {{ key: string, row: number, other?: number }} Fault the message, and the rows it is about, from 0 */

const NAMES = /** @type {const} */ (["from", "to", "low", "high"]);
export const MOST_ROWS = 40;
const MOST_FOLLOWERS = 1e9;
const MOST_PRICE = 1e12;

/**
 * The first thing that is wrong; null where nothing is. Gaps between rows are allowed.
 * @param {Row[]} rows a field that holds no number is NaN
 * @returns {Fault | null}
 */
export function faultOf(rows) {
  for (const [at, row] of rows.entries()) {
    const key = faultOfOne(row);
    if (key) return { key, row: at };
  }
  return overlap(rows);
}

/** @param {Row} row */
function faultOfOne(row) {
  const limits = { from: MOST_FOLLOWERS, to: MOST_FOLLOWERS, low: MOST_PRICE, high: MOST_PRICE };
  if (!NAMES.every((name) => row[name] >= 0 && row[name] <= limits[name])) return "web.prices_missing";
  if (row.from >= row.to) return "web.prices_followers_order";
  return row.low > row.high ? "web.prices_price_order" : null;
}

/** @param {Row[]} rows @returns {Fault | null} */
function overlap(rows) {
  const ordered = [...rows.entries()].sort(([, a], [, b]) => a.from - b.from);
  for (const [place, [at, row]] of ordered.entries()) {
    const next = ordered[place + 1];
    if (next && next[1].from < row.to) {
      return { key: "web.prices_overlap", row: Math.min(at, next[0]), other: Math.max(at, next[0]) };
    }
  }
  return null;
}
