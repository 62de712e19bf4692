// The rows in view and no others. A row that leaves the view is filled anew for one that enters it: a frame of
// scrolling writes texts into nodes that stand already, and lays out only those.

import { h } from "../../parts/dom.js";
import { Line } from "./line.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./line.js").Column} Column */

const BUFFER = 4; // rows above and below the view
const AT_REST = 150; // milliseconds without a frame of scrolling
const BUDGET = 2; // milliseconds of a frame for filling rows; laying them out and painting takes two to three times that

/** Draws a list of any length; every row has the same height. */
export class Grid {
  /** In the order of the screen. @type {Row[]} */
  rows = [];
  /** Place of each row in the list. @type {Map<string, number>} */
  places = new Map();
  /** What is drawn, by the name that it shows. @type {Map<string, Line>} */
  lines = new Map();
  /** Lines whose rows have left the view. @type {Line[]} */
  free = [];
  /** The row whose cell is being edited: nothing draws it anew meanwhile. */
  held = "";
  /** The cell whose title was set last. @type {Element | null} */
  explained = null;
  /** What is left of a draw, and what follows once nothing moves. */
  next = 0;
  resting = 0;

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
    holder.addEventListener("scroll", () => this.draw(BUDGET));
    this.body.addEventListener("pointerover", (event) => this.explain(event.target));
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

  /**
   * Draw the rows in view and some on both sides of it.
   * @param {number} [budget] milliseconds after which the rest is left to the next frame
   */
  draw(budget = Infinity) {
    const [first, behind] = this.inView(); // asked before anything is written: the answer needs no new layout
    const from = Math.max(0, first - BUFFER);
    const to = Math.min(this.rows.length, behind + BUFFER);
    this.setFree(from, to);
    const end = performance.now() + budget;
    const places = [...span(first, behind), ...span(behind, to), ...span(from, first)];
    const left = places.findIndex((place) => !this.drawRow(place) && performance.now() > end);
    cancelAnimationFrame(this.next);
    if (left >= 0) this.next = requestAnimationFrame(() => this.draw(budget));
    else for (const line of this.free.splice(0)) line.element.remove();
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
   * Free the lines that are not wanted any more; one that has the focus keeps it while its row is shown.
   * @param {number} from
   * @param {number} to
   */
  setFree(from, to) {
    for (const [name, line] of this.lines) {
      const place = this.places.get(name) ?? -1;
      const wanted = (place >= from && place < to) || name === this.held || (place >= 0 && line.hasFocus);
      if (!wanted) {
        this.lines.delete(name);
        this.free.push(line);
      } else if (place >= 0) line.stand(place, this.height);
    }
  }

  /**
   * @param {number} place
   * @returns {boolean} whether the row was drawn already
   */
  drawRow(place) {
    const row = /** @type {Row} */ (this.rows[place]);
    const standing = this.lines.get(row.username);
    if (standing?.row === row) return true;
    const line = standing ?? this.free.pop() ?? new Line(this.columns);
    line.stand(place, this.height);
    this.fill(line, row);
    this.lines.set(row.username, line);
    if (!line.element.isConnected) this.body.append(line.element);
    return false;
  }

  /**
   * @param {Line} line
   * @param {Row} row
   */
  fill(line, row) {
    if (row.username === this.held) return;
    line.show(row);
    if (this.explained && line.element.contains(this.explained)) this.explained.removeAttribute("title");
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

  /** The row at the top of the view, with the part of it that is out of view. */
  top() {
    return this.holder.scrollTop / this.height;
  }

  /** @param {number} top as `top` gave it */
  scrollTo(top) {
    this.holder.scrollTop = top * this.height;
    if (top) this.draw();
  }

  /**
   * @param {string} name
   * @param {string} field
   */
  cell(name, field) {
    const at = this.columns.findIndex((column) => column.field === field);
    return this.lines.get(name)?.cells[at] ?? null;
  }

  /**
   * Put what there is more to say about a cell into its title; only where the pointer is, which is one of hundreds.
   * @param {EventTarget | null} target
   */
  explain(target) {
    const cell = target instanceof Element ? target.closest(".cell") : null;
    const row = this.rowAt(cell);
    this.explained?.removeAttribute("title"); // its line may show another row by now
    this.explained = cell;
    const column = this.columns.find(({ field }) => cell?.classList.contains(`cell-${field}`));
    const more = row && column?.more?.(row);
    if (more) cell?.setAttribute("title", more);
  }

  close() {
    cancelAnimationFrame(this.next);
    clearTimeout(this.resting);
    this.size.disconnect();
  }
}

/**
 * @param {number} from
 * @param {number} to
 */
function span(from, to) {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
