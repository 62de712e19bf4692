// The share of suspicious followers that the sample points to, with its interval and the three bands.

import { range } from "../figures.js";
import { plotFigure } from "../plots.js";
import { number, t } from "../texts.js";

const BANDS = [15, 30];

/** @param {any} analysis */
export function samplePlot(analysis) {
  const sample = analysis.samples?.followers;
  const share = sample?.suspicious;
  if (!share) return null;
  const [low, middle, high] = [share.low * 100, share.value * 100, share.high * 100];
  const sentence = t("web.plot_sample_text", {
    n: sample.n,
    k: sample.n_with_signs,
    share: number(middle),
    interval: range(number(low), number(high)),
    position: t(`web.position_${sample.position ?? "unknown"}`),
  });
  return plotFigure(t("web.plot_sample"), sentence, (Plot) => ({
    height: 90,
    marginLeft: 20,
    x: {
      domain: [0, 100],
      label: null,
      ticks: [0, 15, 30, 50, 75, 100],
      tickFormat: (/** @type {number} */ value) => `${value}%`,
    },
    y: { axis: null, domain: [0, 1] },
    marks: [
      Plot.ruleX(BANDS, { className: "edge" }),
      Plot.link([0], { x1: low, x2: high, y1: 0.5, y2: 0.5, className: "range" }),
      Plot.dot([0], { x: middle, y: 0.5, r: 5, className: "point" }),
    ],
  }));
}
