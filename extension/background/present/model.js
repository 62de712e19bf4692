/** What the badge draws of the server's answer. The badge itself only draws. */
import { drawFields, drawSection, drawStatus, el } from "./draw.js";
import { drawGuide, drawPill, drawVerdict } from "./face.js";
import { drawFacts } from "./facts.js";
import { listedLine } from "./lines.js";
import { drawReading } from "./parts.js";
import { drawTiles } from "./tiles.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").BadgeModel} BadgeModel */
/** @typedef {import("../../../types/messages").Drawn} Drawn */

/**
 * @param {import("../../../types/messages").Checked} checked @param {string} username
 * @param {import("./words.js").Sample} sample @param {Speaker} speaker
 * @returns {BadgeModel}
 */
export function badgeModel(checked, username, sample, speaker) {
  const words = wordsOf(checked, sample, speaker);
  const said = speaker.t("verdict_said", { name: username, verdict: words.verdict });
  const model = drawn(words, checked.analysis.facts.username?.toLowerCase() ?? username, said, speaker);
  const shown = sample.isLoading && isEarly(checked.analysis) ? unfinished(model, speaker) : model;
  return checked.may_change === false ? onlyLooking(shown, speaker) : shown;
}

/** For whose role changes nothing: what would is not offered, and why is said in the place of Save. @param {BadgeModel} model @param {Speaker} speaker @returns {BadgeModel} */
function onlyLooking(model, speaker) {
  const looks = el("span", "small looks", speaker.t("only_looks"));
  return { ...model, looks, details: model.details.map(withoutRuling) };
}

/** @param {Drawn} one @returns {Drawn} */
function withoutRuling(one) {
  const stay = one.children.filter((child) => typeof child === "string" || !rules(child));
  return { ...one, children: stay.map((child) => (typeof child === "string" ? child : withoutRuling(child))) };
}

/** Whether it rules on a sign, or stands around what does. @param {Drawn} drawn @returns {boolean} */
function rules({ tag, act, attributes, children }) {
  if (act?.act === "rule") return true;
  const isAround = tag === "label" || attributes["role"] === "group";
  return isAround && children.some((child) => typeof child !== "string" && rules(child));
}

/** Nothing is known of the posts' likes, nor why; that those seen so far are young says nothing of the rest. @param {import("../../../types/messages").Analysis} analysis */
const isEarly = ({ verdict, absent, facts }) =>
  (verdict?.code ?? "not_enough_data") === "not_enough_data" &&
  absent.every(({ code }) => code === "posts_too_young") &&
  !facts.posts.some(({ likes }) => likes);

/** Too little so far is no verdict while the posts are on their way. @param {BadgeModel} model @param {Speaker} speaker @returns {BadgeModel} */
function unfinished(model, speaker) {
  const { pill, word, figures } = drawReading(speaker);
  return { ...model, said: "", pill, verdict: [word], figures: [figures, ...model.figures.slice(1)], guide: [] };
}

/**
 * A verdict about nobody. The badge draws it unseen while a page still loads: code, styles and fonts are then ready
 * when the first answer comes.
 * @param {Speaker} speaker
 */
export function rehearsal(speaker) {
  const text = `${speaker.t("show_me")} 0123456789 % . , –`;
  const tile = { title: text, value: text, lines: [text] };
  /** @type {import("./words.js").Words} */
  const words = {
    code: "not_enough_data",
    verdict: speaker.t("verdict_not_enough_data"),
    reason: text,
    warnings: [],
    rate: text,
    engagement: { ...tile, share: 50 },
    trust: { ...tile, code: "unknown", dots: [{ name: text, seen: true }], label: text },
    facts: { texts: [text], contact: text },
    hints: [text],
    guide: { progress: text, steps: [{ id: "header", text, left: text }] },
    strips: { followers: "", comments: "" },
    sections: [],
  };
  return drawn(words, "", "", speaker);
}

/** @param {import("./words.js").Words} words @param {string} username @param {string} said @param {Speaker} speaker @returns {BadgeModel} */
function drawn(words, username, said, speaker) {
  const { code, verdict, rate, strips, sections } = words;
  return {
    username,
    code,
    strips,
    said,
    pill: drawPill(code, verdict, rate, speaker),
    verdict: drawVerdict(words),
    figures: [drawTiles(words.engagement, words.trust), drawFacts(words.facts, speaker)],
    guide: drawGuide(words, speaker),
    details: sections.map((section) => drawSection(section, speaker)),
    looks: null,
  };
}

/**
 * @param {import("../../../types/messages").ShortlistEntry | null} entry @param {string} creator @param {Speaker} speaker
 * @returns {import("../../../types/messages").Listed | null}
 */
export function listed(entry, creator, speaker) {
  if (!entry) return null;
  const line = el("p", "listed", listedLine(entry, creator, speaker));
  return { version: entry.version, line, status: drawStatus(entry, speaker), fields: drawFields(entry, speaker) };
}
