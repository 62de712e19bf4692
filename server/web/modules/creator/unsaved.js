// What was typed and not saved yet, kept over a page that is drawn anew: another card was saved, or somebody else wrote.

const FORM = "form[data-keep]";

/**
 * Mark a form while it holds something unsaved.
 * @param {HTMLElement} place
 * @param {AbortSignal} signal
 */
export function watchTyping(place, signal) {
  place.addEventListener("input", (event) => formOf(event)?.setAttribute("data-typed", ""), { signal });
  place.addEventListener("submit", (event) => formOf(event)?.removeAttribute("data-typed"), { signal });
}

/** @param {Event} event */
function formOf({ target }) {
  return target instanceof Element ? target.closest(FORM) : null;
}

/**
 * The forms with something unsaved.
 * @param {HTMLElement} place
 */
export function unsavedForms(place) {
  return [...place.querySelectorAll(`${FORM}[data-typed]`)];
}

/**
 * Put them in the places of their empty successors.
 * @param {HTMLElement} place
 * @param {Element[]} forms
 */
export function putBack(place, forms) {
  for (const form of forms) {
    const name = form.getAttribute("data-keep") ?? "";
    place.querySelector(`form[data-keep="${name}"]`)?.replaceWith(form);
    const around = form.closest("details");
    if (around) around.open = true;
  }
}
