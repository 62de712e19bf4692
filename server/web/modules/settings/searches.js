// What the marketer looks for: saved searches, the active one, and what a change would do to the list before it is saved.

import { button, h } from "../dom.js";
import { t } from "../texts.js";
import { previewPlace } from "./preview.js";
import { keeper, theirSettings } from "./saving.js";
import { freshSearch, searchForm, searchOf, summaryOf } from "./search_form.js";

/** @typedef {import("./search_form.js").Search} Search */
/** @typedef {{ searches: Search[], active: string | null, own: boolean, version: number }} Answer */
/** @typedef {{ searches: Search[], active: string | null, open: string | null }} Draft */

const PATH = "/searches";
const WAIT = 300; // milliseconds after the last key

/**
 * @param {Answer} answer
 * @param {AbortSignal} signal
 */
export function searchesCard(answer, signal) {
  const card = h("section", { class: "card", id: "searches" });
  /** @param {Answer} now */
  const take = (now) => {
    draw(card, now, signal, take);
    card.querySelector("input")?.focus();
  };
  draw(card, answer, signal, take);
  return card;
}

/**
 * @param {HTMLElement} card
 * @param {Answer} now
 * @param {AbortSignal} signal
 * @param {(answer: Answer) => void} take
 */
function draw(card, now, signal, take) {
  /** @type {Draft} */
  let draft = { searches: now.searches, active: now.active, open: null };
  const { places, save } = keeper({ path: PATH, answer: now, shown: bodyOf, theirs, draw: take });
  const preview = previewPlace(signal, `${PATH}/preview`, "searches-preview", "web.searches_preview");
  const form = h("form", { class: "settings-form searches" });
  const tell = () => (form.checkValidity() ? preview.show(bodyOf(typedInto(draft, form))) : preview.unknown());
  /** @param {Draft} next */
  const redraw = (next) => {
    draft = next;
    form.replaceChildren(...lines(draft, form, redraw), actions(now, change));
    tell();
  };
  /** @param {string} method @param {unknown} [body] */
  const change = async (method, body) => {
    const answered = await save(form, "web.searches_saved", () => ({ method, body }));
    if (answered) take(answered);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change("PUT", bodyOf(typedInto(draft, form)));
  });
  watch(form, signal, tell);
  card.replaceChildren(
    h("h2", {}, t("web.settings_searches")),
    h("p", { class: "hint" }, t("web.searches_text")),
    form,
    ...places,
    preview.element,
  );
  redraw(draft);
}

/**
 * A line for each search, the one that is open with its fields, and one for none.
 * @param {Draft} draft
 * @param {HTMLFormElement} form
 * @param {(next: Draft) => void} redraw
 */
function lines(draft, form, redraw) {
  const kept = () => typedInto(draft, form);
  const add = button(t("web.searches_add"), "", () => {
    const found = kept();
    const made = freshSearch(found.searches, t("web.searches_new"));
    redraw({ searches: [...found.searches, made], active: made.id, open: made.id });
  });
  return [
    h(
      "fieldset",
      { class: "search-lines" },
      h("legend", {}, t("web.searches_active")),
      ...draft.searches.map((search) => line(search, draft, kept, redraw)),
      h(
        "label",
        { class: "search-line" },
        choice("", draft.active === null),
        h("span", {}, t("web.searches_off"), h("span", { class: "hint" }, t("web.searches_off_hint"))),
      ),
    ),
    h("div", { class: "actions" }, add),
  ];
}

/**
 * @param {Search} search
 * @param {Draft} draft
 * @param {() => Draft} kept what is typed so far
 * @param {(next: Draft) => void} redraw
 */
function line(search, draft, kept, redraw) {
  const open = draft.open === search.id;
  const edit = button(t(open ? "web.searches_done" : "web.searches_edit"), "", () =>
    redraw({ ...kept(), open: open ? null : search.id }),
  );
  edit.setAttribute("aria-label", `${edit.textContent}: ${search.name}`);
  edit.setAttribute("aria-expanded", String(open));
  const remove = button(t("web.searches_remove"), "", () => {
    const found = kept();
    const rest = found.searches.filter(({ id }) => id !== search.id);
    redraw({ ...found, searches: rest, active: found.active === search.id ? null : found.active });
  });
  remove.setAttribute("aria-label", `${remove.textContent}: ${search.name}`);
  return h(
    "div",
    { class: "search-entry" },
    h(
      "label",
      { class: "search-line" },
      choice(search.id, draft.active === search.id),
      h("span", {}, h("strong", {}, search.name), h("span", { class: "hint" }, summaryOf(search))),
    ),
    h("div", { class: "actions" }, edit, remove),
    open && searchForm(search),
  );
}

/**
 * @param {string} value
 * @param {boolean} checked
 */
function choice(value, checked) {
  return h("input", { type: "radio", name: "active", value, checked });
}

/**
 * @param {Answer} now
 * @param {(method: string) => void} change
 */
function actions({ own }, change) {
  const reset = button(t("web.searches_reset"), "", () => change("DELETE"));
  reset.hidden = !own;
  return h("div", { class: "actions" }, h("button", { class: "button button-primary" }, t("web.searches_save")), reset);
}

/**
 * The draft with what its fields hold now.
 * @param {Draft} draft
 * @param {HTMLFormElement} form
 * @returns {Draft}
 */
function typedInto(draft, form) {
  const active = new FormData(form).get("active");
  const searches = draft.searches.map((search) => (search.id === draft.open ? searchOf(search, form) : search));
  return { ...draft, searches, active: active === null ? draft.active : String(active) || null };
}

/** @param {{ searches: Search[], active: string | null }} draft */
function bodyOf({ searches, active }) {
  return { searches, active };
}

/** @param {Answer} present */
function theirs(present) {
  return theirSettings(
    present.searches.map((search) => [
      search.id === present.active ? t("web.searches_is_active", { name: search.name }) : search.name,
      summaryOf(search),
    ]),
  );
}

/**
 * Tell what is typed, a moment after the last key.
 * @param {HTMLFormElement} form
 * @param {AbortSignal} signal
 * @param {() => void} tell
 */
function watch(form, signal, tell) {
  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(tell, WAIT);
  });
  signal.addEventListener("abort", () => clearTimeout(timer));
}
