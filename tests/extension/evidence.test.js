import assert from "node:assert/strict";
import { test } from "node:test";
import {
  commentsStrip,
  exampleShows,
  followersStrip,
  guideOf,
  seenLine,
} from "../../extension/background/present/evidence.js";
import { checked } from "./support/analysis.js";
import { speaker } from "./support/speaker.js";

const EN = speaker("en");
const FOLLOWERS = {
  n: 37,
  signs: { value: 0.14, low: 0.08, high: 0.24 },
  next: { text: { en: "13 more rows for a full sample", vi: "thêm 13 dòng nữa là đủ mẫu" } },
  position: "top",
  own: null,
  earlier: null,
};
const COMMENTS = {
  n: 24,
  n_people: 20,
  n_owner_replies: 3,
  median_reply_delay_s: 300,
  shares: {
    intent: null,
    generic: { value: 0.2, low: 0.1, high: 0.4 },
    emoji_only: { value: 0, low: 0, high: 0.14 },
    mention_only: null,
    duplicate: null,
    spam: null,
  },
  intent: null,
  earlier: null,
};

/** @param {Partial<import("../../types/messages").FollowerSample>} [sample] */
const withFollowers = (sample = {}) =>
  checked({ samples: { followers: { ...FOLLOWERS, ...sample }, comments: null } }).analysis;

/** @param {Partial<import("../../types/messages").CommentSample>} [sample] */
const withComments = (sample = {}) =>
  checked({ samples: { followers: null, comments: { ...COMMENTS, ...sample } } }).analysis;

test("the followers' strip says rows, interval, the server's words on how many more, and the place in the list", () => {
  assert.equal(
    followersStrip(withFollowers(), EN),
    "37 read · 8–24% show signs · 13 more rows for a full sample · the first 37 of 33.6K",
  );
  assert.equal(
    followersStrip(withFollowers(), speaker("vi")),
    "Đã đọc 37 người · 8–24% có dấu hiệu · thêm 13 dòng nữa là đủ mẫu · 37 người đầu trong số 33,6\u00a0N",
  );
});

test("the comments' strip says people, shares with intervals, and how fast the creator answers", () => {
  assert.equal(
    commentsStrip(withComments(), EN),
    "24 comments by 20 people · 10–40% generic · 0–14% only emoji · 3 answered by the creator after about 5 min",
  );
  assert.ok(commentsStrip(withComments({ n_owner_replies: 0 }), EN).endsWith("no answer by the creator seen"));
  assert.ok(commentsStrip(withComments({ median_reply_delay_s: 7_300 }), EN).endsWith("after about 2 h"));
  assert.ok(commentsStrip(withComments({ median_reply_delay_s: 400_000 }), EN).endsWith("after about 5 days"));
  assert.ok(commentsStrip(withComments({ median_reply_delay_s: null }), EN).endsWith("3 answered by the creator"));
});

test("comments that ask to buy are said first of the kinds: they are good news", () => {
  const intent = { text: { en: "11 of 24 comments ask to buy", vi: "11 trong 24 bình luận hỏi mua" } };
  assert.equal(commentsStrip(withComments({ intent }), EN).split(" · ")[1], "11 of 24 comments ask to buy");
});

test("a sample of an earlier visit comes with its date, beside the rows that were read now", () => {
  const text = { en: "Follower sample of 12 Nov 2026: 96 rows.", vi: "Mẫu người theo dõi ngày 12/11/2026: 96 dòng." };
  const earlier = { at: "2026-11-12T08:00:00Z", n_now: 12, text };
  const next = {
    text: { en: "about 88 more rows would settle the band", vi: "đọc thêm khoảng 88 dòng là rõ thuộc mức nào" },
  };
  const sample = { n: 96, next, earlier };
  assert.equal(
    followersStrip(withFollowers(sample), EN),
    "12 read · Follower sample of 12 Nov 2026: 96 rows · 8–24% show signs · about 88 more rows would settle the band",
  );
  const unread = { ...sample, earlier: { ...earlier, n_now: 0 } };
  assert.ok(followersStrip(withFollowers(unread), speaker("vi")).startsWith("Mẫu người theo dõi ngày 12/11/2026"));
  const comments = { earlier: { ...earlier, text: { en: "Comments as read on 12 Nov 2026: 60.", vi: "" } } };
  assert.ok(commentsStrip(withComments(comments), EN).startsWith("Comments as read on 12 Nov 2026: 60 · 24 comments"));
});

test("nothing is said of a sample that was not read", () => {
  const { analysis } = checked();
  assert.deepEqual([followersStrip(analysis, EN), commentsStrip(analysis, EN)], ["", ""]);
});

test("the guide keeps the server's order, counts in each step's own measure, and is gone when all was seen", () => {
  /** @param {boolean} done */
  const step = (/** @type {"comment_texts" | "posts" | "header"} */ id, done) => ({
    id,
    done,
    n: 2,
    needed: 6,
    text: { en: `Do ${id}`, vi: `Làm ${id}` },
  });
  const guide = { done: 1, of: 3, steps: [step("comment_texts", false), step("posts", false), step("header", true)] };
  assert.deepEqual(guideOf(checked({ guide }).analysis, EN), {
    progress: "1 of 3",
    steps: [
      { id: "comment_texts", text: "Do comment_texts", left: "4 more comments" },
      { id: "posts", text: "Do posts", left: "4 more posts" },
    ],
  });
  assert.equal(guideOf(checked({ guide: { ...guide, done: 3 } }).analysis, EN), null);
});

test("an example leads to its comment by the permalink, and never by anything else of it", () => {
  const links = ["/p/CODE/c/1/", null, '/p/CODE/c/3/"] , body *'];
  const shows = exampleShows(
    [
      { kind: "generic", post: "CODE", row: 0 },
      { kind: "generic", post: "CODE", row: 1 },
      { kind: "spam", post: "CODE", row: 2 },
    ],
    links,
    EN,
  );
  assert.deepEqual(
    shows.map(({ what, places }) => [what, places.flatMap(({ selectors }) => selectors)]),
    [
      ["Generic comments", ['a[href="/p/CODE/c/1/"]']],
      ["Adverts and spam", ['a[href="/p/CODE/c/3/body"]']],
    ],
  );
});

const SEEN = { visits: 2, first_seen: "2026-11-08T08:00:00Z", last_seen: "2026-11-18T08:00:00Z" };

test("when Soi last saw the creator is said in the person's language", () => {
  const summary = { en: "Last seen 12 days ago: posts +3.", vi: "Lần xem trước cách đây 12 ngày: bài viết +3." };
  assert.equal(seenLine({ ...SEEN, summary }, EN), summary.en);
  assert.equal(seenLine({ ...SEEN, summary: null }, EN), "");
});
