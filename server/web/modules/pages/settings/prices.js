// Price lists: the published ones to read, and the user's own in their place.

import { call } from "../../data/api.js";
import { button, scrolling, titleRow } from "../../parts/elements.js";
import { h, useState } from "../../parts/preact.js";
import { money } from "../../words/figures.js";
import { forgetReferences, listName } from "../../data/references.js";
import { CURRENCIES } from "../../words/shared_facts.js";
import { inLanguage, number, t } from "../../words/texts.js";
import { PriceForm } from "./price_form.js";
import { useSaving } from "./saving.js";
import { useTaking } from "./taking.js";

/** @typedef {import("./price_rows.js").Row} Row */
/** @typedef {import("api").PricesAnswer} Answer */

const PATH = "/settings/prices";

const ask = () => call("GET", PATH);
/** @type {import("./saving.js").Keep<Answer>} */
const keep = (method, body, seen) => call(method, PATH, body, seen);

/** @param {{ answer: Answer }} props */
export function PricesCard({ answer }) {
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.settings_prices")),
    h("p", { class: "hint" }, t("web.settings_prices_text")),
    CURRENCIES.map((currency) => h(CurrencyPart, { key: currency, currency, answer })),
  );
}

/**
 * The lists in one currency.
 * @param {{ currency: string, answer: Answer }} props
 */
function CurrencyPart({ currency, answer }) {
  /** The rows that were begun and not saved yet. */
  const [draft, setDraft] = useState(/** @type {Row[] | null} */ (null));
  const { now, take, place, taken } = useTaking(answer, "button");
  /** @param {Answer} present */
  const takeAnew = (present) => {
    setDraft(null);
    take(present);
  };
  const { places, seen, clear, save } = useSaving({
    ask,
    keep,
    answer,
    shown: (each) => rangesIn(each, currency),
    theirs: (present) => theirsOf(currency, rangesIn(present, currency)),
    take: takeAnew,
  });
  /** @param {Row[] | null} ranges null: the published lists again */
  const change = async (ranges) => {
    const answered = await save("web.prices_saved", (present) => changeOf(present, currency, ranges));
    if (!answered) return;
    forgetReferences();
    takeAnew(answered);
  };
  const leave = () => {
    clear();
    if (draft) takeAnew(seen());
    else change(null);
  };
  const ranges = draft ?? rangesIn(now, currency);
  const published = answer.published.markets.filter((market) => market.currency === currency);
  const begin = async () => {
    clear();
    setDraft(copyOf(published));
    await null; // it is drawn by then
    place.current?.getElementsByTagName("input")[0]?.focus();
  };
  return h(
    "section",
    { class: "block", "aria-labelledby": `prices-${currency}`, ref: place },
    h("h3", { id: `prices-${currency}` }, t("web.prices_in", { currency })),
    ranges
      ? h(PriceForm, { key: `${taken} ${draft === null}`, currency, ranges, save: change, leave })
      : [published.map(listOf), h("div", { class: "actions" }, button(t("web.prices_begin", { currency }), "", begin))],
    ...places,
  );
}

/** @param {Answer} answer @param {string} currency */
function rangesIn(answer, currency) {
  return answer.own?.find((list) => list.currency === currency)?.ranges ?? null;
}

/**
 * The request that saves `ranges` in a currency and leaves the other one as it is.
 * @param {Answer} present
 * @param {string} currency
 * @param {Row[] | null} ranges
 * @returns {import("./saving.js").Change}
 */
function changeOf(present, currency, ranges) {
  const others = (present.own ?? []).filter((list) => list.currency !== currency);
  const lists = ranges ? [...others, { currency, ranges }] : others;
  return lists.length ? { body: { lists } } : { method: "DELETE" };
}

/**
 * The list that another tab saved.
 * @param {string} currency
 * @param {Row[] | null} list null: the published lists
 */
function theirsOf(currency, list) {
  const rows = (list ?? []).map((row) => lineOf([row.from, row.to, row.low, row.high], currency));
  return {
    text: t(list ? "web.prices_conflict" : "web.prices_conflict_published", { currency }),
    table: list && priceTable(t("web.prices_theirs", { currency }), rows),
    take: t("web.prices_take", { currency }),
  };
}

/** The rows of the first published list with fixed prices, to begin with. @param {import("../../data/references.js").Market[]} markets */
function copyOf(markets) {
  const ranges = markets.find((market) => market.per_follower == null)?.ranges ?? [[5000, 100_000, 0, 0]];
  return ranges.map(([from, to, low, high]) => ({ from, to, low, high }));
}

/** @param {import("../../data/references.js").Market} market */
function listOf(market) {
  const rows = market.ranges.map((row) => lineOf(row, market.currency, market.per_follower));
  return [
    h("p", {}, h("strong", {}, listName(market)), h("span", { class: "hint" }, ` ${inLanguage(market.note)}`)),
    priceTable(listName(market), rows),
  ];
}

/**
 * @param {string} caption
 * @param {import("../../parts/preact.js").Child[]} rows
 */
function priceTable(caption, rows) {
  const titles = ["web.setting_prices_from", "web.setting_prices_to", "web.list_price"];
  return scrolling(
    h(
      "table",
      { class: "evidence fitting" },
      h("caption", { class: "visually-hidden" }, caption),
      titleRow(titles),
      h("tbody", {}, ...rows),
    ),
  );
}

/**
 * @param {[number, number, number, number]} row
 * @param {string} currency
 * @param {number | null} [perFollower]
 */
function lineOf([from, to, low, high], currency, perFollower) {
  const price =
    perFollower == null
      ? `${money(low, currency)} – ${money(high, currency)}`
      : t("web.setting_per_follower", { price: money(perFollower, currency) });
  return h("tr", {}, h("td", {}, number(from)), h("td", {}, number(to)), h("td", {}, price));
}
