// Building nodes. Text is always text: nothing here parses markup.

const SVG = "http://www.w3.org/2000/svg";

/** Shapes of the icons, drawn in a box of 24 by 24. */
const ICONS = {
  contact: ["M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z", "M8 12.5l2.8 2.8L16.5 9"],
  promising: [
    "M12 20v-9",
    "M12 13c0-3.6-2.4-5.6-6.5-5.6 0 4 2.4 5.9 6.5 5.6Z",
    "M12 11c0-4 2.6-6 6.5-6 0 4-2.4 6.3-6.5 6Z",
  ],
  look_closer: ["M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z", "M15.5 15.5l5 5", "M10.5 8v5", "M8 10.5h5"],
  risky: ["M12 3.5 2.8 19.5h18.4L12 3.5Z", "M12 10v4.5", "M12 17.2v.1"],
  not_a_fit: ["M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z", "M8 12h8"],
  not_enough_data: [
    "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
    "M9.5 9.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.8",
    "M12 17v.1",
  ],
};

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
  const drawing = { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" };
  return svg("svg", drawing, svg("path", { d: shapeOf(name) }));
}

/**
 * The strokes of an icon, for a path that is drawn already.
 * @param {string} name
 */
export function shapeOf(name) {
  return (ICONS[/** @type {keyof typeof ICONS} */ (name)] ?? ICONS.not_enough_data).join("");
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
