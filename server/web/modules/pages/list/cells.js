// What the cells show. A name or note of a stranger is only ever text.

import { icon } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { t } from "../../words/texts.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {(row: Row) => import("../../parts/preact.js").Child} Draw */

/**
 * A figure with a smaller line below it; a dash where nothing was seen.
 * @param {(row: Row) => [first: string, second?: string] | null} read
 * @returns {Draw}
 */
export function twoLines(read) {
  return (row) => {
    const texts = read(row);
    if (!texts) return h("span", { class: "quiet" }, "–", h("span", { class: "visually-hidden" }, t("web.not_shown")));
    return h("span", { class: "two-lines" }, h("span", {}, texts[0]), h("span", { class: "hint" }, texts[1]));
  };
}

/**
 * Text of any length: two lines of it, the rest is said when the pointer rests on the cell.
 * @param {(row: Row) => string} read
 * @returns {Draw}
 */
export function plain(read) {
  return (row) => h("bdi", { class: "clamped" }, read(row));
}

/**
 * Short texts in as many lines as they need, each of them whole.
 * @param {(row: Row) => string[]} read
 * @returns {Draw}
 */
export function inParts(read) {
  return (row) => {
    const texts = read(row);
    const parts = texts.map((text, at) => h("span", { class: "part" }, text, at < texts.length - 1 ? " · " : ""));
    return h("span", { class: "parts" }, ...parts);
  };
}

/**
 * Words between which a line may break.
 * @param {(row: Row) => string[]} read
 * @returns {Draw}
 */
export function words(read) {
  return (row) => h("span", { class: "tags" }, ...read(row).map((word) => h("bdi", { class: "tag" }, word)));
}

/**
 * Icon and word of a verdict; before the first check, why there is none.
 * @param {(row: Row) => string} unchecked
 * @returns {Draw}
 */
export function verdictChip(unchecked) {
  return (row) => {
    const code = row.verdict;
    if (!code) return h("span", { class: "quiet" }, unchecked(row));
    return h("span", { class: `verdict-chip tone-${code}` }, icon(code), h("span", {}, t(`verdict.${code}`)));
  };
}

/**
 * Several, one below the other in one cell.
 * @param {...Draw} parts
 * @returns {Draw}
 */
export function stacked(...parts) {
  return (row) => parts.map((part) => h("div", {}, part(row)));
}
