// The signs of a verdict: what each adds or takes away, why it may be harmless, and where it was read.

import { h } from "../dom.js";
import { signed } from "../figures.js";
import { inLanguage, t } from "../texts.js";
import { evidenceTable, foldable } from "./evidence.js";

/** @typedef {import("../texts.js").Text} Text */
/**
 * @typedef {object} Signal
 * @property {string} id
 * @property {number | null} contribution
 * @property {Text} reason
 * @property {Text} innocent
 * @property {import("./evidence.js").Evidence[]} evidence
 * @property {string} [weight_source]
 */

const LEAST = 0.05; // a weight below would be shown as 0

/**
 * Signs that weigh something, the heaviest first; the others below, folded.
 * @param {Signal[]} all
 * @param {(signal: Signal) => Node | null} [more] stands below each
 */
export function signals(all, more = () => null) {
  const heavy = heaviest(all);
  const light = all.filter((signal) => !weighs(signal));
  if (!all.length) return null;
  return h(
    "section",
    { class: "block" },
    h("h3", {}, t("web.signs")),
    ...heavy.map((signal) => signalView(signal, more)),
    light.length
      ? foldable(t("web.signs_light", { n: light.length }), ...light.map((signal) => signalView(signal, more)))
      : null,
  );
}

/**
 * Those that weigh something, the heaviest first.
 * @param {Signal[]} all
 */
export function heaviest(all) {
  return all.filter((signal) => weighs(signal)).sort((a, b) => weightOf(b) - weightOf(a));
}

/** @param {Signal} signal */
function weightOf(signal) {
  return Math.abs(signal.contribution ?? 0);
}

/** @param {Signal} signal */
function weighs(signal) {
  return weightOf(signal) >= LEAST;
}

/**
 * @param {Signal} signal
 * @param {(signal: Signal) => Node | null} more
 */
function signalView(signal, more) {
  return h(
    "details",
    { class: "signal", "data-sign": signal.id },
    h(
      "summary",
      {},
      h("span", {}, inLanguage(signal.reason)),
      weighs(signal) && h("span", { class: "weight" }, signed(signal.contribution ?? 0, 1)),
    ),
    h(
      "div",
      { class: "signal-more" },
      h("p", {}, h("strong", {}, t("web.innocent")), " ", inLanguage(signal.innocent)),
      signal.evidence.length ? evidenceTable(signal.evidence.map((item) => [null, item])) : null,
      signal.weight_source ? h("p", { class: "hint" }, t("web.weight_source", { source: signal.weight_source })) : null,
      more(signal),
    ),
  );
}
