// Building the nodes of the imitated site, which the badge reads. Text is always text: nothing here parses markup.

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
 * The element with this id; the page has it.
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
