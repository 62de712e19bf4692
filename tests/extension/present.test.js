import assert from "node:assert/strict";
import { test } from "node:test";
import { Speaker } from "../../extension/background/present/language.js";
import { listedLine } from "../../extension/background/present/lines.js";
import { placeOf } from "../../extension/background/present/where.js";
import { wordsOf } from "../../extension/background/present/words.js";
import { checked, completeness, count } from "./support/analysis.js";
import { read } from "./support/page.js";

/** @param {"en" | "vi"} language */
function speaker(language) {
  const table = /** @type {Record<string, {message: string}>} */ (
    JSON.parse(read(`_locales/${language}/messages.json`))
  );
  return new Speaker(language, Object.fromEntries(Object.entries(table).map(([key, { message }]) => [key, message])));
}

const EN = speaker("en");
const VI = speaker("vi");
const NOTHING = { followers: 0, comments: 0 };

/** @param {import("../../types/messages").Checked} given @param {Speaker} [words] */
const texts = (given, words = EN) => wordsOf(given, NOTHING, words).lines.map(({ text }) => text);

test("the lines stand in PRODUCT's order, in English", () => {
  assert.deepEqual(texts(checked()), [
    "Micro · 33.6K followers",
    "3.1% · average · 9 posts",
    "Suspicion 12–62 · Likes step up.",
  ]);
});

test("and in Vietnamese, with Vietnamese numbers", () => {
  assert.deepEqual(texts(checked(), VI), [
    "Micro · 33,6\u00a0N người theo dõi",
    "3,1% · trung bình · 9 bài",
    "Mức đáng ngờ 12–62 · Lượt thích tăng theo bậc.",
  ]);
});

test("a rounded count is shown as the range it may lie in", () => {
  const facts = { ...checked().analysis.facts, followers: count(12_300, { low: 12_250, high: 12_399, exact: false }) };
  assert.match(texts(checked({ facts }))[0] ?? "", /12\.3K–12\.4K followers/);
});

test("one post is one post", () => {
  assert.deepEqual([EN.t("posts_n", { n: 1 }), EN.t("posts_n", { n: 2 })], ["1 post", "2 posts"]);
});

test("what was not seen is said to be unknown, never 0 and never clean", () => {
  const facts = { ...checked().analysis.facts, followers: null, posts: [] };
  const engagement = {
    score: null,
    rate_pct: { value: null, low: null, high: null, n_posts: 0 },
    band: null,
    benchmark: null,
  };
  const bare = checked({ facts, engagement, suspicion: null, tier: null });
  assert.deepEqual(texts(bare), ["followers not read yet", "No likes read yet", "Suspicion: not known yet"]);
});

test("partial counts the parts that are enough by the server's table, and names the others", () => {
  const { partial, sections } = wordsOf(checked(), NOTHING, EN);
  assert.equal(partial, "Partial (3 of 5)");
  assert.deepEqual(sections.at(-1)?.small, ["Not enough yet: posts (2 of 6), followers."]);
});

test("a full check is not called partial", () => {
  const { partial, sections } = wordsOf(checked({ completeness: completeness({}) }), NOTHING, EN);
  assert.equal(partial, "");
  assert.equal(JSON.stringify(sections).includes("Not enough yet"), false);
});

test("a private account says that its data is limited", () => {
  const facts = { ...checked().analysis.facts, is_private: true };
  const model = wordsOf(checked({ facts }), NOTHING, EN);
  assert.match(model.notice, /^Private: limited data/);
  assert.match(model.lines[0]?.text ?? "", /Private$/);
});

test("each sign has its weight, its innocent explanation, its place and its ruling, strongest first", () => {
  const { signals } = /** @type {any} */ (wordsOf(checked(), NOTHING, EN).sections.find(({ range }) => range));
  assert.deepEqual(
    signals.map((/** @type {any} */ one) => [one.id, one.weight, one.tone, one.ruling?.ruling ?? null, one.innocent]),
    [
      ["steps", "+0.40", "up", null, "Can be innocent: Ads."],
      ["photo", "−0.20", "down", "innocent", "Can be innocent: Ads."],
      ["none", "0", "", null, "Can be innocent: Ads."],
    ],
  );
  assert.equal(signals[1].show, null);
  assert.equal(signals[0].show.places[0].shortcode, "CODE_00001");
});

test("the interval of engagement states n, the benchmark and what was left out", () => {
  const section = wordsOf(checked(), NOTHING, EN).sections.find(({ title }) => title === "Engagement");
  assert.match(section?.texts[0] ?? "", /3\.1%.*2\.1%.*4\.4%.*9 posts/);
  assert.deepEqual(section?.small, [
    "Better than about 53 of 100 creators of this size. Benchmark: Buffer (2026).",
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
    "Better than about 53 of 100 creators of this size. Benchmark: Modash.",
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
  const entry = {
    username: "hoa.nho",
    status: "rejected",
    reject_reason: "price",
    status_at: `${year}-03-12T08:00:00Z`,
    version: 2,
  };
  assert.equal(listedLine(entry, "hoa.nho", EN), "Rejected 12/03: price");
  assert.equal(
    listedLine({ ...entry, username: "hoa.cu" }, "hoa.nho", VI),
    "Đã từ chối 12/03: price · đã lưu với tên @hoa.cu",
  );
});
