/** From the server's answer to words: all that the badge says, before it is drawn. */
import { commentsStrip, exampleShows, followersStrip, guideOf, seenLine } from "./evidence.js";
import { engagementLine, suspicionLine, tierLine } from "./lines.js";
import { engagementSection, footSection, listSection, samplesSection, suspicionSection } from "./sections.js";

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Checked} Checked */
/** @typedef {{followers: number, comments: number, links?: (string | null)[]}} Sample sizes, and where each comment stands */
/** @typedef {ReturnType<typeof wordsOf>} Words */

/** @param {Checked} checked @param {Sample} sample @param {Speaker} speaker */
export function wordsOf(checked, sample, speaker) {
  const { analysis, history } = checked;
  const code = analysis.verdict?.code ?? "not_enough_data";
  const { have, of } = analysis.completeness;
  return {
    code,
    verdict: speaker.t(`verdict_${code}`),
    partial: have < of ? speaker.t("partial", { k: have, n: of }) : "",
    lines: [
      { key: "tier", text: tierLine(analysis, speaker) },
      { key: "engagement", text: engagementLine(analysis, speaker) },
      { key: "suspicion", text: suspicionLine(analysis, speaker) },
    ],
    seen: seenLine(history, speaker),
    guide: guideOf(analysis, speaker),
    strips: { followers: followersStrip(analysis, speaker), comments: commentsStrip(analysis, speaker) },
    notice: analysis.facts.is_private ? speaker.t("private_long") : "",
    sections: sectionsOf(checked, sample, speaker),
  };
}

/** What the details say. @param {Checked} checked @param {Sample} sample @param {Speaker} speaker */
function sectionsOf(checked, sample, speaker) {
  const { analysis } = checked;
  const { verdict } = analysis;
  return [
    ...listSection(verdict?.reasons ?? [], "why", speaker),
    ...listSection(verdict?.next_evidence ?? [], "open_next", speaker),
    engagementSection(analysis, speaker),
    suspicionSection(checked, speaker),
    ...samplesSection(checked, exampleShows(checked.examples ?? [], sample.links ?? [], speaker), speaker),
    ...footSection(analysis.completeness, sample, speaker),
  ];
}
