// Where the window is narrow, the cards of the settings are folded to their titles; which are open is remembered.

import { h, useLayoutEffect, useState } from "../../parts/preact.js";
import { t } from "../../words/texts.js";

const KEY = "soi.settings";
const NARROW = matchMedia("(max-width: 40rem)");

/** @returns {string[]} titles of the cards that are open */
function opened() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/**
 * What is typed in a card stays while it is folded: it is only out of sight. A window that becomes narrow folds nothing
 * that somebody may be at.
 * @param {{ title: string, card: import("../../parts/preact.js").Child }} props
 */
export function Folded({ title, card }) {
  const [open, setOpen] = useState(!NARROW.matches || opened().includes(title));
  useLayoutEffect(() => {
    const follow = () => NARROW.matches || setOpen(true);
    NARROW.addEventListener("change", follow);
    return () => NARROW.removeEventListener("change", follow);
  }, []);
  const onToggle = (/** @type {{ currentTarget: HTMLDetailsElement }} */ { currentTarget: details }) => {
    setOpen(details.open);
    if (!NARROW.matches) return;
    const others = opened().filter((each) => each !== title);
    localStorage.setItem(KEY, JSON.stringify(details.open ? [...others, title] : others));
  };
  return h("details", { class: "folded", open, onToggle }, h("summary", {}, t(title)), card);
}
