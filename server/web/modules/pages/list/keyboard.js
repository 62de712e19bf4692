// The table by keyboard: one row has the focus, arrows move it, letters act on it.

import { address } from "../../words/address.js";

/** @typedef {import("./list.js").List} List */

const FIELDS = /** @type {Record<string, string>} */ ({ s: "status_rank", t: "tags", n: "note", o: "owner" });
const PAGE = 10;
const STEPS = /** @type {Record<string, number>} */ ({
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: -Infinity,
  End: Infinity,
});

/** @param {List} list @returns {(event: KeyboardEvent) => void} */
export function keyHandler(list) {
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = /** @type {Element} */ (event.target);
    if (target.closest(".lines-head, select, textarea, input[type=text]")) return;
    const name = target.closest(".lines > .line")?.getAttribute("data-name");
    if (name && act(list, name, event.key)) event.preventDefault();
  };
}

/**
 * @param {List} list
 * @param {string} name of the row that has the focus
 * @param {string} key
 * @returns {boolean} whether the key was meant for the table
 */
function act(list, name, key) {
  const letter = key.toLowerCase();
  if (key in STEPS) move(list, name, STEPS[key] ?? 0);
  else if (key === " " || letter === "x") list.select([name], !list.shown.selected.has(name));
  else if (key === "Enter") location.hash = address("creators", name);
  else if (letter in FIELDS) list.edit(name, FIELDS[letter] ?? "");
  else return false;
  return true;
}

/**
 * @param {List} list
 * @param {string} name
 * @param {number} step
 */
function move(list, name, step) {
  const { passing, places } = list.shown;
  const to = Math.min(passing.length - 1, Math.max(0, (places.get(name) ?? 0) + step));
  list.lead(passing[to]?.username ?? name);
}
