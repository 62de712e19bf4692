/** From the server's answer to what the badge draws. The badge itself only draws. */
import { commentsStrip, exampleShows, followersStrip, guideOf, seenLine } from "./evidence.js";
import { engagementLine, listedLine, suspicionLine, tierLine } from "./lines.js";
import { missingParts, PARTS } from "./parts.js";
import { engagementSection, footSection, listSection, samplesSection, suspicionSection } from "./sections.js";

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Checked} Checked */
/** @typedef {{followers: number, comments: number, links?: (string | null)[]}} Sample sizes, and where each comment stands */

/**
 * @param {Checked} checked @param {string} username
 * @param {Sample} sample @param {Speaker} speaker
 * @returns {import("../../../types/messages").BadgeModel}
 */
export function badgeModel(checked, username, sample, speaker) {
  const { analysis, history } = checked;
  const code = analysis.verdict?.code ?? "not_enough_data";
  const verdict = speaker.t(`verdict_${code}`);
  const missing = missingParts(checked, sample.followers);
  const [k, n] = [PARTS.length - missing.length, PARTS.length];
  return {
    username: analysis.facts.username?.toLowerCase() ?? username,
    code,
    verdict,
    partial: missing.length > 0 ? speaker.t("partial", { k, n }) : "",
    lines: [
      { key: "tier", text: tierLine(analysis, speaker) },
      { key: "engagement", text: engagementLine(analysis, speaker) },
      { key: "suspicion", text: suspicionLine(analysis, speaker) },
    ],
    seen: seenLine(history, speaker),
    guide: guideOf(analysis, speaker),
    strips: { followers: followersStrip(analysis, speaker), comments: commentsStrip(analysis, speaker) },
    notice: analysis.facts.is_private ? speaker.t("private_long") : "",
    said: speaker.t("verdict_said", { name: username, verdict }),
    sections: sectionsOf(checked, missing, sample, speaker),
  };
}

/** @param {Checked} checked @param {string[]} missing @param {Sample} sample @param {Speaker} speaker */
function sectionsOf(checked, missing, sample, speaker) {
  const { analysis } = checked;
  const { verdict } = analysis;
  return [
    ...listSection(verdict?.reasons ?? [], "why", speaker),
    ...listSection(verdict?.next_evidence ?? [], "open_next", speaker),
    engagementSection(analysis, speaker),
    suspicionSection(checked, speaker),
    ...samplesSection(checked, exampleShows(checked.examples ?? [], sample.links ?? [], speaker), speaker),
    ...footSection(missing, sample, speaker),
  ];
}

/**
 * @param {import("../../../types/messages").ShortlistEntry | null} entry @param {string} creator @param {Speaker} speaker
 * @returns {import("../../../types/messages").Listed | null}
 */
export function listed(entry, creator, speaker) {
  return entry ? { entry, text: listedLine(entry, creator, speaker) } : null;
}
