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
    metas: [["property", "og:url", `https://www.instagram.com/${CREATOR}/`]],
    embedded: ['"IntlCurrentLocale",[],{"code":"vi_VN"},5954]'],
    header: `<header><h2>${CREATOR}</h2></header>`,
    tiles: [],
    notice: "",
    posts: [],
  },
  responses: [],
  samples: {
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
