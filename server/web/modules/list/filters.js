// What is looked for: a search, and one choice each of verdict, status, tier, tag and owner.

import { h } from "../dom.js";
import { folded, holds } from "../search.js";
import { t } from "../texts.js";
import { STATUSES, TIERS, VERDICTS } from "./rows.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {{ search: string, verdict: string, status: string, tier: string, tag: string, owner: string }} Filters */

/** @returns {Filters} */
export function noFilters() {
  return { search: "", verdict: "", status: "", tier: "", tag: "", owner: "" };
}

/** @param {Filters} filters */
export function isFiltered(filters) {
  return Object.values(filters).some((value) => value.trim() !== "");
}

/**
 * The test of a row; made once for a round of 10,000.
 * @param {Filters} filters
 * @returns {(row: Row) => boolean}
 */
export function matcher(filters) {
  const words = folded(filters.search).split(/\s+/).filter(Boolean);
  const { verdict, status, tier, tag, owner } = filters;
  return (row) =>
    (!verdict || row.verdict === verdict) &&
    (!status || row.entry.status === status) &&
    (!tier || row.tier === tier) &&
    (!tag || row.entry.tags.includes(tag)) &&
    (!owner || row.owner === owner) &&
    holds(row.search, words);
}

/**
 * The controls above the table.
 * @param {Filters} filters changed in place
 * @param {Row[]} rows
 * @param {() => void} changed
 * @param {boolean} open whether there is room for the choices
 * @param {...Node} more stands beside the choices
 */
export function filterBar(filters, rows, changed, open, ...more) {
  const search = h("input", {
    type: "search",
    id: "list-search",
    "aria-label": t("web.list_search"),
    placeholder: t("web.list_search"),
  });
  search.value = filters.search;
  search.addEventListener("input", () => {
    filters.search = search.value;
    changed();
  });
  const choice = (/** @type {keyof Filters} */ name, /** @type {[string, string][]} */ options) =>
    choiceOf(filters, name, options, changed);
  const choices = h(
    "details",
    { class: "choices", open },
    h("summary", { class: "button button-small" }, t("web.list_filters")),
    choice(
      "verdict",
      VERDICTS.map((code) => [code, t(`verdict.${code}`)]),
    ),
    choice(
      "status",
      STATUSES.map((code) => [code, t(`status.${code}`)]),
    ),
    choice(
      "tier",
      TIERS.map((code) => [code, t(`tier.${code}`)]),
    ),
    choice("tag", known(rows.flatMap((row) => row.entry.tags))),
    choice("owner", known(rows.map((row) => row.owner))),
    ...more,
  );
  return h("div", { class: "filters", role: "search" }, search, choices);
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
    ...options.map(([value, text]) => h("option", { value }, text)),
  );
  select.value = filters[name];
  select.addEventListener("change", () => {
    filters[name] = select.value;
    changed();
  });
  return select;
}

/** @param {string[]} words @returns {[string, string][]} */
function known(words) {
  const found = [...new Set(words)].filter(Boolean).sort((a, b) => a.localeCompare(b, "vi"));
  return found.map((word) => [word, word]);
}
