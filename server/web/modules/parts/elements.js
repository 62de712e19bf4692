// Small things that all pages are made of, drawn by preact.

import { VERDICT_ICONS } from "../words/shared_facts.js";
import { t } from "../words/texts.js";
import { h } from "./preact.js";

/** @typedef {import("./preact.js").Child} Child */
/** @typedef {Record<string, unknown>} Attributes */

/**
 * A button that does something.
 * @param {Child} label
 * @param {string} className
 * @param {() => void} onClick
 * @param {Attributes} [more]
 */
export function button(label, className, onClick, more = {}) {
  return h("button", { type: "button", class: `button ${className}`, onClick, ...more }, label);
}

/**
 * Says what takes a while.
 * @param {string} text
 * @param {Attributes} [attributes]
 */
export function busy(text, attributes = {}) {
  return h("p", { class: "busy", ...attributes }, h("span", { class: "spinner" }), text);
}

/**
 * The icon of a verdict; decoration, the word stands beside it.
 * @param {string} name
 */
export function icon(name) {
  const d = VERDICT_ICONS[/** @type {keyof typeof VERDICT_ICONS} */ (name)] ?? VERDICT_ICONS.not_enough_data;
  return h("svg", { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true" }, h("path", { d }));
}

/**
 * A control with its words.
 * @param {string} key
 * @param {Child} control
 * @param {Attributes} [more]
 */
export function labelled(key, control, more = {}) {
  return h("label", { class: "labelled", ...more }, h("span", {}, t(key)), control);
}

/** A place in a card for what went wrong; empty while all is well. @param {Child} [text] */
export function trouble(text) {
  return h("div", { class: "trouble" }, text ? h("p", { class: "message message-risk", role: "alert" }, text) : null);
}

/**
 * Something that opens.
 * @param {string} title
 * @param {...Child} content
 */
export function foldable(title, ...content) {
  const summary = h("summary", {}, h("span", {}, title));
  return h("details", { class: "signal" }, summary, h("div", { class: "signal-more" }, ...content));
}

/** The head of a table. @param {string[]} keys of the titles */
export function titleRow(keys) {
  return h("thead", {}, h("tr", {}, ...keys.map((key) => h("th", { scope: "col" }, t(key)))));
}

/** A table in a frame that scrolls where the window is narrow. @param {Child} table */
export function scrolling(table) {
  return h("div", { class: "scrolling", tabindex: 0, role: "group", "aria-label": t("web.table") }, table);
}

/**
 * A bar on a scale from 0 to 100; decoration, the figure stands beside it.
 * @param {number} low
 * @param {number} high
 * @param {number} [value] marked on it
 */
export function rangeBar(low, high, value) {
  return h(
    "svg",
    { class: "range-bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
    h("rect", { class: "scale-track", x: 0.5, y: 1.5, width: 99, height: 3 }),
    h("rect", { class: "scale-range", x: low, y: 0, width: Math.max(1, high - low), height: 6 }),
    value === undefined
      ? null
      : h("rect", { class: "scale-point", x: Math.min(98.5, value), y: 0, width: 1.5, height: 6 }),
  );
}

/**
 * The element with this id; the shell has it.
 * @param {string} id
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element ${id}`);
  return element;
}
