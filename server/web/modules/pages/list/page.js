// The shortlist: dozens or thousands of creators at a glance.

import { call } from "../../data/api.js";
import { keptBatch } from "../../data/batch.js";
import { entries } from "../../data/entry_cache.js";
import { isPartial, loadEntries, watchEntries } from "../../data/entry_sync.js";
import { listName, marketFor, references } from "../../data/references.js";
import { loadStages } from "../../data/stages.js";
import { loadViews } from "../../data/views.js";
import { h, useLayoutEffect, useMemo, useState } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { currentLanguage, t } from "../../words/texts.js";
import { BulkBar } from "./bulk.js";
import { ColumnMenu, chooseColumns, shownColumns } from "./column_choice.js";
import { allColumns, narrowColumns } from "./columns.js";
import { Empty } from "./empty.js";
import { FilterBar } from "./filters.js";
import { List, redraw, takeState } from "./list.js";
import { SortChoice } from "./sorting.js";
import { Table } from "./table.js";
import { Title } from "./title.js";
import { Views } from "./views.js";

const NARROW = matchMedia("(max-width: 56rem)");

/** @type {import("../../parts/preact.js").Page<List>} */
export const page = { load, View };

/** @param {import("../../words/address.js").Route} route @returns {Promise<List>} */
async function load({ query }) {
  const asked = [references(), call("GET", "/settings"), loadEntries(), loadStages(), loadViews()];
  const [tables, settings] =
    await /** @type {Promise<[import("api").ReferencesAnswer, import("api").SettingsAnswer]>} */ (Promise.all(asked));
  chooseColumns(takeState(query)?.columns);
  return new List(
    marketFor(tables.prices.markets, settings.settings.currency),
    query.has("batch") ? keptBatch() : null,
  );
}

/** @param {import("../../parts/preact.js").PageProps<List>} props */
function View({ data: list, signal }) {
  const [, draw] = useState({});
  const [choice, redrawColumns] = useState({});
  const narrow = NARROW.matches;
  useLayoutEffect(() => watch(list, () => draw({}), signal), [list]);
  const all = useMemo(() => allColumns(list.currency, list.own), [list, list.own, currentLanguage()]);
  const columns = useMemo(() => (narrow ? narrowColumns() : shownColumns(all)), [all, narrow, choice]);
  list.fields = new Set(columns.map(({ field }) => field));
  if (!entries().length) return h(Empty, {});
  const show = (/** @type {import("../../data/views.js").View} */ view) => {
    chooseColumns(view.columns);
    redrawColumns({});
    list.show(view);
  };
  const beside = [
    !narrow && h(ColumnMenu, { all, changed: () => redrawColumns({}) }),
    h(Views, {
      present: () => ({ ...list.view(), columns: shownColumns(all).map(({ field }) => field) }),
      choose: show,
    }),
  ];
  return [
    h(Title, { list, narrow, source: list.market ? t("web.list_prices_by", { list: listName(list.market) }) : "" }),
    h(FilterBar, { list, open: !narrow, beside }),
    list.only &&
      h(
        "p",
        { class: "hint" },
        `${t("web.list_batch")} · `,
        h("a", { href: address("list") }, t("web.list_batch_all")),
      ),
    h(BulkBar, { chosen: [...list.shown.selected], unseen: list.shown.unseen(), changed: redraw }),
    h(
      "div",
      { class: "list-count" },
      h("p", { class: "hint", role: "status" }, list.said()),
      narrow && h(SortChoice, { order: list.shown.order, orderBy: (order) => list.orderBy(order) }),
    ),
    h("p", { class: "message", hidden: list.shown.passing.length > 0 || isPartial() }, t("web.list_none_match")),
    h(Table, { list, columns, narrow }),
    h("p", { needs: "PATCH /shortlist/<username>", class: "hint keys" }, t("web.list_keys")),
  ];
}

/**
 * Follow what changes until the page is left.
 * @param {List} list
 * @param {() => void} draw
 * @param {AbortSignal} signal of the page
 */
function watch(list, draw, signal) {
  const over = new AbortController();
  const end = list.begin(() => {
    draw();
    if (!isPartial()) performance.mark("soi.whole"); // read by scripts/benchmarks/webapp.py
  });
  list.remember();
  const hear = (/** @type {import("../../data/entry_sync.js").News} */ news) => {
    list.hear(news);
    list.takeUp();
  };
  watchEntries(hear, AbortSignal.any([signal, over.signal]));
  list.takeUp();
  NARROW.addEventListener("change", draw, { signal: over.signal });
  performance.mark("soi.list"); // read by scripts/benchmarks/webapp.py
  if (!isPartial()) performance.mark("soi.whole");
  return () => {
    over.abort();
    end();
  };
}
