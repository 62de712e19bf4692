// What a creator asks for a post, what a post may cost by each price list that has this size, and what the asked price
// comes to.

import { h } from "../dom.js";
import { labelled } from "../fields.js";
import { money, range } from "../figures.js";
import { MoneyField } from "../money.js";
import { currencyOf, expectedPrice, listName, priceIn } from "../references.js";
import { t } from "../texts.js";
import { toast } from "../toast.js";
import { troubleText } from "../trouble.js";
import { markTyped } from "../unsaved.js";

/** @typedef {import("../money.js").Price | null} Asked */
/** @typedef {{ followers: number | null, engagements: number }} Size */
/** @typedef {(asked: Asked, form: HTMLFormElement) => void} Save */

const KINDS = ["image", "carousel", "reel", "video"];
const CURRENCIES = ["VND", "USD"];
const NETS = /** @type {const} */ ({ "": null, net: true, gross: false });

/**
 * @param {{ state: any, analysis: any }} known
 * @param {any} prices of the references
 * @param {string} usual currency of a price that nobody has asked yet
 * @param {Save | null} save null where there is no entry to keep it
 */
export function priceCard({ state, analysis }, prices, usual, save) {
  const entry = state.shortlist;
  const size = sizeOf(entry, analysis);
  if (!entry && size.followers === null) return null;
  const kind = h(
    "select",
    { name: "kind" },
    ...KINDS.map((name) => h("option", { value: name }, t(`web.kind_${name}`))),
  );
  const answer = h("div", { class: "block" });
  /** @type {Asked} */
  let asked = null;
  const redraw = () => {
    answer.replaceChildren(...(size.followers === null ? [] : answerTo(prices, size, kind.value, asked)));
  };
  const form = askedForm(entry, state.creator.username, currencyOf(entry, usual), save, (price) => {
    asked = price;
    redraw();
  });
  if (size.followers !== null) form.prepend(labelled("web.price_kind", kind));
  kind.addEventListener("input", redraw);
  redraw();
  return h("section", { class: "card" }, h("h2", {}, t("web.price_title")), form, answer);
}

/**
 * By the last check, or by the last visit where no check's audit is kept.
 * @param {any} entry
 * @param {any} analysis
 * @returns {Size}
 */
function sizeOf(entry, analysis) {
  const visit = entry?.last_check;
  const [count, rate] = analysis
    ? [analysis.facts.followers, analysis.engagement.rate_pct]
    : [visit?.followers, visit?.engagement_rate];
  const followers = count?.value ?? null;
  return { followers, engagements: ((rate?.value ?? 0) / 100) * (followers ?? 0) };
}

/**
 * @param {any} entry
 * @param {string} username
 * @param {string} usual
 * @param {Save | null} save
 * @param {(price: Asked) => void} heard
 */
function askedForm(entry, username, usual, save, heard) {
  const stored = entry?.price_asked ?? null;
  const codes = [...new Set([...CURRENCIES, usual])];
  const currency = h("select", { name: "currency" }, ...codes.map((code) => h("option", {}, code)));
  currency.value = usual;
  const net = h(
    "select",
    { name: "net" },
    ...Object.keys(NETS).map((word) => h("option", { value: word }, t(`web.price_net_${word || "unsaid"}`))),
  );
  net.value = netWord(stored);
  const field = new MoneyField({ name: "asked", stored, currency: usual, username, heard });
  currency.addEventListener("change", () => field.useCurrency(currency.value));
  const form = h(
    "form",
    { class: "price-form", "data-keep": "price", "data-version": entry?.version },
    labelled("web.price_asked", field.input),
    labelled("web.price_currency", currency),
    labelled("web.price_net", net),
    save && h("button", { class: "button" }, t("web.price_save")),
    field.echo,
  );
  const before = net.value;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const price = await field.read().catch((error) => {
      toast(troubleText(error), { trouble: true });
      return undefined;
    });
    if (price === undefined) markTyped(form);
    else save?.(price && withNet(price, net.value, before), form);
  });
  return form;
}

/** @param {Asked} price @returns {keyof typeof NETS} */
function netWord(price) {
  if (price?.net == null) return "";
  return price.net ? "net" : "gross";
}

/**
 * What was chosen, else what the words say.
 * @param {import("../money.js").Price} price
 * @param {string} chosen
 * @param {string} before
 */
function withNet(price, chosen, before) {
  if (chosen === before && chosen === "") return price;
  return { ...price, net: NETS[/** @type {keyof typeof NETS} */ (chosen)] };
}

/**
 * @param {any} prices
 * @param {Size} size
 * @param {string} kind
 * @param {Asked} asked
 */
function answerTo(prices, { followers, engagements }, kind, asked) {
  if (followers === null) return [];
  return [expected(prices, followers, kind, engagements), verdictOn(prices, followers, kind, engagements, asked)];
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
  if (!asked?.currency) return "";
  const low = asked.low ?? 0;
  const high = asked.high ?? low;
  const price = priceIn(prices, asked.currency, followers, kind)?.price;
  const cost = engagements
    ? t("web.price_each", {
        cost: range(money(low / engagements, asked.currency), money(high / engagements, asked.currency)),
      })
    : t("web.price_each_unknown");
  if (!price) return h("p", {}, cost);
  const higher = low > price.high ? "above" : "within";
  const word = high < price.low ? "below" : higher;
  return h("p", {}, h("strong", {}, t(`web.price_${word}`)), ` ${cost}`);
}
