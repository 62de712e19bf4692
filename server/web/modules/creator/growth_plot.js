// Followers over the own visits. Between two visits far apart nothing is known: the line is broken there.

import { day, range } from "../figures.js";
import { noPlot, plotFigure } from "../plots.js";
import { number, t } from "../texts.js";

const GAP_DAYS = 14;
const DAY = 86_400_000;

/** @param {import("../entries.js").Visit[]} visits oldest first */
export function growthPlot(visits) {
  const title = t("web.plot_growth");
  const points = visits.flatMap((visit) => (visit.followers ? { at: new Date(visit.at), ...visit.followers } : []));
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return noPlot(title, t("web.plot_growth_none"));
  const steps = points.slice(1).map((point, index) => stepOf(/** @type {typeof point} */ (points[index]), point));
  const gaps = steps.filter((step) => step.gap).length;
  const sentence = t("web.plot_growth_text", {
    n: points.length,
    from: day(first.at.toISOString()),
    to: day(last.at.toISOString()),
    first: number(first.value),
    last: number(last.value),
    gaps,
    days: GAP_DAYS,
  });
  return plotFigure(title, sentence, (Plot) => ({
    x: {
      type: "time",
      label: null,
      ticks: between(first.at, last.at),
      tickFormat: (/** @type {Date} */ at) => day(at.toISOString()),
    },
    y: {
      label: null,
      grid: true,
      domain: room(points),
      ticks: 4,
      tickFormat: (/** @type {number} */ value) => number(value),
    },
    marginLeft: 64,
    marginRight: 48,
    marks: [
      Plot.link(
        steps.filter((step) => !step.gap),
        { ...ENDS, className: "line" },
      ),
      Plot.link(
        steps.filter((step) => step.gap),
        { ...ENDS, className: "line-gap" },
      ),
      Plot.ruleX(points, { x: "at", y1: "low", y2: "high", className: "interval" }),
      Plot.dot(points, {
        x: "at",
        y: "value",
        r: 3.5,
        className: "point",
        title: (/** @type {any} */ point) => range(number(point.low), number(point.high)),
      }),
    ],
  }));
}

/**
 * Four moments from the first to the last.
 * @param {Date} first
 * @param {Date} last
 */
function between(first, last) {
  const step = (last.getTime() - first.getTime()) / 3;
  return [0, 1, 2, 3].map((place) => new Date(first.getTime() + place * step));
}

/**
 * From the least to the most, with room for a line that stays level.
 * @param {{ low: number, high: number }[]} points
 */
function room(points) {
  const low = Math.min(...points.map((point) => point.low));
  const high = Math.max(...points.map((point) => point.high));
  const spare = Math.max((high - low) * 0.1, high * 0.01, 1);
  return [Math.max(0, low - spare), high + spare];
}

const ENDS = { x1: "x1", y1: "y1", x2: "x2", y2: "y2" };

/**
 * @param {{ at: Date, value: number }} from
 * @param {{ at: Date, value: number }} to
 */
function stepOf(from, to) {
  const gap = to.at.getTime() - from.at.getTime() > GAP_DAYS * DAY;
  return { x1: from.at, y1: from.value, x2: to.at, y2: to.value, gap };
}
