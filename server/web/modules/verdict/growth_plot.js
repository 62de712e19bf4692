// Followers over the own visits. A long gap between two visits is dashed: nothing is known in between.

import { day, dayOfYear } from "../words/dates.js";
import { percent, range, signed } from "../words/figures.js";
import { noPlot, plotFigure } from "../parts/plots.js";
import { number, t } from "../words/texts.js";

/** @typedef {import("api").Visit} Visit */
/** Between two visits at least half a day apart. @typedef {import("api").GrowthStep} Step */

/**
 * @param {Visit[]} visits oldest first
 * @param {{ steps: Step[], needed: number }} growth
 */
export function growthPlot(visits, growth) {
  const title = t("web.plot_growth");
  const points = pointsOf(visits, growth.steps);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return noPlot(title, t("web.plot_growth_none"));
  const steps = growth.steps.map((step, index) => stepOf(step, points[index], points[index + 1]));
  const jumps = steps.filter((step) => step.is_jump);
  return plotFigure(title, words(points, growth), (Plot) => ({
    x: {
      type: "time",
      label: null,
      ticks: ticks(first.at, last.at),
      tickFormat: dayOfYear,
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
        steps.filter((step) => !step.is_gap),
        { ...ENDS, className: "line" },
      ),
      Plot.link(
        steps.filter((step) => step.is_gap),
        { ...ENDS, className: "line-gap" },
      ),
      Plot.ruleX(points, { x: "at", y1: "low", y2: "high", className: "interval" }),
      Plot.dot(points, { x: "at", y: "value", r: 3.5, className: "point" }),
      Plot.dot(jumps, { x: "x2", y: "y2", r: 7, symbol: "diamond", className: "point" }),
      Plot.text(jumps, { x: "x2", y: "y2", dy: -14, text: () => t("web.growth_jump"), className: "label" }),
    ],
  }));
}

/**
 * The visits that the steps lie between.
 * @param {Visit[]} visits
 * @param {Step[]} steps
 */
function pointsOf(visits, steps) {
  const known = new Map(visits.flatMap((visit) => (visit.followers ? [[Date.parse(visit.at), visit.followers]] : [])));
  const moments = [...steps.slice(0, 1).map((step) => step.from), ...steps.map((step) => step.to)];
  return moments.flatMap((moment) => {
    const followers = known.get(Date.parse(moment));
    return followers ? [{ at: new Date(moment), ...followers }] : [];
  });
}

/**
 * @param {{ at: Date, value: number }[]} points
 * @param {{ steps: Step[], needed: number }} growth
 */
function words(points, { steps, needed }) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "";
  const said = [
    t("web.plot_growth_text", {
      n: points.length,
      from: day(first.at.toISOString()),
      to: day(last.at.toISOString()),
      first: number(first.value),
      last: number(last.value),
    }),
  ];
  const gaps = steps.filter((step) => step.is_gap);
  if (gaps.length) said.push(t("web.plot_growth_gaps", { n: gaps.length }));
  said.push(
    ...steps
      .filter((step) => step.is_jump)
      .map((step) =>
        t("web.plot_growth_jump", {
          from: day(step.from),
          to: day(step.to),
          gained: gainedText(step),
          z: number(step.z ?? 0, 1),
        }),
      ),
  );
  if (points.length < needed) said.push(t("web.plot_growth_few", { needed: number(needed) }));
  return said.join(" ");
}

/** "+30", or "−10 – +40" where the counts are rounded. @param {Step} step */
export function gainedText({ gained }) {
  return range(signed(gained.low), signed(gained.high));
}

/** "+10 a day (0.08 %)". @param {Step} step */
export function perDayText({ per_day, percent_per_day }) {
  return `${range(signed(per_day.low, 1), signed(per_day.high, 1))} (${percent(percent_per_day, 2)})`;
}

/**
 * Four moments from the first to the last.
 * @param {Date} first
 * @param {Date} last
 */
function ticks(first, last) {
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
 * @param {Step} step
 * @param {{ at: Date, value: number } | undefined} from
 * @param {{ at: Date, value: number } | undefined} to
 */
function stepOf(step, from, to) {
  return { ...step, x1: from?.at, y1: from?.value, x2: to?.at, y2: to?.value };
}
