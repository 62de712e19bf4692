// The titles of the columns: each is a button that sorts by it.

import { h } from "../../parts/preact.js";
import { t } from "../../words/texts.js";
import { classOf } from "./line.js";

export const ARROWS = /** @type {Record<string, string>} */ ({ asc: "▲", desc: "▼" });
const SAID = /** @type {Record<string, string>} */ ({ asc: "ascending", desc: "descending" });

/** @param {{ columns: import("./line.js").Column[], shown: import("./shown.js").Shown, select: (names: string[], chosen: boolean) => void, orderBy: (order: import("./shown.js").Sort) => void }} props */
export function Head({ columns, shown, select, orderBy }) {
  return h(
    "div",
    { class: "lines-head", role: "rowgroup" },
    h(
      "div",
      { class: "line line-head", role: "row", "aria-rowindex": 1 },
      h("div", { class: "cell cell-box", role: "columnheader" }, boxForAll(shown, select)),
      ...columns.map((column) => titleOf(column, shown.order, orderBy)),
    ),
  );
}

/**
 * It stands for the rows that are shown: all of them, some or none.
 * @param {import("./shown.js").Shown} shown
 * @param {(names: string[], chosen: boolean) => void} select
 */
function boxForAll(shown, select) {
  const chosen = shown.seen();
  const all = chosen > 0 && chosen === shown.passing.length;
  return h("input", {
    type: "checkbox",
    "aria-label": t("web.list_select_all"),
    checked: all,
    indeterminate: chosen > 0 && !all,
    onChange: (/** @type {{ currentTarget: HTMLInputElement }} */ event) =>
      select(
        shown.passing.map((row) => row.username),
        event.currentTarget.checked,
      ),
  });
}

/**
 * @param {import("./line.js").Column} column
 * @param {import("./shown.js").Sort} order
 * @param {(order: import("./shown.js").Sort) => void} orderBy
 */
function titleOf({ field, title }, order, orderBy) {
  const dir = order.field === field ? order.dir : "";
  const onClick = () => orderBy({ field, dir: dir === "asc" ? "desc" : "asc" }); // the other way round if it is so already
  return h(
    "div",
    { class: `cell ${classOf(field)}`, role: "columnheader", "aria-sort": SAID[dir] ?? "none" },
    h(
      "button",
      { type: "button", class: "column-title", onClick },
      t(title),
      h("span", { class: "sort-mark", "aria-hidden": "true" }, ARROWS[dir] ?? ""),
    ),
  );
}
