/** What the badge draws of the server's answer. The badge itself only draws. */
import { drawFields, drawSection } from "./draw.js";
import { drawGuide, drawHead, drawLine, drawLines, drawPill } from "./face.js";
import { listedLine } from "./lines.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./language.js").Speaker} Speaker */

/**
 * @param {import("../../../types/messages").Checked} checked @param {string} username
 * @param {import("./words.js").Sample} sample @param {Speaker} speaker
 * @returns {import("../../../types/messages").BadgeModel}
 */
export function badgeModel(checked, username, sample, speaker) {
  const words = wordsOf(checked, sample, speaker);
  const { code, strips, verdict, sections } = words;
  return {
    username: checked.analysis.facts.username?.toLowerCase() ?? username,
    code,
    strips,
    said: speaker.t("verdict_said", { name: username, verdict }),
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
