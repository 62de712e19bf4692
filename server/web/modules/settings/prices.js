// Price lists: the published ones to read, and the user's own in their place.

import { button, h } from "../dom.js";
import { scrolling } from "../creator/history.js";
import { money } from "../figures.js";
import { forgetReferences, listName } from "../references.js";
import { inLanguage, number, t } from "../texts.js";
import { priceForm } from "./price_form.js";
import { keep, troublePlace } from "./saving.js";

/** @typedef {import("./price_rows.js").Row} Row */
/** @typedef {{ currency: string, ranges: Row[] }} List */
/** @typedef {{ own: List[] | null, published: { version: string, markets: import("../references.js").Market[] }, version: number }} Answer */

const CURRENCIES = ["VND", "USD"];
const PATH = "/settings/prices";

/**
 * @param {Answer} answer
 * @param {import("./page.js").Saved} saved
 */
export function pricesCard(answer, saved) {
  let own = answer.own ?? [];
  const parts = CURRENCIES.map((currency) => {
    const part = h("section", { class: "block", "aria-labelledby": `prices-${currency}` });
    const trouble = troublePlace();
    /** @param {Row[] | null} ranges null: the published lists again */
    const save = async (ranges) => {
      const others = own.filter((list) => list.currency !== currency);
      const lists = ranges ? [...others, { currency, ranges }] : others;
      const what = lists.length ? { body: { lists } } : { method: "DELETE" };
      const form = part.querySelector("form");
      const answered = await keep(saved, trouble, { path: PATH, done: "web.prices_saved", form, ...what });
      if (!answered) return;
      own = answered.own ?? [];
      forgetReferences();
      draw();
      part.querySelector("button")?.focus();
    };
    /** @param {Row[]} [draft] */
    const draw = (draft) => {
      const ranges = draft ?? own.find((list) => list.currency === currency)?.ranges;
      const title = h("h3", { id: `prices-${currency}` }, t("web.prices_in", { currency }));
      const published = answer.published.markets.filter((market) => market.currency === currency);
      const begin = button(t("web.prices_begin", { currency }), "", () => {
        draw(copyOf(published));
        part.querySelector("input")?.focus();
      });
      const body = ranges
        ? [priceForm(currency, ranges, save, () => (draft ? draw() : save(null)))]
        : [...published.map(listOf), h("div", { class: "actions" }, begin)];
      part.replaceChildren(title, ...body.flat(), trouble);
    };
    draw();
    return part;
  });
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.settings_prices")),
    h("p", { class: "hint" }, t("web.settings_prices_text")),
    ...parts,
  );
}

/** The rows of the first published list with fixed prices, to begin with. @param {import("../references.js").Market[]} markets */
function copyOf(markets) {
  const ranges = markets.find((market) => market.per_follower == null)?.ranges ?? [[5000, 100_000, 0, 0]];
  return ranges.map(([from, to, low, high]) => ({ from, to, low, high }));
}

/** @param {import("../references.js").Market} market */
function listOf(market) {
  const titles = ["web.setting_prices_from", "web.setting_prices_to", "web.list_price"];
  return [
    h("p", {}, h("strong", {}, listName(market)), h("span", { class: "hint" }, ` ${inLanguage(market.note)}`)),
    scrolling(
      h(
        "table",
        { class: "evidence" },
        h("caption", { class: "visually-hidden" }, listName(market)),
        h("thead", {}, h("tr", {}, ...titles.map((key) => h("th", { scope: "col" }, t(key))))),
        h("tbody", {}, ...market.ranges.map((row) => lineOf(row, market))),
      ),
    ),
  ];
}

/**
 * @param {[number, number, number, number]} row
 * @param {import("../references.js").Market} market
 */
function lineOf([from, to, low, high], market) {
  const price =
    market.per_follower == null
      ? `${money(low, market.currency)} – ${money(high, market.currency)}`
      : t("web.setting_per_follower", { price: money(market.per_follower, market.currency) });
  return h("tr", {}, h("td", {}, number(from)), h("td", {}, number(to)), h("td", {}, price));
}
