// Up to ten creators side by side, each row on one scale, the best of each row marked by a word.

import { button, h, icon, svg } from "../dom.js";
import { knownOf } from "../creator/page.js";
import { countText, moneyRange, percent, range } from "../figures.js";
import { saveBlob } from "../files.js";
import { expectedPrice, marketFor } from "../references.js";
import { address } from "../routes.js";
import { number, t } from "../texts.js";
import { scrolling } from "../creator/history.js";

/** @typedef {Awaited<ReturnType<typeof knownOf>>} Known */
/** @typedef {{ low: number, value: number, high: number }} Interval */
/**
 * @typedef {object} Line
 * @property {string} title
 * @property {(known: Known) => string | Node} text
 * @property {(known: Known) => Interval | null} [scale] what is drawn on the common scale of the row
 * @property {"most" | "least"} [best]
 */

const MOST = 10;

/** @type {import("../routes.js").Page} */
export const page = {
  async draw(place, route, signal) {
    const names = (route.query.get("names") ?? "").split(",").filter(Boolean).slice(0, MOST);
    const found = await Promise.all(names.map(knownOf));
    if (signal.aborted) return;
    if (found.length < 2) {
      place.replaceChildren(
        h(
          "section",
          { class: "card" },
          h("h1", {}, t("web.nav_compare")),
          h("p", {}, t("web.compare_few")),
          h("p", {}, h("a", { class: "button", href: address("list") }, t("web.nav_list"))),
        ),
      );
      return;
    }
    const head = h(
      "div",
      { class: "page-head" },
      h("h1", {}, t("web.nav_compare")),
      h(
        "div",
        { class: "actions" },
        h(
          "a",
          { class: "button button-small", href: address("report", "", { names: names.join(",") }) },
          t("web.bulk_report"),
        ),
        button(t("web.compare_export"), "button-small", () => saveBlob(asCsv(found), "soi-compare.csv")),
      ),
    );
    place.replaceChildren(
      head,
      h("section", { class: "card" }, h("p", { class: "hint" }, t("web.compare_text")), scrolling(table(found))),
    );
  },
};

/** @returns {Line[]} */
function lines() {
  return [
    { title: "web.list_verdict", text: verdict },
    { title: "web.list_tier", text: ({ analysis }) => (analysis?.tier ? t(`tier.${analysis.tier}`) : "–") },
    {
      title: "web.followers",
      text: ({ analysis }) => countText(analysis?.facts.followers),
      scale: ({ analysis }) => analysis?.facts.followers ?? null,
    },
    {
      title: "web.engagement",
      text: ({ analysis }) => rateText(analysis?.engagement.rate_pct),
      scale: ({ analysis }) => intervalOf(analysis?.engagement.rate_pct),
      best: "most",
    },
    {
      title: "web.compare_score",
      text: ({ analysis }) => (analysis?.engagement.score == null ? "–" : number(analysis.engagement.score)),
      scale: ({ analysis }) => point(analysis?.engagement.score),
      best: "most",
    },
    {
      title: "web.compare_comments",
      text: ({ analysis }) =>
        analysis?.engagement.comments_per_100_likes == null
          ? "–"
          : number(analysis.engagement.comments_per_100_likes, 1),
      scale: ({ analysis }) => point(analysis?.engagement.comments_per_100_likes),
    },
    {
      title: "web.suspicion",
      text: ({ analysis }) => (analysis ? range(number(analysis.suspicion.low), number(analysis.suspicion.high)) : "–"),
      scale: ({ analysis }) =>
        analysis && { low: analysis.suspicion.low, value: analysis.suspicion.score, high: analysis.suspicion.high },
      best: "least",
    },
    { title: "web.list_price", text: priceText },
    {
      title: "web.price_asked",
      text: ({ state }) =>
        state.shortlist?.price_asked
          ? moneyRange(
              { low: state.shortlist.price_asked.amount, high: state.shortlist.price_asked.amount },
              state.shortlist.price_asked.currency,
            )
          : "–",
    },
    { title: "web.list_status", text: ({ state }) => (state.shortlist ? t(`status.${state.shortlist.status}`) : "–") },
    { title: "web.list_owner", text: ({ state }) => state.shortlist?.owner ?? "–" },
  ];
}

/** @param {Known[]} found */
function table(found) {
  const head = found.map(({ state }) =>
    h(
      "th",
      { scope: "col" },
      h("a", { href: address("creators", state.creator.username) }, h("bdi", {}, `@${state.creator.username}`)),
    ),
  );
  return h(
    "table",
    { class: "evidence compare" },
    h("thead", {}, h("tr", {}, h("td", {}), ...head)),
    h("tbody", {}, ...lines().map((line) => row(line, found))),
  );
}

/**
 * @param {Line} line
 * @param {Known[]} found
 */
function row(line, found) {
  const scales = found.map((known) => line.scale?.(known) ?? null);
  const top = Math.max(0, ...scales.map((scale) => scale?.high ?? 0));
  const best = bestOf(line.best, scales);
  const cells = found.map((known, index) => {
    const scale = scales[index];
    return h(
      "td",
      { class: best.has(index) ? "best" : null },
      line.text(known),
      scale && top > 0 ? bar(scale, top) : null,
      best.has(index) && h("span", { class: "best-word" }, `★ ${t("web.compare_best")}`),
    );
  });
  return h("tr", {}, h("th", { scope: "row" }, t(line.title)), ...cells);
}

/**
 * The best of a row; equal ones share it. For the least the upper end counts: what is not known may be bad.
 * @param {"most" | "least" | undefined} best
 * @param {(Interval | null | undefined)[]} scales
 */
export function bestOf(best, scales) {
  const known = scales.flatMap((scale, index) => (scale ? [{ ...scale, index }] : []));
  if (!best || known.length < 2) return new Set();
  const values = known.map((each) => (best === "most" ? each.value : -each.high));
  const highest = Math.max(...values);
  return new Set(known.filter((_, place) => values[place] === highest).map((each) => each.index));
}

/**
 * @param {Interval} scale
 * @param {number} top of the row
 */
function bar(scale, top) {
  const at = (/** @type {number} */ value) => (value / top) * 100;
  return svg(
    "svg",
    { class: "range-bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "scale-track", x: 0.5, y: 1.5, width: 99, height: 3 }),
    svg("rect", {
      class: "scale-range",
      x: at(scale.low),
      y: 0,
      width: Math.max(1, at(scale.high - scale.low)),
      height: 6,
    }),
    svg("rect", { class: "scale-point", x: Math.min(98.5, at(scale.value)), y: 0, width: 1.5, height: 6 }),
  );
}

/** @param {Known} known */
function verdict({ analysis }) {
  if (!analysis) return t("web.list_unchecked");
  const code = analysis.verdict.code;
  return h("span", { class: `verdict-chip tone-${code}` }, icon(code), t(`verdict.${code}`));
}

/** @param {any} rate */
function rateText(rate) {
  if (rate?.value == null) return t("web.not_shown");
  return `${percent(rate.value, 2)} (${range(number(rate.low, 2), number(rate.high, 2))}), ${t("web.posts_n", { n: rate.n_posts })}`;
}

/** @param {any} rate @returns {Interval | null} */
function intervalOf(rate) {
  return rate?.value == null ? null : rate;
}

/** @param {number | null | undefined} value @returns {Interval | null} */
function point(value) {
  return value == null ? null : { low: value, value, high: value };
}

/** @param {Known} known */
function priceText({ analysis, tables, state }) {
  const market = marketFor(tables.prices.markets, state.shortlist?.price_asked?.currency ?? "VND");
  const price = market && analysis?.facts.followers && expectedPrice(market, analysis.facts.followers.value);
  return price && market ? moneyRange(price, market.currency) : "–";
}

/**
 * The table as a file for a spreadsheet: every cell quoted, none of them a formula.
 * @param {Known[]} found
 */
function asCsv(found) {
  const cell = (/** @type {string | Node} */ value) => {
    const text = typeof value === "string" ? value : (value.textContent ?? "");
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const rows = [
    ["", ...found.map(({ state }) => state.creator.username)],
    ...lines().map((line) => [t(line.title), ...found.map(line.text)]),
  ];
  return new Blob([`\ufeff${rows.map((each) => each.map(cell).join(",")).join("\r\n")}\r\n`], {
    type: "text/csv;charset=utf-8",
  });
}
