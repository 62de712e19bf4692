/**
 * An opened post: its owner's stored verdict, said with its date; the post itself is judged by nothing, but a campaign's
 * is held against the text that was approved.
 */

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Checked} Checked */

/** @typedef {import("../../../types/messages").Posted} Posted */

/** How each state looks, the worst first; its words stand beside it. @type {[Posted["state"], import("../../../types/messages").VerdictCode][]} */
const LOOKS = [
  ["gone", "risky"],
  ["changed", "risky"],
  ["label_missing", "risky"],
  ["asked", "look_closer"],
  ["not_read", "not_enough_data"],
  ["same", "contact"],
];

/** @param {Posted[]} posted @returns {{first: Posted | null, code: import("../../../types/messages").VerdictCode | null}} the worst */
function worst(posted) {
  for (const [state, code] of LOOKS) {
    const first = posted.find((one) => one.state === state);
    if (first) return { first, code };
  }
  return { first: null, code: null };
}

/** How an opened post differs from what was approved; on a profile which of its posts are to be mended. @param {Checked["analysis"]} analysis @param {Speaker} speaker */
export function postedHints({ standing, posted = [] }, speaker) {
  if (standing !== undefined) return (worst(posted).first?.lines ?? []).slice(1).map((text) => speaker.pick(text));
  return posted
    .filter(({ state }) => state !== "same" && state !== "not_read")
    .map(({ word, lines }) => [word, ...lines].map((text) => speaker.pick(text)).join(" · "));
}

/** The answer for a post as one about its owner. @param {Checked} checked @param {string} username @param {Speaker} speaker @returns {Checked} */
export function standingOf(checked, username, speaker) {
  const { analysis } = checked;
  const { standing, posted = [] } = analysis;
  const { first, code } = worst(posted);
  const date = standing ? speaker.date(standing.at) : null;
  const text = standing
    ? speaker.t("standing_at", { date: date ?? "", name: username })
    : speaker.t("standing_none", { name: username });
  const verdict = {
    code: code ?? standing?.verdict ?? /** @type {const} */ ("not_enough_data"),
    reasons: [...(first?.lines ?? []).slice(0, 1), { en: text, vi: text }],
    next_evidence: [],
    ...(first ? { said: first.word } : {}),
  };
  const shown = { ...analysis, verdict, absent: [] }; // one post is not all of a creator's
  delete shown.guide; // its steps are a profile's
  return { ...checked, analysis: shown };
}
