import assert from "node:assert/strict";
import { test } from "node:test";
import * as f from "./support/fixtures.js";
import { reducedPage } from "../../extension/background/reduced.js";
import { openPage, plain } from "./support/page.js";

const NAME = "hoa.nho";
const URL_OF = `https://www.instagram.com/${NAME}/`;

/** @param {string} html @param {string} [url] */
function captured(html, url = URL_OF) {
  const { soi } = openPage(html, url);
  const seen = soi.evidence.of(NAME, null);
  const head = soi.page.header(NAME);
  assert.ok(head);
  soi.evidence.readTiles(seen, head);
  const now = () => reducedPage(NAME, plain(soi.collect.capture(seen, head).page));
  return { capture: now(), now, soi, seen, head };
}

for (const [layout, header, exact] of [
  ["list of early 2025", f.listHeader(NAME), "12.345"],
  ["div of late 2025", f.divHeader(NAME), "12,345"],
]) {
  test(`the header in the ${layout} keeps its order, its exact title and its rounded text`, () => {
    const { html } = captured(f.page(header ?? "")).capture;
    const at = ["98", `title="${exact}"`, "12"].map((piece) => html.indexOf(piece));
    assert.ok(at.every((position) => position > 0));
    assert.deepEqual(
      at,
      [...at].sort((a, b) => a - b),
    );
    assert.match(html, /<span class="html-span">98<\/span>/);
  });
}

test("zero following stays a button, and a bio's numbers stay text", () => {
  assert.match(
    captured(f.page(f.listHeader(NAME))).capture.html,
    /<button type="button"><span class="html-span">0<\/span>/,
  );
});

test("what carries no meaning is left out: classes, pictures' addresses, styles, scripts, highlights", () => {
  const { html } = captured(f.page(f.listHeader(NAME), { tiles: f.tile(NAME, "CODE_00001") })).capture;
  for (const dropped of ["xrv", "cdn.example", "<style", "window.secret", "Highlight words", "tabindex", "<path"]) {
    assert.equal(html.includes(dropped), false, dropped);
  }
});

test("text of the page stays text, also inside an attribute", () => {
  const { html } = captured(f.page(f.divHeader(NAME), { tiles: f.tile(NAME, "CODE_00001") })).capture;
  assert.match(html, /alt="Photo &lt;b&gt; by Hoa"/);
});

test("the page's own number grammar is sent, without the forms that counts never take", () => {
  const { html } = captured(f.page(f.divHeader(NAME))).capture;
  assert.match(html, /\["IntlCurrentLocale",\[\],\{"code":"vi_VN"\},5954\]/);
  assert.match(html, /"positive_suffix_pattern":"\u00a0N"/);
  assert.equal(/long_patterns|negative_suffix/.test(html), false);
});

test("metas and page data are sent with the profile that the document was loaded for", () => {
  const head = f.metas(NAME) + f.pageData(NAME, "4711");
  const { html, navigation } = captured(f.page(f.divHeader(NAME), { head })).capture;
  assert.equal(navigation, "load");
  assert.match(html, /og:description" content="12K Followers/);
  assert.match(html, /"profile_id":"4711"/);
  assert.equal(html.includes("me.myself"), false, "the viewer's own account is no evidence");
  assert.equal(html.includes("viewport"), false);
});

test("leftovers of the profile before are not sent after pushState", () => {
  const head = f.metas("somebody.else") + f.pageData("somebody.else", "1");
  const { html, navigation } = captured(f.page(f.divHeader(NAME), { head })).capture;
  assert.equal(navigation, "spa");
  assert.equal(/12K Followers|profile_id|canonicalRouteName/.test(html), false);
  assert.match(html, /IntlCurrentLocale/);
});

test("a hovered tile keeps its overlay after the pointer has left", () => {
  const hovered = f.tile(NAME, "CODE_00001", f.overlay("1.234", "56"));
  const { soi, seen, head, now } = captured(f.page(f.divHeader(NAME), { tiles: hovered + f.tile(NAME, "CODE_00002") }));
  head.ownerDocument.querySelector(".grid ul")?.remove();
  soi.evidence.readTiles(seen, head);
  const { html } = now();
  assert.match(html, /1\.234/);
  assert.match(html, /CODE_00002/);
});

test("tiles of the profile before are not taken for the new creator's", () => {
  const { soi } = openPage(
    f.page(f.divHeader(NAME), { tiles: f.tile("old.one", "CODE_OLD1") + f.tile(NAME, "CODE_NEW1") }),
    URL_OF,
  );
  const before = soi.evidence.of("old.one", null);
  before.tiles.set("CODE_OLD1", { html: "", hovered: false });
  const seen = soi.evidence.of(NAME, before);
  soi.evidence.readTiles(seen, /** @type {Element} */ (soi.page.header(NAME)));
  assert.deepEqual([...seen.tiles.keys()], ["CODE_NEW1"]);
});

test("on a tab of other people's posts no tile is read, and on the way back theirs are known", () => {
  const page = f.page(f.divHeader(NAME), { tiles: f.tile("an.nguyen", "CODE_TAG1") });
  const { soi } = openPage(page, URL_OF);
  const head = /** @type {Element} */ (soi.page.header(NAME));
  const seen = soi.evidence.of(NAME, null);
  soi.evidence.readTiles(seen, head, true);
  assert.deepEqual([...seen.tiles.keys()], []);
  const own = openPage(f.page("", { tiles: f.tile(NAME, "CODE_OWN1") }), URL_OF).document.querySelector(".grid a");
  head.ownerDocument.querySelector(".grid a")?.after(/** @type {Element} */ (own));
  soi.evidence.readTiles(seen, head);
  assert.deepEqual([...seen.tiles.keys()], ["CODE_OWN1"]);
});

test("a guest's tile stands among the creator's; a block of others beside the grid is none of the creator's", () => {
  const grid = (/** @type {string} */ tiles) => `<section><div><div>${tiles}</div></div></section>`;
  const own = grid(f.tile(NAME, "CODE_OWN1") + f.tile("ban.dien", "CODE_WITH1"));
  const beside = grid(f.tile("an.nguyen", "CODE_BAD1") + f.tile("lan.moi", "CODE_BAD2"));
  const { soi } = openPage(f.page(f.divHeader(NAME), { main: own + beside }), URL_OF);
  const seen = soi.evidence.of(NAME, null);
  soi.evidence.readTiles(seen, /** @type {Element} */ (soi.page.header(NAME)));
  assert.deepEqual([...seen.tiles.keys()], ["CODE_OWN1", "CODE_WITH1"]);
});

test("a badge inside of the heading does not hide whose header it is", () => {
  const badge = "<svg><title>Đã xác minh</title></svg>";
  const html = f.page(f.divHeader(NAME).replace(`<span>${NAME}</span>`, `<span>${NAME}</span>${badge}`));
  assert.ok(openPage(html, URL_OF).soi.page.header(NAME));
});

test("a header is taken only once its h2 is the creator and its links are", () => {
  const { soi } = openPage(
    f.page(f.divHeader("old.one").replace("<span>old.one</span>", `<span>${NAME}</span>`)),
    URL_OF,
  );
  assert.equal(soi.page.header("old.one"), null);
  const head = soi.page.header(NAME);
  assert.ok(head);
  assert.equal(soi.page.isSettled(head, NAME), false);
});

test("a private profile has no tiles; its notice is sent instead", () => {
  const notice = "<div><span>Tài khoản này là riêng tư</span></div>";
  const { html } = captured(f.page(f.listHeader(NAME), { main: notice })).capture;
  assert.match(html, /Tài khoản này là riêng tư/);
});

test("an opened post leaves its date and likes, and nobody's name", () => {
  const dialog = f.postDialog(NAME, f.comment("CODE_00001", "an.nguyen", "Đẹp", 1));
  const { soi, seen, head, now } = captured(f.page(f.divHeader(NAME), { dialog }));
  soi.evidence.readPost(seen, /** @type {Element} */ (soi.page.dialog()), "CODE_00001", true);
  const { html } = now();
  const { samples } = soi.collect.capture(seen, head);
  assert.match(html, /<article data-post="CODE_00001"><time datetime="2026-11-19T08:00:00.000Z">.*1\.234/);
  assert.equal(/an\.nguyen|role="dialog"/.test(html), false);
  assert.equal(samples.comments?.length, 1);
});

test("a capture of a very large page stays small", () => {
  const tiles = Array.from({ length: 400 }, (_, at) => f.tile(NAME, `CODE_${at + 10_000}`, f.overlay("1", "2"))).join(
    "",
  );
  const header = f.divHeader(NAME).replace("690K+ fans", "x".repeat(200_000));
  const { capture, seen } = captured(f.page(header, { tiles }));
  assert.equal(seen.tiles.size, 60);
  assert.ok(capture.html.length < 60_000, String(capture.html.length));
});

test("half a character is replaced, so that the capture is UTF-8", () => {
  const { html } = captured(f.page(f.divHeader(NAME).replace("fans", "fans \ud83d"))).capture;
  assert.equal(html.isWellFormed(), true);
});

test("the fingerprint changes when evidence arrives and not otherwise", () => {
  const { soi, seen, head } = captured(f.page(f.divHeader(NAME)));
  const before = soi.collect.fingerprint(seen, head);
  assert.equal(soi.collect.fingerprint(seen, head), before);
  seen.comments.set("a", {
    post: "CODE_00001",
    username: "x",
    text: "y",
    is_reply: false,
    created_at: null,
  });
  assert.notEqual(soi.collect.fingerprint(seen, head), before);
});

test("an element that takes the name of a function of the document hides nothing from Soi", () => {
  const { document, soi } = openPage(f.page(f.divHeader(NAME)), URL_OF);
  for (const name of ["querySelector", "querySelectorAll", "addEventListener", "dispatchEvent"])
    Object.defineProperty(document, name, { value: document.createElement("img") });
  const head = soi.page.header(NAME);
  assert.ok(head);
  assert.match(soi.collect.capture(soi.evidence.of(NAME, null), head).page.header, /12,345/);
});
