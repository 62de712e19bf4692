// What is looked for: a search, one choice each of verdict, status, tier, tag and owner, and more that opens.

import { h } from "../../parts/preact.js";
import { STATUSES, TIERS, VERDICTS } from "../../words/shared_facts.js";
import { t } from "../../words/texts.js";
import { MoreFilters } from "./more_filters.js";

/** @typedef {import("./list.js").List} List */

/**
 * The controls above the table.
 * @param {{ list: List, open: boolean, beside: import("../../parts/preact.js").Child }} props `open`: there is room for
 *   the choices; `beside` stands beside them
 */
export function FilterBar({ list, open, beside }) {
  const words = (/** @type {string[]} */ found) => found.map((word) => [word, word]);
  return h(
    "div",
    { class: "filters", role: "search" },
    search(list),
    h(
      "details",
      { class: "choices", open },
      h("summary", { class: "button button-small" }, t("web.list_filters")),
      choice(list, "verdict", inWords("verdict", VERDICTS)),
      choice(list, "status", inWords("status", STATUSES)),
      choice(list, "tier", inWords("tier", TIERS)),
      choice(list, "tag", words(list.offered.of("tag", list.filters.tag))),
      choice(list, "owner", words(list.offered.of("owner", list.filters.owner))),
      h(MoreFilters, { list }),
      beside,
    ),
  );
}

/** @param {List} list */
function search(list) {
  const label = t("web.list_search");
  return h("input", {
    type: "search",
    id: "list-search",
    "aria-label": label,
    placeholder: label,
    value: list.filters.search,
    onInput: (/** @type {{ currentTarget: HTMLInputElement }} */ event) =>
      list.filter({ search: event.currentTarget.value }),
  });
}

/** @param {string} area @param {string[]} codes */
function inWords(area, codes) {
  return codes.map((code) => [code, t(`${area}.${code}`)]);
}

/**
 * @param {List} list
 * @param {"verdict" | "status" | "tier" | "tag" | "owner"} name
 * @param {string[][]} options value and words
 */
function choice(list, name, options) {
  const label = t(`web.list_${name}`);
  return h(
    "select",
    {
      "aria-label": label,
      "data-filter": name,
      value: list.filters[name],
      onChange: (/** @type {{ currentTarget: HTMLSelectElement }} */ event) =>
        list.filter({ [name]: event.currentTarget.value }),
    },
    h("option", { value: "" }, t("web.list_any", { what: label })),
    ...options.map(([value, text]) => h("option", { value, key: value }, text)),
  );
}
