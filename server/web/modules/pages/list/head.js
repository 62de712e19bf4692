// The titles of the columns: each is a button that sorts by it.

import { h } from "../../parts/dom.js";
import { t } from "../../words/texts.js";
import { classOf } from "./line.js";

/** @typedef {import("./line.js").Column} Column */

export const ARROWS = /** @type {Record<string, string>} */ ({ asc: "▲", desc: "▼" });
const SAID = /** @type {Record<string, string>} */ ({ asc: "ascending", desc: "descending" });

/**
 * @param {Column[]} columns
 * @param {(field: string) => void} sortBy
 */
export function drawHead(columns, sortBy) {
  const cells = columns.map((column) => cellOf(column, sortBy));
  const line = h("div", { class: "line line-head", role: "row", "aria-rowindex": 1 }, ...cells);

  /** @param {{ field: string, dir: string }} order */
  const showOrder = ({ field, dir }) => {
    for (const [at, column] of columns.entries()) {
      if (!column.title) continue;
      const sorted = column.field === field;
      cells[at]?.setAttribute("aria-sort", sorted ? (SAID[dir] ?? "none") : "none");
      const arrow = cells[at]?.querySelector(".sort-mark");
      if (arrow) arrow.textContent = sorted ? (ARROWS[dir] ?? "") : "";
    }
  };
  return { element: h("div", { class: "lines-head", role: "rowgroup" }, line), showOrder };
}

/**
 * @param {Column} column
 * @param {(field: string) => void} sortBy
 */
function cellOf({ field, title, head }, sortBy) {
  const cell = h("div", { class: `cell ${classOf(field)}`, role: "columnheader" });
  if (head) head(cell);
  else {
    const mark = h("span", { class: "sort-mark", "aria-hidden": "true" });
    const name = h("button", { type: "button", class: "column-title" }, t(title), mark);
    name.addEventListener("click", () => sortBy(field));
    cell.append(name);
  }
  return cell;
}
