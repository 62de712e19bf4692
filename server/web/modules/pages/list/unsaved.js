// What was typed and not saved yet, kept over a list that is drawn anew in another language. It goes once preact draws
// the list.

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/** @typedef {{ name: string, value: string, before: string | undefined }} Typed */
/** @typedef {{ keep: string, version: string | undefined, typed: Typed[] }} Unsaved */

/** Forms whose fields have names that hold over drawing them anew. */
const FORM = "form[data-keep]";

/** What each control held when it was drawn. @type {WeakMap<Control, string>} */
const drawn = new WeakMap();

/**
 * Mark a form while it holds something unsaved.
 * @param {HTMLElement} place
 * @param {AbortSignal} signal
 */
export function watchTyping(place, signal) {
  place.addEventListener(
    "input",
    ({ target }) => {
      const form = target instanceof Element && target.closest("form");
      if (form) form.dataset["typed"] = "";
    },
    { signal },
  );
  place.addEventListener(
    "submit",
    ({ target }) => {
      if (target instanceof HTMLFormElement) delete target.dataset["typed"];
    },
    { signal, capture: true },
  );
}

/**
 * What is typed and not saved, by the names of the fields.
 * @param {HTMLElement} place
 * @returns {Unsaved[]}
 */
export function unsavedForms(place) {
  return formsIn(place, `${FORM}[data-typed]`).map((form) => ({
    keep: form.dataset["keep"] ?? "",
    version: form.dataset["version"],
    typed: controlsOf(form)
      .map((control) => ({ name: control.name, value: valueOf(control), before: drawn.get(control) }))
      .filter(({ value, before }) => value !== before),
  }));
}

/**
 * Put it into the forms that were just drawn. Where somebody else has changed the same field, the form keeps the version
 * that was seen: the server then refuses once, and the person looks again.
 * @param {HTMLElement} place
 * @param {Unsaved[]} unsaved
 */
export function putBack(place, unsaved) {
  for (const form of formsIn(place, FORM)) {
    for (const control of controlsOf(form)) drawn.set(control, valueOf(control));
  }
  for (const { keep, version, typed } of unsaved) {
    const [form] = formsIn(place, `form[data-keep="${CSS.escape(keep)}"]`);
    if (!form) continue;
    const crossed = typed.filter((each) => putInto(form, each));
    if (crossed.length && version !== undefined) form.dataset["version"] = version;
    unfold(form);
  }
}

/** @param {Element} element that nobody sees while something around it is folded */
function unfold(element) {
  for (let around = element.closest("details"); around; around = around.parentElement?.closest("details") ?? null)
    around.open = true;
}

/**
 * Gives whether the field was drawn with another value than before.
 * @param {HTMLFormElement} form
 * @param {Typed} typed
 */
function putInto(form, { name, value, before }) {
  const control = controlsOf(form).find((each) => each.name === name);
  if (!control) return false;
  const crossed = drawn.get(control) !== before;
  if (isBox(control)) control.checked = value === "true";
  else control.value = value;
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  return crossed;
}

/**
 * @param {HTMLElement} place
 * @param {string} selector
 * @returns {HTMLFormElement[]}
 */
function formsIn(place, selector) {
  return [...place.querySelectorAll(selector)].filter((form) => form instanceof HTMLFormElement);
}

/** @param {HTMLFormElement} form @returns {Control[]} */
function controlsOf(form) {
  return /** @type {Control[]} */ ([...form.elements].filter((each) => each.matches("input, select, textarea")));
}

/** @param {Control} control @returns {control is HTMLInputElement} */
function isBox(control) {
  return control instanceof HTMLInputElement && control.type === "checkbox";
}

/** @param {Control} control */
function valueOf(control) {
  return isBox(control) ? String(control.checked) : control.value;
}
