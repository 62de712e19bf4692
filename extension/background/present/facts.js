/** One line of facts: size, newest post, expected price, and how to reach the creator. */
import { button, el } from "./draw.js";

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Analysis} Analysis */
/** @typedef {import("../../../types/messages").Drawn} Drawn */
/** @typedef {{texts: string[], contact: string}} FactsWords */

const CURRENCY = { vi: "VND", en: "USD" };

/** @param {Analysis} analysis @param {Speaker} speaker @returns {FactsWords} */
export function factsLine(analysis, speaker) {
  const { facts, activity, price } = analysis;
  const newest = activity.days_since_newest;
  const own = price.find(({ currency }) => currency === CURRENCY[speaker.language]) ?? price[0];
  return {
    texts: [
      sizeText(analysis, speaker),
      ...(newest === null ? [] : [newestText(Math.floor(newest), speaker)]),
      ...(own ? [speaker.t("price_post", { price: speaker.money(own) })] : []),
    ],
    contact: contactOf(facts),
  };
}

/** The tier says what the number counts. @param {Analysis} analysis @param {Speaker} speaker */
function sizeText({ tier, facts }, speaker) {
  const closed = facts.is_private ? [speaker.t("private_short")] : [];
  if (!facts.followers) return [speaker.t("followers_unknown"), ...closed].join(" · ");
  const n = speaker.count(facts.followers);
  const size = tier ? [speaker.t(`tier_${tier}`), n] : [speaker.t("followers_n", { n })];
  return [...size, ...closed].join(" · ");
}

/** @param {number} days @param {Speaker} speaker */
function newestText(days, speaker) {
  return days < 1 ? speaker.t("newest_today") : speaker.t("newest_days", { n: days });
}

/** The first way to write to the creator. @param {import("../../../types/messages").Facts} facts */
function contactOf({ contacts }) {
  return contacts?.emails[0] ?? contacts?.phones[0] ?? contacts?.zalo[0] ?? "";
}

/** @param {FactsWords} words @param {Speaker} speaker @returns {Drawn} */
export function drawFacts({ texts, contact }, speaker) {
  const label = speaker.t("copy", { what: contact });
  const copy = button("copy", { act: "copy", text: contact }, { class: "copy", "aria-label": label }, contact);
  return el("ul", "facts", ...texts.map((text) => el("li", "", text)), contact ? el("li", "", copy) : null);
}
