import assert from "node:assert/strict";
import { test } from "node:test";
import { listedLine } from "../../extension/background/present/lines.js";
import { placeOf } from "../../extension/background/present/where.js";
import { wordsOf } from "../../extension/background/present/words.js";
import { checked, completeness, count, entry } from "./support/analysis.js";
import { speaker } from "./support/speaker.js";

const EN = speaker("en");
const VI = speaker("vi");
const NOTHING = { followers: 0, comments: 0 };

/** @param {import("../../types/messages").Checked} given @param {typeof EN} [words] */
const texts = (given, words = EN) => {
  const { rate, engagement, trust, facts } = wordsOf(given, NOTHING, words);
  return { rate, engagement: engagement.lines, trust: [trust.value, ...trust.lines], facts: facts.texts };
};

test("both figures and the facts, in English", () => {
  assert.deepEqual(texts(checked()), {
    rate: "3.1%",
    engagement: ["above 53% of creators this size", "9 posts"],
    trust: ["Some signs", "seen 2 of 5: profile, posts", "suspicion: medium (30/100)"],
    facts: ["Micro · 33.6K", "posted 2 days ago", "$100 – $300 a post"],
  });
});

test("and in Vietnamese, with Vietnamese numbers and dong", () => {
  assert.deepEqual(texts(checked(), VI), {
    rate: "3,1%",
    engagement: ["cao hơn 53% người cùng cỡ", "9 bài"],
    trust: ["Có dấu hiệu", "đã xem 2/5: trang cá nhân, bài viết", "đáng ngờ: trung bình (30/100)"],
    facts: ["Micro · 33,6\u00a0N", "đăng 2 ngày trước", "3-6\u00a0Tr\u00a0₫/bài"],
  });
});

test("what was seen and what was not is named", () => {
  const { trust } = wordsOf(checked(), NOTHING, EN);
  assert.equal(trust.label, "Seen: profile, posts. Not seen yet: followers, comments, earlier visits.");
});

test("no signs in too little has no colour of good news", () => {
  /** @type {import("../../types/messages").Trust} */
  const trust = { code: "no_signs", score: 7, word: "low", seen: ["profile"], missing: [], weak_signs: false };
  const codes = /** @type {const} */ (["promising", "not_enough_data"]).map((code) => {
    const given = checked({ trust, verdict: { code, reasons: [], next_evidence: [] } });
    return wordsOf(given, NOTHING, EN).trust.code;
  });
  assert.deepEqual(codes, ["no_signs", "unknown"]);
});

test("above weak signs that are named the tile does not say that there are none", () => {
  const values = [false, true].map((weak) => {
    /** @type {import("../../types/messages").Trust} */
    const trust = { code: "no_signs", score: 12, word: "low", seen: ["profile"], missing: [], weak_signs: weak };
    return wordsOf(checked({ trust }), NOTHING, EN).trust.value;
  });
  assert.deepEqual(values, ["No odd signs", "Weak signs only"]);
});

test("a rounded count is shown as the range it may lie in", () => {
  const facts = { ...checked().analysis.facts, followers: count(12_300, { low: 12_250, high: 12_399, exact: false }) };
  assert.match(texts(checked({ facts })).facts[0] ?? "", /12\.3K–12\.4K$/);
});

test("what the page cannot show stands at the verdict, what can be done and what is of an earlier day in the details", () => {
  const absent = [
    {
      code: /** @type {const} */ ("likes_hidden"),
      text: { en: "Likes are hidden.", vi: "Lượt thích bị ẩn." },
      next: { en: "Ask.", vi: "Hỏi." },
    },
    { code: /** @type {const} */ ("no_posts"), text: { en: "No posts.", vi: "Chưa có bài." }, next: null },
  ];
  const kept = [
    { kind: /** @type {const} */ ("posts"), text: { en: "4 posts read on 12 Nov.", vi: "4 bài đọc ngày 12/11." } },
  ];
  const { hints, sections } = wordsOf(checked({ absent, kept }, { history: null }), NOTHING, EN);
  assert.deepEqual(
    [hints, sections.at(-1)?.small.slice(-2)],
    [
      ["Likes are hidden.", "No posts."],
      ["Ask.", "4 posts read on 12 Nov."],
    ],
  );
});

test("one post is one post", () => {
  assert.deepEqual([EN.t("posts_n", { n: 1 }), EN.t("posts_n", { n: 2 })], ["1 post", "2 posts"]);
});

const NO_RATE = {
  score: null,
  rate_pct: { value: null, low: null, high: null, n_posts: 0, left_out: [] },
  band: null,
  benchmark: { name: "Buffer", year: 2026 },
  other_benchmarks: [],
  own: null,
};
const NO_SIGNS = { score: null, low: null, high: null, prior: 20, signals: [] };

test("what was not seen is said to be unknown, never 0 and never clean", () => {
  const facts = { ...checked().analysis.facts, followers: null, posts: [], contacts: null };
  /** @type {import("../../types/messages").Trust} */
  const trust = { code: "unknown", score: null, word: null, seen: [], missing: [], weak_signs: false };
  const activity = { days_since_newest: null };
  const bare = checked({ facts, engagement: NO_RATE, suspicion: NO_SIGNS, tier: null, trust, activity, price: [] });
  assert.deepEqual(texts(bare), {
    rate: "",
    engagement: ["no likes read yet"],
    trust: ["Not known", "seen 0 of 5"],
    facts: ["followers not read yet"],
  });
});

for (const [why, facts, leftOut] of /** @type {[string, object, ("too_recent" | "likes_hidden")[]][]} */ ([
  ["private account", { is_private: true }, []],
  ["no posts yet", { post_count: count(0) }, []],
  ["posts younger than a day", {}, ["too_recent", "too_recent"]],
  ["likes are hidden here", {}, ["likes_hidden", "too_recent"]],
])) {
  test(`without a rate it says why: ${why}`, () => {
    const rate_pct = { ...NO_RATE.rate_pct, left_out: leftOut.map((reason) => ({ shortcode: "X", reason })) };
    const given = checked({ facts: { ...checked().analysis.facts, ...facts }, engagement: { ...NO_RATE, rate_pct } });
    assert.deepEqual(texts(given).engagement, [why]);
  });
}

test("what is not enough yet is named by the server's table", () => {
  const last = (/** @type {import("../../types/messages").Checked} */ given) =>
    wordsOf(given, NOTHING, EN).sections.at(-1)?.small;
  assert.deepEqual(last(checked()), ["Not enough yet: posts (2 of 6), followers."]);
  assert.equal(JSON.stringify(last(checked({ completeness: completeness({}) }))).includes("Not enough yet"), false);
});

test("a private account is named in the line of facts", () => {
  const facts = { ...checked().analysis.facts, is_private: true };
  assert.match(wordsOf(checked({ facts }), NOTHING, EN).facts.texts[0] ?? "", /Private$/);
});

test("each sign has its strength in a word, its innocent explanation, its place and its ruling, strongest first", () => {
  const { signals } = /** @type {any} */ (wordsOf(checked(), NOTHING, EN).sections.find(({ range }) => range));
  assert.deepEqual(
    signals.map((/** @type {any} */ one) => [
      one.id,
      one.strength,
      one.effect,
      one.ruling?.ruling ?? null,
      one.innocent,
    ]),
    [
      ["steps", "medium", "raises", null, "Can be innocent: Ads."],
      ["photo", "slight", "lowers", "innocent", "Can be innocent: Ads."],
      ["none", "", "none", null, "Can be innocent: Ads."],
    ],
  );
  assert.equal(signals[1].show, null);
  assert.equal(signals[0].show.places[0].shortcode, "CODE_00001");
});

test("the interval of engagement states n, the benchmark and what was left out", () => {
  const section = wordsOf(checked(), NOTHING, EN).sections.find(({ title }) => title === "Engagement");
  assert.match(section?.texts[0] ?? "", /3\.1%.*2\.1%.*4\.4%.*9 posts/);
  assert.deepEqual(section?.small, [
    "Above about 53% of creators of this size. Benchmark: Buffer (2026).",
    "Left out: 1 younger than 24 hours.",
  ]);
});

test("a source without a date is named alone; the own percentile and other sources stand beside it", () => {
  const known = checked();
  const beside = {
    benchmark: { name: "Modash", year: null },
    own: { text: { en: "Above 40 of 100 of your own.", vi: "Cao hơn 40 trên 100." } },
    other_benchmarks: [{ name: "Statista", year: 2023, median_pct: 1.85 }],
  };
  Object.assign(known.analysis.engagement ?? {}, beside);
  const section = wordsOf(known, NOTHING, EN).sections.find(({ title }) => title === "Engagement");
  assert.deepEqual(section?.small?.slice(0, 3), [
    "Above about 53% of creators of this size. Benchmark: Modash.",
    "Above 40 of 100 of your own.",
    "Usual for this size by other sources: Statista (2023) 1.9%.",
  ]);
});

for (const [evidence, expected] of /** @type {[any, any][]} */ ([
  [
    { raw: "1", locator: "header [title]" },
    { shortcode: null, selectors: ["header [title]"] },
  ],
  [
    { raw: "1", locator: "$.data.user.follower_count" },
    { shortcode: null, selectors: ['header a[href$="/followers/"]', "header [title]"] },
  ],
  [
    { raw: "1", locator: "$.edges[3].node.CODE_00001" },
    { shortcode: "CODE_00001", selectors: [] },
  ],
  [
    { raw: "1", locator: "og:description" },
    { shortcode: null, selectors: [] },
  ],
  [
    { raw: "1", locator: "x".repeat(500) },
    { shortcode: null, selectors: [] },
  ],
])) {
  test(`${evidence.locator.slice(0, 40)} is looked for at ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(placeOf(evidence, ["CODE_00001"]), expected);
  });
}

test("a listed creator shows status, date, reason, and the handle that was saved", () => {
  const year = new Date().getFullYear();
  const status_at = `${year}-03-12T08:00:00Z`;
  const rejected = entry({ status: "rejected", reject_reason: "price", status_at, version: 2 });
  assert.equal(listedLine(rejected, "hoa.nho", EN), "Rejected 12/03: price");
  assert.equal(
    listedLine({ ...rejected, username: "hoa.cu" }, "hoa.nho", VI),
    "Đã từ chối 12/03: price · đã lưu với tên @hoa.cu",
  );
});

test("a colleague who is in touch already is named behind the verdict, with state and date", () => {
  const since = `${new Date().getFullYear()}-03-12T08:00:00Z`;
  const given = checked({}, { colleague: { name: "Minh", status: "contacted", since } });
  assert.deepEqual(
    [EN, VI].map((words) => wordsOf(given, NOTHING, words).warnings),
    [
      ["Minh is already in touch (Contacted 12/03): ask before you write."],
      ["Minh đang trao đổi với người này (Đã liên hệ 12/03): hỏi trước khi nhắn."],
    ],
  );
  assert.deepEqual(wordsOf(checked(), NOTHING, EN).warnings, []);
});

test("campaigns that have the creator are named beside the colleague, two at most, and the others counted", () => {
  const names = ["Hè 2026", "<b>Tết</b> {list}", "Trung thu", "Mùa tựu trường"];
  const campaigns = names.map((name, at) => ({ id: String(at), name }));
  const colleague = /** @type {const} */ ({ name: "Minh", status: "contacted", since: "" });
  const said = (/** @type {number} */ n, /** @type {typeof EN} */ words) =>
    wordsOf(checked({}, { colleague, campaigns: campaigns.slice(0, n) }), NOTHING, words).warnings.slice(1);
  assert.deepEqual(
    [said(0, EN), said(1, EN), said(2, EN), said(4, VI)],
    [
      [],
      ["Already in the campaign Hè 2026"],
      ["Already in the campaign Hè 2026, <b>Tết</b> {list}"],
      ["Đang trong chiến dịch Hè 2026, <b>Tết</b> {list} +2"],
    ],
  );
});

test("the details say what the posts are about and whose brands have paid for some, a rival among them", () => {
  const sponsor = { posts: 1, first: null, last: null };
  const topics = ["beauty", "of_another_version"].map((id) => ({ id, share: 0.5, words: ["son"] }));
  const sponsorship = {
    sponsors: [
      { name: "hoasen.vidu", rival: true, ...sponsor },
      { name: "lasen.vidu", rival: false, ...sponsor },
    ],
  };
  const said = (/** @type {Partial<import("../../types/messages").Checked["analysis"]>} */ given) =>
    wordsOf(checked(given), NOTHING, VI).sections.find(({ title }) => title === "Nội dung")?.texts;
  assert.deepEqual(
    [said({ topics, sponsorship }), said({ topics: [], sponsorship: { sponsors: [] } })],
    [["Chủ đề: Làm đẹp, of_another_version", "Bài được tài trợ: @hoasen.vidu (đối thủ), @lasen.vidu"], undefined],
  );
});

test("a price that begins at next to nothing is said by its upper end", () => {
  const price = (/** @type {number} */ low) => ({ low, high: 1_000_000, currency: "VND" });
  assert.deepEqual(
    [VI.money(price(0)), EN.money(price(0)), VI.money(price(500_000))].map((said) => said.replaceAll("\u00a0", " ")),
    ["tối đa 1 Tr ₫", "up to ₫1M", "500 N ₫ - 1 Tr ₫"],
  );
});
