// Saved views: filters, order and columns under a name, for every browser of this Soi.

import { changeViews, views } from "../../data/views.js";
import { button } from "../../parts/elements.js";
import { h, useRef, useState } from "../../parts/preact.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { t } from "../../words/texts.js";

/** @typedef {import("../../data/views.js").View} View */
/** What is on show now. @typedef {Pick<View, "filters" | "sort" | "columns">} Present */
/** Changes the views, says so with an offer to undo, and does what follows. @typedef {(change: Parameters<typeof changeViews>[0], said?: string, then?: () => void) => Promise<void>} Keep */

const LONGEST = 60;

/** The name of a view that is half typed, and the view that was chosen last, outlive another page. */
let typed = "";
let chosen = "";

/** The view that the list begins with; null where none is meant to. @returns {View | null} */
export function firstView() {
  const first = views().find((view) => view.is_default) ?? null;
  chosen = first?.id ?? "";
  return first;
}

/**
 * The chooser of views, with a menu to keep the present one.
 * @param {{ present: () => Present, choose: (view: View) => void }} props
 */
export function Views({ present, choose }) {
  const [, draw] = useState({});
  const open = useRef(typed !== "");
  const view = views().find(({ id }) => id === chosen);
  const take = (/** @type {string} */ id) => {
    chosen = id;
    const wanted = views().find((each) => each.id === id);
    if (wanted) choose(wanted);
    draw({});
  };
  /** @type {Keep} */
  const keep = async (change, said, then) => {
    const before = views();
    try {
      await changeViews(change);
      then?.();
      if (said) toast(said, { undo: () => keep(() => before) });
    } catch (error) {
      toast(troubleText(error), { trouble: true });
    }
    draw({});
  };
  return h(
    "div",
    { class: "views" },
    h(
      "select",
      {
        "aria-label": t("web.views"),
        value: view?.id ?? "",
        onChange: (/** @type {{ currentTarget: HTMLSelectElement }} */ event) => take(event.currentTarget.value),
      },
      h("option", { value: "" }, t("web.views")),
      ...views().map(({ id, name }) => h("option", { value: id, key: id }, name)),
    ),
    h(
      "details",
      { needs: "PUT /views", class: "menu", open: open.current },
      h("summary", { class: "button button-small" }, t("web.view_new")),
      h("div", { class: "menu-parts" }, h(Naming, { view, present, keep }), view && acts(view, present, keep)),
    ),
  );
}

/** @param {{ view: View | undefined, present: () => Present, keep: Keep }} props */
function Naming({ view, present, keep }) {
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const onSubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const name = typed.trim();
    if (!name) return;
    typed = "";
    if (field.current) field.current.value = "";
    if (view && event.submitter?.getAttribute("name") === "rename") {
      await keep(
        (all) => all.map((each) => (each.id === view.id ? { ...each, name } : each)),
        t("web.view_renamed", { name }),
      );
      return;
    }
    const made = { name, ...present() };
    const same = (/** @type {{ name: string }} */ each) => each.name === name;
    await keep(
      (all) => (all.some(same) ? all.map((each) => (same(each) ? { ...each, ...made } : each)) : [...all, made]),
      t("web.view_saved", { name }),
      () => {
        chosen = views().find(same)?.id ?? "";
      },
    );
  };
  const control = {
    ...{ ref: field, type: "text", name: "view", maxlength: LONGEST, required: true, defaultValue: typed },
    ...{ "aria-label": t("web.view_name"), placeholder: t("web.view_name") },
    onInput: (/** @type {{ currentTarget: HTMLInputElement }} */ event) => {
      typed = event.currentTarget.value;
    },
  };
  return h(
    "form",
    { class: "view-form", onSubmit },
    h("input", control),
    h("button", { class: "button button-small", name: "save" }, t("web.view_save")),
    view && h("button", { class: "button button-small", name: "rename" }, t("web.view_rename")),
  );
}

/**
 * What can be done to the view that is chosen.
 * @param {View} view
 * @param {() => Present} present
 * @param {Keep} keep
 */
function acts(view, present, keep) {
  const { id, name } = view;
  const update = () =>
    keep(
      (all) => all.map((each) => (each.id === id ? { ...each, ...present() } : each)),
      t("web.view_updated", { name }),
    );
  const first = () => keep((all) => all.map((each) => ({ ...each, is_default: each.id === id && !view.is_default })));
  const forget = () => keep((all) => all.filter((each) => each.id !== id), t("web.view_deleted", { name }));
  return h(
    "div",
    { class: "actions", role: "group", "aria-label": name },
    h("span", { class: "hint" }, name),
    button(t("web.view_update"), "button-small", update),
    button(t("web.view_first"), "button-small", first, { "aria-pressed": String(view.is_default) }),
    button(t("web.view_delete"), "button-small", forget),
  );
}
