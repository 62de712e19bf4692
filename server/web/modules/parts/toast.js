// A line at the foot of the page that says what was done, and offers to take it back.

import { t } from "../words/texts.js";
import { button, byId } from "./elements.js";
import { h, render } from "./preact.js";

const STAYS = 12_000;
const LOOKS_AGAIN = 4_000;
const MOST = 3;

/** @typedef {{ text: string, line: HTMLElement | null, close: () => void, more: More, key: string }} Shown */
/**
 * @typedef {object} More
 * @property {() => unknown} [undo]
 * @property {boolean} [trouble] stays until it is closed
 * @property {string[]} [about] the creators: an older offer to undo that is only about them goes
 * @property {boolean} [awaits] stays until the caller takes it away
 */

/** Oldest first. @type {Shown[]} */
let shown = [];

/** How many were ever said. */
let said = 0;

/**
 * Say something; it goes by itself unless it is trouble, and not while it is pointed at or has the focus.
 * @param {string} text
 * @param {More} [more]
 * @returns {() => void} takes it away
 */
export function toast(text, more = {}) {
  said += 1;
  const close = () => {
    const focused = made.line?.contains(document.activeElement);
    shown = shown.filter((each) => each !== made);
    draw();
    if (focused) giveBack();
  };
  /** @type {Shown} */
  const made = { text, line: null, close, more, key: String(said) };
  endOlder(more);
  shown.push(made);
  makeRoom();
  draw();
  if (!more.trouble && !more.awaits) setTimeout(() => goUnlessUsed(made), STAYS);
  return close;
}

function draw() {
  render(h(Toasts, {}), byId("toasts"));
}

function Toasts() {
  return shown.map(lineOf);
}

/** @param {Shown} made */
function lineOf(made) {
  const { text, close, more, key } = made;
  const ref = (/** @type {HTMLElement | null} */ line) => {
    made.line = line ?? made.line;
  };
  const undo = () => {
    close();
    more.undo?.();
  };
  return h(
    "div",
    { key, ref, class: more.trouble ? "toast toast-trouble" : "toast", role: "group" },
    h("p", {}, text),
    more.undo && button(t("web.undo"), "button-small", undo),
    button("×", "button-small button-bare", close, { "aria-label": t("web.close") }),
  );
}

/**
 * An older offer to undo goes that is only about the same creators.
 * @param {More} more
 */
function endOlder({ about = [] }) {
  const names = new Set(about);
  for (const { more: old, close } of shown)
    if (old.undo && old.about?.length && old.about.every((name) => names.has(name))) close();
}

/** What had the focus before it came to a toast. @type {WeakRef<HTMLElement> | null} */
let before = null;

/** Remember where the focus comes from. */
export function watchToasts() {
  const place = byId("toasts");
  place.addEventListener("focusin", ({ relatedTarget: from }) => {
    if (from instanceof HTMLElement && !place.contains(from)) before = new WeakRef(from);
  });
}

/** A toast goes that has the focus: it goes back to where it came from, or to the page. */
function giveBack() {
  const from = before?.deref();
  before = null;
  from?.focus({ preventScroll: true });
  if (document.activeElement === document.body) byId("main").focus({ preventScroll: true });
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

/** @param {Shown} made */
function goUnlessUsed(made) {
  if (made.line?.matches(":hover, :focus-within")) setTimeout(() => goUnlessUsed(made), LOOKS_AGAIN);
  else made.close();
}
