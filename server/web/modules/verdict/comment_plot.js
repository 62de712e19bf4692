// What the comments of the opened posts look like: the share of each kind with its interval, who wrote, who answered.

import { inPercent, percent, range } from "../words/figures.js";
import { noPlot, plotFigure, wholePercent } from "../parts/plots.js";
import { inLanguage, number, t } from "../words/texts.js";

const KINDS = /** @type {const} */ (["intent", "generic", "emoji_only", "mention_only", "duplicate", "spam"]);
const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/**
 * @param {import("api").AnalysisAnswer} analysis
 * @param {boolean} unread whether to say how they are read where they were not
 */
export function commentSamplePlot(analysis, unread) {
  const title = t("web.plot_texts");
  const sample = analysis.samples?.comments;
  if (!sample?.n) return unread ? noPlot(title, t("web.plot_texts_none")) : null;
  const shares = KINDS.flatMap((kind) => {
    const share = sample.shares[kind];
    return share ? [{ word: t(`web.comment_${kind}`), ...inPercent(share) }] : []; // an older sample did not count who asks to buy
  });
  const words = shares.map(
    ({ word, value, low, high }) => `${word} ${percent(value, 0)} (${range(number(low), percent(high, 0))})`,
  );
  const sentence = [
    crowd(sample),
    t("web.comments_kinds", { kinds: words.join(", ") }),
    answers(sample),
    source(sample),
  ]
    .filter(Boolean)
    .join(" ");
  return plotFigure(title, sentence, (Plot) => ({
    height: 200,
    marginLeft: 130,
    x: {
      domain: [0, Math.max(50, ...shares.map((share) => share.high))],
      label: null,
      ticks: 5,
      tickFormat: wholePercent,
    },
    y: { domain: shares.map((share) => share.word), label: null, tickSize: 0 },
    marks: [
      Plot.link(shares, { x1: "low", x2: "high", y1: "word", y2: "word", className: "range" }),
      Plot.dot(shares, { x: "value", y: "word", r: 5, className: "point" }),
    ],
  }));
}

/** "60 comments by 48 people under 3 posts; 4 people wrote under at least half of them." @param {import("api").CommentSample} sample */
function crowd({ n, n_people, n_posts, n_regulars }) {
  const values = { n, people: number(n_people), posts: number(n_posts) };
  const wrote = t("web.comments_crowd", values);
  return n_regulars === null ? wrote : `${wrote} ${t("web.comments_regulars", { n: n_regulars })}`;
}

/** "The creator answered 12, after about 2 hours." @param {import("api").CommentSample} sample */
function answers({ n_owner_replies, median_reply_delay_s }) {
  if (n_owner_replies === 0) return t("web.comments_unanswered");
  const n = number(n_owner_replies);
  if (median_reply_delay_s === null) return t("web.comments_answered", { n });
  return t("web.comments_answered_after", { n, time: duration(median_reply_delay_s) });
}

/** @param {number} seconds */
function duration(seconds) {
  if (seconds < HOUR) return t("web.minutes_n", { n: Math.max(1, Math.round(seconds / MINUTE)) });
  if (seconds < 2 * DAY) return t("web.hours_n", { n: Math.round(seconds / HOUR) });
  return t("web.days_n", { n: Math.round(seconds / DAY) });
}

/** Where a sample comes from that an earlier visit read. @param {{ earlier?: { text: import("../words/texts.js").Text } | null }} sample */
export function source(sample) {
  return sample.earlier ? inLanguage(sample.earlier.text) : "";
}
