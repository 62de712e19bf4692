/** What the samples tell, what is still missing, and what changed since the last visit. Counts only, never a name. */

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Analysis} Analysis */
/** @typedef {import("../../../types/messages").Share} Share */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The progress, and the missing steps in the order that narrows the range most. @param {Analysis} analysis @param {Speaker} speaker */
export function guideOf({ guide }, speaker) {
  if (!guide || guide.done === guide.of) return null;
  const steps = guide.steps
    .filter((step) => !step.done)
    .map((step) => ({ id: step.id, text: speaker.pick(step.text), left: leftText(step, speaker) }));
  return { progress: speaker.t("guide_progress", { k: guide.done, n: guide.of }), steps };
}

/** Whose rows or posts a step counts. @type {Record<string, "left_posts" | "left_followers" | "left_comments">} */
const LEFT = { posts: "left_posts", follower_sample: "left_followers", comment_texts: "left_comments" };

/** How much is missing, in the verdict's own measure. @param {import("../../../types/messages").GuideStep} step @param {Speaker} speaker */
function leftText({ id, n = 0, needed = 0 }, speaker) {
  const key = LEFT[id];
  return key && needed > n ? speaker.t(key, { n: needed - n }) : "";
}

/** "Last seen 12 days ago: followers +340." @param {import("../../../types/messages").History | null} history @param {Speaker} speaker */
export const seenLine = (history, speaker) => speaker.pick(history?.summary);

/** "37 read · 8–24% show signs · ...", "" while none was read. @param {Analysis} analysis @param {Speaker} speaker */
export function followersStrip({ samples, facts }, speaker) {
  const sample = samples?.followers;
  if (!sample?.n || !sample.signs) return "";
  const total = facts.followers ? speaker.count(facts.followers) : "?";
  const place =
    sample.position === "top" && !sample.earlier ? [speaker.t("strip_top", { n: sample.n, of: total })] : [];
  return [
    ...readText(sample, speaker),
    speaker.t("strip_signs", interval(sample.signs)),
    speaker.pick(sample.next.text),
    ...place,
  ].join(" · ");
}

/** What was read now, and in place of a smaller sample the date of the one that counts. @param {import("../../../types/messages").FollowerSample} sample @param {Speaker} speaker */
function readText({ n, earlier }, speaker) {
  if (!earlier) return [speaker.t("strip_read", { n })];
  const now = earlier.n_now > 0 ? [speaker.t("strip_read", { n: earlier.n_now })] : [];
  return [...now, speaker.pick(earlier.text).replace(/\.$/, "")];
}

/** "24 comments by 20 people · 8–30% generic · ...", "" while none was read. @param {Analysis} analysis @param {Speaker} speaker */
export function commentsStrip({ samples }, speaker) {
  const sample = samples?.comments;
  if (!sample?.n) return "";
  const { generic, emoji_only } = sample.shares;
  return [
    ...(sample.earlier ? [speaker.pick(sample.earlier.text).replace(/\.$/, "")] : []),
    speaker.t("strip_comments", { n: sample.n, people: sample.n_people }),
    ...(sample.intent ? [speaker.pick(sample.intent.text)] : []),
    ...(generic ? [speaker.t("strip_generic", interval(generic))] : []),
    ...(emoji_only ? [speaker.t("strip_emoji", interval(emoji_only))] : []),
    answersText(sample, speaker),
  ].join(" · ");
}

/** @param {import("../../../types/messages").CommentSample} sample @param {Speaker} speaker */
function answersText({ n_owner_replies, median_reply_delay_s }, speaker) {
  if (n_owner_replies === 0) return speaker.t("strip_no_answers");
  const after =
    median_reply_delay_s === null
      ? ""
      : ` ${speaker.t("strip_after", { time: duration(median_reply_delay_s, speaker) })}`;
  return speaker.t("strip_answers", { n: n_owner_replies }) + after;
}

/** @param {number} seconds @param {Speaker} speaker */
function duration(seconds, speaker) {
  if (seconds < HOUR) return speaker.t("minutes_n", { n: Math.max(1, Math.round(seconds / MINUTE)) });
  if (seconds < 2 * DAY) return speaker.t("hours_n", { n: Math.round(seconds / HOUR) });
  return speaker.t("days_n", { n: Math.round(seconds / DAY) });
}

/** @param {Share} share */
const interval = ({ low, high }) => ({ low: Math.round(100 * low), high: Math.round(100 * high) });

/**
 * What each kind of comment looks like, to be shown where it stands on the page.
 * @param {import("../../../types/messages").Example[]} examples @param {(string | null)[]} links of the rows that were sent
 * @param {Speaker} speaker @returns {import("../../../types/messages").Show[]}
 */
export function exampleShows(examples, links, speaker) {
  const kinds = [...new Set(examples.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const found = examples.flatMap(({ kind: other, row }) => (other === kind ? [links[row] ?? null] : []));
    const places = found.flatMap((link) =>
      link ? [{ shortcode: null, selectors: [`a[href="${link.replace(/[^\w/.-]/g, "")}"]`] }] : [],
    );
    return places.length > 0 ? [{ key: `show-comments-${kind}`, what: speaker.t(`example_${kind}`), places }] : [];
  });
}
