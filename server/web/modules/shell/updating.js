// A tab that is open while Soi is updated: its code is that of before. It loads the page anew by itself only where nobody
// has done anything in it; else it says so, and the person decides when.

import { button } from "../parts/elements.js";
import { h } from "../parts/preact.js";
import { t } from "../words/texts.js";

/** What a person types, chooses or looks for begins with one of these. */
const WORK = ["input", "keydown", "pointerdown", "wheel", "drop"];
const TRIED = "soi.reloaded";
const SIGN_IN = "#sign-in"; // what is done there is over once the page is open

let touched = false;

/** Remember from now on whether somebody works in this tab. */
export function watchWork() {
  for (const type of WORK) {
    document.addEventListener(type, ({ target }) => (touched ||= !isSigningIn(target)), {
      capture: true,
      passive: true,
    });
  }
}

/**
 * Whether the person has to be told that the server has other files than those that this tab came from.
 * @param {string | undefined} shell the version of the server's files
 */
export function isOutdated(shell) {
  if (!shell || shell === ownShell()) return false;
  if (touched || sessionStorage.getItem(TRIED) === shell) return true;
  sessionStorage.setItem(TRIED, shell); // once only: a copy that a browser will not give up is no reason to go round
  location.reload();
  return false;
}

/** Says it, with the way to do it. */
export function updateNotice() {
  return h(
    "div",
    { key: "update", class: "message message-closer", role: "status" },
    h("p", {}, t("web.updated")),
    button(t("web.updated_reload"), "button-small", () => location.reload()),
  );
}

/** The version that the server has put into this page, see assets.py. */
function ownShell() {
  return document.querySelector("meta[name=soi-shell]")?.getAttribute("content");
}

/** @param {EventTarget | null} target */
function isSigningIn(target) {
  return target instanceof Element && target.closest(SIGN_IN) !== null;
}
