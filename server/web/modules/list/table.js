// The table: Tabulator draws the rows that are in view; filtering, selecting and editing are told to the page.

import { h } from "../dom.js";
import { tabulator } from "../libraries.js";
import { t } from "../texts.js";
import { columnsFor } from "./columns.js";
import { edit, isEditable } from "./editors.js";
import { watchKeys } from "./keyboard.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {{ currency: string, narrow: boolean, sort: { field: string, dir: string }, save: (username: string, changes: Record<string, unknown>) => void, selected: (names: Set<string>) => void, open: (username: string) => void }} Wishes */

const ROW_HEIGHT = { wide: 52, narrow: 96 };

/** The list as a table. */
export class Table {
  /** Names of the chosen rows, those out of view included. @type {Set<string>} */
  selected = new Set();
  /** The row whose cell is being edited: nothing draws it anew meanwhile. */
  editing = "";

  /**
   * @param {any} grid
   * @param {Wishes} wishes
   */
  constructor(grid, wishes) {
    this.grid = grid;
    this.wishes = wishes;
  }

  /**
   * Draw the rows and wait until they stand.
   * @param {HTMLElement} place
   * @param {Row[]} rows
   * @param {Wishes} wishes
   * @returns {Promise<Table>}
   */
  static async of(place, rows, wishes) {
    const { Tabulator, FilterModule, FormatModule, SortModule, InteractionModule } = await tabulator();
    Tabulator.registerModule([FilterModule, FormatModule, SortModule, InteractionModule]);
    /** @type {Table} */
    const table = new Table(null, wishes);
    const height = wishes.narrow ? ROW_HEIGHT.narrow : ROW_HEIGHT.wide;
    table.grid = new Tabulator(place, {
      data: rows,
      index: "username",
      height: "100%",
      layout: "fitColumns",
      rowHeight: height,
      columns: columnsFor(wishes.narrow, wishes.currency, table.boxes()),
      initialSort: [{ column: wishes.sort.field, dir: wishes.sort.dir }],
      renderVerticalBuffer: ROW_HEIGHT.wide * 6,
      headerSortElement: sortArrow,
      rowFormatter: (/** @type {any} */ row) => {
        fixHeight(row.getElement(), height);
        table.mark(row);
      },
    });
    table.grid.on("cellClick", (/** @type {MouseEvent} */ event, /** @type {any} */ cell) =>
      table.clicked(event, cell),
    );
    await new Promise((built) => {
      table.grid.on("tableBuilt", built);
    });
    nameRoles(place);
    watchKeys(table, place);
    return table;
  }

  /** The column of boxes, one of them for all that is shown. @returns {import("./columns.js").Column} */
  boxes() {
    return { field: "box", title: "", width: 44, draw: (row) => (row ? this.box(row.username) : this.boxForAll()) };
  }

  /** @param {string} username */
  box(username) {
    const box = h("input", { type: "checkbox", tabindex: -1, "aria-label": t("web.list_select", { name: username }) });
    box.checked = this.selected.has(username);
    box.addEventListener("change", () => this.select([username], box.checked));
    return box;
  }

  boxForAll() {
    const box = h("input", { type: "checkbox", "aria-label": t("web.list_select_all") });
    box.addEventListener("change", () =>
      this.select(
        this.shown().map((row) => row.username),
        box.checked,
      ),
    );
    return box;
  }

  /**
   * @param {string[]} names
   * @param {boolean} chosen
   */
  select(names, chosen) {
    for (const name of names) {
      if (chosen) this.selected.add(name);
      else this.selected.delete(name);
    }
    this.redrawShown();
    this.wishes.selected(this.selected);
  }

  /** The rows that pass the filter, in the order of the sort. @returns {Row[]} */
  shown() {
    return this.grid.getData("active");
  }

  /** How many rows pass the filter. @returns {number} */
  count() {
    return this.grid.getDataCount("active");
  }

  /** @param {(row: Row) => boolean} test */
  filter(test) {
    this.grid.setFilter(test);
  }

  /** @returns {{ field: string, dir: string }} */
  sort() {
    const [sorter] = this.grid.getSorters();
    return sorter ? { field: sorter.field, dir: sorter.dir } : this.wishes.sort;
  }

  /** @param {Row[]} rows */
  async replace(rows) {
    await this.grid.replaceData(rows);
  }

  /**
   * @param {Row[]} changed
   * @param {string[]} gone
   */
  async update(changed, gone) {
    const fitting = changed.filter((row) => row.username !== this.editing);
    if (fitting.length) await this.grid.updateOrAddData(fitting, true);
    for (const row of fitting) this.rowOf(row.username)?.reformat();
    for (const name of gone) {
      this.selected.delete(name);
      await this.rowOf(name)?.delete();
    }
  }

  /** @param {string} username @returns {any} */
  rowOf(username) {
    return this.grid.getRow(username) || null;
  }

  /** Boxes and marks of the rows in view. */
  redrawShown() {
    for (const row of this.grid.getRows("visible")) {
      this.mark(row);
      const box = row.getElement().querySelector("input[type=checkbox]");
      if (box) box.checked = this.selected.has(row.getData().username);
    }
  }

  /** @param {any} row */
  mark(row) {
    const chosen = this.selected.has(row.getData().username);
    const element = row.getElement();
    element.setAttribute("aria-selected", String(chosen));
    element.classList.toggle("row-selected", chosen);
    if (!element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1"); // a click focuses it, not the whole
  }

  /**
   * @param {MouseEvent} event
   * @param {any} cell
   */
  clicked(event, cell) {
    if (event.target instanceof Element && event.target.closest("a, input, select, textarea")) return;
    this.edit(cell.getData().username, cell.getField());
  }

  /**
   * Edit a cell in place.
   * @param {string} username
   * @param {string} field
   */
  edit(username, field) {
    const row = this.rowOf(username);
    if (!row || this.editing || !isEditable(field)) return;
    const cell = row.getCell(field);
    if (!cell) return;
    this.editing = username;
    edit(cell.getElement(), field, row.getData().entry, (changes) => {
      this.editing = "";
      row.reformat();
      row.getElement().focus();
      if (changes) this.wishes.save(username, changes);
    });
  }

  close() {
    this.grid.destroy();
  }
}

/**
 * Every row has the same height. The library would measure each one, which lays the whole page out once a row.
 * @param {HTMLElement} row
 * @param {number} height
 */
function fixHeight(row, height) {
  Object.defineProperty(row, "offsetHeight", { value: height, configurable: true });
}

/**
 * The part that scrolls and has the focus is the group of rows; the library gives that role to a box inside of it.
 * @param {HTMLElement} place
 */
function nameRoles(place) {
  place.setAttribute("aria-label", t("web.nav_list"));
  place.removeAttribute("aria-owns");
  place.querySelector(".tabulator-tableholder")?.setAttribute("role", "rowgroup");
  place.querySelector(".tabulator-table")?.setAttribute("role", "presentation");
}

/**
 * @param {any} _column
 * @param {string} direction
 */
function sortArrow(_column, direction) {
  const marks = /** @type {Record<string, string>} */ ({ asc: "▲", desc: "▼" });
  return h("span", { class: "sort-mark", "aria-hidden": "true" }, marks[direction] ?? "▴");
}
