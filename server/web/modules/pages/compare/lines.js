// The lines of the comparison: what each says of a creator, what is drawn on its scale, and which end is best.

import { h } from "../../parts/preact.js";
import { askedText, countText, isKnown, moneyRange, rateText, trustText } from "../../words/figures.js";
import { currencyOf, listName, priceIn } from "../../data/references.js";
import { number, t } from "../../words/texts.js";
import { verdictChip } from "../../verdict/chip.js";
import { paidText, sponsorsText, topicsText } from "../../verdict/content.js";
import { activityText } from "../../verdict/key_figures.js";
import { contactsText } from "../../words/contacts.js";
import { saidOf, saidOn } from "../../verdict/said.js";

/** @typedef {import("../../data/creators.js").Known} Known */
/** @typedef {{ low: number, value: number, high: number, rank?: number }} Interval compared by its rank where it has one */
/**
 * @typedef {object} Line
 * @property {string} title
 * @property {(known: Known) => string} text
 * @property {(known: Known) => import("../../parts/preact.js").Child} [view] where it is more than its text
 * @property {(known: Known) => Interval | null} [scale] what is drawn on the common scale of the row
 * @property {"most" | "least"} [best]
 */

/**
 * @param {string} usual currency of the settings
 * @returns {Line[]}
 */
export function lines(usual) {
  return [
    { title: "web.list_verdict", text: verdictText, view: verdict },
    { title: "web.list_tier", text: ({ analysis }) => (analysis?.tier ? t(`tier.${analysis.tier}`) : "–") },
    {
      title: "web.followers",
      text: ({ analysis }) => (analysis ? countText(analysis.facts.followers) : "–"),
      scale: ({ analysis }) => analysis?.facts.followers ?? null,
    },
    {
      title: "web.engagement",
      text: ({ analysis }) => (analysis ? rateText(analysis.engagement.rate_pct) : "–"),
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
      text: (known) => (known.analysis ? trustText(saidOf(known.analysis, known.standing).trust) : "–"),
      scale: suspicion,
      best: "least",
    },
    { title: "web.newest", text: ({ analysis }) => (analysis ? activityText(analysis.activity) : "–") },
    { title: "web.topics", text: ({ analysis }) => (analysis ? topicsText(analysis) : "–") },
    { title: "web.sponsors", text: ({ analysis }) => (analysis ? sponsorsText(analysis) : "–") },
    { title: "web.paid_beside", text: ({ analysis }) => (analysis ? paidText(analysis) : "–") },
    { title: "web.contacts", text: ({ analysis }) => contactsText(analysis?.facts.contacts) },
    { title: "web.list_price", text: (known) => priceText(known, usual) },
    {
      title: "web.price_asked",
      text: ({ state }) => (state.shortlist?.price_asked ? askedText(state.shortlist.price_asked, true) : "–"),
    },
    { title: "web.list_status", text: ({ state }) => (state.shortlist ? t(`status.${state.shortlist.status}`) : "–") },
    { title: "web.list_owner", text: ({ state }) => state.shortlist?.owner ?? "–" },
  ];
}

/** @param {Known} known */
function verdictText(known) {
  if (!known.analysis) return t("web.list_unchecked");
  const said = saidOf(known.analysis, known.standing);
  return [t(`verdict.${said.code}`), saidOn(said), said.now].filter(Boolean).join(" ");
}

/** @param {Known} known */
function verdict(known) {
  if (!known.analysis) return null;
  const said = saidOf(known.analysis, known.standing);
  const hints = [saidOn(said), said.now].filter(Boolean).map((text) => h("div", { class: "hint" }, ` ${text}`));
  return h("div", {}, verdictChip(said.code), ...hints);
}

/** The score alone is drawn; what is not known may be bad, so the upper end of its range is what is compared.
 * @param {Known} known @returns {Interval | null} */
function suspicion(known) {
  if (!known.analysis) return null;
  const scale = point(saidOf(known.analysis, known.standing).trust.score);
  const { high } = known.analysis.suspicion;
  return scale && high !== null ? { ...scale, rank: high } : scale;
}

/** @param {import("api").RateAnswer | null | undefined} rate @returns {Interval | null} */
function intervalOf(rate) {
  return isKnown(rate) ? rate : null;
}

/** @param {number | null | undefined} value @returns {Interval | null} */
function point(value) {
  return value == null ? null : { low: value, value, high: value };
}

/**
 * @param {Known} known
 * @param {string} usual
 */
function priceText({ analysis, tables, state }, usual) {
  const followers = analysis?.facts.followers?.value;
  const found = followers ? priceIn(tables.prices, currencyOf(state.shortlist, usual), followers) : null;
  return found ? `${moneyRange(found.price, found.market.currency)} (${listName(found.market)})` : "–";
}
