// What of the signs is unfolded, kept over a page that is drawn anew.

/**
 * The signs that are unfolded, and the one that has the focus.
 * @param {HTMLElement} place
 */
export function openSigns(place) {
  /** @type {(sign: Element | null | undefined) => string | undefined} */
  const nameOf = (sign) => (sign instanceof HTMLElement ? sign.dataset["sign"] : undefined);
  const names = new Set([...place.querySelectorAll("details[data-sign][open]")].map(nameOf));
  const active = place.contains(document.activeElement) ? document.activeElement : null;
  return { names, focused: nameOf(active?.closest("details[data-sign]")) };
}

/**
 * After a ruling the page is drawn anew: what was open stays open, and the keyboard stays where it was.
 * @param {HTMLElement} place
 * @param {ReturnType<typeof openSigns>} open
 */
export function openAgain(place, { names, focused }) {
  for (const sign of place.querySelectorAll("details[data-sign]")) {
    if (!(sign instanceof HTMLDetailsElement) || !names.has(sign.dataset["sign"])) continue;
    sign.open = true;
    const around = sign.parentElement?.closest("details");
    if (around) around.open = true;
    if (sign.dataset["sign"] === focused) sign.querySelector("summary")?.focus({ preventScroll: true });
  }
}
