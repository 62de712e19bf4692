// The table: the rows in view and no others, by pointer and by keyboard.

import { h, useLayoutEffect, useMemo, useRef, useState } from "../../parts/preact.js";
import { currentLanguage, t } from "../../words/texts.js";
import { roomFor } from "./column_choice.js";
import { CellEditor } from "./editors.js";
import { Head } from "./head.js";
import { keyHandler } from "./keyboard.js";
import { Line } from "./line.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./line.js").Column} Column */
/** @typedef {import("./list.js").List} List */

const BUFFER = 4; // rows above and below the view
const ROW_HEIGHT = { wide: 3.25, narrow: 7.25 }; // in rem: a larger font of the browser gets a higher row
const AT_REST = 150; // milliseconds without other rows in view
const HEAD = 40; // pixels of the titles, before they stand

/** @param {{ list: List, columns: Column[], narrow: boolean }} props */
export function Table({ list, columns, narrow }) {
  const holder = useRef(/** @type {HTMLElement | null} */ (null));
  const height = (narrow ? ROW_HEIGHT.narrow : ROW_HEIGHT.wide) * useMemo(rem, [narrow]);
  const { shown } = list;
  const view = useRef([0, 0]);
  const moves = useMoves(holder, () => {
    const seen = inView(holder.current, height, shown.passing.length, 0);
    return String(seen) !== String(view.current);
  });
  const [first, behind] = (view.current = inView(holder.current, height, shown.passing.length, list.top));
  const places = placesOf(list, first, behind);
  const lines = useRef(/** @type {Standing[]} */ ([]));
  lines.current = arrange(lines.current, places, moves);
  const focused = document.activeElement;
  useLayoutEffect(() => list.stand(/** @type {HTMLElement} */ (holder.current), height), [list, height]);
  useLayoutEffect(() => keepFocus(list, holder.current, focused));
  return h(
    "div",
    {
      class: "list-grid",
      ref: holder,
      role: "grid",
      "aria-multiselectable": "true",
      "aria-label": t("web.nav_list"),
      "aria-rowcount": shown.passing.length + 1,
      style: { ...(narrow ? {} : roomFor(columns)), "--row-height": `${height}px` },
      ...handlers(list, columns),
    },
    h(Head, {
      columns,
      shown,
      select: (names, on) => list.select(names, on),
      orderBy: (order) => list.orderBy(order),
    }),
    h(
      "div",
      { class: "lines", role: "rowgroup", style: { height: `${shown.passing.length * height}px` } },
      h(Lines, { list, lines: lines.current, places, columns, height, usual: shown.passing[first]?.username ?? "" }),
    ),
  );
}

/** A line of nodes, and the row that it shows. @typedef {{ key: string, name: string }} Standing */
/** The rows that are drawn by name, each with its place. @typedef {Map<string, [place: number, row: Row]>} Places */

/** @param {{ list: List, lines: Standing[], places: Places, columns: Column[], height: number, usual: string }} props `usual`: the row that Tab leads to where none had the focus */
function Lines({ list, lines, places, columns, height, usual }) {
  const { editing, shown } = list;
  const stop = places.has(list.stop) ? list.stop : usual;
  const select = useMemo(
    () => (/** @type {string} */ name, /** @type {boolean} */ on) => list.select([name], on),
    [list],
  );
  const editor = useMemo(() => (editing ? editorOf(list, editing) : null), [editing, currentLanguage()]);
  return lines.map(({ key, name }) => {
    const [place, row] = /** @type {[number, Row]} */ (places.get(name));
    return h(Line, {
      ...{ key, row, place, height, columns, select, editor },
      chosen: shown.selected.has(name),
      stop: name === stop,
      field: editing?.username === name ? editing.field : "",
    });
  });
}

/**
 * Draws anew when other rows have come into view, and once more when nothing moves. Gives whether it is drawn for the
 * former: whatever else is drawn stands in its order at once.
 * @param {{ current: HTMLElement | null }} holder
 * @param {() => boolean} isOther whether other rows are in view than those that are drawn
 */
function useMoves(holder, isOther) {
  const [, draw] = useState({});
  const moves = useRef(false);
  const look = useRef(isOther);
  look.current = isOther;
  useLayoutEffect(() => {
    moves.current = false;
  });
  useLayoutEffect(() => {
    let resting = 0;
    const seen = () => {
      if (!look.current()) return;
      clearTimeout(resting);
      resting = setTimeout(() => draw({}), AT_REST);
      moves.current = true;
      draw({});
    };
    const place = /** @type {HTMLElement} */ (holder.current);
    const size = new ResizeObserver(seen);
    size.observe(place);
    place.addEventListener("scroll", seen, { passive: true });
    return () => {
      clearTimeout(resting);
      size.disconnect();
      place.removeEventListener("scroll", seen);
    };
  }, []);
  return moves.current;
}

let made = 0;

/**
 * A line whose row has left the view shows one that has come into it: a frame of scrolling writes texts into nodes that
 * stand already. Once nothing moves they stand in the order of the rows, which is what is read aloud.
 * @param {Standing[]} lines
 * @param {Places} places
 * @param {boolean} moves
 * @returns {Standing[]}
 */
function arrange(lines, places, moves) {
  const standing = new Set(lines.map(({ name }) => name));
  const fresh = [...places.keys()].filter((name) => !standing.has(name));
  const focused = nameAt(document.activeElement);
  const kept = lines.flatMap((line) => {
    if (places.has(line.name)) return [line];
    const name = line.name === focused ? undefined : fresh.shift(); // the focus does not go over to another row
    return name === undefined ? [] : [{ key: line.key, name }];
  });
  const more = fresh.map((name) => ({ key: String((made += 1)), name }));
  const all = [...kept, ...more];
  const place = (/** @type {Standing} */ { name }) => places.get(name)?.[0] ?? 0;
  return moves || isTyping() ? all : all.sort((a, b) => place(a) - place(b));
}

/** Whether somebody types into a cell: a control that is moved among the nodes would lose the focus. */
function isTyping() {
  return document.activeElement?.matches(".cell-control") ?? false;
}

/** @param {List} list @param {import("./line.js").Editing} editing */
function editorOf(list, { field, row, again }) {
  return h(CellEditor, {
    field: /** @type {import("./editors.js").Editable} */ (field),
    entry: row.entry,
    again: again?.value ?? null,
    done: (typed, back, gone) => list.edited(typed, back, gone),
  });
}

/**
 * Places from the first row in view to behind the last; before the table stands, those of the whole window.
 * @param {HTMLElement | null} holder
 * @param {number} height of a row
 * @param {number} most
 * @param {number} begin the row at the top of a table that does not stand yet
 * @returns {[number, number]}
 */
function inView(holder, height, most, begin) {
  const room = holder ? holder.clientHeight - (holder.firstElementChild?.clientHeight ?? HEAD) : innerHeight;
  const last = Math.max(0, most * height - room); // a list that has become shorter is scrolled by the browser, but later
  const top = Math.min(holder ? holder.scrollTop : begin * height, last);
  return [Math.floor(top / height), Math.min(most, Math.ceil((top + room) / height))];
}

/**
 * The rows in view and some on both sides; the one that is being edited as it was, and the one with the focus.
 * @param {List} list
 * @param {number} first
 * @param {number} behind
 * @returns {Places}
 */
function placesOf({ shown, editing, focus }, first, behind) {
  const { passing, places } = shown;
  const from = Math.max(0, first - BUFFER);
  /** @type {Places} */
  const drawn = new Map();
  for (const [at, row] of passing.slice(from, behind + BUFFER).entries()) drawn.set(row.username, [from + at, row]);
  const held = focus || nameAt(document.activeElement);
  const row = shown.row(held);
  if (row) drawn.set(held, [places.get(held) ?? 0, row]);
  if (editing) drawn.set(editing.username, [places.get(editing.username) ?? from, editing.row]);
  return drawn;
}

/**
 * The focus follows a row that was moved, goes on to the next where its row went, or to the one that it was led to.
 * @param {List} list
 * @param {HTMLElement | null} holder
 * @param {Element | null} focused before the table was drawn
 */
function keepFocus(list, holder, focused) {
  const line = (/** @type {string} */ name) =>
    /** @type {HTMLElement | null} */ (holder?.querySelector(`.lines > [data-name="${CSS.escape(name)}"]`));
  if (list.focus) line(list.focus)?.focus({ preventScroll: true });
  else if (focused instanceof HTMLElement && document.activeElement === document.body && focused !== document.body) {
    const name = focused.closest(".line")?.getAttribute("data-name");
    if (holder?.contains(focused)) focused.focus({ preventScroll: true });
    else if (name && name === list.stop) line(list.atItsPlace())?.focus({ preventScroll: true });
  }
  list.focus = "";
}

/** The name of the row that an element belongs to, "" where it belongs to none. @param {EventTarget | null} target */
export function nameAt(target) {
  const line = target instanceof Element ? target.closest(".lines > .line") : null;
  return line instanceof HTMLElement ? (line.dataset["name"] ?? "") : "";
}

/** @param {List} list @param {Column[]} columns */
function handlers(list, columns) {
  return {
    onClick: (/** @type {MouseEvent} */ event) => clicked(list, event),
    onPointerOver: (/** @type {PointerEvent} */ event) => explain(list, columns, event.target),
    onKeyDown: keyHandler(list),
    onfocusin: (/** @type {FocusEvent} */ event) => list.stopAt(nameAt(event.target)),
  };
}

/** @param {List} list @param {MouseEvent} event */
function clicked(list, { target }) {
  if (!(target instanceof Element) || target.closest("a, button, input, select, textarea")) return;
  const cell = target.closest(".cell");
  if (cell instanceof HTMLElement) list.edit(nameAt(cell), cell.dataset["field"] ?? "");
}

/** The cell whose title was set last. @type {Element | null} */
let explained = null;

/**
 * Put what there is more to say about a cell into its title; only where the pointer is, which is one of hundreds.
 * @param {List} list
 * @param {Column[]} columns
 * @param {EventTarget | null} target
 */
function explain(list, columns, target) {
  const cell = target instanceof Element ? target.closest(".lines .cell") : null;
  explained?.removeAttribute("title"); // its line may show another row by now
  explained = cell;
  if (!(cell instanceof HTMLElement)) return;
  const row = list.shown.row(nameAt(cell));
  const more = row && columns.find(({ field }) => field === cell.dataset["field"])?.more?.(row);
  if (more) cell.title = more;
}

function rem() {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
