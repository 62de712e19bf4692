// The three figures of a verdict, each with its interval: followers, engagement, suspicion.

import { h, svg } from "../dom.js";
import { countText, percent, trustText } from "../figures.js";
import { has, number, t } from "../texts.js";

/** @typedef {{ value: number, low: number, high: number, exact: boolean, source: string, raw: string, locator: string }} Count */

/** @param {any} analysis */
export function figures(analysis) {
  const { facts, engagement } = analysis;
  const rate = engagement.rate_pct;
  const known = rate && rate.value != null;
  return h(
    "dl",
    { class: "figures" },
    figure("web.followers", countText(facts.followers), [tierText(analysis.tier), rawText(facts.followers)]),
    figure("web.engagement", known ? percent(rate.value, 2) : t("web.not_shown"), [
      known ? t("web.from_to", { low: number(rate.low, 2), high: number(rate.high, 2) }) : "",
      known ? t("web.posts_n", { n: rate.n_posts }) : "",
      bandText(engagement.band),
    ]),
    suspicionFigure(analysis),
  );
}

/** The score with its word; its range only beneath. @param {any} analysis */
function suspicionFigure({ suspicion, trust }) {
  const range = t("web.suspicion_range", { low: number(suspicion.low), high: number(suspicion.high) });
  const view = figure("web.suspicion", trustText(trust), [seenText(trust), range]);
  view.append(h("dd", {}, scale(suspicion.low, suspicion.score, suspicion.high)));
  view.append(h("dd", { class: "hint" }, t("web.suspicion_hint")));
  return view;
}

/**
 * @param {number} low
 * @param {number} score
 * @param {number} high
 */
function scale(low, score, high) {
  return svg(
    "svg",
    { class: "scale", viewBox: "0 0 200 14", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "scale-track", x: 0.5, y: 4.5, width: 199, height: 5, rx: 2.5 }),
    svg("rect", { class: "scale-range", x: low * 2, y: 3, width: Math.max(2, (high - low) * 2), height: 8, rx: 3 }),
    svg("rect", { class: "scale-point", x: Math.min(197, score * 2), y: 0, width: 3, height: 14 }),
  );
}

/**
 * @param {string} label
 * @param {string} value
 * @param {string[]} more
 */
function figure(label, value, more) {
  const lines = more.filter(Boolean).map((text) => h("dd", { class: "hint" }, text));
  return h("div", { class: "figure" }, h("dt", {}, t(label)), h("dd", {}, value), ...lines);
}

/** "Looked at 2 of 5: profile, posts". @param {any} trust */
function seenText(trust) {
  if (!trust) return "";
  const list = trust.seen.map((/** @type {string} */ part) => t(`trust.part.${part}`)).join(", ");
  return t("web.seen_of", { k: trust.seen.length, n: trust.seen.length + trust.missing.length, list });
}

/** @param {Count | null} count */
function rawText(count) {
  return count ? t("web.as_written", { raw: count.raw }) : "";
}

/** @param {string | null} tier */
function tierText(tier) {
  return tier ? t(`web.tier_${tier}`) : "";
}

/** @param {unknown} band */
function bandText(band) {
  return typeof band === "string" && has(`band.${band}`) ? t(`band.${band}`) : "";
}
