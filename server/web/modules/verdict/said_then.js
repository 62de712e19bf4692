// What Soi had said before an outcome was recorded.

import { h } from "../parts/preact.js";
import { keptTrustText } from "../words/figures.js";
import { t } from "../words/texts.js";
import { verdictChip } from "./chip.js";

/**
 * @typedef {object} Outcome
 * @property {string} username
 * @property {string} recorded_at
 * @property {string} updated_at
 * @property {boolean | null} worth_it
 * @property {number | null} clicks
 * @property {number | null} codes
 * @property {{ amount: number, currency: string } | null} sales
 * @property {number | null} quality
 * @property {string} note
 * @property {string | null} verdict
 * @property {import("../data/entry_cache.js").Figure | null} suspicion
 * @property {string | null} trust_word
 */

/**
 * What the last check before the first recording had said.
 * @param {Outcome} outcome
 */
export function saidThen({ verdict, ...kept }) {
  const score = keptTrustText(kept);
  if (!verdict) return t("web.list_unchecked");
  return h(
    "span",
    {},
    verdictChip(verdict),
    score && h("span", { class: "hint" }, ` ${t("web.list_suspicion_short", { score })}`),
  );
}
