// Where the engagement rate stands among creators of this size: the reference's fifths with the own interval.

import { isKnown, percent, range } from "../words/figures.js";
import { noPlot, plotFigure } from "../parts/plots.js";
import { sourceName } from "../data/references.js";
import { inLanguage, number, t } from "../words/texts.js";

const SHARE = 20; // percent of creators between two limits

/** @param {import("api").AnalysisAnswer} analysis */
export function benchmarkPlot(analysis) {
  const title = t("web.plot_standing");
  const { engagement } = analysis;
  const rate = engagement.rate_pct;
  const limits = engagement.limits_pct;
  if (!isKnown(rate) || engagement.score === null || !limits) return noPlot(title, t("web.plot_standing_none"));
  return plotFigure(title, sentence(engagement, rate, engagement.score, limits), (Plot) => ({
    height: 158,
    marginTop: 28, // for the word over the curve
    x: {
      type: "log",
      label: null,
      ticks: 4,
      tickFormat: (/** @type {number} */ value) => percent(value, 2),
    },
    y: { axis: null },
    marks: [
      Plot.areaY(fifths(limits), { x: "rate", y1: 0, y2: "share", className: "curve" }),
      Plot.ruleX([limits[1], limits[2]], { className: "edge" }),
      Plot.ruleX([rate.value], { className: "median" }),
      Plot.link([rate], { x1: "low", x2: "high", y1: 4, y2: 4, className: "range" }),
      Plot.text([t("web.plot_here")], { x: rate.value, frameAnchor: "top", dy: -8, className: "label" }),
    ],
  }));
}

/**
 * @param {import("api").EngagementAnswer} engagement
 * @param {import("api").Figure} rate
 * @param {number} score
 * @param {number[]} limits
 */
function sentence({ benchmark, other_benchmarks: others, own }, rate, score, [, low = 0, high = 0]) {
  const said = t("web.plot_standing_text", {
    rate: percent(rate.value, 2),
    interval: range(number(rate.low, 2), percent(rate.high, 2)),
    score: number(score),
    low: percent(low, 2),
    high: percent(high, 2),
    source: sourceName(benchmark),
  });
  const list = others.map((other) => `${sourceName(other)} ${percent(other.median_pct, 2)}`);
  const beside = list.length > 0 ? t("web.plot_standing_others", { list: list.join("; ") }) : "";
  return [said, own ? inLanguage(own.text) : "", beside].filter(Boolean).join(" ");
}

/**
 * A step for each fifth, as high as it is narrow; the outer two as wide as their inner neighbours.
 * @param {number[]} limits four rates, rising
 */
function fifths(limits) {
  const [a = 1, b = 1, c = 1, d = 1] = limits;
  const edges = [a * (a / b), a, b, c, d, d * (d / c)];
  return edges.slice(1).flatMap((to, place) => {
    const from = edges[place] ?? to;
    const share = SHARE / Math.log(to / from);
    return [
      { rate: from, share },
      { rate: to, share },
    ];
  });
}
