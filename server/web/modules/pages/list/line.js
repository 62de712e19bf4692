// One row of nodes on the screen. It shows one row of the list after another.

import { h } from "../../parts/dom.js";

/** @typedef {import("./rows.js").Row} Row */
/**
 * @typedef {object} Column
 * @property {string} field of the row, which the list can be sorted by
 * @property {string} title key of its words; "" where `head` draws something else
 * @property {(cell: HTMLElement) => (row: Row) => void} fill makes the content of a cell, and gives what fills it
 * @property {(row: Row) => string} [more] said when the pointer rests on the cell
 * @property {boolean} [editable]
 * @property {boolean} [optional] shown only where it was chosen
 * @property {[least: number, share?: number]} [width] in pixels, and the part that it has of what is left
 * @property {(cell: HTMLElement) => void} [head]
 */

/** The nodes, and the row that they show now. */
export class Line {
  /** @type {Row | null} */
  row = null;
  place = -1;

  /** @param {Column[]} columns */
  constructor(columns) {
    this.cells = columns.map(cellOf);
    this.element = h("div", { class: "line", role: "row", tabindex: -1 }, ...this.cells);
    this.fills = columns.map((column, at) => column.fill(/** @type {HTMLElement} */ (this.cells[at])));
  }

  /** @param {Row} row */
  show(row) {
    this.row = row;
    for (const fill of this.fills) fill(row);
  }

  /**
   * @param {number} place in the list, from 0
   * @param {number} height
   */
  stand(place, height) {
    if (place === this.place) return;
    this.place = place;
    this.element.style.transform = `translateY(${place * height}px)`;
    this.element.setAttribute("aria-rowindex", String(place + 2)); // the titles are row 1
  }

  get hasFocus() {
    return this.element.contains(document.activeElement);
  }
}

/** @param {Column} column */
function cellOf({ field, editable }) {
  return h("div", { class: `cell ${classOf(field)}${editable ? " cell-editable" : ""}`, role: "gridcell" });
}

/** The class of a column's cells; the heading of an own field is any text. @param {string} field */
export function classOf(field) {
  return `cell-${/^\w+/.exec(field)?.[0] ?? "own"}`;
}
