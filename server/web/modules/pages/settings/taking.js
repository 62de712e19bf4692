// A card that shows another answer than before: its controls follow that, and the keyboard goes where it can go on.

import { useLayoutEffect, useRef, useState } from "../../parts/preact.js";
import { useAnswer } from "./saving.js";

/**
 * `take` draws the card from another answer and drops what is typed; `place` is the card's own element.
 * @template Answer
 * @param {Answer} answer of the page
 * @param {string} focus what gets the focus where it was lost: a tag within the card
 */
export function useTaking(answer, focus) {
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  const [now, setNow] = useAnswer(answer);
  const [taken, setTaken] = useState(0);
  useLayoutEffect(() => {
    if (!taken || !place.current) return;
    for (const form of place.current.getElementsByTagName("form")) form.reset();
    if (!place.current.contains(document.activeElement)) {
      const [first] = place.current.getElementsByTagName(focus);
      if (first instanceof HTMLElement) first.focus();
    }
  }, [taken]);
  /** @param {Answer} present */
  const take = (present) => {
    setNow(present);
    setTaken((n) => n + 1);
  };
  return { now, take, place, taken };
}
