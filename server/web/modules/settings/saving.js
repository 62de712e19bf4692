// Saving a part of the settings: one way, and nothing that was typed is lost when it fails.

import { Refused, call } from "../api.js";
import { h } from "../dom.js";
import { t } from "../texts.js";
import { toast } from "../toast.js";
import { troubleText } from "../trouble.js";
import { markTyped } from "../unsaved.js";

/** @typedef {import("./page.js").Saved} Saved */

/** A place in a card for what went wrong; empty while all is well. */
export function troublePlace() {
  return h("div", { class: "trouble" });
}

/**
 * @param {HTMLElement} place
 * @param {string} [text]
 */
export function showTrouble(place, text) {
  place.replaceChildren(text ? h("p", { class: "message message-risk", role: "alert" }, text) : "");
}

/**
 * Save, and say how it went. Gives the answer; null where it failed, with the reason in `place`.
 * @param {Saved} saved
 * @param {HTMLElement} place
 * @param {{ method?: string, path: string, body?: unknown, done: string, form?: HTMLFormElement | null }} what
 * @returns {Promise<any>}
 */
export async function keep(saved, place, { method = "PUT", path, body, done, form }) {
  showTrouble(place);
  try {
    const answer = await call(method, path, body, { "If-Match": `"${saved.version}"` });
    saved.version = answer.version;
    toast(t(done));
    return answer;
  } catch (error) {
    if (form) markTyped(form);
    await explain(saved, place, error);
    return null;
  }
}

/**
 * @param {Saved} saved
 * @param {HTMLElement} place
 * @param {unknown} error
 */
async function explain(saved, place, error) {
  if (!(error instanceof Refused) || error.code !== "conflict") {
    showTrouble(place, t("web.settings_failed", { why: troubleText(error) }));
    return;
  }
  const present = await call("GET", "/settings").catch(() => null);
  if (present) saved.version = present.version; // pressed again, it is meant
  showTrouble(place, t("web.settings_conflict"));
}
