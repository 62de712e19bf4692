// Which columns the list shows, kept in this browser, and how much room each of them has.

import { h } from "../../parts/dom.js";
import { t } from "../../words/texts.js";

/** @typedef {import("./line.js").Column} Column */

const KEY = "soi.columns";
const BOX = 44; // pixels of the column of boxes
/** @type {[number, number?]} */
const USUAL = [110];
const ALWAYS = "username";

/** What was chosen otherwise than it comes: shown or not by field. @returns {Record<string, boolean>} */
function chosen() {
  try {
    return Object(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return {};
  }
}

/** @param {Column[]} all */
export function shownColumns(all) {
  const choice = chosen();
  return all.filter((column) => choice[column.field] ?? !column.optional);
}

/**
 * The menu in which columns are chosen.
 * @param {Column[]} all
 * @param {() => void} changed
 */
export function columnMenu(all, changed) {
  const choice = chosen();
  const boxes = all
    .filter((column) => column.field !== ALWAYS)
    .map(({ field, title, optional = false }) => {
      const label = t("web.list_column_of", { what: t(title) });
      const checked = choice[field] ?? !optional;
      const box = h("input", { type: "checkbox", name: field, checked, "aria-label": label });
      box.addEventListener("change", () => {
        localStorage.setItem(KEY, JSON.stringify({ ...chosen(), [field]: box.checked }));
        changed();
      });
      return h("label", { class: "choice" }, box, h("span", {}, t(title)));
    });
  const summary = h("summary", { class: "button button-small" }, t("web.list_columns"));
  return h("details", { class: "menu column-menu" }, summary, h("form", {}, ...boxes));
}

/**
 * The widths for the rows, and the least that all of them need.
 * @param {HTMLElement} place
 * @param {Column[]} columns
 */
export function giveRoom(place, columns) {
  const widths = columns.map(({ width: [least, share] = USUAL }) =>
    share ? `minmax(${least}px, ${share}fr)` : `${least}px`,
  );
  const all = columns.reduce((sum, { width: [least] = USUAL }) => sum + least, BOX);
  place.style.setProperty("--columns", [`${BOX}px`, ...widths].join(" "));
  place.style.setProperty("--least", `${all}px`);
}
