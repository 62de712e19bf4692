// The shortlist: dozens or thousands of creators at a glance.

import { Refused, call } from "../api.js";
import { button, h } from "../dom.js";
import { change, entries, entryOf, undo } from "../entries.js";
import { saveFile } from "../files.js";
import { count, isPartial, loadEntries, watchEntries } from "../live.js";
import { listName, marketFor, references } from "../references.js";
import { address } from "../routes.js";
import { currentLanguage, number, t } from "../texts.js";
import { toast } from "../toast.js";
import { bulkBar } from "./bulk.js";
import { emptyList } from "./empty.js";
import { FilterBar, isFiltered, matcher, noFilters } from "./filters.js";
import { rowsFor } from "./rows.js";
import { Table } from "./table.js";
import { viewBar } from "./views.js";

/** @typedef {import("./rows.js").Row} Row */

const NARROW = matchMedia("(max-width: 56rem)");

/** What was looked for stays while other pages are open. */
const filters = noFilters();
let sort = { field: "seen", dir: "desc" };

/** @type {import("../routes.js").Page} */
export const page = { draw };

/**
 * @param {HTMLElement} place
 * @param {import("../routes.js").Route} _route
 * @param {AbortSignal} signal
 */
async function draw(place, _route, signal) {
  const [tables, settings] = await Promise.all([references(), call("GET", "/settings"), loadEntries()]);
  if (signal.aborted) return;
  const market = marketFor(tables.prices.markets, settings.settings.currency);
  const list = new List(place, market, signal);
  await list.draw();
  watchEntries((news) => list.hear(news), signal);
  performance.mark("soi.list"); // read by scripts/benchmarks/webapp.py
}

class List {
  /** Names that are about to be erased. @type {Set<string>} */
  hidden = new Set();
  /** @type {Table | null} */
  table = null;
  /** @type {FilterBar | null} */
  bar = null;

  /**
   * @param {HTMLElement} place
   * @param {import("../references.js").Market | undefined} market
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
    this.bulk = h("div", { class: "bulk-place" });
    NARROW.addEventListener("change", () => this.draw(), { signal });
    signal.addEventListener("abort", () => this.close());
  }

  rows() {
    return entries().map(this.rowOf);
  }

  async draw() {
    this.close();
    const rows = this.rows();
    if (!rows.length) {
      this.place.replaceChildren(await emptyList());
      return;
    }
    const grid = h("div", { class: "list-grid" });
    const keys = h("p", { class: "hint keys" }, t("web.list_keys"));
    this.bar = new FilterBar(filters, () => this.filter(), !NARROW.matches, this.views());
    this.bar.offer(rows);
    this.place.replaceChildren(this.head(), this.bar.element, this.bulk, this.said, this.none, grid, keys);
    this.table = new Table(grid, rows, {
      currency: this.currency,
      narrow: NARROW.matches,
      sort,
      save: (before, changes) => this.save(before, changes),
      selected: () => this.drawBulk(),
      open: (name) => {
        location.hash = address("creators", name);
      },
    });
    this.filter();
  }

  head() {
    const exportAs = (/** @type {string} */ kind) =>
      button(kind.toUpperCase(), "button-small", () =>
        saveFile(`/shortlist.${kind}?lang=${currentLanguage()}`, `soi-shortlist.${kind}`),
      );
    return h(
      "div",
      { class: "page-head" },
      h("h1", {}, t("web.nav_list")),
      h("p", { class: "hint" }, this.source),
      h(
        "div",
        { class: "actions", role: "group", "aria-label": t("web.export") },
        h("span", { class: "hint" }, t("web.export")),
        exportAs("csv"),
        exportAs("xlsx"),
      ),
    );
  }

  views() {
    const present = () => ({ filters: { ...filters }, sort: this.table?.order ?? sort });
    return viewBar(present, (view) => {
      Object.assign(filters, noFilters(), view.filters);
      this.bar?.show();
      this.table?.orderBy(view.sort);
      this.filter();
    });
  }

  filter() {
    const test = matcher(filters);
    this.table?.filter((row) => !this.hidden.has(row.username) && test(row));
    this.say();
  }

  /** How many are shown of how many, and honestly so while a long list is still on its way. */
  say() {
    const shown = this.table?.count() ?? 0;
    const counts = { n: number(shown), here: number(entries().length), all: number(count()) };
    const filtered = isFiltered(filters);
    this.none.hidden = shown > 0 || isPartial();
    if (isPartial()) this.said.textContent = t(filtered ? "web.list_shown_partly" : "web.list_partly", counts);
    else {
      this.said.textContent = t(filtered ? "web.list_shown" : "web.list_all", counts);
      performance.mark("soi.whole"); // read by scripts/benchmarks/webapp.py
    }
  }

  drawBulk() {
    const chosen = () => [...(this.table?.selected ?? [])];
    const bar = chosen().length
      ? bulkBar(
          chosen,
          (names) => this.refresh(names),
          (names, hidden) => this.hide(names, hidden),
        )
      : null;
    this.bulk.replaceChildren(...(bar ? [bar] : []));
  }

  /**
   * Draw these creators as they are known now.
   * @param {string[]} names
   */
  async refresh(names) {
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
   * @param {string[]} names
   * @param {boolean} hidden
   */
  hide(names, hidden) {
    for (const name of names) {
      if (hidden) this.hidden.add(name);
      else this.hidden.delete(name);
      this.table?.selected.delete(name);
    }
    this.filter();
    this.drawBulk();
  }

  /**
   * Save what was typed into a cell; say so when somebody else was quicker.
   * @param {import("../entries.js").Entry} before as it stood when the cell was opened
   * @param {Record<string, unknown>} changes
   */
  async save({ username: name, version }, changes) {
    try {
      await change(name, changes, version);
      toast(t("web.list_saved", { name }), { undo: () => undo(name).then(() => this.refresh([name])) });
    } catch (error) {
      const code = error instanceof Refused ? error.code : "internal";
      const text =
        code === "conflict"
          ? t("web.list_conflict", { name })
          : t("web.list_not_saved", { name, why: t(`error.${code}`) });
      toast(text, { trouble: true });
    }
    await this.refresh([name]);
  }

  /** @param {import("../live.js").News} news */
  async hear(news) {
    if (news.all && this.table && entries().length) {
      this.table.replace(this.rows());
      this.bar?.offer(this.rows());
      this.say();
    } else if (news.all || !this.table) await this.draw();
    else await this.refresh([...news.changed.map((entry) => entry.username), ...news.gone]);
  }

  close() {
    if (this.table) sort = this.table.order;
    this.table?.close();
    this.table = null;
  }
}
