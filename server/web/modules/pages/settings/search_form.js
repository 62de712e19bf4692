// The fields of one saved search, and what it asks for in one line.

import { labelled } from "../../parts/elements.js";
import { h, useRef } from "../../parts/preact.js";
import { exact } from "../../words/figures.js";
import { BANDS, CURRENCIES, LONGEST_RIVAL, MOST_RIVALS, RIVAL_DAYS, TIERS } from "../../words/shared_facts.js";
import { useMoney } from "../../parts/money_field.js";
import { Select } from "../../parts/select.js";
import { named } from "../../words/choices.js";
import { has, t } from "../../words/texts.js";

/** @typedef {import("api").Search} Search */

const ASKED_BANDS = BANDS.slice(1); // the lowest one asks for nothing
const SIZES = /** @type {Search["tiers"]} */ (TIERS);

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
    rival_days: RIVAL_DAYS,
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
    ...namesOf("niche.", search.niches),
    ...namesOf("language.", search.languages),
    ...(search.rivals.length > 0
      ? [t("web.search_no_rivals", { names: search.rivals.join(", "), n: search.rival_days })]
      : []),
    ...(search.public ? [t("web.search_public_short")] : []),
  ];
  return parts.length > 0 ? parts.join(" · ") : t("web.search_anybody");
}

/**
 * One part of the summary: the names, any of which is enough; nothing where nothing is asked.
 * @param {"niche." | "language."} area
 * @param {string[]} ids
 */
function namesOf(area, ids) {
  const names = ids.map((id) => (has(area + id) ? t(area + id) : id));
  return names.length > 0 ? [names.join(` ${t("web.search_or")} `)] : [];
}

/** @param {{ search: Search }} props */
export function SearchForm({ search }) {
  return h(
    "div",
    { class: "search-form" },
    labelled(
      "web.search_name",
      h("input", { name: "name", class: "field", required: true, maxlength: 60, defaultValue: search.name }),
    ),
    h(
      "fieldset",
      { class: "ticks" },
      h("legend", {}, t("web.search_tiers")),
      ...SIZES.map((tier) => tick("tiers", tier, t(`tier.${tier}`), search.tiers)),
    ),
    labelled("web.search_band", bandSelect(search.least_band)),
    labelled("web.search_newest", numberField("newest_days", search.newest_days, 3_650)),
    h(LimitFields, { search }),
    foldedTicks("niches", named("niche."), search.niches),
    foldedTicks("languages", named("language."), search.languages),
    h(RivalFields, { search }),
    h(
      "label",
      { class: "tick" },
      h("input", { type: "checkbox", name: "public", defaultChecked: search.public }),
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
    tiers: SIZES.filter((tier) => data.getAll("tiers").includes(tier)),
    least_band: String(data.get("least_band")) || null,
    newest_days: Number(data.get("newest_days")) || null,
    price_limit: amount > 0 ? { amount, currency: String(data.get("currency")) } : null,
    public: data.has("public"),
    niches: data.getAll("niches").map(String),
    languages: data.getAll("languages").map(String),
    rivals: rivalsOf(String(data.get("rivals"))),
    rival_days: Number(data.get("rival_days")) || RIVAL_DAYS,
  };
}

/**
 * @param {string} name
 * @param {string} value
 * @param {string} word
 * @param {string[]} chosen
 */
function tick(name, value, word, chosen) {
  const box = h("input", { type: "checkbox", name, value, defaultChecked: chosen.includes(value) });
  return h("label", { class: "tick", key: value }, box, word);
}

/**
 * Many choices, folded until somebody asks for one of them.
 * @param {"niches" | "languages"} name
 * @param {(readonly [string, string])[]} choices
 * @param {string[]} chosen
 */
function foldedTicks(name, choices, chosen) {
  const known = choices.map(([id]) => id);
  const all = [...choices, ...chosen.filter((id) => !known.includes(id)).map((id) => /** @type {const} */ ([id, id]))];
  const ticks = all.map(([id, word]) => tick(name, id, word, chosen));
  return h(
    "details",
    { class: "signal", open: chosen.length > 0 },
    h("summary", {}, h("span", {}, t(`web.search_${name}`))),
    h("div", { class: "signal-more" }, h("fieldset", { class: "ticks", "aria-label": t(`web.search_${name}`) }, ticks)),
  );
}

/**
 * Brands whose partners are not wanted, one a line as people write them.
 * @param {{ search: Search }} props
 */
function RivalFields({ search }) {
  const check = (/** @type {{ currentTarget: HTMLTextAreaElement }} */ { currentTarget: field }) =>
    field.setCustomValidity(troubleOf(rivalsOf(field.value)));
  return [
    labelled(
      "web.search_rivals",
      h("textarea", {
        name: "rivals",
        class: "field",
        rows: 3,
        onInput: check,
        defaultValue: search.rivals.join("\n"),
      }),
    ),
    labelled("web.search_rival_days", numberField("rival_days", search.rival_days, 3_650)),
  ];
}

/** @param {string} text */
function rivalsOf(text) {
  return [
    ...new Set(
      text
        .split(/[\n,;]/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ];
}

/** What is wrong with the brands, "" where nothing is. @param {string[]} rivals */
function troubleOf(rivals) {
  const long = rivals.find((name) => [...name].length > LONGEST_RIVAL);
  if (long) return t("web.search_rival_long", { name: `${long.slice(0, 20)}…`, n: LONGEST_RIVAL });
  return rivals.length > MOST_RIVALS ? t("web.search_rivals_many", { n: MOST_RIVALS }) : "";
}

/** @param {string | null} band */
function bandSelect(band) {
  const options = ASKED_BANDS.map((one) => /** @type {const} */ ([one, t(`fit.band.${one}`)]));
  return h(Select, {
    name: "least_band",
    className: "field",
    value: band ?? "",
    options: [["", t("fit.band.low")], ...options],
  });
}

/**
 * @param {string} name
 * @param {number | null} value empty for null: no limit
 * @param {number} most
 */
function numberField(name, value, most) {
  return h("input", { name, type: "number", class: "field", min: 1, max: most, step: 1, defaultValue: value ?? "" });
}

/**
 * The most that a post may cost. The amount as the server reads it stands in a field that nobody sees; until it is one
 * amount, the form cannot be sent.
 * @param {{ search: Search }} props
 */
function LimitFields({ search: { price_limit: limit } }) {
  const amount = useRef(/** @type {HTMLInputElement | null} */ (null));
  const currency = useRef(/** @type {HTMLSelectElement | null} */ (null));
  const stored = limit && { low: limit.amount, high: limit.amount, currency: limit.currency, net: null, text: "" };
  const field = useMoney({
    name: "limit",
    stored: stored && { ...stored, text: exact(stored.low, stored.currency) },
    currency: limit?.currency ?? "VND",
    typed: () => field.input?.setCustomValidity(t("web.money_reading")),
    heard: (price) => {
      if (!field.input || !amount.current || !currency.current) return; // the form was closed meanwhile
      const one = price !== null && price.low === price.high && CURRENCIES.some((code) => code === price.currency);
      field.input.setCustomValidity(one || field.text.trim() === "" ? "" : t("web.money_one_amount"));
      amount.current.value = one ? String(price.low) : "";
      if (one) currency.current.value = price.currency ?? "";
      amount.current.dispatchEvent(new Event("input", { bubbles: true })); // what the search would do may be shown now
    },
  });
  const options = CURRENCIES.map((one) => h("option", { value: one, selected: limit?.currency === one }, one));
  const onChange = (/** @type {{ currentTarget: HTMLSelectElement }} */ event) =>
    void field.useCurrency(event.currentTarget.value);
  return [
    h(
      "div",
      { class: "search-price" },
      labelled("web.search_limit", h("input", field.attributes())),
      labelled(
        "web.search_currency",
        h("select", { name: "currency", class: "field", ref: currency, onChange }, options),
      ),
      h("input", { type: "hidden", name: "amount", defaultValue: limit?.amount ?? "", ref: amount }),
    ),
    field.echo(),
  ];
}
