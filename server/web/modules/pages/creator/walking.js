// From one creator to the next, in the order in which the list last showed them: by links, and by J and K.

import { neighbours } from "../../data/order.js";
import { h, useLayoutEffect } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { shownName } from "../../words/creator_names.js";
import { number, t } from "../../words/texts.js";

/** @param {{ username: string }} props */
export function Walking({ username }) {
  const { before, after, place, all } = neighbours(username);
  useLayoutEffect(() => {
    const walk = (/** @type {KeyboardEvent} */ event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const to = { j: after, k: before }[event.key.toLowerCase()];
      if (to) location.hash = address("creators", to);
    };
    document.addEventListener("keydown", walk);
    return () => document.removeEventListener("keydown", walk);
  }, [before, after]);
  if (!all) return null;
  return h(
    "nav",
    { class: "walking", "aria-label": t("web.walk") },
    step(before, "‹", "web.walk_before"),
    h("span", { class: "hint" }, t("web.walk_place", { n: place, all: number(all) })),
    step(after, "›", "web.walk_after"),
  );
}

/**
 * @param {string | null} name
 * @param {string} mark
 * @param {string} key
 */
function step(name, mark, key) {
  if (!name) return null;
  const label = t(key, { name: shownName(name) });
  return h(
    "a",
    { class: "button button-small", href: address("creators", name), "aria-label": label, title: label },
    mark,
  );
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof Element && target.closest("input, select, textarea, dialog") !== null;
}
