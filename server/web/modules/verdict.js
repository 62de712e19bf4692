// The verdict of one check: word, figures as intervals, reasons, signs with their innocent explanations, evidence.

import { h, icon, svg } from "./dom.js";
import { countText, percent } from "./figures.js";
import { has, inLanguage, number, t } from "./texts.js";

/** @typedef {import("./texts.js").Text} Text */
/** @typedef {{ value: number, low: number, high: number, exact: boolean, source: string, raw: string, locator: string }} Count */
/** @typedef {{ raw: string, source: string, locator: string }} Evidence */
/**
 * @typedef {object} Signal
 * @property {string} id
 * @property {number | null} contribution
 * @property {Text} reason
 * @property {Text} innocent
 * @property {Evidence[]} evidence
 * @property {string} [weight_source]
 */

/**
 * The verdict of an analysis, for a profile, a post or any other page.
 * @param {any} analysis
 */
export function verdictView(analysis) {
  if (!analysis.ok) return notAProfile(analysis);
  const code = analysis.verdict.code;
  return h(
    "article",
    { class: "verdict" },
    head(analysis, code),
    figures(analysis),
    list("web.reasons", analysis.verdict.reasons),
    list("web.next", analysis.verdict.next_evidence),
    signals(analysis.suspicion.signals),
    evidence(analysis.facts),
    h("p", { class: "hint" }, sources(analysis)),
  );
}

/** @param {any} analysis */
function notAProfile(analysis) {
  const key = `web.page_${analysis.page}`;
  return h(
    "div",
    { class: "message message-closer", role: "status" },
    h("p", {}, has(key) ? t(key) : t("web.page_other")),
  );
}

/**
 * @param {any} analysis
 * @param {string} code
 */
export function head(analysis, code) {
  const facts = analysis.facts;
  return h(
    "div",
    { class: `verdict-head tone-${code}` },
    h("p", { class: "verdict-word" }, icon(code), t(`verdict.${code}`)),
    h(
      "p",
      { class: "verdict-who" },
      h("strong", {}, h("bdi", {}, `@${facts.username ?? "?"}`)),
      facts.full_name && h("br"),
      facts.full_name && h("bdi", { class: "hint" }, facts.full_name),
    ),
  );
}

/** @param {any} analysis */
export function figures(analysis) {
  const { facts, engagement, suspicion } = analysis;
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
    suspicionFigure(suspicion),
  );
}

/** @param {any} suspicion */
function suspicionFigure(suspicion) {
  const range = t("web.from_to", { low: number(suspicion.low), high: number(suspicion.high) });
  const view = figure("web.suspicion", range, []);
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

/**
 * @param {string} title
 * @param {Text[]} texts
 */
export function list(title, texts) {
  if (!texts.length) return null;
  const lines = texts.map((text) => h("li", {}, inLanguage(text)));
  return h("section", { class: "block" }, h("h3", {}, t(title)), h("ul", { class: "points" }, ...lines));
}

/**
 * Signs that weigh something, the heaviest first; the others below, folded.
 * @param {Signal[]} all
 * @param {(signal: Signal) => Node | null} [more] stands below each
 */
export function signals(all, more = () => null) {
  const heavy = all.filter((signal) => weighs(signal)).sort((a, b) => weightOf(b) - weightOf(a));
  const light = all.filter((signal) => !weighs(signal));
  if (!all.length) return null;
  return h(
    "section",
    { class: "block" },
    h("h3", {}, t("web.signs")),
    ...heavy.map((signal) => signalView(signal, more)),
    light.length
      ? folded(t("web.signs_light", { n: light.length }), ...light.map((signal) => signalView(signal, more)))
      : null,
  );
}

/** @param {Signal} signal */
function weightOf(signal) {
  return Math.abs(signal.contribution ?? 0);
}

/** @param {Signal} signal */
function weighs(signal) {
  return weightOf(signal) >= 0.05;
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
      weighs(signal) && h("span", { class: "weight" }, signed(signal.contribution ?? 0)),
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

/** @param {number} weight */
function signed(weight) {
  return (weight > 0 ? "+" : "") + number(weight, 1);
}

/**
 * Something that opens.
 * @param {string} title
 * @param {...Node} content
 */
function folded(title, ...content) {
  const summary = h("summary", {}, h("span", {}, title));
  return h("details", { class: "signal" }, summary, h("div", { class: "signal-more" }, ...content));
}

/** @param {any} facts */
export function evidence(facts) {
  /** @type {[string | null, Evidence][]} */
  const rows = ["followers", "following", "post_count"]
    .filter((name) => facts[name])
    .map((name) => [t(`web.${name}`), facts[name]]);
  if (!rows.length) return null;
  return folded(t("web.evidence"), evidenceTable(rows));
}

/** @param {[string | null, Evidence][]} rows */
function evidenceTable(rows) {
  const named = rows.some(([name]) => name !== null);
  const titles = [...(named ? ["web.what"] : []), "web.raw", "web.source", "web.locator"];
  return h(
    "table",
    { class: "evidence" },
    h("thead", {}, h("tr", {}, ...titles.map((key) => h("th", { scope: "col" }, t(key))))),
    h(
      "tbody",
      {},
      ...rows.map(([name, item]) =>
        h(
          "tr",
          {},
          named && h("td", {}, name ?? ""),
          h("td", {}, h("bdi", {}, String(item.raw))),
          h("td", {}, sourceWord(item.source)),
          h("td", {}, h("code", {}, String(item.locator))),
        ),
      ),
    ),
  );
}

/** @param {string} source */
function sourceWord(source) {
  return has(`web.source_${source}`) ? t(`web.source_${source}`) : source;
}

/** @param {any} analysis */
export function sources(analysis) {
  const names = (analysis.ledger?.sources ?? []).map(sourceWord).join(", ");
  return t("web.ledger", { sources: names || t("web.not_shown"), model: analysis.model_version });
}
