// What Soi had said before an outcome was recorded.

import { h } from "../parts/preact.js";
import { keptTrustText } from "../words/figures.js";
import { t } from "../words/texts.js";
import { verdictChip } from "./chip.js";

/** @typedef {import("api").Outcome} Outcome */

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
