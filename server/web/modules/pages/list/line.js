// One row of the list on the screen.

import { h, useMemo } from "../../parts/preact.js";
import { currentLanguage, t } from "../../words/texts.js";

/** @typedef {import("./rows.js").Row} Row */
/**
 * @typedef {object} Column
 * @property {string} field of the row, which the list can be sorted by
 * @property {string} title key of its words
 * @property {import("./cells.js").Draw} draw
 * @property {(row: Row) => string} [more] said when the pointer rests on the cell
 * @property {boolean} [editable]
 * @property {boolean} [optional] shown only where it was chosen
 * @property {[least: number, share?: number]} [width] in pixels, and the part that it has of what is left
 */
/** The cell that is open. @typedef {{ username: string, field: string, row: Row, again: { value: string, over: () => void } | null }} Editing */

/**
 * Compared by what it shows: a frame of scrolling draws only the rows that have come into view.
 * @param {{ row: Row, place: number, height: number, columns: Column[], chosen: boolean, stop: boolean, field: string, editor: import("../../parts/preact.js").Child, select: (name: string, chosen: boolean) => void }} props
 *   `field`: of the cell in which the editor stands, "" where none does
 */
export function Line({ row, place, height, columns, chosen, stop, field, editor, select }) {
  const open = field && editor;
  return useMemo(() => {
    const name = row.username;
    const box = {
      type: "checkbox",
      tabindex: -1,
      checked: chosen,
      "aria-label": t("web.list_select", { name }),
      onChange: (/** @type {{ currentTarget: HTMLInputElement }} */ event) => select(name, event.currentTarget.checked),
    };
    return h(
      "div",
      {
        class: chosen ? "line row-selected" : "line",
        role: "row",
        tabindex: stop ? 0 : -1,
        style: { transform: `translateY(${place * height}px)` },
        "data-name": name,
        "aria-rowindex": place + 2, // the titles are row 1
        "aria-selected": String(chosen),
      },
      h("div", { class: "cell cell-box", role: "gridcell" }, h("input", box)),
      ...columns.map((column) => cellOf(column, row, column.field === field ? open : null)),
    );
  }, [row, place, height, columns, chosen, stop, open, currentLanguage()]);
}

/** @param {Column} column @param {Row} row @param {import("../../parts/preact.js").Child} editor */
function cellOf({ field, editable, draw }, row, editor) {
  const classes = `cell ${classOf(field)}${editable ? " cell-editable" : ""}${editor ? " cell-editing" : ""}`;
  return h("div", { class: classes, role: "gridcell", "data-field": field }, editor || draw(row));
}

/** The class of a column's cells; the heading of an own field is any text. @param {string} field */
export function classOf(field) {
  return `cell-${/^\w+/.exec(field)?.[0] ?? "own"}`;
}
