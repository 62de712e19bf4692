// What a form holds, and showing again what is saved. A control follows its `defaultValue` until somebody types in it.

import { may } from "../data/may.js";
import { h } from "./preact.js";

/**
 * Fields that show what is saved: all of them are disabled for a role that may not save it.
 * @param {string} needs the route that saves it
 * @param {...import("./preact.js").Child} fields
 */
export function changeable(needs, ...fields) {
  return may(needs) ? fields : h("fieldset", { needs, class: "bare" }, ...fields);
}

/** What the controls hold, to be compared. @param {HTMLFormElement} form */
export function heldBy(form) {
  return JSON.stringify([...new FormData(form)]);
}

/**
 * What was sent is saved and drawn: the controls follow it again, unless somebody has typed on meanwhile.
 * @param {HTMLFormElement} form
 * @param {string} sent what it held then
 */
export function followAgain(form, sent) {
  if (heldBy(form) === sent) form.reset();
}
