// A verdict in a line of text.

import { h, icon } from "../dom.js";
import { t } from "../texts.js";

/**
 * A verdict as icon and word.
 * @param {string} code
 */
export function verdictChip(code) {
  return h("span", { class: `verdict-chip tone-${code}` }, icon(code), t(`verdict.${code}`));
}
