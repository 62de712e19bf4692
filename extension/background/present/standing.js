/** An opened post: its owner's stored verdict, said with its date; the post itself is judged by nothing. */

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Checked} Checked */

/** The answer for a post as one about its owner. @param {Checked} checked @param {string} username @param {Speaker} speaker @returns {Checked} */
export function standingOf(checked, username, speaker) {
  const { analysis } = checked;
  const { standing } = analysis;
  const date = standing ? speaker.date(standing.at) : null;
  const text = standing
    ? speaker.t("standing_at", { date: date ?? "", name: username })
    : speaker.t("standing_none", { name: username });
  const verdict = {
    code: standing?.verdict ?? /** @type {const} */ ("not_enough_data"),
    reasons: [{ en: text, vi: text }],
    next_evidence: [],
  };
  const shown = { ...analysis, verdict };
  delete shown.guide; // its steps are a profile's
  return { ...checked, analysis: shown };
}
