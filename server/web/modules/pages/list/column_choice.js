// Which columns the list shows, kept in this browser, and how much room each of them has.

import { h } from "../../parts/preact.js";
import { t } from "../../words/texts.js";
import { allColumns } from "./columns.js";

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

/** @param {Record<string, boolean>} choice */
function keep(choice) {
  localStorage.setItem(KEY, JSON.stringify(choice));
}

/** Show these and no others; null leaves them as they are. @param {string[] | null | undefined} fields */
export function chooseColumns(fields) {
  if (!fields) return;
  const all = [...allColumns("").map(({ field }) => field), ...Object.keys(chosen())];
  keep(Object.fromEntries([...all, ...fields].map((field) => [field, fields.includes(field)])));
}

/** @param {Column[]} all */
export function shownColumns(all) {
  const choice = chosen();
  return all.filter(({ field, optional = false }) => field === ALWAYS || (choice[field] ?? !optional));
}

/**
 * The menu in which columns are chosen.
 * @param {{ all: Column[], changed: () => void }} props
 */
export function ColumnMenu({ all, changed }) {
  const shown = new Set(shownColumns(all));
  const boxes = all.filter(({ field }) => field !== ALWAYS);
  return h(
    "details",
    { class: "menu column-menu" },
    h("summary", { class: "button button-small" }, t("web.list_columns")),
    h("form", {}, ...boxes.map((column) => boxOf(column, shown.has(column), changed))),
  );
}

/** @param {Column} column @param {boolean} checked @param {() => void} changed */
function boxOf({ field, title }, checked, changed) {
  const onChange = (/** @type {{ currentTarget: HTMLInputElement }} */ event) => {
    keep({ ...chosen(), [field]: event.currentTarget.checked });
    changed();
  };
  const said = { "aria-label": t("web.list_column_of", { what: t(title) }) };
  const box = h("input", { type: "checkbox", name: field, checked, onChange, ...said });
  return h("label", { class: "choice", key: field }, box, h("span", {}, t(title)));
}

/** The widths for the rows, and the least that all of them need. @param {Column[]} columns */
export function roomFor(columns) {
  const widths = columns.map(({ width: [least, share] = USUAL }) =>
    share ? `minmax(${least}px, ${share}fr)` : `${least}px`,
  );
  const all = columns.reduce((sum, { width: [least] = USUAL }) => sum + least, BOX);
  return { "--columns": [`${BOX}px`, ...widths].join(" "), "--least": `${all}px` };
}
