// A control with its words.

import { h } from "./dom.js";
import { t } from "./texts.js";

/**
 * @param {string} key
 * @param {HTMLElement} control
 */
export function labelled(key, control) {
  return h("label", { class: "labelled" }, h("span", {}, t(key)), control);
}
