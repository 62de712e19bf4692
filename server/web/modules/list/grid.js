// The rows in view and no others. A row that leaves the view is filled anew for one that enters it: a frame of
// scrolling writes texts into nodes that stand already, and lays out only those.

import { h } from "../dom.js";
import { Line } from "./line.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./line.js").Column} Column */

const BUFFER = 4; // rows above and below the view
const AT_REST = 150; // milliseconds without a frame of scrolling

/** Draws a list of any length; every row has the same height. */
export class Grid {
  /** In the order of the screen. @type {Row[]} */
  rows = [];
  /** Place of each row in the list. @type {Map<string, number>} */
  places = new Map();
  /** What is drawn, by the name that it shows. @type {Map<string, Line>} */
  lines = new Map();
  /** The row whose cell is being edited: nothing draws it anew meanwhile. */
  held = "";

  /**
   * @param {HTMLElement} holder the part that scrolls
   * @param {HTMLElement} head stays at its top
   * @param {Column[]} columns
   * @param {number} height of a row in pixels
   * @param {(line: HTMLElement, row: Row) => void} mark is told whenever a line shows a row
   */
  constructor(holder, head, columns, height, mark) {
    this.holder = holder;
    this.head = head;
    this.columns = columns;
    this.height = height;
    this.mark = mark;
    this.body = h("div", { class: "lines", role: "rowgroup" });
    holder.append(head, this.body);
    holder.addEventListener("scroll", () => this.draw());
    this.size = new ResizeObserver(() => this.draw());
    this.size.observe(holder);
  }

  /**
   * Other rows, or the same ones with other contents.
   * @param {Row[]} rows
   */
  show(rows) {
    const focused = [...this.lines.values()].find((line) => line.hasFocus);
    this.rows = rows;
    this.places = new Map(rows.map((row, place) => [row.username, place]));
    this.body.style.height = `${rows.length * this.height}px`;
    this.holder.setAttribute("aria-rowcount", String(rows.length + 1));
    const lost = focused?.row && !this.places.has(focused.row.username) && focused.row.username !== this.held;
    const next = rows[Math.min(focused?.place ?? 0, rows.length - 1)];
    this.draw();
    this.order();
    if (lost && next) this.focus(next.username);
  }

  /** Fill all lines again, as after a choice. */
  refill() {
    for (const line of this.lines.values()) if (line.row) this.fill(line, line.row);
  }

  draw() {
    const [first, behind] = this.inView(); // asked before anything is written: the answer needs no new layout
    const from = Math.max(0, first - BUFFER);
    const to = Math.min(this.rows.length, behind + BUFFER);
    const free = this.outside(from, to);
    for (let place = from; place < to; place += 1) this.drawRow(/** @type {Row} */ (this.rows[place]), place, free);
    for (const line of free) line.element.remove();
    if (!this.tabStop()) this.moveTabStop(this.rows[first]?.username ?? "");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.order(), AT_REST);
  }

  /** Places from the first row in view to behind the last. @returns {[number, number]} */
  inView() {
    const { scrollTop, clientHeight } = this.holder;
    const bottom = scrollTop + clientHeight - this.head.offsetHeight;
    const most = this.rows.length;
    return [Math.min(Math.floor(scrollTop / this.height), most), Math.min(Math.ceil(bottom / this.height), most)];
  }

  /**
   * Take the lines that are not wanted any more; one that has the focus keeps it while its row is shown.
   * @param {number} from
   * @param {number} to
   */
  outside(from, to) {
    /** @type {Line[]} */
    const free = [];
    for (const [name, line] of this.lines) {
      const place = this.places.get(name) ?? -1;
      const wanted = (place >= from && place < to) || name === this.held || (place >= 0 && line.hasFocus);
      if (!wanted) {
        this.lines.delete(name);
        free.push(line);
      } else if (place >= 0) line.stand(place, this.height);
    }
    return free;
  }

  /**
   * @param {Row} row
   * @param {number} place
   * @param {Line[]} free
   */
  drawRow(row, place, free) {
    const standing = this.lines.get(row.username);
    const line = standing ?? free.pop() ?? new Line(this.columns);
    line.stand(place, this.height);
    if (line.row !== row) this.fill(line, row);
    if (standing) return;
    this.lines.set(row.username, line);
    if (!line.element.isConnected) this.body.append(line.element);
  }

  /**
   * @param {Line} line
   * @param {Row} row
   */
  fill(line, row) {
    if (row.username === this.held) return;
    line.show(row);
    this.mark(line.element, row);
  }

  /** The nodes stand in the order of the rows once nothing moves: that is what is read aloud. */
  order() {
    const lines = [...this.lines.values()].sort((a, b) => a.place - b.place);
    const nodes = lines.map((line) => line.element);
    if (nodes.every((node, at) => node === this.body.children[at])) return;
    const focused = lines.findIndex((line) => line.hasFocus); // moving it would take the focus away
    if (focused < 0) this.body.append(...nodes);
    else {
      nodes[focused]?.before(...nodes.slice(0, focused));
      nodes[focused]?.after(...nodes.slice(focused + 1));
    }
  }

  /** The row that Tab leads to: the one that had the focus last, or the first in view. */
  tabStop() {
    return this.body.querySelector('.line[tabindex="0"]');
  }

  /** @param {string} name */
  moveTabStop(name) {
    this.tabStop()?.setAttribute("tabindex", "-1");
    this.lines.get(name)?.element.setAttribute("tabindex", "0");
  }

  /**
   * Scroll as little as shows the row, and give it the focus.
   * @param {string} name
   */
  focus(name) {
    this.reveal(name);
    this.moveTabStop(name);
    this.lines.get(name)?.element.focus({ preventScroll: true });
  }

  /** @param {string} name */
  reveal(name) {
    const top = (this.places.get(name) ?? 0) * this.height;
    const room = this.holder.clientHeight - this.head.offsetHeight;
    const { scrollTop } = this.holder;
    if (top < scrollTop) this.holder.scrollTop = top;
    else if (top + this.height > scrollTop + room) this.holder.scrollTop = top + this.height - room;
    this.draw();
  }

  /**
   * Draw nothing into the row until it is released.
   * @param {string} name
   */
  hold(name) {
    this.held = name;
  }

  /** Show the held row as it is by now. */
  release() {
    const line = this.lines.get(this.held);
    const row = this.rows[this.places.get(this.held) ?? -1] ?? line?.row;
    this.held = "";
    if (line && row) this.fill(line, row);
    this.draw();
  }

  /**
   * The row that an element of the table belongs to.
   * @param {EventTarget | null} target
   */
  rowAt(target) {
    const element = target instanceof Element && target.closest(".line");
    return [...this.lines.values()].find((line) => line.element === element)?.row ?? null;
  }

  /**
   * @param {string} name
   * @param {string} field
   */
  cell(name, field) {
    const at = this.columns.findIndex((column) => column.field === field);
    return this.lines.get(name)?.cells[at] ?? null;
  }

  close() {
    clearTimeout(this.resting);
    this.size.disconnect();
  }
}
