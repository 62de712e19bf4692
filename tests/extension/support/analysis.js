/** An answer of the server to a check, of an invented creator. */

/** @typedef {import("../../../types/messages").Checked} Checked */
/** @typedef {import("../../../types/messages").ShortlistEntry} Entry */

/** @typedef {import("../../../types/messages").Count} Count */

/** @param {number} value @param {Partial<Count>} [more] @returns {Count} */
export const count = (value, more = {}) => ({
  value,
  low: value,
  high: value,
  exact: true,
  source: "header_title",
  raw: String(value),
  locator: "header [title]",
  rule: "",
  ...more,
});

/** An entry of the list. @param {Partial<Entry>} [more] @returns {Entry} */
export const entry = (more = {}) => ({
  username: "hoa.nho",
  status: "found",
  status_at: "2026-11-20T08:00:00Z",
  added_at: "2026-11-20T08:00:00Z",
  version: 1,
  former: [],
  stage: null,
  owner: null,
  note: "",
  reject_reason: null,
  price_asked: null,
  ...more,
});

/** @param {Partial<Checked["analysis"]>} [analysis] @param {Partial<Checked>} [rest] @returns {Checked} */
export function checked(analysis = {}, rest = {}) {
  return {
    analysis: {
      ok: true,
      error: null,
      page: "profile",
      disagreements: [],
      facts: {
        username: "hoa.nho",
        profile_id: "4711",
        full_name: "Hoa",
        is_private: false,
        followers: count(33_604),
        following: count(310),
        post_count: count(98),
        contacts: { emails: ["hoa@vidu.example"], phones: ["0900000000"], zalo: [], links: [] },
        posts: [
          { shortcode: "CODE_00001", likes: count(900), comments: count(40), plays: null, likes_hidden: false },
          { shortcode: "CODE_00002", likes: null, comments: count(12), plays: null, likes_hidden: null },
        ],
      },
      tier: "micro",
      engagement: {
        score: 53,
        rate_pct: {
          value: 3.12,
          low: 2.1,
          high: 4.4,
          n_posts: 9,
          left_out: [{ shortcode: "X", reason: "too_recent" }],
        },
        band: "average",
        benchmark: { name: "Buffer", year: 2026 },
        other_benchmarks: [],
        own: null,
      },
      suspicion: {
        score: 30,
        low: 12.4,
        high: 61.8,
        prior: 20,
        signals: [
          signal(
            "steps",
            0.4,
            "Likes step up.",
            "Lượt thích tăng theo bậc.",
            [{ raw: "900", source: "overlay", locator: 'a[href="/hoa.nho/p/CODE_00001/"] li' }],
            { en: "Usually they differ by 30 to 60%.", vi: "Thường chênh 30-60%." },
          ),
          signal("photo", -0.2, "Most have a photo.", "Phần lớn có ảnh.", []),
          signal("none", 0, "Nothing seen.", "Không thấy gì.", [
            { raw: "33604", source: "response", locator: "$.data.user.follower_count" },
          ]),
        ],
      },
      verdict: {
        code: "look_closer",
        reasons: [
          { en: "Because of A.", vi: "Vì A." },
          { en: "And of B.", vi: "Và vì B." },
        ],
        next_evidence: [{ en: "Open the followers.", vi: "Mở danh sách người theo dõi." }],
      },
      trust: {
        code: "some_signs",
        score: 30.2,
        word: "medium",
        seen: ["profile", "posts"],
        missing: ["followers", "comments", "history"],
        weak_signs: false,
      },
      fit: {
        fits: false,
        search: { id: "1", name: "Micro" },
        checks: [
          { id: "tier", ok: true, text: { en: "Micro, as asked.", vi: "Micro, đúng cỡ." } },
          { id: "recency", ok: false, text: { en: "Newest post too old.", vi: "Bài mới nhất quá cũ." } },
        ],
      },
      absent: [],
      kept: [],
      activity: { days_since_newest: 2.4 },
      price: [
        { market: "world", currency: "USD", low: 100, high: 300 },
        { market: "vn", currency: "VND", low: 3_000_000, high: 6_000_000 },
      ],
      topics: [],
      sponsorship: { sponsors: [] },
      completeness: completeness(),
      samples: { followers: null, comments: null },
      model_version: "1",
      audit_id: null,
      ...analysis,
    },
    shortlist: null,
    colleague: null,
    campaigns: [],
    may_change: true,
    history: { visits: 1, first_seen: "2026-11-20T08:00:00Z", last_seen: "2026-11-20T08:00:00Z", summary: null },
    rulings: [{ signal: "photo", ruling: "innocent", at: "2026-11-20T08:00:00Z", note: "New phone" }],
    examples: [],
    overlaps: [],
    ...rest,
  };
}

/** @param {string} id @param {number} contribution @param {string} en @param {string} vi @param {import("../../../types/messages").Evidence[]} evidence @param {import("../../../types/messages").Text | null} [usual] */
function signal(id, contribution, en, vi, evidence, usual = null) {
  return {
    id,
    group: "likes",
    value: 1,
    contribution,
    reason: { en, vi },
    innocent: { en: "Ads.", vi: "Quảng cáo." },
    evidence,
    usual,
    weight_source: "judged",
    ruling: null,
  };
}

/** All parts enough but those that `begun` gives another number. @param {Record<string, number>} [begun] */
export function completeness(begun = { posts: 2, followers: 0 }) {
  const needed = { profile: 3, posts: 6, followers: 50, comments: 20, history: 4 };
  const parts = /** @type {(keyof typeof needed)[]} */ (Object.keys(needed)).map((id) => {
    const n = begun[id] ?? needed[id];
    return { id, n, needed: needed[id], state: stateOf(n, needed[id]), from: null };
  });
  return { have: parts.filter(({ state }) => state === "enough").length, of: parts.length, parts };
}

/** @param {number} n @param {number} enough @returns {"missing" | "some" | "enough"} */
function stateOf(n, enough) {
  if (n >= enough) return "enough";
  return n > 0 ? "some" : "missing";
}
