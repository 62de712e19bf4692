// The share of suspicious followers that the sample points to, with its interval and the three bands.

import { noPlot, percentAxis, plotFigure } from "../parts/plots.js";
import { capital, inLanguage, t } from "../words/texts.js";
import { source } from "./comment_plot.js";

const BANDS = [15, 30];

/**
 * @param {import("api").AnalysisAnswer} analysis
 * @param {boolean} unread whether to say how it is read where it was not
 */
export function samplePlot(analysis, unread) {
  const title = t("web.plot_sample");
  const sample = analysis.samples?.followers;
  if (!sample?.suspicious || !sample.signs) return unread ? noPlot(title, t("web.plot_sample_none")) : null;
  const { suspicious } = sample;
  const [low, high] = [100 * suspicious.low, 100 * suspicious.high];
  const sentence = [
    `${capital(inLanguage(sample.text))}.`,
    `${capital(inLanguage(sample.share_text))}.`,
    sample.own ? `${capital(inLanguage(sample.own.text))}.` : "",
    `${capital(inLanguage(sample.next.text))}.`,
    source(sample),
  ];
  return plotFigure(title, sentence.filter(Boolean).join(" "), (Plot) => ({
    height: 90,
    marginLeft: 20,
    x: percentAxis([0, 15, 30, 50, 75, 100]),
    y: { axis: null, domain: [0, 1] },
    marks: [
      Plot.ruleX(BANDS, { className: "edge" }),
      Plot.link([0], { x1: low, x2: high, y1: 0.5, y2: 0.5, className: "range" }),
      ...(suspicious.value === null
        ? []
        : [Plot.dot([0], { x: 100 * suspicious.value, y: 0.5, r: 5, className: "point" })]),
    ],
  }));
}
