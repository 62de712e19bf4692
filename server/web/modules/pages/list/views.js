// Saved views: filters and sort under a name, kept in this browser.

import { button, h } from "../../parts/dom.js";
import { t } from "../../words/texts.js";

/** @typedef {import("./filters.js").Filters} Filters */
/** @typedef {{ name: string, filters: Filters, sort: { field: string, dir: string } }} View */

const KEY = "soi.views";
const MOST = 30;

/** The name of a view that is half typed outlives a list that is drawn anew. */
let typed = "";

/** @returns {View[]} */
function savedViews() {
  try {
    const views = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(views)
      ? views.filter((view) => typeof view?.name === "string" && view.filters && view.sort)
      : [];
  } catch {
    return [];
  }
}

/** @param {View[]} views */
function store(views) {
  localStorage.setItem(KEY, JSON.stringify(views.slice(-MOST)));
}

/**
 * The chooser of views with a form to name the present one.
 * @param {() => Omit<View, "name">} present
 * @param {(view: View) => void} choose
 */
export function viewBar(present, choose) {
  const place = h("div", { class: "views" });
  const draw = () => place.replaceChildren(...controls());
  const controls = () => {
    const views = savedViews();
    const select = h(
      "select",
      { "aria-label": t("web.views") },
      h("option", { value: "" }, t("web.views")),
      ...views.map((view, index) => h("option", { value: String(index) }, view.name)),
    );
    const forget = button(t("web.view_delete"), "button-small", () => {
      store(savedViews().filter((_, index) => String(index) !== select.value));
      draw();
    });
    forget.hidden = true;
    select.addEventListener("change", () => {
      const view = views[Number(select.value)];
      forget.hidden = select.value === "";
      if (select.value !== "" && view) choose(view);
    });
    return [select, forget, naming()];
  };
  const naming = () => {
    const name = h("input", {
      type: "text",
      name: "view",
      maxlength: 40,
      required: true,
      "aria-label": t("web.view_name"),
      placeholder: t("web.view_name"),
      value: typed,
    });
    name.addEventListener("input", () => {
      typed = name.value;
    });
    const form = h(
      "form",
      { class: "view-form" },
      name,
      h("button", { class: "button button-small" }, t("web.view_save")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const title = name.value.trim();
      if (!title) return;
      typed = "";
      store([...savedViews().filter((view) => view.name !== title), { name: title, ...present() }]);
      draw();
    });
    const menu = { class: "menu", open: typed !== "" };
    return h("details", menu, h("summary", { class: "button button-small" }, t("web.view_new")), form);
  };
  draw();
  return place;
}
