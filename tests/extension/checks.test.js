/** What goes to the server of what a content script has seen. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { checked } from "./support/analysis.js";
import { browser, FakeSoi, fromOwn, fromPage } from "./support/chrome.js";

const CREATOR = "hoa.nho";
const PAGE = fromPage(`https://www.instagram.com/${CREATOR}/`);
const SEEN = {
  captured_at: "2026-11-23T08:00:00.000Z",
  page: {
    first: CREATOR,
    lang: 'vi"><script>',
    title: "Hoa <nhỏ>",
    metas: [["og:url", `https://www.instagram.com/${CREATOR}/`]],
    embedded: ['"IntlCurrentLocale",[],{"code":"vi_VN"},5954]'],
    header: `<header><h2>${CREATOR}</h2></header>`,
    tiles: [],
    notice: "",
    posts: [],
    waited: false,
  },
  responses: [],
  samples: {
    followers: [],
    comments: [
      {
        post: "CODE_00001",
        username: "an",
        text: "Đẹp",
        is_reply: false,
        created_at: null,
        link: "/p/CODE_00001/c/1/",
      },
      { post: "CODE_00001", username: CREATOR, text: "Cảm ơn", is_reply: true, created_at: null, link: null },
    ],
  },
};

/** @type {ReturnType<typeof browser>} */
let world;
/** The capture that reached the server. @type {any} */
let sent;

beforeEach(async () => {
  world = browser();
  const { route } = await world.life("router");
  const { analysis, ...rest } = checked();
  world.soi.instead.set("POST /api/v1/checks", () => FakeSoi.answer({ ...analysis, ...rest }));
  await route({ type: "pair.start" }, fromOwn("popup/popup.html"));
  await route({ type: "pair.poll" }, fromOwn("popup/popup.html"));
  const reply = await route({ type: "profile.check", creator: CREATOR, capture: SEEN }, PAGE);
  assert.equal(reply.ok, true, JSON.stringify(reply));
  sent = world.soi.log.find(({ path }) => path === "/api/v1/checks")?.body;
});

test("with samples switched off no row leaves, also none that was read before", async () => {
  const { route } = await world.life("router");
  await route({ type: "prefs.set", changes: { samples: false } }, fromOwn("options/options.html"));
  world.soi.log.length = 0;
  await route({ type: "profile.check", creator: CREATOR, capture: SEEN }, PAGE);
  assert.deepEqual(world.soi.log.find(({ path }) => path === "/api/v1/checks")?.body.samples, {});
});

test("a comment says whether the creator wrote it, and not where it stands on the page", () => {
  assert.deepEqual(
    sent.samples.comments.map((/** @type {any} */ row) => [row.username, row.by_owner, "link" in row]),
    [
      ["an", false, false],
      [CREATOR, true, false],
    ],
  );
});

test("the capture is of schema 1, of the tab's address, and of the document's first profile", () => {
  assert.deepEqual([sent.schema, sent.url, sent.navigation], [1, `https://www.instagram.com/${CREATOR}/`, "load"]);
});

test("texts of the page are text in the page that is put together again", () => {
  assert.ok(
    sent.html.startsWith('<html lang="vi&quot;&gt;&lt;script&gt;"><head><title>Hoa &lt;nhỏ&gt;</title>'),
    sent.html,
  );
  assert.match(sent.html, /<meta property="og:url" content="https:\/\/www\.instagram\.com\/hoa\.nho\/">/);
  assert.match(sent.html, /\["IntlCurrentLocale",\[\],\{"code":"vi_VN"\},5954\]/);
});

/** The badge's words for a look with these parts of the page. @param {object} page @param {object} [more] */
async function said(page, more = {}) {
  const { route } = await world.life("router");
  const capture = { ...SEEN, ...more, page: { ...SEEN.page, ...page } };
  return JSON.stringify((await route({ type: "profile.check", creator: CREATOR, capture }, PAGE)).result.model);
}

test("a colleague and campaigns of the server's answer reach the badge", async () => {
  const { analysis } = checked();
  const colleague = { name: "Minh", status: "contacted", since: "2026-03-12T08:00:00Z" };
  const campaigns = [{ id: "7", name: "Hè 2026" }];
  world.soi.instead.set("POST /api/v1/checks", () => FakeSoi.answer({ ...analysis, colleague, campaigns }));
  const words = await said({});
  assert.deepEqual(
    ["Minh", "Hè 2026"].map((name) => words.includes(name)),
    [true, true],
  );
});

test("posts on show and no answer read in time: the badge says so and falls back to hovering", async () => {
  const tiles = [`<a href="/${CREATOR}/p/CODE_00001/"></a>`];
  const body = { data: { user: { username: CREATOR, pk: "1", follower_count: 5 } } };
  const responses = [{ path: "/graphql/query", name: "x", received_at: SEEN.captured_at, body }];
  const looks = [
    await said({ tiles, waited: true }),
    await said({ tiles, waited: false }),
    await said({ tiles: [], waited: true }),
    await said({ tiles, waited: true }, { responses }),
  ];
  assert.deepEqual(
    looks.map((words) => words.includes("Instagram may have changed")),
    [true, false, false, false],
  );
});

test("too little is no verdict while the posts may still come, unless the page itself says why", async () => {
  const { analysis, ...rest } = checked();
  const early = { ...analysis, verdict: { ...analysis.verdict, code: "not_enough_data", reasons: [] } };
  const hidden = { code: "private", text: { en: "The account is private.", vi: "Tài khoản riêng tư." } };
  const answer = (/** @type {object[]} */ absent, /** @type {object[]} */ posts = []) => {
    const facts = { ...early.facts, posts };
    world.soi.instead.set("POST /api/v1/checks", () => FakeSoi.answer({ ...early, ...rest, absent, facts }));
  };
  answer([]);
  const tiles = [`<a href="/${CREATOR}/p/CODE_00001/"></a>`];
  const looks = [await said({}), await said({ tiles }), await said({ waited: true }), await said({ header: "" })];
  answer([hidden]);
  looks.push(await said({}));
  answer([], [{ likes: { value: 50 } }]);
  looks.push(await said({ tiles }));
  answer([], [{ likes: null }]);
  looks.push(await said({ tiles }));
  assert.deepEqual(
    looks.map((words) => [words.includes("Reading the posts…"), words.includes("Not enough data")]),
    [true, true, false, false, false, false, true].map((isReading) => [isReading, !isReading]),
  );
});

test("where the page's answers are not wanted, their absence is no news", async () => {
  const { route } = await world.life("router");
  await route({ type: "prefs.set", changes: { page_answers: false } }, fromOwn("options/options.html"));
  const looks = [await said({ tiles: ["<a></a>"], waited: true }), await said({ tiles: ["<a></a>"] })];
  assert.doesNotMatch(looks.join(" "), /Instagram may have changed|Reading the posts/);
});

test("the options can say which kind of source was read last", async () => {
  const { route } = await world.life("router");
  await said({ tiles: ["<a><ul><li>5</li></ul></a>"] });
  const { result } = await route({ type: "popup.status" }, fromOwn("options/options.html"));
  assert.deepEqual(Object.keys(result.sources).sort(), ["header", "hover"]);
});

const POST = { ...SEEN, page: { ...SEEN.page, header: "" } };
const standing = { verdict: /** @type {const} */ ("promising"), at: "2026-11-12T08:00:00Z", model_version: "1" };

for (const [what, stored, code, words] of /** @type {[string, object | null, string, RegExp][]} */ ([
  ["has one", standing, "promising", /12\/11/],
  ["has none", null, "not_enough_data", /not looked at lan\.moi yet/],
])) {
  test(`an opened post asks for its owner's stored verdict and shows it where the owner ${what}`, async () => {
    const { route } = await world.life("router");
    const { analysis, ...rest } = checked({ ok: false, page: "post", standing: /** @type {any} */ (stored) });
    world.soi.instead.set("POST /api/v1/checks", () => FakeSoi.answer({ ...analysis, ...rest }));
    const tab = fromPage("https://www.instagram.com/reel/CODE_00001/", 9);
    const { result } = await route({ type: "profile.check", creator: "lan.moi", capture: POST }, tab);
    assert.equal(result.model.code, code);
    assert.match(JSON.stringify(result.model), words);
    assert.equal(world.soi.log.at(-1)?.body.url, "https://www.instagram.com/lan.moi/p/CODE_00001/");
    assert.equal((await route({ type: "shortlist.save", creator: "lan.moi" }, tab)).error.code, "stale_context");
  });
}

test("an opened post of a campaign says in the pill that it differs from what was approved, and how", async () => {
  const { route } = await world.life("router");
  const inBoth = (/** @type {string} */ en) => ({ en, vi: en });
  const changed = {
    deliverable_id: "7",
    state: /** @type {const} */ ("changed"),
    word: inBoth("Not as approved"),
    lines: [inBoth("The reel of Spring."), inBoth("Approved “soft”, public “healed”.")],
  };
  const same = { ...changed, state: /** @type {const} */ ("same"), word: inBoth("As approved") };
  const { analysis, ...rest } = checked({ ok: false, page: "post", standing, posted: [same, changed] });
  world.soi.instead.set("POST /api/v1/checks", () => FakeSoi.answer({ ...analysis, ...rest }));
  const tab = fromPage("https://www.instagram.com/p/CODE_00001/", 9);
  const { result } = await route({ type: "profile.check", creator: "lan.moi", capture: POST }, tab);
  assert.match(JSON.stringify(result.model.pill), /Not as approved/);
  assert.match(JSON.stringify(result.model.verdict), /The reel of Spring.*public “healed”/);
});

test("of a single young post nothing is said about all of the creator's", async () => {
  const { route } = await world.life("router");
  const code = /** @type {const} */ ("posts_too_young");
  const absent = [{ code, text: { en: "Each post is young.", vi: "" }, next: null }];
  const { analysis, ...rest } = checked({ ok: false, page: "post", standing, absent });
  world.soi.instead.set("POST /api/v1/checks", () => FakeSoi.answer({ ...analysis, ...rest }));
  const tab = fromPage("https://www.instagram.com/p/CODE_00001/", 9);
  const { result } = await route({ type: "profile.check", creator: "lan.moi", capture: POST }, tab);
  assert.deepEqual(
    ["Soi's verdict", "Each post is young."].map((text) => JSON.stringify(result.model).includes(text)),
    [true, false],
  );
});

test("an opened post whose own data names its owner can be saved from", async () => {
  const { route } = await world.life("router");
  const { analysis, ...rest } = checked({ ok: false, page: "post", standing: null });
  world.soi.instead.set("POST /api/v1/checks", () => FakeSoi.answer({ ...analysis, ...rest }));
  const items = [{ code: "CODE_00001", like_count: 7, user: { username: "lan.moi", pk: "2" } }];
  const body = { data: { xdt_api__v1__media__shortcode__web_info: { items } } };
  const capture = { ...POST, responses: [{ path: "/preloaded", name: "x", received_at: SEEN.captured_at, body }] };
  const tab = fromPage("https://www.instagram.com/p/CODE_00001/", 9);
  await route({ type: "profile.check", creator: "lan.moi", capture }, tab);
  assert.equal((await route({ type: "shortlist.save", creator: "lan.moi" }, tab)).ok, true);
});

test("over a profile's header the owner that a page names counts for nothing", async () => {
  const { route } = await world.life("router");
  const tab = fromPage("https://www.instagram.com/p/CODE_00001/", 9);
  const reply = await route({ type: "profile.check", creator: "lan.moi", capture: SEEN }, tab);
  assert.equal(reply.error.code, "stale_context");
});

test("what was read of an opened post is there for its owner's profile, also past a reload, and for nobody else's", async () => {
  const post = { ...POST, page: { ...POST.page, posts: [["CODE_00001", "<time>1</time>"]] } };
  const opened = fromPage("https://www.instagram.com/p/CODE_00001/", 9);
  const { route } = await world.life("router");
  await route({ type: "profile.check", creator: CREATOR, capture: post }, opened);
  const { route: later } = await world.life("router");
  world.soi.log.length = 0;
  const bare = { ...SEEN, samples: { followers: [], comments: [] }, responses: [] };
  await later({ type: "profile.check", creator: CREATOR, capture: bare }, PAGE);
  await later(
    { type: "profile.check", creator: "lan.moi", capture: bare },
    fromPage("https://www.instagram.com/lan.moi/"),
  );
  const bodies = world.soi.log.filter(({ path }) => path === "/api/v1/checks").map(({ body }) => body);
  assert.deepEqual(
    bodies.map(({ html, samples }) => [html.includes('data-post="CODE_00001"'), samples.comments?.length ?? 0]),
    [
      [true, 2],
      [false, 0],
    ],
  );
});

test("what was read of an opened post goes with the connection", async () => {
  const { route } = await world.life("router");
  const opened = fromPage("https://www.instagram.com/p/CODE_00001/", 9);
  await route({ type: "profile.check", creator: CREATOR, capture: POST }, opened);
  const before = [...world.kept.keys()].some((key) => key.startsWith("session opened"));
  await route({ type: "pair.forget" }, fromOwn("options/options.html"));
  assert.deepEqual([before, [...world.kept.keys()].filter((key) => key.startsWith("session "))], [true, []]);
});
