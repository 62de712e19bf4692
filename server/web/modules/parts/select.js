// A choice that follows its value until a person chooses; a form that is reset shows the value again.

import { h, useLayoutEffect, useRef } from "./preact.js";

/**
 * @typedef {object} Choice
 * @property {string} [name]
 * @property {string} value
 * @property {(readonly [value: string, words: string])[]} [options]
 * @property {import("./preact.js").Child} [drawn] options that are drawn already, as those in groups
 * @property {boolean} [disabled]
 * @property {string} [className]
 * @property {(value: string) => void} [onChoose]
 */

/** @param {Choice} props */
export function Select({ name, value, options = [], drawn = null, disabled = false, className, onChoose }) {
  const made = useRef(/** @type {HTMLSelectElement | null} */ (null));
  const before = useRef(/** @type {string | null} */ (null));
  useLayoutEffect(() => {
    const select = made.current;
    if (!select) return;
    const chosen = select.value;
    const untouched = before.current === null || chosen === before.current;
    for (const option of select.options) option.defaultSelected = option.value === value;
    select.value = untouched ? value : chosen;
    before.current = value;
  }, [value]);
  const onChange = (/** @type {{ currentTarget: HTMLSelectElement }} */ event) => onChoose?.(event.currentTarget.value);
  return h(
    "select",
    { name, ref: made, disabled, class: className, onChange },
    drawn ?? options.map(([each, words]) => h("option", { value: each }, words)),
  );
}
