// The list as it is shown: its rows in their order, those that pass the filters, and who is chosen.

import { inOrder, valueIn } from "./rows.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {{ field: string, dir: string }} Sort */

export class Shown {
  /** All rows in the order of the sort. @type {Row[]} */
  rows = [];
  /** Those that pass the filter. @type {Row[]} */
  passing = [];
  /** Place of each of them. @type {Map<string, number>} */
  places = new Map();
  /** @type {(row: Row) => boolean} */
  test = () => true;

  /**
   * @param {Sort} order
   * @param {Set<string>} selected names of the chosen, those that the filter leaves out included
   */
  constructor(order, selected) {
    this.order = order;
    this.selected = selected;
  }

  /** @param {(row: Row) => boolean} test */
  filter(test) {
    this.test = test;
    this.passing = this.rows.filter(test);
    this.places = new Map(this.passing.map((row, place) => [row.username, place]));
  }

  /** @param {Row[]} rows */
  replace(rows) {
    const { field, dir } = this.order;
    this.rows = [...rows].sort((a, b) => inOrder(valueIn(a, field), valueIn(b, field), dir));
    this.filter(this.test);
  }

  /** @param {Sort} order */
  orderBy(order) {
    this.order = order;
    this.replace(this.rows);
  }

  /**
   * A changed row keeps its place, so that nothing jumps away while it is being worked on; new ones are sorted in.
   * @param {Row[]} changed
   * @param {string[]} gone
   */
  update(changed, gone) {
    for (const name of gone) this.selected.delete(name);
    const went = new Set(gone);
    const news = new Map(changed.map((row) => [row.username, row]));
    const kept = this.rows.filter((row) => !went.has(row.username));
    const rows = kept.map((row) => news.get(row.username) ?? row);
    for (const { username } of kept) news.delete(username);
    this.rows = rows;
    if (news.size) this.replace([...rows, ...news.values()]);
    else this.filter(this.test);
  }

  /** @param {string} username */
  row(username) {
    return this.passing[this.places.get(username) ?? -1] ?? null;
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
  }

  /** How many of the chosen pass the filter. */
  seen() {
    return this.selected.size ? this.passing.filter((row) => this.selected.has(row.username)).length : 0;
  }

  /** How many of the chosen the filter leaves out. */
  unseen() {
    return this.selected.size - this.seen();
  }
}
