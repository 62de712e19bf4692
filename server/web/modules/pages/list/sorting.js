// The order of the list where there is no room for the titles of all columns: a choice of one, and a direction.

import { h } from "../../parts/preact.js";
import { t } from "../../words/texts.js";
import { allColumns } from "./columns.js";
import { ARROWS } from "./head.js";

/** @typedef {import("./shown.js").Sort} Sort */

/** @param {{ order: Sort, orderBy: (order: Sort) => void }} props */
export function SortChoice({ order, orderBy }) {
  const { field, dir } = order;
  const options = allColumns("").map((column) =>
    h("option", { value: column.field, selected: column.field === field }, t(column.title)),
  );
  const onChange = (/** @type {{ currentTarget: HTMLSelectElement }} */ event) =>
    orderBy({ dir, field: event.currentTarget.value });
  const turn = { type: "button", class: "button button-small" };
  return h(
    "div",
    { class: "sort-choice", role: "group", "aria-label": t("web.list_sort") },
    h("label", {}, h("span", {}, t("web.list_sort")), h("select", { value: field, onChange }, options)),
    h(
      "button",
      { ...turn, onClick: () => orderBy({ field, dir: dir === "asc" ? "desc" : "asc" }) },
      h("span", { "aria-hidden": "true" }, ARROWS[dir]),
      h("span", {}, t(`web.list_sort_${dir}`)),
    ),
  );
}
