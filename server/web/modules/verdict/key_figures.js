// The three figures of a verdict, each with its interval: followers, engagement, suspicion.

import { h } from "../parts/preact.js";
import { day } from "../words/dates.js";
import { countText, isKnown, percent, trustText } from "../words/figures.js";
import { has, number, t } from "../words/texts.js";
import { checklist } from "./beside.js";

/** @typedef {import("api").Count} Count */
/** @typedef {import("./said.js").ShownTrust} Trust */

/**
 * @param {import("api").AnalysisAnswer} analysis
 * @param {Trust} [trust] as it was said on the day of the verdict
 */
export function figures(analysis, trust = analysis.trust) {
  const { facts, engagement } = analysis;
  const rate = engagement.rate_pct;
  return h(
    "dl",
    { class: "figures" },
    figure("web.followers", countText(facts.followers), [tierText(analysis.tier), rawText(facts.followers)]),
    figure("web.engagement", isKnown(rate) ? percent(rate.value, 2) : t("web.not_shown"), [
      isKnown(rate) ? t("web.from_to", { low: number(rate.low, 2), high: number(rate.high, 2) }) : "",
      isKnown(rate) ? t("web.posts_n", { n: rate.n_posts }) : "",
      bandText(engagement.band),
    ]),
    suspicionFigure(analysis, trust),
    activityFigure(analysis.activity),
  );
}

/**
 * The score with its word, and what it stands on; its range only in the details.
 * @param {import("api").AnalysisAnswer} analysis
 * @param {Trust} trust
 */
function suspicionFigure({ suspicion: { low, score, high } }, trust) {
  const words = trustText(trust);
  if (low === null || score === null || high === null)
    return figure("web.suspicion", words, [], h("dd", {}, checklist(trust)));
  const range = t("web.suspicion_range", { low: number(low), high: number(high) });
  const details = h(
    "details",
    { class: "range-details" },
    h("summary", { class: "hint" }, t("web.suspicion_details")),
    h("p", { class: "hint" }, range),
    scale(low, score, high),
    h("p", { class: "hint" }, t("web.suspicion_hint")),
  );
  return figure("web.suspicion", words, [], h("dd", {}, checklist(trust)), h("dd", {}, details));
}

/** When the newest post was, and how often there is one. @param {import("api").ActivityAnswer | null} activity */
function activityFigure(activity) {
  const at = activity?.newest_post_at;
  return figure("web.newest", at ? day(at) : t("web.newest_unknown"), [beforeTheLook(activity), oftenText(activity)]);
}

/** "18/11/2026, 2 days before the look, 1.6 posts a week". @param {import("api").ActivityAnswer | null} activity */
export function activityText(activity) {
  const at = activity?.newest_post_at;
  const parts = [at ? day(at) : t("web.newest_unknown"), beforeTheLook(activity), oftenText(activity)];
  return parts.filter(Boolean).join(", ");
}

/** @param {import("api").ActivityAnswer | null} activity */
function beforeTheLook(activity) {
  const days = activity?.days_since_newest;
  if (days == null) return "";
  return days === 0 ? t("web.newest_today") : t("web.newest_days", { n: days });
}

/** @param {import("api").ActivityAnswer | null} activity */
function oftenText(activity) {
  const often = activity?.posts_per_week;
  return often == null ? "" : t("web.posts_a_week", { n: Number(often.toFixed(1)), rate: number(often, 1) });
}

/**
 * @param {number} low
 * @param {number} score
 * @param {number} high
 */
function scale(low, score, high) {
  return h(
    "svg",
    { class: "scale", viewBox: "0 0 200 14", preserveAspectRatio: "none", "aria-hidden": "true" },
    h("rect", { class: "scale-track", x: 0.5, y: 4.5, width: 199, height: 5, rx: 2.5 }),
    h("rect", { class: "scale-range", x: low * 2, y: 3, width: Math.max(2, (high - low) * 2), height: 8, rx: 3 }),
    h("rect", { class: "scale-point", x: Math.min(197, score * 2), y: 0, width: 3, height: 14 }),
  );
}

/**
 * @param {string} label
 * @param {string} value
 * @param {string[]} more
 * @param {...import("../parts/preact.js").Child} below
 */
function figure(label, value, more, ...below) {
  const lines = more.filter(Boolean).map((text) => h("dd", { class: "hint" }, text));
  return h("div", { class: "figure" }, h("dt", {}, t(label)), h("dd", {}, value), ...lines, ...below);
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
