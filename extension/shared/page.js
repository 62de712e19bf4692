/** What popup, options and welcome share: asking the background, words, nodes. */

/** @typedef {import("../../types/messages").MessageName} MessageName */
/** @typedef {import("../../types/messages").Messages} Messages */
/** @typedef {import("../../types/messages").PopupStatus} PopupStatus */
/** @typedef {Node | string | null} Child */

/**
 * @template {MessageName} N
 * @param {N} type @param {Messages[N]["request"]} request
 * @returns {Promise<Messages[N]["result"]>} rejects with the code of the failure as message
 */
export async function ask(type, request) {
  const reply = await chrome.runtime.sendMessage({ type, ...request });
  if (!reply?.ok) throw new Error(reply?.error?.code ?? "internal");
  return reply.result;
}

/** @param {string} tag @param {Record<string, string | boolean | null>} attributes @param {...Child} children */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** @param {string} label @param {() => unknown} onPress @param {string} [css] */
export function button(label, onPress, css = "") {
  const element = h("button", { type: "button", class: css }, label);
  element.addEventListener("click", onPress);
  return element;
}

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Translate */

/** @param {PopupStatus} status @returns {Translate} */
export function translator({ texts, language }) {
  document.documentElement.lang = language;
  return (key, values = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** The status for the tab in front; its address is known to the extension only on Instagram. @returns {Promise<PopupStatus>} */
export async function statusHere() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return ask("popup.status", { url: tab?.url });
}
