// What is looked for: a search, one choice each of verdict, status, tier, tag and owner, and more that opens.

import { h } from "../../parts/dom.js";
import { t } from "../../words/texts.js";
import { STATUSES, TIERS, VERDICTS } from "../../words/shared_facts.js";
import { MoreFilters } from "./more_filters.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./matching.js").Filters} Filters */

/** The controls above the table. */
export class FilterBar {
  /**
   * @param {Filters} filters changed in place
   * @param {() => void} changed
   * @param {boolean} open whether there is room for the choices
   * @param {string} currency of amounts that are typed
   * @param {...Node} more stands beside the choices
   */
  constructor(filters, changed, open, currency, ...more) {
    const choice = (/** @type {keyof Filters} */ name, /** @type {[string, string][]} */ options) =>
      choiceOf(filters, name, options, changed);
    this.filters = filters;
    this.search = searchField(filters, changed);
    this.choices = {
      verdict: choice("verdict", inWords("verdict", VERDICTS)),
      status: choice("status", inWords("status", STATUSES)),
      tier: choice("tier", inWords("tier", TIERS)),
      tag: choice("tag", []), // people's own words come with the rows
      owner: choice("owner", []),
    };
    const summary = h("summary", { class: "button button-small" }, t("web.list_filters"));
    this.more = new MoreFilters(filters, changed, currency);
    const all = [...Object.values(this.choices), this.more.element, ...more];
    const choices = h("details", { class: "choices", open }, summary, ...all);
    this.element = h("div", { class: "filters", role: "search" }, this.search, choices);
    this.show();
  }

  /** Show the filters as they are by now. */
  show() {
    this.search.value = this.filters.search;
    addOptions(this.choices.tag, [this.filters.tag]);
    addOptions(this.choices.owner, [this.filters.owner]);
    for (const [name, select] of Object.entries(this.choices))
      select.value = this.filters[/** @type {keyof Filters} */ (name)];
    this.more.show();
  }

  /**
   * Offer the tags and owners of these rows as well.
   * @param {Row[]} rows
   */
  offer(rows) {
    addOptions(
      this.choices.tag,
      rows.flatMap((row) => row.entry.tags),
    );
    addOptions(
      this.choices.owner,
      rows.map((row) => row.owner),
    );
    this.more.offer(rows);
  }
}

/**
 * @param {Filters} filters
 * @param {() => void} changed
 */
function searchField(filters, changed) {
  const label = t("web.list_search");
  const search = h("input", { type: "search", id: "list-search", "aria-label": label, placeholder: label });
  search.addEventListener("input", () => {
    filters.search = search.value;
    changed();
  });
  return search;
}

/**
 * @param {string} area
 * @param {string[]} codes
 * @returns {[string, string][]}
 */
function inWords(area, codes) {
  return codes.map((code) => [code, t(`${area}.${code}`)]);
}

/**
 * @param {Filters} filters
 * @param {keyof Filters} name
 * @param {[string, string][]} options
 * @param {() => void} changed
 */
function choiceOf(filters, name, options, changed) {
  const label = t(`web.list_${name}`);
  const select = h(
    "select",
    { "aria-label": label, "data-filter": name },
    h("option", { value: "" }, t("web.list_any", { what: label })),
    ...options.map(optionOf),
  );
  select.addEventListener("change", () => {
    filters[name] = select.value;
    changed();
  });
  return select;
}

/** @param {[value: string, text: string]} option */
function optionOf([value, text]) {
  return h("option", { value }, text);
}

/**
 * Put new words among the options, in the order of the alphabet; the choice stays.
 * @param {HTMLSelectElement} select
 * @param {string[]} found
 */
function addOptions(select, found) {
  const [any, ...offered] = [...select.options];
  const words = new Set([...offered.map((option) => option.value), ...found].filter(Boolean));
  if (!any || words.size === offered.length) return;
  const { value } = select;
  const sorted = [...words].sort((a, b) => a.localeCompare(b, "vi"));
  select.replaceChildren(any, ...sorted.map((word) => optionOf([word, word])));
  select.value = value;
}
