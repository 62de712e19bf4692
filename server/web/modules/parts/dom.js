// Building nodes. Text is always text: nothing here parses markup.

import { VERDICT_ICONS } from "../words/shared_facts.js";

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes and children; an attribute of null, undefined or false is left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

/**
 * The same for a shape inside of an SVG.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Child} children
 */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

/**
 * The icon of a verdict; decoration, the word stands beside it.
 * @param {string} name
 */
export function icon(name) {
  const drawing = { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true" };
  return svg("svg", drawing, svg("path", { d: shapeOf(name) }));
}

/**
 * The strokes of an icon, for a path that is drawn already.
 * @param {string} name
 */
export function shapeOf(name) {
  return VERDICT_ICONS[/** @type {keyof typeof VERDICT_ICONS} */ (name)] ?? VERDICT_ICONS.not_enough_data;
}

/**
 * A button that does something.
 * @param {string} label
 * @param {string} className
 * @param {() => void} action
 */
export function button(label, className, action) {
  const element = h("button", { type: "button", class: `button ${className}` }, label);
  element.addEventListener("click", action);
  return element;
}

/**
 * Says what takes a while.
 * @param {string} text
 * @param {Record<string, string>} [attributes]
 */
export function busy(text, attributes = {}) {
  return h("p", { class: "busy", ...attributes }, h("span", { class: "spinner" }), text);
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

/**
 * @param {Element} element
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value != null && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
}

/**
 * @param {Element} element
 * @param {Child[]} children
 */
function append(element, children) {
  for (const child of children) {
    if (child) element.append(child);
  }
}
