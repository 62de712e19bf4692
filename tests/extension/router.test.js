import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, fromOwn, fromPage, ID } from "./support/chrome.js";

const HOA = "https://www.instagram.com/hoa.nho/";
const OWN = fromOwn("popup/popup.html");
const PRIVILEGED = [
  "conn.retry",
  "pair.start",
  "pair.poll",
  "pair.cancel",
  "pair.forget",
  "pair.move",
  "prefs.get",
  "prefs.set",
  "popup.status",
];
const PAGES = ["ui.place", "profile.check", "shortlist.save", "shortlist.undo", "shortlist.annotate", "ruling.set"];

/** @type {ReturnType<typeof browser>} */
let world;
/** @type {(message: unknown, sender: unknown) => Promise<any>} */
let route;

beforeEach(async () => {
  world = browser();
  ({ route } = await world.life("router"));
});

/** Connects as a person does. */
async function paired() {
  await route({ type: "pair.start" }, OWN);
  assert.equal((await route({ type: "pair.poll" }, OWN)).result.state, "connected");
}

for (const type of PRIVILEGED) {
  test(`${type} is refused to an Instagram page, and nothing is asked of the server`, async () => {
    const reply = await route({ type, changes: { port: 6000 } }, fromPage(HOA));
    assert.deepEqual(reply, { ok: false, error: { code: "unauthorized", retryable: false } });
    assert.deepEqual(world.soi.log, []);
  });
}

for (const type of PAGES) {
  test(`${type} is refused to the extension's own pages`, async () => {
    assert.equal((await route({ type, creator: "hoa.nho" }, OWN)).error.code, "unauthorized");
  });
}

for (const [who, sender] of /** @type {[string, any][]} */ ([
  ["another extension", { ...fromPage(HOA), id: "ponmlkjihgfedcbaponmlkjihgfedcba" }],
  ["a frame inside the page", { ...fromPage(HOA), frameId: 3 }],
  ["a page of another site", fromPage("https://evil.example/hoa.nho/")],
  ["a page whose name begins with Instagram's", fromPage("https://www.instagram.com.evil.example/hoa.nho/")],
  ["a sender without a tab", { id: ID, url: HOA, frameId: 0 }],
])) {
  test(`a save from ${who} is refused`, async () => {
    await paired();
    assert.equal((await route({ type: "shortlist.save", creator: "hoa.nho" }, sender)).error.code, "unauthorized");
    assert.equal(world.soi.list.size, 0);
  });
}

test("a save is bound to the tab's address, not to the name in the message", async () => {
  await paired();
  const reply = await route({ type: "shortlist.save", creator: "somebody.else" }, fromPage(HOA));
  assert.equal(reply.error.code, "stale_context");
  assert.equal(world.soi.list.size, 0);
  assert.equal((await route({ type: "shortlist.save", creator: "hoa.nho" }, fromPage(HOA))).ok, true);
  assert.deepEqual([...world.soi.list.keys()], ["hoa.nho"]);
});

test("over an opened post the creator is the one the tab showed before", async () => {
  await paired();
  const post = fromPage("https://www.instagram.com/p/DSYKS_HEfC-/");
  assert.equal((await route({ type: "shortlist.save", creator: "hoa.nho" }, post)).error.code, "stale_context");
  await route({ type: "shortlist.save", creator: "hoa.nho" }, fromPage(HOA));
  assert.equal((await route({ type: "shortlist.save", creator: "hoa.nho" }, post)).ok, true);
  assert.equal(
    (await route({ type: "shortlist.save", creator: "hoa.nho" }, { ...post, tab: { ...post.tab, id: 8 } })).error.code,
    "stale_context",
  );
});

test("a note that was typed on the profile before reaches its creator; a save does not", async () => {
  await paired();
  await route({ type: "shortlist.save", creator: "hoa.nho" }, fromPage(HOA));
  const next = fromPage("https://www.instagram.com/lan.moi/");
  const note = { type: "shortlist.annotate", creator: "hoa.nho", version: 1, note: "gọi lại" };
  assert.equal((await route(note, next)).ok, true);
  assert.equal(world.soi.list.get("hoa.nho")?.note, "gọi lại");
  assert.equal((await route({ type: "shortlist.save", creator: "hoa.nho" }, next)).error.code, "stale_context");
  assert.equal((await route({ ...note, creator: "somebody.else" }, next)).error.code, "stale_context");
});

for (const message of [null, 5, "profile.check", {}, { type: "constructor" }, { type: "__proto__" }, { type: 4 }]) {
  test(`${JSON.stringify(message)} is no message`, async () => {
    assert.equal((await route(message, OWN)).ok, false);
  });
}

test("the badge may set its place and nothing else", async () => {
  await route({ type: "ui.place", corner: "bottom-left", port: 6000, language: "vi", collapsed: "yes" }, fromPage(HOA));
  const { result } = await route({ type: "prefs.get" }, OWN);
  assert.deepEqual(
    [result.corner, result.port, result.language, result.collapsed],
    ["bottom-left", 5765, "auto", false],
  );
});

test("an option that makes no sense is not kept", async () => {
  const { result } = await route({ type: "prefs.set", changes: { port: 80, language: "xx", samples: false } }, OWN);
  assert.deepEqual([result.port, result.language, result.samples], [5765, "auto", false]);
});

test("a change of language reaches the open Instagram pages with its texts", async () => {
  await route({ type: "prefs.set", changes: { language: "vi" } }, OWN);
  const [message] = world.seen.sent;
  assert.equal(message.type, "prefs.changed");
  assert.equal([message.parts.language, message.parts.said.saved].join(" "), "vi Đã lưu vào danh sách");
});
