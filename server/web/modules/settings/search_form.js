// The fields of one saved search, and what it asks for in one line.

import { h } from "../dom.js";
import { labelled } from "../fields.js";
import { exact } from "../figures.js";
import { TIERS } from "../shared_facts.js";
import { MoneyField } from "../money.js";
import { t } from "../texts.js";

/**
 * @typedef {object} Search
 * @property {string} id
 * @property {string} name
 * @property {string[]} tiers
 * @property {string | null} least_band
 * @property {number | null} newest_days
 * @property {{ amount: number, currency: string } | null} price_limit
 * @property {boolean} public
 * @property {string[]} languages
 * @property {string[]} niches
 * @property {string[]} rivals
 */

const BANDS = ["below", "average", "good", "high"]; // the lowest one, "low", asks for nothing
const CURRENCIES = ["VND", "USD"];

/**
 * A search that asks for what the shipped one asks for, under a name that is not taken.
 * @param {Search[]} others
 * @param {string} word
 * @returns {Search}
 */
export function freshSearch(others, word) {
  const taken = new Set(others.flatMap(({ id, name }) => [id, name]));
  let n = others.length + 1;
  while (taken.has(`${word} ${n}`) || taken.has(`search-${n}`)) n += 1;
  return {
    id: `search-${n}`,
    name: `${word} ${n}`,
    tiers: ["micro"],
    least_band: "below",
    newest_days: 90,
    price_limit: null,
    public: true,
    languages: [],
    niches: [],
    rivals: [],
  };
}

/** What a search asks for. @param {Search} search */
export function summaryOf(search) {
  const { tiers, least_band: band, newest_days: days, price_limit: limit } = search;
  const parts = [
    ...(tiers.length > 0 ? [tiers.map((tier) => t(`tier.${tier}`)).join(", ")] : []),
    ...(band && band !== "low" ? [t(`fit.band.${band}`)] : []),
    ...(days ? [t("web.search_days", { n: days })] : []),
    ...(limit ? [t("web.search_price", { price: exact(limit.amount, limit.currency) })] : []),
    ...(search.public ? [t("web.search_public_short")] : []),
  ];
  return parts.length > 0 ? parts.join(" · ") : t("web.search_anybody");
}

/** @param {Search} search */
export function searchForm(search) {
  return h(
    "div",
    { class: "search-form" },
    labelled(
      "web.search_name",
      h("input", { name: "name", class: "field", required: true, maxlength: 60, value: search.name }),
    ),
    h(
      "fieldset",
      { class: "ticks" },
      h("legend", {}, t("web.search_tiers")),
      ...TIERS.map((tier) => tick(search, tier)),
    ),
    labelled("web.search_band", bandSelect(search.least_band)),
    labelled("web.search_newest", numberField("newest_days", search.newest_days, 3_650)),
    ...limitFields(search),
    h(
      "label",
      { class: "tick" },
      h("input", { type: "checkbox", name: "public", checked: search.public }),
      t("web.search_public"),
    ),
  );
}

/**
 * The search with what its fields hold; what has no field stays.
 * @param {Search} search
 * @param {HTMLFormElement} form
 * @returns {Search}
 */
export function searchOf(search, form) {
  const data = new FormData(form);
  if (!data.has("name")) return search;
  const amount = Number(data.get("amount"));
  return {
    ...search,
    name: String(data.get("name")).trim() || search.name,
    tiers: data.getAll("tiers").map(String),
    least_band: String(data.get("least_band")) || null,
    newest_days: Number(data.get("newest_days")) || null,
    price_limit: amount > 0 ? { amount, currency: String(data.get("currency")) } : null,
    public: data.has("public"),
  };
}

/**
 * @param {Search} search
 * @param {string} tier
 */
function tick(search, tier) {
  const box = h("input", { type: "checkbox", name: "tiers", value: tier, checked: search.tiers.includes(tier) });
  return h("label", { class: "tick" }, box, t(`tier.${tier}`));
}

/** @param {string | null} band */
function bandSelect(band) {
  return h(
    "select",
    { name: "least_band", class: "field" },
    h("option", { value: "" }, t("fit.band.low")),
    ...BANDS.map((one) => h("option", { value: one, selected: one === band }, t(`fit.band.${one}`))),
  );
}

/**
 * @param {string} name
 * @param {number | null} value empty for null: no limit
 * @param {number} most
 */
function numberField(name, value, most) {
  return h("input", { name, type: "number", class: "field", min: 1, max: most, step: 1, value: value ?? "" });
}

/**
 * The most that a post may cost. The amount as the server reads it stands in a field that nobody sees; until it is one
 * amount, the form cannot be sent.
 * @param {Search} search
 */
function limitFields(search) {
  const limit = search.price_limit;
  const amount = h("input", { type: "hidden", name: "amount", value: limit?.amount ?? "" });
  const currency = h(
    "select",
    { name: "currency", class: "field" },
    ...CURRENCIES.map((one) => currencyOption(one, search)),
  );
  const stored = limit && { low: limit.amount, high: limit.amount, currency: limit.currency, net: null, text: "" };
  const field = new MoneyField({
    name: "limit",
    stored: stored && { ...stored, text: exact(stored.low, stored.currency) },
    currency: limit?.currency ?? "VND",
    heard: (price) => {
      const one = price !== null && price.low === price.high && CURRENCIES.includes(price.currency ?? "");
      const isEmpty = field.input.value.trim() === "";
      field.input.setCustomValidity(one || isEmpty ? "" : t("web.money_one_amount"));
      amount.value = one ? String(price.low) : "";
      if (one) currency.value = price.currency ?? "";
      amount.dispatchEvent(new Event("input", { bubbles: true })); // what the search would do may be shown now
    },
  });
  field.input.addEventListener("input", () => field.input.setCustomValidity(t("web.money_reading")));
  currency.addEventListener("change", () => field.useCurrency(currency.value));
  return [
    h(
      "div",
      { class: "search-price" },
      labelled("web.search_limit", field.input),
      labelled("web.search_currency", currency),
      amount,
    ),
    field.echo,
  ];
}

/**
 * @param {string} currency
 * @param {Search} search
 */
function currencyOption(currency, { price_limit: limit }) {
  return h("option", { value: currency, selected: limit?.currency === currency }, currency);
}
