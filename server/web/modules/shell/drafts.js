// Forms that keep what is typed (data-keep) through leaving, reload and a closed tab; a form that is reset was saved.

import { draftOf, forgetDraft, keepDraft } from "../data/drafts.js";
import { toast } from "../parts/toast.js";
import { minute } from "../words/dates.js";
import { t } from "../words/texts.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** Settings show what is saved: what was typed there is no draft. */
const KEPT = "form[data-keep]:not(.settings-form)";
/** Neither a secret nor a file is kept. */
const NEVER = new Set(["password", "file", "hidden", "submit", "button"]);
/** Forms that have been given back what was typed. @type {WeakSet<HTMLFormElement>} */
const restored = new WeakSet();
/** Forms with something typed that is not saved, as far as is known. @type {Map<HTMLFormElement, string>} */
const unsaved = new Map();
/** Where each form stands: a browser may tell what was typed in one only when the address is that of the next page. @type {WeakMap<HTMLFormElement, string>} */
const places = new WeakMap();
/** The page that the address named last; the fragment of a place on it names none. */
let page = "";

/** @param {HTMLElement} place of the pages */
export function watchDrafts(place) {
  for (const kind of ["input", "change"]) place.addEventListener(kind, typed);
  place.addEventListener("reset", ({ target }) => target instanceof HTMLFormElement && forgetDraft(keyOf(target)));
  new MutationObserver(() => {
    for (const [form, key] of unsaved) settle(form, key);
    for (const form of place.querySelectorAll(KEPT)) restore(/** @type {HTMLFormElement} */ (form));
  }).observe(place, { childList: true, subtree: true });
}

/** What is saved now, by whatever button, is no draft; a form that has gone keeps its own. @param {HTMLFormElement} form @param {string} key */
function settle(form, key) {
  if (form.isConnected && controlsOf(form).every((control) => held(control) === usual(control))) forgetDraft(key);
  else if (form.isConnected) return;
  unsaved.delete(form);
}

/** The page with what it is about, and the form on it. @param {HTMLFormElement} form */
function keyOf(form) {
  if (location.hash === "" || location.hash.startsWith("#/")) page = location.hash;
  const place = places.get(form) ?? page;
  places.set(form, place);
  return `${place} ${form.dataset["keep"] ?? ""}`;
}

/** @param {Event} event */
function typed({ target }) {
  const form = target instanceof Element ? /** @type {HTMLFormElement | null} */ (target.closest(KEPT)) : null;
  if (!form) return;
  restored.add(form);
  unsaved.set(form, keyOf(form));
  const differing = controlsOf(form).filter((control) => held(control) !== usual(control));
  keepDraft(
    keyOf(form),
    Object.fromEntries(differing.map((control) => [control.name, { value: held(control), before: usual(control) }])),
  );
}

/** @param {HTMLFormElement} form */
function restore(form) {
  if (restored.has(form)) return;
  restored.add(form);
  const draft = draftOf(keyOf(form));
  if (!draft) return;
  const given = controlsOf(form).filter(({ name }) => draft.fields[name]);
  const changed = given.some((control) => usual(control) !== draft.fields[control.name]?.before);
  const back = given.filter((control) => put(control, draft.fields[control.name]?.value ?? ""));
  if (!back.length) {
    forgetDraft(keyOf(form));
    return;
  }
  const at = minute(new Date(draft.at).toISOString());
  toast(t(changed ? "web.draft_back_changed" : "web.draft_back", { at }), { undo: () => drop(form, back) });
}

/** What is saved stands in the form again. @param {HTMLFormElement} form @param {Control[]} back */
function drop(form, back) {
  for (const control of back) put(control, usual(control));
  forgetDraft(keyOf(form));
}

/** @param {HTMLFormElement} form @returns {Control[]} */
function controlsOf(form) {
  const all = /** @type {Control[]} */ ([...form.elements].filter((each) => each.matches("input, select, textarea")));
  return all.filter(({ name, type }) => name && !NEVER.has(type));
}

/** @param {Control} control */
function isTicked(control) {
  return control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);
}

/** @param {Control} control */
function held(control) {
  return isTicked(control) ? String(/** @type {HTMLInputElement} */ (control).checked) : control.value;
}

/** What is saved: a control follows it until somebody types. @param {Control} control */
function usual(control) {
  if (isTicked(control)) return String(/** @type {HTMLInputElement} */ (control).defaultChecked);
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  return ([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? "";
}

/** Put a value in as a person would; tells whether it is another one now. @param {Control} control @param {string} value */
function put(control, value) {
  if (held(control) === value) return false;
  if (isTicked(control)) /** @type {HTMLInputElement} */ (control).checked = value === "true";
  else control.value = value;
  if (held(control) !== value) return false; // an option that is no more
  for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
  return true;
}
