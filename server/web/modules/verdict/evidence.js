// Where the numbers were read: the text on the page, its source and its place.

import { foldable, titleRow } from "../parts/elements.js";
import { h } from "../parts/preact.js";
import { has, t } from "../words/texts.js";

/** @typedef {import("../../../../types/api.d.ts").EvidenceEntry} Evidence */

/** @param {any} facts */
export function evidence(facts) {
  /** @type {[string | null, Evidence][]} */
  const rows = ["followers", "following", "post_count"]
    .filter((name) => facts[name])
    .map((name) => [t(`web.${name}`), facts[name]]);
  if (!rows.length) return null;
  return foldable(t("web.evidence"), evidenceTable(rows));
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

/**
 * Where the counts of a profile and its posts were read.
 * @param {any} facts
 * @returns {string[]}
 */
export function sourcesOf(facts) {
  const counts = [
    facts.followers,
    facts.following,
    facts.post_count,
    ...facts.posts.flatMap((/** @type {any} */ post) => [post.likes, post.comments]),
  ];
  return [...new Set(counts.filter(Boolean).map((count) => count.source))];
}
