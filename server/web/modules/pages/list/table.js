// The table: order, filter, choice and editing of the rows that the grid draws.

import { h } from "../../parts/dom.js";
import { t } from "../../words/texts.js";
import { giveRoom } from "./column_choice.js";
import { edit, isEditable } from "./editors.js";
import { Grid } from "./grid.js";
import { drawHead } from "./head.js";
import { watchKeys } from "./keyboard.js";
import { inOrder, valueIn } from "./rows.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {{ field: string, dir: string }} Sort */
/** @typedef {{ currency: string, columns: import("./line.js").Column[], narrow: boolean, sort: Sort, ordered: (order: Sort) => void, save: (before: import("../../data/entry_cache.js").Entry, typed: import("./editors.js").Typed) => void, selected: Set<string>, chosen: () => void, open: (username: string) => void }} Wishes */

const ROW_HEIGHT = { wide: 3.25, narrow: 7.25 }; // in rem: a larger font of the browser gets a higher row

/** The list as a table. */
export class Table {
  /** All rows in the order of the sort. @type {Row[]} */
  rows = [];
  /** Those that pass the filter. @type {Row[]} */
  passing = [];
  /** @type {(row: Row) => boolean} */
  test = () => true;
  /** Leaves the cell that is being edited. */
  leaveCell = () => {};

  /**
   * @param {HTMLElement} place
   * @param {Row[]} rows
   * @param {Wishes} wishes
   */
  constructor(place, rows, wishes) {
    this.place = place;
    this.wishes = wishes;
    this.order = wishes.sort;
    this.selected = wishes.selected; // names of the chosen rows, those that the filter leaves out included
    this.all = this.boxForAll();
    const columns = [this.boxes(), ...wishes.columns];
    if (!wishes.narrow) giveRoom(place, wishes.columns);
    const height = (wishes.narrow ? ROW_HEIGHT.narrow : ROW_HEIGHT.wide) * rem();
    place.style.setProperty("--row-height", `${height}px`);
    for (const [name, value] of Object.entries(ROLES)) place.setAttribute(name, value);
    place.setAttribute("aria-label", t("web.nav_list"));
    this.head = drawHead(columns, (field) => this.sortBy(field));
    this.grid = new Grid(place, this.head.element, columns, height, (line, row) => this.mark(line, row));
    place.addEventListener("click", (event) => this.clicked(event));
    watchKeys(this, place);
    this.replace(rows);
  }

  /** The column of boxes, one of them for all that is shown. @returns {import("./line.js").Column} */
  boxes() {
    return {
      field: "box",
      title: "",
      head: (cell) => cell.append(this.all),
      fill: (cell) => {
        const box = h("input", { type: "checkbox", tabindex: -1 });
        let name = "";
        box.addEventListener("change", () => this.select([name], box.checked));
        cell.append(box);
        return (row) => {
          if (name !== row.username) box.setAttribute("aria-label", t("web.list_select", { name: row.username }));
          name = row.username;
          const chosen = this.selected.has(name);
          if (box.checked !== chosen) box.checked = chosen;
        };
      },
    };
  }

  boxForAll() {
    const box = h("input", { type: "checkbox", "aria-label": t("web.list_select_all") });
    box.addEventListener("change", () =>
      this.select(
        this.passing.map((row) => row.username),
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
    this.grid.refill();
    this.showChoice();
    this.wishes.chosen();
  }

  /** The box above the boxes stands for the rows that are shown: all of them, some or none. */
  showChoice() {
    const chosen = this.seen();
    this.all.checked = chosen > 0 && chosen === this.passing.length;
    this.all.indeterminate = chosen > 0 && chosen < this.passing.length;
  }

  /** How many of the chosen pass the filter. */
  seen() {
    return this.selected.size ? this.passing.filter((row) => this.selected.has(row.username)).length : 0;
  }

  /** How many of the chosen the filter leaves out. */
  unseen() {
    return this.selected.size - this.seen();
  }

  /** How many rows pass the filter. */
  count() {
    return this.passing.length;
  }

  /** @param {(row: Row) => boolean} test */
  filter(test) {
    this.test = test;
    this.passing = this.rows.filter(test);
    this.grid.show(this.passing);
    this.showChoice();
  }

  /** Order by this column; the other way round if it is in this order already. @param {string} field */
  sortBy(field) {
    const again = this.order.field === field && this.order.dir === "asc";
    this.orderBy({ field, dir: again ? "desc" : "asc" });
  }

  /** @param {Sort} order */
  orderBy(order) {
    this.order = order;
    this.replace(this.rows);
  }

  /** @param {Row[]} rows */
  replace(rows) {
    const { field, dir } = this.order;
    this.rows = [...rows].sort((a, b) => inOrder(valueIn(a, field), valueIn(b, field), dir));
    this.head.showOrder(this.order);
    this.wishes.ordered(this.order);
    this.filter(this.test);
  }

  /**
   * A changed row keeps its place, so that nothing jumps away while it is being worked on; new ones are sorted in.
   * @param {Row[]} changed
   * @param {string[]} gone
   */
  update(changed, gone) {
    const news = new Map(changed.map((row) => [row.username, row]));
    for (const name of gone) this.selected.delete(name);
    const went = new Set(gone);
    const kept = this.rows.filter((row) => !went.has(row.username));
    const rows = kept.map((row) => take(news, row.username) ?? row);
    if (news.size) this.replace([...rows, ...news.values()]);
    else {
      this.rows = rows;
      this.filter(this.test);
    }
  }

  /**
   * @param {HTMLElement} line
   * @param {Row} row
   */
  mark(line, row) {
    const chosen = this.selected.has(row.username);
    if (line.ariaSelected === String(chosen)) return;
    line.setAttribute("aria-selected", String(chosen));
    line.classList.toggle("row-selected", chosen);
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    if (!target || target.closest("a, button, input, select, textarea")) return;
    const field = /cell-(\w+)/.exec(target.closest(".cell")?.className ?? "")?.[1];
    const row = this.grid.rowAt(target);
    if (row && field) this.edit(row.username, field);
  }

  /**
   * Edit a cell in place; gives whether it could be opened.
   * @param {string} username
   * @param {string} field
   * @param {{ value: string, over: () => void } | null} [again] what was typed before and could not be saved, and who
   *   hears that it is saved again or dropped
   */
  edit(username, field, again = null) {
    const row = this.passing.find((each) => each.username === username);
    const cell = this.grid.cell(username, field);
    if (!row || !cell || this.grid.held || !isEditable(field)) return false;
    this.grid.hold(username);
    const done = (/** @type {import("./editors.js").Typed | null} */ typed, /** @type {boolean} */ back) => {
      cell.classList.remove("cell-editing");
      if (back) this.grid.focus(username); // before the control goes, which would take the focus along
      this.grid.release();
      again?.over();
      if (typed) this.wishes.save(row.entry, typed);
    };
    this.leaveCell = edit(cell, field, row.entry, done, again?.value);
    return true;
  }

  close() {
    this.leaveCell(); // what is typed in it is saved, as ever
    this.grid.close();
  }
}

const ROLES = { role: "grid", "aria-multiselectable": "true" };

function rem() {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/**
 * @template V
 * @param {Map<string, V>} values
 * @param {string} name
 * @returns {V | undefined}
 */
function take(values, name) {
  const value = values.get(name);
  values.delete(name);
  return value;
}
