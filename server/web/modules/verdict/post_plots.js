// Likes and comments of each post, with the median and its interval.

import { dayOfYear, month } from "../words/dates.js";
import { countText, isKnown, percent, range } from "../words/figures.js";
import { noPlot, plotFigure } from "../parts/plots.js";
import { number, t } from "../words/texts.js";

/** @typedef {{ place: string, day: string, value: number, counted: boolean }} Bar */

const LONG = 300 * 86_400_000;

/** @param {import("api").AnalysisAnswer} analysis */
export function postPlots(analysis) {
  const { facts, engagement } = analysis;
  const posts = byDate(facts.posts);
  const leftOut = new Set(engagement.rate_pct.left_out.map((left) => left.shortcode));
  const bars = (/** @type {(post: import("api").Post) => number | null} */ value) => barsOf(posts, leftOut, value);
  const both = bars((post) =>
    post.likes && !post.likes_hidden ? post.likes.value + (post.comments?.value ?? 0) : null,
  );
  const comments = bars((post) => post.comments?.value ?? null);
  return [engagementPlot(both, engagement.rate_pct, facts.followers), commentPlot(comments)];
}

/** @param {import("api").Post[]} posts */
function byDate(posts) {
  return [...posts].sort((a, b) => String(a.taken_at ?? "").localeCompare(String(b.taken_at ?? "")));
}

/**
 * @param {import("api").Post[]} posts oldest first
 * @param {Set<string>} leftOut
 * @param {(post: import("api").Post) => number | null} value
 * @returns {Bar[]}
 */
function barsOf(posts, leftOut, value) {
  const written = dayOf(posts);
  return posts.flatMap((post, index) => {
    const found = value(post);
    if (found === null) return [];
    return {
      place: String(index + 1),
      day: post.taken_at ? written(new Date(post.taken_at)) : "",
      value: found,
      counted: !leftOut.has(post.shortcode),
    };
  });
}

/**
 * How days are written below the bars: short, and with the year where the posts reach over more than one.
 * @param {import("api").Post[]} posts oldest first
 * @returns {(at: Date) => string}
 */
function dayOf(posts) {
  const times = posts.flatMap((post) => (post.taken_at ? [Date.parse(post.taken_at)] : []));
  const long = Math.max(...times) - Math.min(...times) > LONG;
  return long ? month : dayOfYear;
}

/**
 * @param {Bar[]} bars
 * @param {import("api").RateAnswer} rate
 * @param {import("api").Count | null} followers
 */
function engagementPlot(bars, rate, followers) {
  const title = t("web.plot_posts");
  if (!bars.length || !isKnown(rate) || !followers) return noPlot(title, t("web.plot_posts_none"));
  const count = (/** @type {number} */ pct) => (pct / 100) * followers.value;
  const [low, middle, high] = [count(rate.low), count(rate.value), count(rate.high)];
  const sentence = t("web.plot_posts_text", {
    n: rate.n_posts,
    median: number(Math.round(middle)),
    rate: percent(rate.value, 2),
    interval: range(number(rate.low, 2), percent(rate.high, 2)),
    least: number(Math.min(...bars.map((bar) => bar.value))),
    most: number(Math.max(...bars.map((bar) => bar.value))),
  });
  return plotFigure(title, sentence, (Plot) => ({
    marginRight: 96, // room for the word beside the line
    x: axis(bars),
    y: { label: null, grid: true, tickFormat: short, zero: true },
    marks: [
      Plot.ruleY([low, high], { className: "edge" }),
      Plot.barY(
        bars.filter((bar) => bar.counted),
        { x: "place", y: "value", className: "amount" },
      ),
      Plot.barY(
        bars.filter((bar) => !bar.counted),
        { x: "place", y: "value", className: "amount-hollow" },
      ),
      Plot.ruleY([middle], { className: "median" }),
      Plot.text([t("web.plot_median")], {
        y: middle,
        frameAnchor: "right",
        textAnchor: "start",
        dx: 6,
        className: "label",
      }),
      Plot.ruleY([0]),
    ],
  }));
}

/** @param {Bar[]} bars */
function commentPlot(bars) {
  const title = t("web.plot_comments");
  if (!bars.length) return noPlot(title, t("web.plot_comments_none"));
  const values = bars.map((bar) => bar.value);
  const middle = median(values);
  const sentence = t("web.plot_comments_text", {
    n: bars.length,
    median: number(middle, 1),
    least: number(Math.min(...values)),
    most: number(Math.max(...values)),
  });
  return plotFigure(title, sentence, (Plot) => ({
    height: 150,
    x: axis(bars),
    y: { label: null, grid: true, tickFormat: short, zero: true },
    marks: [
      Plot.ruleX(bars, { x: "place", y: "value", className: "stem" }),
      Plot.dot(bars, { x: "place", y: "value", symbol: "triangle", r: 4, className: "point" }),
      Plot.ruleY([middle], { className: "median" }),
      Plot.ruleY([0]),
    ],
  }));
}

/** @param {Bar[]} bars */
function axis(bars) {
  const days = new Map(bars.map((bar) => [bar.place, bar.day]));
  const every = Math.ceil(bars.length / 4);
  const shown = new Set(bars.filter((_, index) => index % every === 0).map((bar) => bar.place));
  return {
    label: null,
    domain: bars.map((bar) => bar.place),
    tickFormat: (/** @type {string} */ place) => (shown.has(place) ? (days.get(place) ?? "") : ""),
    tickSize: 0,
  };
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half) - 1] ?? 0)) / 2;
}

/** @param {number} value */
function short(value) {
  return countText({ value, low: value, high: value });
}
