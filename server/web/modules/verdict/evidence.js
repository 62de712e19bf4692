// Where the numbers were read: the text on the page, its source and its place.

import { foldable, titleRow } from "../parts/elements.js";
import { h } from "../parts/preact.js";
import { has, t } from "../words/texts.js";

/** @typedef {import("api").Count} Count */
/** What of either says where it was read. @typedef {{ raw: string, source: string | null, locator: string }} Evidence */

/** @param {import("api").ShownFacts} facts */
export function evidence(facts) {
  const names = /** @type {const} */ (["followers", "following", "post_count"]);
  const rows = names.flatMap((name) => {
    const count = facts[name];
    return count ? [/** @type {[string, Count]} */ ([t(`web.${name}`), count])] : [];
  });
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
          h("td", {}, item.source ? sourceWord(item.source) : "–"),
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
 * @param {import("api").ShownFacts} facts
 * @returns {string[]}
 */
export function sourcesOf(facts) {
  const counts = [
    facts.followers,
    facts.following,
    facts.post_count,
    ...facts.posts.flatMap((post) => [post.likes, post.comments]),
  ];
  return [...new Set(counts.flatMap((count) => count?.source ?? []))];
}
