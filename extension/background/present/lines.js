/** The lines of the badge, in PRODUCT's order; each can be read within a second. */

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Analysis} Analysis */

/** Log-odds from which a sign is a reason that a person would give. */
const WORTH_NAMING = 0.05;

/** @param {Analysis} analysis @param {Speaker} speaker */
export function tierLine({ tier, facts }, speaker) {
  const { followers } = facts;
  const size = followers ? speaker.t("followers_n", { n: speaker.count(followers) }) : speaker.t("followers_unknown");
  const kind = tier ? [speaker.t(`tier_${tier}`)] : [];
  const closed = facts.is_private ? [speaker.t("private_short")] : [];
  return [...kind, size, ...closed].join(" · ");
}

/** @param {Analysis} analysis @param {Speaker} speaker */
export function engagementLine({ engagement }, speaker) {
  const rate = engagement?.rate_pct;
  if (!engagement || !rate || rate.value === null) return speaker.t("engagement_unknown");
  const band = engagement.band ? [speaker.t(`band_${engagement.band}`)] : [];
  return [speaker.percent(rate.value), ...band, speaker.t("posts_n", { n: rate.n_posts })].join(" · ");
}

/** The range, and the sign that raises suspicion most; none is named when none raises it. @param {Analysis} analysis @param {Speaker} speaker */
export function suspicionLine({ suspicion }, speaker) {
  if (!suspicion || suspicion.low === null || suspicion.high === null) return speaker.t("suspicion_unknown");
  const range = speaker.t("suspicion_range", { low: Math.round(suspicion.low), high: Math.round(suspicion.high) });
  const raising = suspicion.signals.filter((signal) => signal.contribution >= WORTH_NAMING);
  const [strongest] = raising.sort((a, b) => b.contribution - a.contribution);
  return [range, ...(strongest ? [speaker.pick(strongest.reason)] : [])].join(" · ");
}

/**
 * "contacted 12/03", "rejected 12/03: price", with the handle the entry was made under if that was another one.
 * @param {import("../../../types/messages").ShortlistEntry} entry @param {string} creator @param {Speaker} speaker
 */
export function listedLine(entry, creator, speaker) {
  const at = speaker.date(entry.status_at ?? entry.added_at);
  const reason = entry.status === "rejected" && entry.reject_reason ? `: ${entry.reject_reason}` : "";
  const former = entry.former?.map(({ username }) => username) ?? [];
  const earlier = entry.username === creator ? former.at(-1) : entry.username;
  const handle = earlier ? ` · ${speaker.t("listed_as", { name: earlier })}` : "";
  return `${speaker.t(`status_${entry.status}`)}${at ? ` ${at}` : ""}${reason}${handle}`;
}
