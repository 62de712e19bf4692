// The cells. Each is made once a line and then filled for every row that the line shows, so filling writes texts and
// attributes into nodes that are there. A name or note of a stranger is only ever text.

import { h, icon, shapeOf } from "../../parts/dom.js";
import { t } from "../../words/texts.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {(cell: HTMLElement) => (row: Row) => void} Fill */

/**
 * A figure with a smaller line below it; a dash where nothing was seen.
 * @param {(row: Row) => [first: string, second?: string] | null} read
 * @returns {Fill}
 */
export function twoLines(read) {
  return (cell) => {
    const first = h("span");
    const second = h("span", { class: "hint" });
    const content = h("span", { class: "two-lines" }, first, second);
    return (row) => {
      const texts = read(row);
      put(cell, texts ? content : unknown(cell));
      if (!texts) return;
      write(first, texts[0]);
      write(second, texts[1] ?? "");
    };
  };
}

/**
 * One line of text, cut off where the cell ends.
 * @param {(row: Row) => string} read
 * @returns {Fill}
 */
export function plain(read) {
  return (cell) => {
    const content = h("bdi", { class: "clamped" });
    return (row) => {
      put(cell, content);
      write(content, read(row));
    };
  };
}

/**
 * Words between which a line may break.
 * @param {(row: Row) => string[]} read
 * @returns {Fill}
 */
export function words(read) {
  return (cell) => {
    const content = h("span", { class: "tags" });
    return (row) => {
      const tags = read(row);
      put(cell, content);
      while (content.children.length > tags.length) content.lastChild?.remove();
      while (content.children.length < tags.length) content.append(h("bdi", { class: "tag" }));
      for (const [at, tag] of tags.entries()) write(/** @type {Element} */ (content.children[at]), tag);
    };
  };
}

/**
 * Icon and word of a verdict.
 * @param {(row: Row) => string} read its code, "" before the first check
 * @param {(row: Row) => string} unchecked what is said then
 * @returns {Fill}
 */
export function verdictChip(read, unchecked) {
  return (cell) => {
    const picture = icon("");
    const word = h("span");
    const chip = h("span", {}, picture, word);
    const none = h("span", { class: "quiet" });
    return (row) => {
      const code = read(row);
      put(cell, code ? chip : none);
      if (!code) write(none, unchecked(row));
      if (!code || chip.dataset["code"] === code) return;
      chip.dataset["code"] = code;
      chip.className = `verdict-chip tone-${code}`;
      picture.firstElementChild?.setAttribute("d", shapeOf(code));
      write(word, t(`verdict.${code}`));
    };
  };
}

/**
 * Several fills, one below the other in one cell.
 * @param {...Fill} fills
 * @returns {Fill}
 */
export function stacked(...fills) {
  return (cell) => {
    const parts = fills.map(() => h("div"));
    cell.append(...parts);
    const each = fills.map((fill, at) => fill(/** @type {HTMLElement} */ (parts[at])));
    return (row) => {
      for (const fill of each) fill(row);
    };
  };
}

/** The dashes of the cells. @type {WeakMap<HTMLElement, Element>} */
const dashes = new WeakMap();

/** @param {HTMLElement} cell */
function unknown(cell) {
  const dash =
    dashes.get(cell) ?? h("span", { class: "quiet" }, "–", h("span", { class: "visually-hidden" }, t("web.not_shown")));
  dashes.set(cell, dash);
  return dash;
}

/**
 * @param {Element} cell
 * @param {Element} content
 */
function put(cell, content) {
  if (cell.firstChild !== content) cell.replaceChildren(content);
}

/**
 * @param {Element} element
 * @param {string} text
 */
export function write(element, text) {
  const { firstChild } = element;
  if (!(firstChild instanceof Text)) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
