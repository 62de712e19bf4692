// How often each verdict came true for this user: nothing but a count until there are enough, then rates with intervals.

import { titleRow } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { inPercent, percent, shareRange } from "../../words/figures.js";
import { percentAxis, plotFigure } from "../../parts/plots.js";
import { inLanguage, number, t } from "../../words/texts.js";
import { verdictChip } from "../../verdict/chip.js";

/** @typedef {import("api").HitRate} Rate */
/** @typedef {{ code: string, word: string, rate: Rate }} Row */

/** @type {Rate} */
const NONE = { hits: 0, n: 0, rate: null };
const RECOMMENDED = new Set(["contact", "promising"]);
const VERDICTS = ["contact", "promising", "look_closer", "risky"];

/**
 * The card on Soi's own verdicts.
 * @param {import("api").OutcomeSummary} summary of the server
 */
export function accuracy(summary) {
  const body = summary.enough ? rates(summary) : [progress(summary)];
  return h(
    "section",
    { class: "card", "aria-labelledby": "accuracy-title" },
    h("h2", { id: "accuracy-title" }, t("web.outcomes_accuracy")),
    ...body,
    h("p", { class: "hint" }, inLanguage(summary.note)),
    h("p", { class: "hint" }, t("web.outcomes_rule")),
  );
}

/** @param {import("api").OutcomeSummary} summary */
function progress({ n, needed }) {
  const words = t("web.outcomes_progress", { n, needed: number(needed) });
  return h(
    "div",
    { class: "queue-progress" },
    h("progress", { max: needed, value: n, "aria-label": words }),
    h("span", {}, words),
  );
}

/** @param {import("api").OutcomeSummary} summary */
function rates(summary) {
  /** @type {Row[]} */
  const rows = [
    { code: "", word: t("web.outcomes_all"), rate: summary.all },
    ...VERDICTS.map((code) => ({ code, word: t(`verdict.${code}`), rate: summary.verdicts[code] ?? NONE })),
  ];
  return [picture(rows), table(rows)];
}

/** @param {Row[]} rows */
function picture(rows) {
  const known = rows.flatMap(({ word, rate }) => (rate.rate ? [{ word, ...inPercent(rate.rate) }] : []));
  const sentence = rows.map(({ word, rate }) => `${word}: ${rateText(rate)}`).join("; ");
  return plotFigure(t("web.outcomes_plot"), `${sentence}.`, (Plot) => ({
    height: 44 + 34 * known.length,
    marginLeft: 120,
    x: percentAxis(),
    y: { domain: known.map((row) => row.word), label: null, tickSize: 0 },
    marks: [
      Plot.ruleX([50], { className: "edge" }),
      Plot.link(known, { x1: "low", x2: "high", y1: "word", y2: "word", className: "range" }),
      Plot.dot(known, { x: "value", y: "word", r: 5, className: "point" }),
    ],
  }));
}

/** @param {Rate} rate */
function rateText({ hits, n, rate }) {
  if (!rate) return t("web.outcomes_rate_none");
  return t("web.outcomes_rate", {
    hits: number(hits),
    n,
    rate: percent(100 * rate.value, 0),
    interval: shareRange(rate),
  });
}

/** @param {Row[]} rows */
function table(rows) {
  const titles = ["web.list_verdict", "web.outcomes_foretells", "web.outcomes_right"];
  return h(
    "table",
    { class: "evidence" },
    titleRow(titles),
    h(
      "tbody",
      {},
      ...rows.map(({ code, word, rate }) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, code ? verdictChip(code) : word),
          h("td", {}, code ? t(RECOMMENDED.has(code) ? "web.outcomes_worth" : "web.outcomes_not_worth") : "–"),
          h("td", {}, rateText(rate)),
        ),
      ),
    ),
  );
}
