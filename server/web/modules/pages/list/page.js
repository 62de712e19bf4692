// The shortlist: dozens or thousands of creators at a glance.

import { call } from "../../data/api.js";
import { h } from "../../parts/dom.js";
import { keepOrder } from "../../data/order.js";
import { keptBatch } from "../../data/batch.js";
import { change, entries, entryOf, known } from "../../data/entry_cache.js";
import { askedText } from "../../words/figures.js";
import { count, isPartial, loadEntries, watchEntries } from "../../data/entry_sync.js";
import { meantBy } from "./money_question.js";
import { listName, marketFor, references } from "../../data/references.js";
import { address } from "../../words/address.js";
import { number, t } from "../../words/texts.js";
import { toast } from "../../parts/toast.js";
import { BulkBar } from "./bulk.js";
import { leaving, notSaved, takeBack } from "./bulk_actions.js";
import { emptyList } from "./empty.js";
import { allColumns, narrowColumns } from "./columns.js";
import { columnMenu, shownColumns } from "./column_choice.js";
import { toExport } from "./exporting.js";
import { FilterBar } from "./filters.js";
import { filtersIn, isFiltered, matcher, noFilters } from "./matching.js";
import { keepState, orderIn } from "./state.js";
import { ownHeadings, rowsFor } from "./rows.js";
import { SortChoice } from "./sorting.js";
import { Table } from "./table.js";
import { listTitle } from "./title.js";
import { viewBar } from "./views.js";

/** @typedef {import("./rows.js").Row} Row */

const NARROW = matchMedia("(max-width: 56rem)");

/** What was looked for, chosen and in view stays while other pages are open. */
const filters = noFilters();
let sort = { field: "seen", dir: "desc" };
/** @type {Set<string>} */
const selected = new Set();
let top = 0; // in rows
/** The list that is on the screen now. @type {List | null} */
let present = null;
/** An action may end after its page was left, and the list be there anew. */
const redraw = (/** @type {string[]} */ names) => present?.refresh(names);

/** @type {import("../../parts/preact.js").DrawnPage} */
export const page = { draw };

/**
 * @param {HTMLElement} place
 * @param {import("../../words/address.js").Route} route
 * @param {AbortSignal} signal
 */
async function draw(place, route, signal) {
  const [tables, settings] = await Promise.all([references(), call("GET", "/settings"), loadEntries()]);
  if (signal.aborted) return;
  const market = marketFor(tables.prices.markets, settings.settings.currency);
  takeState(route.query);
  const list = new List(place, market, signal);
  list.only = route.query.has("batch") ? keptBatch() : null;
  present = list;
  await list.draw();
  watchEntries((news) => list.hear(news), signal);
  performance.mark("soi.list"); // read by scripts/benchmarks/webapp.py
}

/** What an address names is looked for, and nothing else; one that names nothing leaves all as it was. @param {URLSearchParams} query */
function takeState(query) {
  if (![...query.keys()].length) return;
  Object.assign(filters, noFilters(), filtersIn(query));
  sort = orderIn(query) ?? sort;
}

/**
 * The changes with a price as it is meant; null where the person was asked what it means and did not say.
 * @param {import("../../data/entry_cache.js").Entry} before
 * @param {import("./editors.js").Typed} typed
 */
async function meant({ username, price_asked: asked }, { changes, value }) {
  if (!changes["price_asked"]) return changes;
  const price = await meantBy(value, asked?.currency, username);
  return price === undefined ? null : { price_asked: price };
}

class List {
  /** @type {Table | null} */
  table = null;
  /** @type {FilterBar | null} */
  bar = null;
  /** @type {SortChoice | null} */
  sorting = null;
  /** @type {import("./line.js").Column[]} */
  columns = [];
  /** Those of the last import, where only they are wanted. @type {Set<string> | null} */
  only = null;

  /**
   * @param {HTMLElement} place
   * @param {import("../../data/references.js").Market | undefined} market
   * @param {AbortSignal} signal
   */
  constructor(place, market, signal) {
    this.place = place;
    this.currency = market?.currency ?? "VND";
    this.source = market ? t("web.list_prices_by", { list: listName(market) }) : "";
    this.rowOf = rowsFor(market);
    this.signal = signal;
    this.said = h("p", { class: "hint", role: "status" });
    this.none = h("p", { class: "message" }, t("web.list_none_match"));
    this.bulk = new BulkBar(() => [...selected], redraw);
    NARROW.addEventListener("change", () => this.draw(), { signal });
    signal.addEventListener("abort", () => {
      this.close();
      if (present === this) present = null;
    });
  }

  rows() {
    return entries().map(this.rowOf);
  }

  async draw() {
    if (this.signal.aborted) return;
    this.close();
    const rows = this.rows();
    if (!rows.length) {
      const steps = await emptyList();
      if (this.signal.aborted || this.table) return; // left, or drawn anew with somebody on it
      this.place.replaceChildren(steps);
      return;
    }
    if (!isPartial()) this.forgetGone();
    const grid = h("div", { class: "list-grid" });
    const keys = h("p", { class: "hint keys" }, t("web.list_keys"));
    this.columns = allColumns(this.currency, ownHeadings(entries()));
    this.bar = new FilterBar(filters, () => this.filter(), !NARROW.matches, this.currency, ...this.beside());
    this.bar.offer(rows);
    this.sorting = new SortChoice((order) => this.table?.orderBy(order));
    const counted = h("div", { class: "list-count" }, this.said, NARROW.matches && this.sorting.element);
    const above = [this.head(), this.bar.element, this.batch(), this.bulk.place, counted, this.none];
    this.place.replaceChildren(...above, grid, keys);
    this.drawTable(grid, rows);
  }

  /**
   * @param {HTMLElement} grid
   * @param {import("./rows.js").Row[]} rows
   */
  drawTable(grid, rows) {
    this.table = new Table(grid, rows, {
      currency: this.currency,
      columns: NARROW.matches ? narrowColumns() : shownColumns(this.columns),
      narrow: NARROW.matches,
      sort,
      ordered: (order) => {
        this.sorting?.show(order);
        this.remember(order);
      },
      selected,
      save: (before, typed) => this.save(before, typed),
      chosen: () => this.drawBulk(),
      open: (name) => {
        location.hash = address("creators", name);
      },
    });
    this.filter();
    this.table.grid.scrollTo(top);
  }

  /** The table anew with the columns that are chosen by now; what stands around it stays. */
  changeColumns() {
    const before = this.place.querySelector(".list-grid");
    this.close();
    const grid = h("div", { class: "list-grid" });
    before?.replaceWith(grid);
    this.drawTable(grid, this.rows());
  }

  head() {
    const isPart = () => this.only !== null || isFiltered(filters);
    return listTitle(this.source, () => toExport(this.table?.passing ?? [], selected, isPart()));
  }

  /** What stands beside the filters. */
  beside() {
    return NARROW.matches ? [this.views()] : [columnMenu(this.columns, () => this.changeColumns()), this.views()];
  }

  /** The address has what is on show. @param {import("./table.js").Sort} [order] */
  remember(order = this.table?.order ?? sort) {
    if (this.signal.aborted || !this.table) return;
    keepState(filters, order, this.only !== null);
    keepOrder(this.table.passing.map((row) => row.username));
  }

  /** What is said where the list shows one import alone. */
  batch() {
    if (!this.only) return "";
    const whole = h("a", { href: address("list") }, t("web.list_batch_all"));
    return h("p", { class: "hint" }, `${t("web.list_batch")} · `, whole);
  }

  views() {
    const shown = () => ({ filters: { ...filters }, sort: this.table?.order ?? sort });
    return viewBar(shown, (view) => {
      Object.assign(filters, noFilters(), view.filters);
      this.bar?.show();
      this.table?.orderBy(view.sort);
      this.filter();
    });
  }

  filter() {
    const test = matcher(filters, this.currency);
    this.table?.filter((row) => !leaving.has(row.username) && (this.only?.has(row.username) ?? true) && test(row));
    this.say();
    this.drawBulk();
  }

  /** How many are shown of how many, and honestly so while a long list is still on its way. */
  say() {
    this.remember();
    const shown = this.table?.count() ?? 0;
    const counts = { n: shown, here: number(entries().length), all: number(count()) };
    const filtered = this.only !== null || isFiltered(filters);
    this.none.hidden = shown > 0 || isPartial();
    if (isPartial()) this.said.textContent = t(filtered ? "web.list_shown_partly" : "web.list_partly", counts);
    else {
      this.said.textContent = t(filtered ? "web.list_shown" : "web.list_all", counts);
      performance.mark("soi.whole"); // read by scripts/benchmarks/webapp.py
    }
  }

  drawBulk() {
    this.bulk.update(this.table?.unseen() ?? 0);
  }

  /** Nobody is chosen who is not on the list, or about to be erased. */
  forgetGone() {
    for (const name of selected) if (!known.has(name) || leaving.has(name)) selected.delete(name);
  }

  /**
   * Draw these creators as they are known now.
   * @param {string[]} names
   */
  async refresh(names) {
    if (this.signal.aborted) return;
    for (const name of names) if (leaving.has(name)) selected.delete(name);
    if (!this.table || !entries().length) {
      await this.draw();
      return;
    }
    const changed = names.flatMap((name) => entryOf(name) ?? []).map(this.rowOf);
    const gone = names.filter((name) => !entryOf(name));
    this.table.update(changed, gone);
    this.bar?.offer(changed);
    this.say();
    this.drawBulk();
  }

  /**
   * Save what was typed into a cell; where that fails, it is there to be saved again.
   * @param {import("../../data/entry_cache.js").Entry} before as it stood when the cell was opened
   * @param {import("./editors.js").Typed} typed
   */
  async save(before, typed) {
    const { username: name, version } = before;
    try {
      const changes = await meant(before, typed);
      if (!changes) {
        await redraw([name]);
        present?.table?.edit(name, typed.field, { value: typed.value, over: () => {} });
        return;
      }
      const saved = await change(name, changes, version);
      const made = new Map([[name, saved.version]]);
      const price = "price_asked" in changes && saved.price_asked ? ` ${askedText(saved.price_asked)}` : "";
      toast(t("web.list_saved", { name }) + price, { undo: () => takeBack(made, redraw), about: [name] });
      await redraw([name]);
    } catch (error) {
      await redraw([name]);
      let close = () => {};
      const again = { value: typed.value, over: () => close() };
      const open = present?.table?.edit(name, typed.field, again) ?? false;
      close = toast(notSaved(error, name, typed, open), { trouble: true });
    }
  }

  /** @param {import("../../data/entry_sync.js").News} news */
  async hear(news) {
    if (news.all && this.table && entries().length) {
      this.forgetGone();
      this.table.replace(this.rows());
      this.bar?.offer(this.rows());
      this.say();
      this.drawBulk();
    } else if (news.all || !this.table) await this.draw();
    else await this.refresh([...news.changed.map((entry) => entry.username), ...news.gone]);
  }

  close() {
    if (this.table) {
      sort = this.table.order;
      top = this.table.grid.top();
    }
    this.table?.close();
    this.table = null;
  }
}
