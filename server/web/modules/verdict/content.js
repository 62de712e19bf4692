// What a creator talks about, for whom they were paid, and how paid posts did beside the others: as it was seen.

import { foldable } from "../parts/elements.js";
import { h } from "../parts/preact.js";
import { day } from "../words/dates.js";
import { percent, range, rateText } from "../words/figures.js";
import { nicheName } from "../words/choices.js";
import { t } from "../words/texts.js";
import { partnership } from "./beside.js";

/** @typedef {import("api").AnalysisAnswer} Analysis */
/** @typedef {import("api").SponsorshipAnswer} Sponsorship */
/** @typedef {import("api").RateOfPosts} Rate */

const FEW = 6; // below it even the whole range of the posts is no interval of 95 %

/** "Làm đẹp, Ẩm thực", or that it is unclear. @param {Pick<Analysis, "topics">} analysis */
export function topicsText({ topics = [] }) {
  return topics.map(({ id }) => nicheName(id)).join(", ") || t("web.topics_unclear");
}

/** "@hoasen (đối thủ), @lasen", or that none was seen. @param {Pick<Analysis, "sponsorship">} analysis */
export function sponsorsText({ sponsorship }) {
  const names = (sponsorship?.sponsors ?? []).map(
    ({ name, rival }) => `@${name}${rival ? ` (${t("web.rival")})` : ""}`,
  );
  return names.join(", ") || t("web.sponsors_none");
}

/** The rates of paid posts and of the others. @param {Pick<Analysis, "sponsorship">} analysis */
export function paidText({ sponsorship }) {
  if (!sponsorship) return "–";
  const { paid, unpaid } = sponsorship;
  return `${t("web.paid_posts")}: ${ofPosts(paid)}; ${t("web.other_posts")}: ${ofPosts(unpaid)}`;
}

/** @param {Analysis} analysis */
export function contentCard(analysis) {
  const { topics = [], sponsorship, partnerships = [] } = analysis;
  return h(
    "section",
    { class: "card", "aria-labelledby": "content-title" },
    h("h2", { id: "content-title" }, t("web.content_title")),
    part("web.topics", topics.length ? points(topics.map(topic)) : h("p", {}, t("web.topics_unclear_why"))),
    sponsorship && part("web.sponsors", ...sponsors(sponsorship)),
    sponsorship && part("web.paid_beside", ...rates(sponsorship)),
    partnerships.length > 0 &&
      foldable(t("web.partnerships_n", { n: partnerships.length }), points(partnerships.map(partnership))),
  );
}

/** @param {string} title @param {...import("../parts/preact.js").Child} content */
function part(title, ...content) {
  return h("div", { class: "block" }, h("h3", {}, t(title)), ...content);
}

/** @param {import("../parts/preact.js").Child[]} lines */
function points(lines) {
  return h("ul", { class: "points" }, lines);
}

/** @param {import("api").Topic} topic */
function topic({ id, share, words }) {
  const from = h("span", { class: "hint" }, ` ${t("web.topic_words")} `, h("bdi", {}, words.join(", ")));
  return h("li", { key: id }, h("strong", {}, nicheName(id)), ` ${percent(100 * share, 0)}`, from);
}

/** @param {Sponsorship} sponsorship */
function sponsors({ sponsors: found, looked_back_days: days }) {
  const seen = days === null ? t("web.sponsors_of_posts") : t("web.sponsors_of_days", { n: days });
  const hint = h("p", { class: "hint" }, seen);
  return [found.length ? points(found.map(sponsor)) : h("p", {}, t("web.sponsors_none")), hint];
}

/** @param {import("api").Sponsor} sponsor */
function sponsor({ name, posts, first, last, rival }) {
  const dates = first && last ? range(day(first), day(last)) : t("web.sponsor_undated");
  return h(
    "li",
    { key: name },
    h("bdi", {}, `@${name}`),
    rival && [" ", h("strong", { class: "rival" }, t("web.rival"))],
    h("span", { class: "hint" }, ` ${t("web.sponsor_posts", { n: posts })}, ${dates}`),
  );
}

/** @param {Sponsorship} sponsorship */
function rates({ paid, unpaid }) {
  const line = (/** @type {string} */ key, /** @type {Rate} */ rate) =>
    h("li", {}, `${t(key)}: `, h("strong", {}, ofPosts(rate)));
  return [
    h("ul", { class: "points" }, line("web.paid_posts", paid), line("web.other_posts", unpaid)),
    h("p", { class: "hint" }, t(`web.paid_${compared(paid, unpaid)}`)),
  ];
}

/** @param {Rate} rate */
function ofPosts(rate) {
  return rate.n_posts ? rateText({ ...rate, left_out: [] }) : t("web.no_such_post");
}

/** Only intervals that lie apart tell which does better. @param {Rate} paid @param {Rate} unpaid */
function compared(paid, unpaid) {
  if (Math.min(paid.n_posts, unpaid.n_posts) < FEW) return "few";
  if ((paid.low ?? 0) > (unpaid.high ?? Infinity)) return "higher";
  return (paid.high ?? Infinity) < (unpaid.low ?? 0) ? "lower" : "alike";
}
