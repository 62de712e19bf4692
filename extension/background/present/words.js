/** From the server's answer to words: all that the badge says, before it is drawn. */
import { commentsStrip, exampleShows, followersStrip, guideOf, seenLine } from "./evidence.js";
import { factsLine } from "./facts.js";
import { campaignsLine, colleagueLine, silentLine } from "./lines.js";
import {
  contentSection,
  engagementSection,
  fitSection,
  footSection,
  listSection,
  samplesSection,
  suspicionSection,
} from "./sections.js";
import { postedHints } from "./standing.js";
import { engagementTile, rateShort, trustTile } from "./tiles.js";

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Checked} Checked */
/** @typedef {{followers: number, comments: number, links?: (string | null)[], isSilent?: boolean, isLoading?: boolean}} Sample sizes, where each comment stands, whether no answer of Instagram could be read, and whether the posts may still come */
/** @typedef {ReturnType<typeof wordsOf>} Words */

/** @param {Checked} checked @param {Sample} sample @param {Speaker} speaker */
export function wordsOf(checked, sample, speaker) {
  const { analysis, history } = checked;
  const code = analysis.verdict?.code ?? "not_enough_data";
  const [reason] = analysis.verdict?.reasons ?? [];
  return {
    code,
    verdict: analysis.verdict?.said ? speaker.pick(analysis.verdict.said) : speaker.t(`verdict_${code}`),
    reason: speaker.pick(reason),
    warnings: [colleagueLine(checked.colleague, speaker), campaignsLine(checked.campaigns, speaker)].filter(Boolean),
    rate: rateShort(analysis, speaker),
    engagement: engagementTile(analysis, speaker),
    trust: trustTile(analysis.trust, code, speaker),
    facts: factsLine(analysis, speaker),
    hints: [
      ...postedHints(analysis, speaker),
      seenLine(history, speaker),
      ...analysis.absent.map(({ text }) => speaker.pick(text)),
      silentLine(sample, speaker),
    ].filter(Boolean),
    guide: guideOf(analysis, speaker),
    strips: { followers: followersStrip(analysis, speaker), comments: commentsStrip(analysis, speaker) },
    sections: sectionsOf(checked, sample, speaker),
  };
}

/** What the details say. @param {Checked} checked @param {Sample} sample @param {Speaker} speaker */
function sectionsOf(checked, sample, speaker) {
  const { analysis } = checked;
  const { verdict } = analysis;
  return [
    ...listSection((verdict?.reasons ?? []).slice(1), "why", speaker),
    ...fitSection(analysis, speaker),
    ...contentSection(analysis, speaker),
    engagementSection(analysis, speaker),
    suspicionSection(checked, speaker),
    ...samplesSection(checked, exampleShows(checked.examples ?? [], sample.links ?? [], speaker), speaker),
    ...footSection(analysis, sample, speaker),
  ];
}
