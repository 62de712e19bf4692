// What is on show stands in the address, so that it can be shared with a second tab, reloaded and kept as a bookmark.

import { standAt } from "../../data/own_address.js";
import { address } from "../../words/address.js";

/** @typedef {import("./matching.js").Filters} Filters */
/** @typedef {import("./shown.js").Sort} Sort */

const USUAL = "seen.desc";

/**
 * Put filters and order into the address, without a step in the history of the tab.
 * @param {Filters} filters
 * @param {Sort} order
 * @param {boolean} isBatch whether one import alone is shown
 */
export function keepState(filters, order, isBatch) {
  const used = Object.entries(filters).filter(([, value]) => value.trim() !== "");
  const sort = `${order.field}.${order.dir}`;
  const query = Object.fromEntries(used);
  if (sort !== USUAL) query["sort"] = sort;
  if (isBatch) query["batch"] = "import";
  const wanted = Object.keys(query).length ? address("list", "", query) : address("list");
  if (location.hash === "" && wanted === address("list")) return;
  if (location.hash !== wanted) history.replaceState(history.state, "", wanted);
  standAt(wanted);
}

/** The order that an address names; null where it names none. @param {URLSearchParams} query @returns {Sort | null} */
export function orderIn(query) {
  const [, field, dir] = /^(.+)\.(asc|desc)$/.exec(query.get("sort") ?? "") ?? [];
  return field && dir ? { field, dir } : null;
}
