// The signs of a verdict: what each adds or takes away, why it may be harmless, and where it was read.

import { foldable } from "../parts/elements.js";
import { h, useRef } from "../parts/preact.js";
import { signed } from "../words/figures.js";
import { inLanguage, t } from "../words/texts.js";
import { evidenceTable } from "./evidence.js";

/** @typedef {import("api").SignAnswer} Signal */

const LEAST = 0.05; // a weight below would be shown as 0

/** @typedef {(signal: Signal) => import("../parts/preact.js").Child} More */

/**
 * Signs that weigh something, the heaviest first; the others below, folded. Each stays where it was first shown: one
 * that was just ruled harmless does not fly from under the pointer.
 * @param {{ all: Signal[], more?: More }} props `more` stands below each
 */
export function Signs({ all, more = () => null }) {
  const places = useRef(/** @type {Map<string, boolean>} */ (new Map()));
  const known = places.current;
  for (const signal of [...all].sort((a, b) => weightOf(b) - weightOf(a)))
    if (!known.has(signal.id)) known.set(signal.id, weighs(signal));
  if (!all.length) return null;
  const order = [...known.keys()];
  const ordered = all.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const [heavy, light] = [true, false].map((place) => ordered.filter((signal) => known.get(signal.id) === place));
  const view = (/** @type {Signal} */ signal) => signalView(signal, more);
  return h(
    "section",
    { class: "block" },
    h("h3", {}, t("web.signs")),
    heavy?.map(view),
    light?.length ? foldable(t("web.signs_light", { n: light.length }), light.map(view)) : null,
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
 * @param {More} more
 */
function signalView(signal, more) {
  return h(
    "details",
    { key: signal.id, class: "signal", "data-sign": signal.id },
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
