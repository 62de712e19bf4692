// Where the focus goes when what had it is drawn away: to what stood around it, never to the top of the page.

const PLACES = "section, form, article, details, main";

/** Remember what stands around the focus; gives what puts it there once it was lost. @returns {() => void} */
export function keepFocus() {
  /** @type {HTMLElement[]} */
  const around = [];
  for (let place = placeOf(document.activeElement); place; place = placeOf(place.parentElement)) around.push(place);
  return () => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const there = around.find((place) => place.isConnected);
    if (!there) return;
    if (!there.hasAttribute("tabindex")) there.setAttribute("tabindex", "-1");
    there.focus({ preventScroll: true });
  };
}

/** @param {Element | null | undefined} element */
function placeOf(element) {
  return /** @type {HTMLElement | null} */ (element?.closest(PLACES) ?? null);
}
