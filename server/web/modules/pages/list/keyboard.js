// The table by keyboard: one row has the focus, arrows move it, letters act on it.

/** @typedef {import("./table.js").Table} Table */

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

/**
 * @param {Table} table
 * @param {HTMLElement} place
 */
export function watchKeys(table, place) {
  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = /** @type {Element} */ (event.target);
    if (target.closest(".lines-head, select, textarea, input[type=text]")) return;
    const name = table.grid.rowAt(target)?.username;
    if (name && act(name, event.key)) event.preventDefault();
  });

  place.addEventListener("focusin", (event) => {
    const row = table.grid.rowAt(event.target);
    if (row) table.grid.moveTabStop(row.username);
  });

  /**
   * @param {string} name of the row that has the focus
   * @param {string} key
   * @returns {boolean} whether the key was meant for the table
   */
  function act(name, key) {
    const letter = key.toLowerCase();
    if (key in STEPS) move(name, STEPS[key] ?? 0);
    else if (key === " " || letter === "x") table.select([name], !table.selected.has(name));
    else if (key === "Enter") table.wishes.open(name);
    else if (letter in FIELDS) table.edit(name, FIELDS[letter] ?? "");
    else return false;
    return true;
  }

  /**
   * @param {string} name
   * @param {number} step
   */
  function move(name, step) {
    const { rows, places } = table.grid;
    const to = Math.min(rows.length - 1, Math.max(0, (places.get(name) ?? 0) + step));
    table.grid.focus(rows[to]?.username ?? name);
  }
}
