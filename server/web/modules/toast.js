// A line at the foot of the page that says what was done, and offers to take it back.

import { button, byId, h } from "./dom.js";
import { t } from "./texts.js";

const STAYS = 12_000;
const LOOKS_AGAIN = 4_000;
const MOST = 3;

/** @typedef {{ line: HTMLElement, close: () => void, more: More }} Shown */
/**
 * @typedef {object} More
 * @property {() => unknown} [undo]
 * @property {boolean} [trouble] stays until it is closed
 * @property {string[]} [about] the creators: an older offer to undo that is only about them goes
 * @property {boolean} [awaits] stays until the caller takes it away
 */

/** Oldest first. @type {Shown[]} */
let shown = [];

/**
 * Say something; it goes by itself unless it is trouble, and not while it is pointed at or has the focus.
 * @param {string} text
 * @param {More} [more]
 * @returns {() => void} takes it away
 */
export function toast(text, more = {}) {
  const line = h("div", { class: more.trouble ? "toast toast-trouble" : "toast", role: "group" }, h("p", {}, text));
  const close = () => {
    line.remove();
    shown = shown.filter((each) => each.line !== line);
  };
  if (more.undo) {
    const undo = more.undo;
    line.append(
      button(t("web.undo"), "button-small", () => {
        close();
        undo();
      }),
    );
  }
  const dismiss = button("×", "button-small button-bare", close);
  dismiss.setAttribute("aria-label", t("web.close"));
  line.append(dismiss);
  const about = new Set(more.about);
  for (const { more: old, close: end } of shown)
    if (old.undo && old.about?.length && old.about.every((name) => about.has(name))) end();
  byId("toasts").append(line);
  shown.push({ line, close, more });
  makeRoom();
  if (!more.trouble && !more.awaits) setTimeout(() => goUnlessUsed(line, close), STAYS);
  return close;
}

/** The oldest goes where there are too many; one of trouble only if all are, one that is awaited never. */
function makeRoom() {
  while (shown.length > MOST) {
    const first =
      shown.find(({ more }) => !more.trouble && !more.awaits) ?? shown.slice(0, -1).find(({ more }) => !more.awaits);
    if (!first) return;
    first.close();
  }
}

/**
 * @param {HTMLElement} line
 * @param {() => void} close
 */
function goUnlessUsed(line, close) {
  if (line.matches(":hover, :focus-within")) setTimeout(() => goUnlessUsed(line, close), LOOKS_AGAIN);
  else close();
}
