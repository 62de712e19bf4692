// The list while its page is open: what is on show, what is being edited, and what becomes of news.

import { change, entries, entryOf, known } from "../../data/entry_cache.js";
import { count, isPartial } from "../../data/entry_sync.js";
import { keepOrder } from "../../data/order.js";
import { toast } from "../../parts/toast.js";
import { minute } from "../../words/dates.js";
import { askedText } from "../../words/figures.js";
import { number, t } from "../../words/texts.js";
import { leaving, notSaved, takeBack } from "./bulk_actions.js";
import { keepPrice, keptPrices, takePrice } from "./cell_drafts.js";
import { isEditable, textOf } from "./editors.js";
import { filtersIn, isFiltered, matcher, noFilters } from "./matching.js";
import { meantBy } from "./money_question.js";
import { Offered } from "./offered.js";
import { ownHeadings, rowsFor } from "./rows.js";
import { Shown } from "./shown.js";
import { keepState, orderIn } from "./state.js";
import { firstView } from "./views.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./shown.js").Sort} Sort */
/** @typedef {import("./editors.js").Typed} Typed */

/** What was looked for, chosen and in view stays while other pages are open. */
const filters = noFilters();
/** @type {Sort} */
let sort = { field: "seen", dir: "desc" };
/** @type {Set<string>} */
const selected = new Set();
let top = 0; // in rows
/** The list that is on the screen now. @type {List | null} */
let present = null;
/** An action may end after its page was left, and the list be there anew. */
export const redraw = (/** @type {string[]} */ names) => present?.refresh(names);

/** Filters and order of a view; words of another version's filters are passed over. @param {import("../../data/views.js").View} view */
function takeView({ filters: wanted, sort: order }) {
  const texts = Object.entries(wanted).map(([name, value]) => [name, String(value)]);
  Object.assign(filters, noFilters(), filtersIn(new URLSearchParams(Object.fromEntries(texts))));
  if (order) sort = { field: order.by, dir: order.descending ? "desc" : "asc" };
}

let begun = false;

/**
 * What an address names is looked for, and nothing else; one that names nothing leaves all as it was, and in a fresh tab
 * shows the view that the list begins with.
 * @param {URLSearchParams} query
 */
export function takeState(query) {
  const isNamed = [...query.keys()].length > 0;
  const first = begun || isNamed ? null : firstView();
  begun = true;
  if (first) takeView(first);
  if (!isNamed) return first;
  Object.assign(filters, noFilters(), filtersIn(query));
  sort = orderIn(query) ?? sort;
  return null;
}

export class List {
  filters = filters;
  top = top;
  shown = new Shown(sort, selected);
  offered = new Offered();
  /** Headings of the users' own fields. @type {string[]} */
  own = [];
  /** Fields of the columns that are shown. @type {Set<string>} */
  fields = new Set();
  /** The cell that is open. @type {import("./line.js").Editing | null} */
  editing = null;
  /** The row that Tab leads to, and its place. */
  stop = "";
  place = 0;
  /** The row that is to have the focus once it is drawn. */
  focus = "";
  /** The part that scrolls, and the height of a row. @type {{ holder: HTMLElement, height: number } | null} */
  stands = null;
  /** Those of whom there was news while somebody typed into a cell. @type {Set<string>} */
  late = new Set();
  /** Whose typed prices are still to be asked about. */
  waiting = keptPrices();
  /** Draws the page. */
  draw = () => {};

  /**
   * @param {import("../../data/references.js").Market | undefined} market
   * @param {Set<string> | null} only those of the last import, where only they are wanted
   */
  constructor(market, only) {
    this.market = market;
    this.currency = market?.currency ?? "VND";
    this.only = only;
    this.rowOf = rowsFor(market);
    this.take();
  }

  /** @param {() => void} draw @returns {() => void} ends it */
  begin(draw) {
    present = this;
    this.draw = draw;
    return () => {
      this.draw = () => {};
      if (present === this) present = null;
    };
  }

  /** All rows, as they are known now. */
  take() {
    if (!isPartial()) for (const name of selected) if (!known.has(name) || leaving.has(name)) selected.delete(name);
    const rows = entries().map(this.rowOf);
    this.offer(rows);
    this.shown.test = this.test();
    this.shown.replace(rows);
    this.remember();
  }

  /** @param {Row[]} rows */
  offer(rows) {
    this.offered.add(rows);
    const own = ownHeadings(rows.map((row) => row.entry)).filter((heading) => !this.own.includes(heading));
    if (own.length) this.own = [...this.own, ...own];
  }

  test() {
    const test = matcher(filters, this.currency);
    return (/** @type {Row} */ row) =>
      !leaving.has(row.username) && (this.only?.has(row.username) ?? true) && test(row);
  }

  isPart() {
    return this.only !== null || isFiltered(filters);
  }

  /** @param {Partial<import("./matching.js").Filters>} changes */
  filter(changes) {
    Object.assign(filters, changes);
    this.shown.filter(this.test());
    this.tell();
  }

  /** @param {Sort} order */
  orderBy(order) {
    sort = order;
    this.shown.orderBy(order);
    this.tell();
  }

  /** @param {import("../../data/views.js").View} view */
  show(view) {
    takeView(view);
    this.shown.test = this.test();
    this.orderBy(sort);
  }

  /** What is on show, as a view keeps it. */
  view() {
    const { field, dir } = this.shown.order;
    const used = Object.fromEntries(Object.entries(filters).filter(([, value]) => value.trim() !== ""));
    return { filters: used, sort: { by: field, descending: dir === "desc" } };
  }

  /** @param {string[]} names @param {boolean} chosen */
  select(names, chosen) {
    this.shown.select(names, chosen);
    this.draw();
  }

  /** The address has what is on show, and the order is kept for the creators' pages. */
  remember() {
    if (present !== this) return;
    keepState(filters, this.shown.order, this.only !== null);
    keepOrder(this.shown.passing.map((row) => row.username));
  }

  tell() {
    this.remember();
    this.draw();
  }

  /** How many are shown of how many, and honestly so while a long list is still on its way. */
  said() {
    const counts = { n: this.shown.passing.length, here: number(entries().length), all: number(count()) };
    if (isPartial()) return t(this.isPart() ? "web.list_shown_partly" : "web.list_partly", counts);
    return t(this.isPart() ? "web.list_shown" : "web.list_all", counts);
  }

  /**
   * Draw these creators as they are known now; not those below a control that somebody types into.
   * @param {string[]} names
   */
  refresh(names) {
    for (const name of names) if (leaving.has(name)) selected.delete(name);
    if (this.editing && document.activeElement?.matches(".cell-control")) {
      for (const name of names) this.late.add(name);
      return;
    }
    const changed = names.flatMap((name) => entryOf(name) ?? []).map(this.rowOf);
    this.offer(changed);
    this.shown.update(
      changed,
      names.filter((name) => !entryOf(name)),
    );
    this.tell();
  }

  /** @param {import("../../data/entry_sync.js").News} news */
  hear(news) {
    if (news.all) {
      this.take();
      this.draw();
    } else this.refresh([...news.changed.map((entry) => entry.username), ...news.gone]);
  }

  /**
   * Edit a cell in place; gives whether it could be opened.
   * @param {string} username
   * @param {string} field
   * @param {{ value: string, over: () => void } | null} [again] what was typed before and could not be saved, and who
   *   hears that it is saved again or dropped
   */
  edit(username, field, again = null) {
    const row = this.shown.row(username);
    if (!row || this.editing || !isEditable(field) || !this.fields.has(field) || !this.isInView(username)) return false;
    this.editing = { username, field, row, again };
    this.draw();
    return true;
  }

  /**
   * @param {Typed | null} typed
   * @param {boolean} back whether the focus goes back to the row
   * @param {boolean} [gone] whether the tab is being closed
   */
  edited(typed, back, gone = false) {
    const open = this.editing;
    this.editing = null;
    if (!open) return;
    if (back) this.focus = open.username;
    open.again?.over();
    this.refresh([...this.late]);
    this.late.clear();
    if (typed) this.save(open.row.entry, typed, gone);
  }

  /**
   * Save what was typed into a cell; where that fails, it is there to be saved again.
   * @param {import("../../data/entry_cache.js").Entry} before as it stood when the cell was opened
   * @param {Typed} typed
   * @param {boolean} [gone]
   */
  async save(before, typed, gone = false) {
    const { username: name, version } = before;
    if (gone && typed.open) {
      keepPrice(name, typed.value, textOf("asked", before));
      return;
    }
    try {
      const changes = gone ? typed.changes : await meant(before, typed);
      if (!changes) {
        redraw([name]);
        present?.edit(name, typed.field, { value: typed.value, over: () => {} });
        return;
      }
      const saved = await change(name, changes, version, gone);
      const made = new Map([[name, saved.version]]);
      const price = "price_asked" in changes && saved.price_asked ? ` ${askedText(saved.price_asked)}` : "";
      toast(t("web.list_saved", { name }) + price, { undo: () => takeBack(made, redraw), about: [name] });
      redraw([name]);
    } catch (error) {
      redraw([name]);
      let close = () => {};
      const again = { value: typed.value, over: () => close() };
      const open = present?.edit(name, typed.field, again) ?? false;
      close = toast(notSaved(error, name, typed, open), { trouble: true });
    }
  }

  /** What was typed when the tab was closed is back: in its cell, or asked about where that is not in view. */
  takeUp() {
    for (const name of this.waiting.filter((each) => entryOf(each) !== undefined)) {
      this.waiting = this.waiting.filter((each) => each !== name);
      this.putBack(/** @type {import("../../data/entry_cache.js").Entry} */ (entryOf(name)));
    }
  }

  /** @param {import("../../data/entry_cache.js").Entry} entry */
  putBack(entry) {
    const { username: name } = entry;
    const kept = takePrice(name, textOf("asked", entry));
    if (!kept) return;
    const { value } = kept;
    let close = () => {};
    if (this.edit(name, "asked", { value, over: () => close() })) {
      const at = minute(new Date(kept.at).toISOString());
      const undo = () => this.edited(null, true);
      close = toast(t(kept.isOther ? "web.draft_back_changed" : "web.draft_back", { at }), { undo, awaits: true });
    } else this.save(entry, { field: "asked", value, text: value, changes: { price_asked: value } });
  }

  /** The table stands, at the place where it was left. @param {HTMLElement} holder @param {number} height of a row */
  stand(holder, height) {
    this.stands = { holder, height };
    if (this.top) holder.scrollTop = this.top * height;
    return () => {
      top = this.top = holder.scrollTop / height;
      this.stands = null;
    };
  }

  /** @param {string} username */
  isInView(username) {
    if (!this.stands) return false;
    const { holder, height } = this.stands;
    const y = (this.shown.places.get(username) ?? 0) * height;
    return y + height > holder.scrollTop && y < holder.scrollTop + holder.clientHeight;
  }

  /** @param {string} name of the row that has the focus, "" where none has it */
  stopAt(name) {
    if (!name || name === this.stop) return;
    this.stop = name;
    this.place = this.shown.places.get(name) ?? 0;
    this.draw();
  }

  /** Who stands where the row stood that had the focus. */
  atItsPlace() {
    const { passing } = this.shown;
    return passing[Math.min(this.place, passing.length - 1)]?.username ?? "";
  }

  /**
   * Scroll as little as shows the row, and give it the focus.
   * @param {string} name
   */
  lead(name) {
    if (!this.stands) return;
    const { holder, height } = this.stands;
    const y = (this.shown.places.get(name) ?? 0) * height;
    const room = holder.clientHeight - (holder.firstElementChild?.clientHeight ?? 0);
    if (y < holder.scrollTop) holder.scrollTop = y;
    else if (y + height > holder.scrollTop + room) holder.scrollTop = y + height - room;
    this.focus = name;
    this.draw();
  }
}

/**
 * The changes with a price as it is meant; null where the person was asked what it means and did not say.
 * @param {import("../../data/entry_cache.js").Entry} before
 * @param {Typed} typed
 */
async function meant({ username, price_asked: asked }, { changes, value }) {
  if (!changes["price_asked"]) return changes;
  const price = await meantBy(value, asked?.currency, username);
  return price === undefined ? null : { price_asked: price };
}
