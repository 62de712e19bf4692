// What was read of the profile, each piece with where it stood.

import { scrolling, titleRow } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { day } from "../../words/dates.js";
import { countText } from "../../words/figures.js";
import { number, t } from "../../words/texts.js";
import { sourceWord } from "../../verdict/evidence.js";

const COUNTS = /** @type {const} */ (["followers", "following", "post_count"]);

/** @param {import("api").ShownFacts} facts */
export function factsCard(facts) {
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.facts")),
    facts.biography && h("p", { class: "biography" }, h("bdi", {}, facts.biography)),
    facts.external_url && h("p", {}, h("bdi", { class: "hint" }, facts.external_url)),
    h(
      "ul",
      { class: "points" },
      COUNTS.map((name) => fact(name, facts[name])),
    ),
    h(
      "details",
      { class: "signal" },
      h("summary", {}, h("span", {}, t("web.facts_posts", { n: facts.posts.length }))),
      scrolling(postTable(facts.posts)),
    ),
  );
}

/**
 * @param {string} name
 * @param {import("api").Count | null} count
 */
function fact(name, count) {
  // of a visit whose audit is gone only the figures are known, not where they were read
  const source = count?.source && t("web.fact_source", { raw: count.raw, source: sourceWord(count.source) });
  return h(
    "li",
    {},
    `${t(`web.${name}`)}: `,
    h("strong", {}, countText(count)),
    source && h("span", { class: "hint" }, ` ${source}`),
  );
}

/** @param {import("api").Post[]} posts */
function postTable(posts) {
  const titles = [
    "web.post_date",
    "web.post_type",
    "web.post_likes",
    "web.post_comments",
    "web.post_plays",
    "web.source",
  ];
  return h("table", { class: "evidence" }, titleRow(titles), h("tbody", {}, ...posts.map(postLine)));
}

/** @param {import("api").Post} post */
function postLine(post) {
  const cell = (/** @type {import("api").Count | null} */ count) =>
    h("td", {}, count ? h("span", { title: count.raw }, number(count.value)) : t("web.not_shown"));
  const source = post.likes?.source ?? post.comments?.source;
  return h(
    "tr",
    {},
    h("td", {}, post.taken_at ? day(post.taken_at) : "–"),
    h("td", {}, t(`web.kind_${post.type}`)),
    post.likes_hidden ? h("td", {}, t("web.likes_hidden")) : cell(post.likes),
    cell(post.comments),
    cell(post.plays),
    h("td", {}, source ? sourceWord(source) : "–"),
  );
}
