// The keyboard stays where it was when the page is drawn anew.

/** Parts of the page that are the same after it was drawn anew, with the attribute that names them. */
const PARTS = ["data-sign", "data-keep"];

/**
 * Remember where the focus is; gives what puts it back after drawing.
 * @param {HTMLElement} place
 * @returns {() => void}
 */
export function keepFocus(place) {
  const active = place.contains(document.activeElement) ? document.activeElement : null;
  if (!active) return () => {};
  const [word, part, tag] = [wordOf(active), partOf(active), active.tagName];
  return () => {
    if (document.activeElement !== document.body) return; // the person has gone on
    const around = (part && place.querySelector(part)) || place;
    const same = [...around.querySelectorAll(tag)].find((each) => wordOf(each) === word);
    const near = part && around.querySelector("summary, button");
    const target = same ?? (near || headingOf(place));
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  };
}

/** What tells a control from its neighbours. @param {Element} element */
function wordOf(element) {
  return element.getAttribute("name") ?? element.getAttribute("aria-label") ?? element.textContent;
}

/** @param {Element} element */
function partOf(element) {
  for (const name of PARTS) {
    const value = element.closest(`[${name}]`)?.getAttribute(name);
    if (value != null) return `[${name}="${CSS.escape(value)}"]`;
  }
  return "";
}

/** @param {HTMLElement} place */
function headingOf(place) {
  const heading = place.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  return heading;
}
