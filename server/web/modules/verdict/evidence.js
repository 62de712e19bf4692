// Where the numbers were read: the text on the page, its source and its place.

import { h } from "../dom.js";
import { titleRow } from "../tables.js";
import { has, t } from "../texts.js";

/** @typedef {{ raw: string, source: string, locator: string }} Evidence */

/** @param {any} facts */
export function evidence(facts) {
  /** @type {[string | null, Evidence][]} */
  const rows = ["followers", "following", "post_count"]
    .filter((name) => facts[name])
    .map((name) => [t(`web.${name}`), facts[name]]);
  if (!rows.length) return null;
  return foldable(t("web.evidence"), evidenceTable(rows));
}

/**
 * Something that opens.
 * @param {string} title
 * @param {...Node} content
 */
export function foldable(title, ...content) {
  const summary = h("summary", {}, h("span", {}, title));
  return h("details", { class: "signal" }, summary, h("div", { class: "signal-more" }, ...content));
}

/** @param {[string | null, Evidence][]} rows */
export function evidenceTable(rows) {
  const named = rows.some(([name]) => name !== null);
  const titles = [...(named ? ["web.what"] : []), "web.raw", "web.source", "web.locator"];
  return h(
    "table",
    { class: "evidence" },
    titleRow(titles),
    h(
      "tbody",
      {},
      ...rows.map(([name, item]) =>
        h(
          "tr",
          {},
          named && h("td", {}, name ?? ""),
          h("td", {}, h("bdi", {}, String(item.raw))),
          h("td", {}, sourceWord(item.source)),
          h("td", {}, h("code", {}, String(item.locator))),
        ),
      ),
    ),
  );
}

/** @param {string} source */
export function sourceWord(source) {
  return has(`web.source_${source}`) ? t(`web.source_${source}`) : source;
}

/**
 * Where it was read and by which model it was judged.
 * @param {string[]} sources
 * @param {string} model
 */
export function readFrom(sources, model) {
  return t("web.ledger", { sources: sources.map(sourceWord).join(", ") || t("web.not_shown"), model });
}
