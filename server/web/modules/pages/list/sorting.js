// The order of the list where there is no room for the titles of all columns: a choice of one, and a direction.

import { h } from "../../parts/dom.js";
import { t } from "../../words/texts.js";
import { allColumns } from "./columns.js";
import { ARROWS } from "./head.js";

/** @typedef {import("./table.js").Sort} Sort */

/** Shows the order of the table, and orders it. */
export class SortChoice {
  /** @param {(order: Sort) => void} orderBy */
  constructor(orderBy) {
    const columns = allColumns("").map(({ field, title }) => h("option", { value: field }, t(title)));
    this.field = h("select", {}, ...columns);
    this.mark = h("span", { "aria-hidden": "true" });
    this.word = h("span");
    this.direction = h("button", { type: "button", class: "button button-small" }, this.mark, this.word);
    this.order = { field: "", dir: "" };
    this.field.addEventListener("change", () => orderBy({ ...this.order, field: this.field.value }));
    this.direction.addEventListener("click", () =>
      orderBy({ ...this.order, dir: this.order.dir === "asc" ? "desc" : "asc" }),
    );
    this.element = h(
      "div",
      { class: "sort-choice", role: "group", "aria-label": t("web.list_sort") },
      h("label", {}, h("span", {}, t("web.list_sort")), this.field),
      this.direction,
    );
  }

  /** @param {Sort} order that the table has by now */
  show(order) {
    this.order = order;
    this.field.value = order.field;
    this.mark.textContent = ARROWS[order.dir] ?? "";
    this.word.textContent = t(`web.list_sort_${order.dir}`);
  }
}
