/** The two tiles of the card: engagement, and how far what was seen can be trusted. */
import { el } from "./draw.js";

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Analysis} Analysis */
/** @typedef {import("../../../types/messages").Drawn} Drawn */
/** @typedef {import("../../../types/messages").Trust} Trust */
/** @typedef {{title: string, value: string, share: number | null, lines: string[]}} EngagementWords `share`: of creators of this size that are below, 0 to 100 */
/** @typedef {{title: string, code: string, value: string, lines: string[], dots: {name: string, seen: boolean}[], label: string}} TrustWords */

/** In the order in which they are opened. */
const KINDS = /** @type {const} */ (["profile", "posts", "followers", "comments", "history"]);

/** @param {Analysis} analysis @param {Speaker} speaker @returns {EngagementWords} */
export function engagementTile(analysis, speaker) {
  const title = speaker.t("engagement");
  const { engagement } = analysis;
  const rate = engagement?.rate_pct;
  if (!engagement || !rate || rate.value === null)
    return { title, value: speaker.t("engagement_none"), share: null, lines: [speaker.t(whyNoRate(analysis))] };
  const share = engagement.score === null ? null : Math.round(engagement.score);
  const above = share === null ? [] : [speaker.t("engagement_above", { score: share })];
  return {
    title,
    value: speaker.percent(rate.value),
    share,
    lines: [...above, speaker.t("posts_n", { n: rate.n_posts })],
  };
}

/** The rate for the pill, "" while unknown. @param {Analysis} analysis @param {Speaker} speaker */
export function rateShort({ engagement }, speaker) {
  const value = engagement?.rate_pct?.value ?? null;
  return value === null ? "" : speaker.percent(value);
}

/** The key of the words for why there is no rate: each reason has its own. @param {Analysis} analysis */
function whyNoRate({ facts, engagement }) {
  if (facts.is_private) return "no_rate_private";
  if (facts.post_count?.value === 0) return "no_rate_posts";
  const reasons = (engagement?.rate_pct?.left_out ?? []).map(({ reason }) => reason);
  if (reasons.length > 0 && reasons.every((reason) => reason === "too_recent")) return "no_rate_recent";
  return reasons.includes("likes_hidden") ? "no_rate_hidden" : "engagement_unknown";
}

/**
 * No signs in too little is no good news: without enough data the tile has no colour.
 * @param {Trust} trust @param {string} verdict @param {Speaker} speaker @returns {TrustWords}
 */
export function trustTile({ code, score, word, seen, weak_signs: weak }, verdict, speaker) {
  const dots = KINDS.map((kind) => ({ name: speaker.t(`part_${kind}`), seen: seen.includes(kind) }));
  const names = (/** @type {boolean} */ isSeen) =>
    dots
      .filter((dot) => dot.seen === isSeen)
      .map(({ name }) => name)
      .join(", ");
  const label = [
    ...(seen.length > 0 ? [speaker.t("seen_names", { list: names(true) })] : []),
    ...(seen.length < KINDS.length ? [speaker.t("seen_missing", { list: names(false) })] : []),
  ].join(" ");
  const level =
    score === null || word === null
      ? []
      : [speaker.t("suspicion_level", { level: speaker.t(`level_${word}`), score: Math.round(score) })];
  return {
    title: speaker.t("trust"),
    code: code === "no_signs" && verdict === "not_enough_data" ? "unknown" : code,
    value: speaker.t(`trust_${weak ? "weak_signs" : code}`), // never "no odd signs" above the signs that are named
    lines: [seenText(dots, speaker), ...level],
    dots,
    label,
  };
}

/** "seen 2 of 5: profile, posts". @param {TrustWords["dots"]} dots @param {Speaker} speaker */
function seenText(dots, speaker) {
  const seen = dots.filter((dot) => dot.seen).map(({ name }) => name);
  const count = speaker.t("seen_n", { k: seen.length, n: dots.length });
  return seen.length > 0 && seen.length < dots.length ? `${count}: ${seen.join(", ")}` : count;
}

/** @param {EngagementWords} engagement @param {TrustWords} trust @returns {Drawn} */
export function drawTiles(engagement, trust) {
  return el("div", "tiles", drawEngagement(engagement), drawTrust(trust));
}

/** @param {EngagementWords} words */
function drawEngagement({ title, value, share, lines }) {
  const mark = el("span", { class: "mark-at", style: `inset-inline-start: ${share ?? 0}%` });
  return el(
    "div",
    "tile",
    el("h3", "", title),
    el("p", share === null && !/\d/.test(value) ? "figure words" : "figure", value),
    el("div", { class: "track", "aria-hidden": "true" }, share === null ? null : mark),
    el("p", "small", lines.join(" · ")),
  );
}

/** @param {TrustWords} words */
function drawTrust({ title, code, value, lines, dots, label }) {
  const drawn = dots.map(({ name, seen }) => el("span", { class: seen ? "dot on" : "dot", title: name }));
  return el(
    "div",
    { class: "tile trust", "data-trust": code },
    el("h3", "", title),
    el("p", "figure words", value),
    el("div", { class: "dots", role: "img", "aria-label": label }, ...drawn),
    ...lines.map((line) => el("p", "small", line)),
  );
}

/** In their place while nothing is known. @param {Speaker} speaker @returns {Drawn} */
export function drawSkeleton(speaker) {
  const bars = () => ["wide", "thin", "half"].map((kind) => el("div", `bone ${kind}`));
  const tile = (/** @type {"engagement" | "trust"} */ key) =>
    el("div", "tile", el("h3", "", speaker.t(key)), ...bars());
  return el("div", { class: "tiles", "aria-busy": "true" }, tile("engagement"), tile("trust"));
}
