// Where the engagement rate stands among creators of this size: the reference's log-normal with the own interval.

import { percent, range } from "../figures.js";
import { noPlot, plotFigure } from "../plots.js";
import { number, t } from "../texts.js";

const STEPS = 120;
const WIDTH = 3; // standard deviations shown on each side

/**
 * @param {any} analysis
 * @param {any} benchmarks of the references
 */
export function standingPlot(analysis, benchmarks) {
  const title = t("web.plot_standing");
  const { engagement, facts } = analysis;
  const rate = engagement.rate_pct;
  if (rate.value === null || engagement.score === null || !facts.followers)
    return noPlot(title, t("web.plot_standing_none"));
  const source = benchmarks.sources.find((/** @type {any} */ each) => each.id === benchmarks.default);
  const usual = Math.exp(interpolated(Math.log(facts.followers.value), source.log_followers, source.log_medians));
  const sentence = t("web.plot_standing_text", {
    rate: percent(rate.value, 2),
    interval: range(number(rate.low, 2), percent(rate.high, 2)),
    score: number(engagement.score),
    median: percent(usual, 2),
    source: `${engagement.benchmark.name} ${engagement.benchmark.year}`,
  });
  return plotFigure(title, sentence, (Plot) => ({
    height: 158,
    marginTop: 28, // for the word over the curve
    x: { type: "log", label: null, ticks: 6, tickFormat: (/** @type {number} */ value) => percent(value, 2) },
    y: { axis: null },
    marks: [
      Plot.areaY(density(usual, benchmarks.spread), { x: "rate", y: "share", className: "curve" }),
      Plot.ruleX([usual], { className: "edge" }),
      Plot.ruleX([rate.value], { className: "median" }),
      Plot.link([rate], { x1: "low", x2: "high", y1: 0.04, y2: 0.04, className: "range" }),
      Plot.text([t("web.plot_here")], { x: rate.value, frameAnchor: "top", dy: -8, className: "label" }),
    ],
  }));
}

/**
 * The log-normal's density on the logarithm, from its middle to three deviations on each side.
 * @param {number} middle
 * @param {number} spread
 */
function density(middle, spread) {
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const z = (step / STEPS) * 2 * WIDTH - WIDTH;
    return { rate: middle * Math.exp(z * spread), share: Math.exp((-z * z) / 2) };
  });
}

/**
 * Between the nearest two points; flat outside, as the server's benchmark.
 * @param {number} x
 * @param {number[]} xs rising
 * @param {number[]} ys
 */
export function interpolated(x, xs, ys) {
  const after = xs.findIndex((each) => each >= x);
  if (after === 0) return ys[0] ?? 0;
  if (after < 0) return ys.at(-1) ?? 0;
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[after - 1], xs[after], ys[after - 1], ys[after]];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
