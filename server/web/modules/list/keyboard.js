// The table by keyboard: one row has the focus, arrows move it, letters act on it.

/** @typedef {import("./table.js").Table} Table */

const FIELDS = /** @type {Record<string, string>} */ ({ s: "status_rank", t: "tags", n: "note", o: "owner" });
const PAGE = 10;

/**
 * @param {Table} table
 * @param {HTMLElement} place
 */
export function watchKeys(table, place) {
  const body = /** @type {HTMLElement} */ (place.querySelector(".tabulator-tableholder"));
  let current = "";
  body.addEventListener("focus", () => move(0));
  body.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.closest("select, textarea, input[type=text]")) return;
    if (act(event.key)) event.preventDefault();
  });
  body.addEventListener("focusin", (event) => {
    const row = /** @type {Element} */ (event.target).closest(".tabulator-row");
    const found = row && table.grid.getRows("visible").find((/** @type {any} */ each) => each.getElement() === row);
    if (found) current = found.getData().username;
  });

  /** @param {string} key @returns {boolean} whether the key was meant for the table */
  function act(key) {
    const steps = /** @type {Record<string, number>} */ ({
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: PAGE,
      PageUp: -PAGE,
      Home: -Infinity,
      End: Infinity,
    });
    if (key in steps) move(steps[key] ?? 0);
    else if (!current) return false;
    else if (key === " " || key === "x") table.select([current], !table.selected.has(current));
    else if (key === "Enter") table.wishes.open(current);
    else if (key in FIELDS) table.edit(current, FIELDS[key] ?? "");
    else return false;
    return true;
  }

  /** @param {number} step */
  async function move(step) {
    const shown = table.shown();
    if (!shown.length) return;
    const from = shown.findIndex((row) => row.username === current);
    const to = Math.min(shown.length - 1, Math.max(0, (from < 0 ? 0 : from) + step));
    current = shown[to]?.username ?? "";
    const row = table.rowOf(current);
    await table.grid.scrollToRow(row, "nearest", false).catch(() => null); // in view already
    const element = row.getElement();
    for (const other of body.querySelectorAll('.tabulator-row[tabindex="0"]')) other.setAttribute("tabindex", "-1");
    element.setAttribute("tabindex", "0");
    element.focus({ preventScroll: true });
  }
}
