// Up to ten creators side by side, each row on one scale, the best of each row marked by a word.

import { button, rangeBar, scrolling } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { call } from "../../data/api.js";
import { saveBlob } from "../../parts/files.js";
import { address } from "../../words/address.js";
import { t } from "../../words/texts.js";
import { missing, namedIn } from "../../parts/named.js";
import { lines } from "./lines.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {import("./lines.js").Known} Known */
/** @typedef {import("./lines.js").Interval} Interval */
/** @typedef {import("./lines.js").Line} Line */

const MOST = 10;

/** @typedef {{ found: Known[], unknown: string[], currency: string }} Data */

/** @type {import("../../parts/preact.js").Page<Data>} */
export const page = {
  async load(route) {
    const [named, settings] = await Promise.all([namedIn(route, MOST), call("GET", "/settings")]);
    return { ...named, currency: settings.settings.currency };
  },
  View: ComparePage,
};

/** @param {{ data: Data }} props */
function ComparePage({ data: { found, unknown, currency } }) {
  if (found.length < 2) return tooFew(unknown);
  const names = found.map(({ state }) => state.creator.username);
  const rows = lines(currency);
  const report = { class: "button button-small", href: address("report", "", { names: names.join(",") }) };
  return [
    h(
      "div",
      { class: "page-head" },
      h("h1", {}, t("web.nav_compare")),
      h(
        "div",
        { class: "actions" },
        h("a", report, t("web.bulk_report")),
        button(t("web.compare_export"), "button-small", () => saveBlob(asCsv(found, rows), "soi-compare.csv")),
      ),
    ),
    missing(unknown),
    h("section", { class: "card" }, h("p", { class: "hint" }, t("web.compare_text")), scrolling(table(found, rows))),
  ];
}

/** @param {string[]} unknown */
function tooFew(unknown) {
  return h(
    "section",
    { class: "card" },
    h("h1", {}, t("web.nav_compare")),
    missing(unknown),
    h("p", {}, t("web.compare_few")),
    h("p", {}, h("a", { class: "button", href: address("list") }, t("web.nav_list"))),
  );
}

/**
 * @param {Known[]} found
 * @param {Line[]} rows
 */
function table(found, rows) {
  const head = found.map(({ state }) =>
    h(
      "th",
      { scope: "col" },
      h("a", { href: address("creators", state.creator.username) }, h("bdi", {}, shownName(state.creator.username))),
    ),
  );
  return h(
    "table",
    { class: "evidence compare" },
    h("thead", {}, h("tr", {}, h("td", {}), ...head)),
    h("tbody", {}, ...rows.map((line) => row(line, found))),
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
      line.view?.(known) ?? line.text(known),
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
function bestOf(best, scales) {
  const known = scales.flatMap((scale, index) => (scale ? [{ ...scale, index }] : []));
  if (!best || known.length < 2) return new Set();
  const values = known.map((each) => (best === "most" ? each.value : -(each.rank ?? each.high)));
  const highest = Math.max(...values);
  return new Set(known.filter((_, place) => values[place] === highest).map((each) => each.index));
}

/**
 * @param {Interval} scale
 * @param {number} top of the row
 */
function bar({ low, high, value }, top) {
  const at = (/** @type {number} */ each) => (each / top) * 100;
  return rangeBar(at(low), at(high), at(value));
}

/**
 * The table as a file for a spreadsheet: every cell quoted, none of them a formula.
 * @param {Known[]} found
 * @param {Line[]} rows
 */
function asCsv(found, rows) {
  const cell = (/** @type {string} */ text) => {
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const all = [
    ["", ...found.map(({ state }) => state.creator.username)],
    ...rows.map((line) => [t(line.title), ...found.map(line.text)]),
  ];
  return new Blob([`\ufeff${all.map((each) => each.map(cell).join(",")).join("\r\n")}\r\n`], {
    type: "text/csv;charset=utf-8",
  });
}
