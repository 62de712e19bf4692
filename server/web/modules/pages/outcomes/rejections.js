// Rejected creators: why, and what Soi had said. Nobody knows how it would have gone, so they are no hit and no miss.

import { rangeBar } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { capital, number, t } from "../../words/texts.js";
import { verdictChip } from "../../verdict/chip.js";

const SHOWN = 12;

/** @param {{ n: number, by_verdict: Record<string, number>, by_reason: Record<string, number> }} rejected */
export function rejections({ n, by_verdict, by_reason }) {
  const reasons = Object.entries(by_reason);
  const without = n - reasons.reduce((sum, [, count]) => sum + count, 0);
  /** @type {[string, number][]} */
  const lines = [
    // Reasons are counted whatever their case, so they come in small letters.
    ...reasons.slice(0, SHOWN).map(([reason, count]) => /** @type {[string, number]} */ ([capital(reason), count])),
    ...other(
      "web.rejected_other",
      reasons.slice(SHOWN).reduce((sum, [, count]) => sum + count, 0),
    ),
    ...other("web.rejected_no_reason", without),
  ];
  return h(
    "section",
    { class: "card", "aria-labelledby": "rejected-title" },
    h("h2", { id: "rejected-title" }, t("web.rejected")),
    n === 0
      ? h("p", { class: "quiet" }, t("web.rejected_none"))
      : h("ul", { class: "counted" }, ...lines.map(([words, count]) => line(h("bdi", {}, words), count, n))),
    n > 0 && h("h3", {}, t("web.rejected_verdicts")),
    n > 0 &&
      h(
        "ul",
        { class: "counted" },
        ...Object.entries(by_verdict).map(([code, count]) => line(verdictChip(code), count, n)),
      ),
    h("p", { class: "hint" }, t("web.rejected_hint")),
  );
}

/**
 * @param {string} key
 * @param {number} count
 * @returns {[string, number][]}
 */
function other(key, count) {
  return count > 0 ? [[t(key), count]] : [];
}

/**
 * @param {import("../../parts/preact.js").Child} words
 * @param {number} count
 * @param {number} n
 */
function line(words, count, n) {
  return h("li", {}, h("span", {}, words), rangeBar(0, (100 * count) / n), h("strong", {}, number(count)));
}
