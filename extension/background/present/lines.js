/** The state of the list, in one line. */

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").ShortlistEntry} ShortlistEntry */

/**
 * "Contacted 12/03", "Rejected 12/03: price", with who has it, what was asked for, and the handle that the entry was
 * made under if that was another one.
 * @param {ShortlistEntry} entry @param {string} creator @param {Speaker} speaker
 */
export function listedLine(entry, creator, speaker) {
  const at = speaker.date(entry.status_at ?? entry.added_at);
  const reason = entry.status === "rejected" && entry.reject_reason ? `: ${entry.reject_reason}` : "";
  const former = entry.former?.map(({ username }) => username) ?? [];
  const earlier = entry.username === creator ? former.at(-1) : entry.username;
  return [
    `${entry.stage || speaker.t(`status_${entry.status}`)}${at ? ` ${at}` : ""}${reason}`,
    ...(entry.owner ? [entry.owner] : []),
    ...askedText(entry.price_asked, speaker),
    ...(earlier ? [speaker.t("listed_as", { name: earlier })] : []),
  ].join(" · ");
}

/** @param {ShortlistEntry["price_asked"]} asked @param {Speaker} speaker */
function askedText(asked, speaker) {
  if (!asked) return [];
  const { low, high, currency, text } = asked;
  const known = typeof low === "number" && typeof high === "number" && currency;
  const price = known ? speaker.money({ low, high, currency }) : text;
  return price ? [speaker.t("price_asked", { price })] : [];
}

/** Who of the team is in touch with the creator already, "" where nobody else is. @param {import("../../../types/messages").Checked["colleague"]} colleague @param {Speaker} speaker */
export function colleagueLine(colleague, speaker) {
  if (!colleague) return "";
  const { name, status, since } = colleague;
  const date = speaker.date(since);
  return speaker.t("colleague", { name, status: speaker.t(`status_${status}`), date: date && ` ${date}` });
}

/** Most campaigns that are named; the others are counted. */
const NAMED = 2;

/** The campaigns that have the creator already, "" where none has. @param {import("../../../types/messages").Checked["campaigns"]} campaigns @param {Speaker} speaker */
export function campaignsLine(campaigns, speaker) {
  if (!campaigns?.length) return "";
  const names = campaigns.slice(0, NAMED).map(({ name }) => name);
  const others = campaigns.length - names.length;
  return speaker.t("in_campaigns", { list: names.join(", ") + (others ? ` +${speaker.number(others)}` : "") });
}

/** Where posts are on show and no answer could be read in time. @param {import("./words.js").Sample} sample @param {Speaker} speaker */
export const silentLine = ({ isSilent }, speaker) => (isSilent ? speaker.t("answers_silent") : "");
