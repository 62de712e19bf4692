/** What the badge draws of the server's answer. The badge itself only draws. */
import { drawFields, drawSection } from "./draw.js";
import { drawGuide, drawHead, drawLine, drawLines, drawPill } from "./face.js";
import { listedLine } from "./lines.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").BadgeModel} BadgeModel */

/**
 * @param {import("../../../types/messages").Checked} checked @param {string} username
 * @param {import("./words.js").Sample} sample @param {Speaker} speaker
 * @returns {BadgeModel}
 */
export function badgeModel(checked, username, sample, speaker) {
  const words = wordsOf(checked, sample, speaker);
  const said = speaker.t("verdict_said", { name: username, verdict: words.verdict });
  return drawn(words, checked.analysis.facts.username?.toLowerCase() ?? username, said, speaker);
}

/**
 * A verdict about nobody. The badge draws it unseen while a page still loads: code, styles and fonts are then ready
 * when the first answer comes.
 * @param {Speaker} speaker
 */
export function rehearsal(speaker) {
  const text = `${speaker.t("show_me")} 0123456789 % . , –`;
  /** @type {import("./words.js").Words} */
  const words = {
    code: "not_enough_data",
    verdict: speaker.t("verdict_not_enough_data"),
    partial: text,
    lines: ["tier", "engagement", "suspicion"].map((key) => ({ key, text })),
    seen: text,
    guide: { progress: text, steps: [{ id: "", text }] },
    strips: { followers: "", comments: "" },
    notice: "",
    sections: [],
  };
  return drawn(words, "", "", speaker);
}

/** @param {import("./words.js").Words} words @param {string} username @param {string} said @param {Speaker} speaker @returns {BadgeModel} */
function drawn(words, username, said, speaker) {
  const { code, strips, sections } = words;
  return {
    username,
    code,
    strips,
    said,
    pill: drawPill(words, speaker),
    head: drawHead(words, speaker),
    lines: drawLines(words, speaker),
    guide: drawGuide(words, speaker),
    details: sections.map((section) => drawSection(section, speaker)),
  };
}

/**
 * @param {import("../../../types/messages").ShortlistEntry | null} entry @param {string} creator @param {Speaker} speaker
 * @returns {import("../../../types/messages").Listed | null}
 */
export function listed(entry, creator, speaker) {
  if (!entry) return null;
  const line = drawLine("listed", listedLine(entry, creator, speaker), speaker);
  return { version: entry.version, line, fields: drawFields(entry, speaker) };
}
