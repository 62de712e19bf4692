// A verdict in a line of text.

import { icon } from "../parts/elements.js";
import { h } from "../parts/preact.js";
import { t } from "../words/texts.js";

/**
 * A verdict as icon and word.
 * @param {string} code
 */
export function verdictChip(code) {
  return h("span", { class: `verdict-chip tone-${code}` }, icon(code), t(`verdict.${code}`));
}
