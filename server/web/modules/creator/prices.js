// What a post may cost, by each price list that has this size, and what an asked price comes to.

import { h } from "../dom.js";
import { labelled } from "../fields.js";
import { money, range } from "../figures.js";
import { currencyOf, expectedPrice, listName, priceIn } from "../references.js";
import { t } from "../texts.js";

/** @typedef {{ amount: number, currency: string } | null} Asked */

const KINDS = ["image", "carousel", "reel", "video"];

/**
 * @param {any} analysis
 * @param {any} prices of the references
 * @param {string} usual currency of a price that nobody has asked yet
 * @param {{ price_asked: Asked, version: number } | null} entry
 * @param {((asked: Asked, form: HTMLFormElement) => void) | null} save null where there is no entry to keep it
 */
export function priceCalculator(analysis, prices, usual, entry, save) {
  const followers = analysis.facts.followers?.value;
  if (!followers) return null;
  const rate = analysis.engagement.rate_pct.value;
  const engagements = rate ? (rate / 100) * followers : 0;
  const kind = h(
    "select",
    { name: "kind" },
    ...KINDS.map((name) => h("option", { value: name }, t(`web.kind_${name}`))),
  );
  const amount = h("input", {
    name: "amount",
    type: "number",
    class: "field",
    min: 0,
    step: "any",
    inputmode: "decimal",
  });
  const currency = h("select", { name: "currency" }, h("option", {}, "VND"), h("option", {}, "USD"));
  const asked = entry?.price_asked ?? null;
  currency.value = currencyOf(entry, usual);
  if (asked) amount.value = String(asked.amount);
  const answer = h("div", { class: "block", role: "status" });
  const given = () => (amount.value === "" ? null : { amount: Number(amount.value), currency: currency.value });
  const redraw = () =>
    answer.replaceChildren(
      expected(prices, followers, kind.value, engagements),
      verdictOn(prices, followers, kind.value, engagements, given()),
    );
  for (const control of [kind, amount, currency]) control.addEventListener("input", redraw);
  redraw();
  const form = h(
    "form",
    { class: "price-form", "data-keep": "price", "data-version": entry?.version },
    labelled("web.price_kind", kind),
    labelled("web.price_asked", amount),
    labelled("web.price_currency", currency),
    save && h("button", { class: "button" }, t("web.price_save")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save?.(given(), form);
  });
  return h("section", { class: "card" }, h("h2", {}, t("web.price_title")), form, answer);
}

/**
 * @param {any} prices
 * @param {number} followers
 * @param {string} kind
 * @param {number} engagements
 */
function expected(prices, followers, kind, engagements) {
  const lines = prices.markets.flatMap((/** @type {any} */ market) => {
    const price = expectedPrice(market, followers, prices.formats[kind]);
    if (!price) return [];
    const cost = engagements
      ? t("web.price_each", {
          cost: range(
            money(price.low / engagements, market.currency),
            money(price.high / engagements, market.currency),
          ),
        })
      : "";
    return h(
      "li",
      {},
      h("strong", {}, range(money(price.low, market.currency), money(price.high, market.currency))),
      cost && ` · ${cost}`,
      h("span", { class: "hint" }, ` ${listName(market)}`),
    );
  });
  return lines.length ? h("ul", { class: "points" }, ...lines) : h("p", { class: "quiet" }, t("web.price_none"));
}

/**
 * @param {any} prices
 * @param {number} followers
 * @param {string} kind
 * @param {number} engagements
 * @param {Asked} asked
 */
function verdictOn(prices, followers, kind, engagements, asked) {
  if (!asked) return "";
  const price = priceIn(prices, asked.currency, followers, kind)?.price;
  const cost = engagements
    ? t("web.price_each", { cost: money(asked.amount / engagements, asked.currency) })
    : t("web.price_each_unknown");
  if (!price) return h("p", {}, cost);
  const higher = asked.amount > price.high ? "above" : "within";
  const word = asked.amount < price.low ? "below" : higher;
  return h("p", {}, h("strong", {}, t(`web.price_${word}`)), ` ${cost}`);
}
