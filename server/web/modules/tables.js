// What tables share: a head of titles, and a frame that scrolls where the window is narrow.

import { h } from "./dom.js";
import { t } from "./texts.js";

/** @param {string[]} keys of the titles */
export function titleRow(keys) {
  return h("thead", {}, h("tr", {}, ...keys.map((key) => h("th", { scope: "col" }, t(key)))));
}

/** @param {HTMLElement} table */
export function scrolling(table) {
  return h("div", { class: "scrolling", tabindex: 0, role: "group", "aria-label": t("web.table") }, table);
}
