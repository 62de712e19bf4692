// What the marketer looks for: saved searches, the active one, and what a change would do to the list before it is saved.

import { call } from "../../data/api.js";
import { button } from "../../parts/elements.js";
import { h, useEffect, useLayoutEffect, useRef, useState } from "../../parts/preact.js";
import { t } from "../../words/texts.js";
import { useLater } from "./later.js";
import { usePreview } from "./preview.js";
import { theirSettings, useSaving } from "./saving.js";
import { useTaking } from "./taking.js";
import { SearchForm, freshSearch, searchOf, summaryOf } from "./search_form.js";

/** @typedef {import("./search_form.js").Search} Search */
/** @typedef {import("api").SearchesAnswer} Answer */
/** @typedef {{ searches: Search[], active: string | null, open: string | null }} Draft */

const PATH = "/searches";
const WAIT = 300; // milliseconds after the last key

const ask = () => call("GET", PATH);
/** @type {import("./saving.js").Keep<Answer>} */
const keep = (method, body, seen) => call(method, PATH, body, seen);

/** @param {{ answer: Answer }} props */
export function SearchesCard({ answer }) {
  const { now, take, place, taken } = useTaking(answer, "input");
  const { places, save } = useSaving({ ask, keep, answer, shown: bodyOf, theirs, take });
  const preview = usePreview(`${PATH}/preview`, "searches-preview", "web.searches_preview");
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const [draft, setDraft] = useState(/** @type {Draft} */ ({ searches: now.searches, active: now.active, open: null }));
  const first = useRef(true);
  useLayoutEffect(() => {
    if (!first.current) setDraft({ searches: now.searches, active: now.active, open: null });
    first.current = false;
  }, [now, taken]);
  const tell = () => {
    if (form.current?.checkValidity()) preview.show(bodyOf(typedInto(draft, form.current)));
    else preview.unknown();
  };
  const tellSoon = useLater(tell, WAIT);
  useEffect(tell, [draft]);
  /** What is typed so far. */
  const kept = () => (form.current ? typedInto(draft, form.current) : draft);
  /** @param {"PUT" | "DELETE"} method @param {unknown} [body] */
  const change = async (method, body) => {
    const answered = await save("web.searches_saved", () => ({ method, body }));
    if (answered) take(answered);
  };
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    change("PUT", bodyOf(kept()));
  };
  return h(
    "section",
    { class: "card", id: "searches", ref: place },
    h("h2", {}, t("web.settings_searches")),
    h("p", { class: "hint" }, t("web.searches_text")),
    h(
      "form",
      { class: "settings-form searches", ref: form, onInput: tellSoon, onSubmit: submit },
      lines(draft, kept, setDraft),
      h(
        "div",
        { class: "actions" },
        h("button", { class: "button button-primary" }, t("web.searches_save")),
        button(t("web.searches_reset"), "", () => change("DELETE"), { hidden: !now.own }),
      ),
    ),
    ...places,
    preview.element,
  );
}

/**
 * A line for each search, the one that is open with its fields, and one for none.
 * @param {Draft} draft
 * @param {() => Draft} kept
 * @param {(next: Draft) => void} redraw
 */
function lines(draft, kept, redraw) {
  const add = button(t("web.searches_add"), "", () => {
    const found = kept();
    const made = freshSearch(found.searches, t("web.searches_new"));
    redraw({ searches: [...found.searches, made], active: made.id, open: made.id });
  });
  const choose = (/** @type {string | null} */ active) => redraw({ ...kept(), active });
  return [
    h(
      "fieldset",
      { class: "search-lines" },
      h("legend", {}, t("web.searches_active")),
      draft.searches.map((search) => line(search, draft, kept, redraw)),
      h(
        "label",
        { key: "none", class: "search-line" },
        choice("", draft.active === null, () => choose(null)),
        h("span", {}, t("web.searches_off"), h("span", { class: "hint" }, t("web.searches_off_hint"))),
      ),
    ),
    h("div", { class: "actions" }, add),
  ];
}

/**
 * @param {Search} search
 * @param {Draft} draft
 * @param {() => Draft} kept
 * @param {(next: Draft) => void} redraw
 */
function line(search, draft, kept, redraw) {
  const open = draft.open === search.id;
  const remove = () => {
    const found = kept();
    const rest = found.searches.filter(({ id }) => id !== search.id);
    redraw({ ...found, searches: rest, active: found.active === search.id ? null : found.active });
  };
  const named = (/** @type {string} */ word) => ({ "aria-label": `${word}: ${search.name}` });
  const [edit, drop] = [t(open ? "web.searches_done" : "web.searches_edit"), t("web.searches_remove")];
  const toggle = () => redraw({ ...kept(), open: open ? null : search.id });
  return h(
    "div",
    { key: search.id, class: "search-entry" },
    h(
      "label",
      { class: "search-line" },
      choice(search.id, draft.active === search.id, () => redraw({ ...kept(), active: search.id })),
      h("span", {}, h("strong", {}, search.name), h("span", { class: "hint" }, summaryOf(search))),
    ),
    h(
      "div",
      { class: "actions" },
      button(edit, "", toggle, { ...named(edit), "aria-expanded": String(open) }),
      button(drop, "", remove, named(drop)),
    ),
    open && h(SearchForm, { search }),
  );
}

/**
 * @param {string} value
 * @param {boolean} checked
 * @param {() => void} onChange
 */
function choice(value, checked, onChange) {
  return h("input", { type: "radio", name: "active", value, checked, onChange });
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
