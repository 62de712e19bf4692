// Creators who share commenters with this one: how many, how sure that is, and what luck alone would give.

import { h } from "../../parts/preact.js";
import { Refused, call } from "../../data/api.js";
import { inPercent, percent, shareRange } from "../../words/figures.js";
import { percentAxis, plotFigure } from "../../parts/plots.js";
import { commentersOff } from "../../parts/commenters_off.js";
import { address } from "../../words/address.js";
import { number, t } from "../../words/texts.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {import("api").OverlapShown} Other */
/** @typedef {import("api").CreatorOverlaps} Commenters */

/**
 * The overlaps of one creator; null where nothing is known of it.
 * @param {string} username
 * @returns {Promise<Commenters | null>}
 */
export async function commentersOf(username) {
  try {
    return await call("GET", `/creators/${encodeURIComponent(username)}/overlaps`);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}

/** @param {Commenters | null} found */
export function commentersCard(found) {
  if (!found) return null;
  return h(
    "section",
    { class: "card", "aria-labelledby": "overlaps-title" },
    h("h2", { id: "overlaps-title" }, t("web.overlaps")),
    body(found),
  );
}

/** @param {Commenters} found */
function body(found) {
  if (!found.enabled) return commentersOff();
  if (found.n_people === null) return [quiet(t("web.overlaps_few", { needed: number(found.needed) }))];
  if (found.compared === 0) return [quiet(t("web.overlaps_alone", { n: found.n_people }))];
  const clear = found.overlaps.filter((other) => other.is_clear);
  const least = percent(100 * (found.chance ?? 0), 0);
  const compared = t("web.overlaps_compared", { n: found.n_people, others: number(found.compared), least });
  return [
    h("p", {}, compared),
    clear.length
      ? h("ul", { class: "points" }, ...clear.map((other) => overlapLine(other, least)))
      : h("p", {}, t("web.overlaps_none")),
    picture(found, compared),
    clear.length > 0 && h("p", { class: "hint" }, t("web.overlaps_innocent")),
    h("p", {}, h("a", { href: address("overlaps") }, t("web.overlaps_all"))),
  ];
}

/** @param {string} text */
function quiet(text) {
  return h("p", { class: "quiet" }, text);
}

/**
 * @param {Other} other
 * @param {string} least
 */
function overlapLine(other, least) {
  const { value } = inPercent({ value: other.share, low: other.low, high: other.high });
  return h(
    "li",
    {},
    h("a", { href: address("creators", other.username) }, h("bdi", {}, shownName(other.username))),
    " ",
    t("web.overlaps_line", { share: percent(value, 0), interval: shareRange({ value, ...other }), least }),
  );
}

/**
 * @param {Commenters} found
 * @param {string} compared
 */
function picture(found, compared) {
  const rows = found.overlaps.map((other) => ({
    ...other,
    word: shownName(other.username),
    ...inPercent({ value: other.share, low: other.low, high: other.high }),
  }));
  const limit = 100 * (found.chance ?? 0);
  const clear = rows.filter((row) => row.is_clear).length;
  const sentence = `${compared} ${t("web.overlaps_plot_text", { clear: number(clear), n: rows.length })}`;
  return plotFigure(t("web.overlaps_plot"), sentence, (Plot) => ({
    height: 40 + 22 * rows.length,
    marginLeft: 170,
    x: percentAxis(),
    y: { domain: rows.map((row) => row.word), label: null, tickSize: 0 },
    marks: [
      Plot.ruleX([limit], { className: "edge" }),
      Plot.link(rows, { x1: "low", x2: "high", y1: "word", y2: "word", className: "range" }),
      Plot.dot(
        rows.filter((row) => row.is_clear),
        { x: "value", y: "word", r: 5, symbol: "diamond", className: "point" },
      ),
      Plot.dot(
        rows.filter((row) => !row.is_clear),
        { x: "value", y: "word", r: 4, className: "point" },
      ),
    ],
  }));
}
