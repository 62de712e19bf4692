// What of the signs is unfolded, kept over a page that is drawn anew.

/**
 * The signs that are unfolded.
 * @param {HTMLElement} place
 */
export function openSigns(place) {
  return new Set([...place.querySelectorAll("details[data-sign][open]")].map((sign) => sign.getAttribute("data-sign")));
}

/**
 * After a ruling the page is drawn anew: what was open stays open.
 * @param {HTMLElement} place
 * @param {ReturnType<typeof openSigns>} names
 */
export function openAgain(place, names) {
  for (const sign of place.querySelectorAll("details[data-sign]")) {
    if (!(sign instanceof HTMLDetailsElement) || !names.has(sign.dataset["sign"] ?? "")) continue;
    sign.open = true;
    const around = sign.parentElement?.closest("details");
    if (around) around.open = true;
  }
}
