import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./support/page.js";

const { soi } = openPage("<html></html>", "https://www.instagram.com/", {
  scripts: ["shared/facts.js", "content/route.js"],
});

/** @param {string} path */
const read = (path) => {
  const { username, shortcode, list } = soi.route.read(`https://www.instagram.com${path}`);
  return [username, shortcode, list];
};

for (const [path, expected] of /** @type {[string, (string | null)[]][]} */ ([
  ["/hoa.nho/", ["hoa.nho", null, null]],
  ["/Hoa.Nho", ["hoa.nho", null, null]],
  ["/hoa.nho/?hl=vi#top", ["hoa.nho", null, null]],
  ["/hoa.nho/reels/", ["hoa.nho", null, null]],
  ["/hoa.nho/followers/", ["hoa.nho", null, "followers"]],
  ["/hoa.nho/followers/mutualOnly/", ["hoa.nho", null, null]],
  ["/hoa.nho/p/DSYKS_HEfC-/", ["hoa.nho", "DSYKS_HEfC-", null]],
  ["/p/DSYKS_HEfC-/", [null, "DSYKS_HEfC-", null]],
  ["/reel/DSYKS_HEfC-/", [null, "DSYKS_HEfC-", null]],
  ["/reels/DSYKS_HEfC-/", [null, "DSYKS_HEfC-", null]],
  ["/reels/", [null, null, null]],
  ["/", [null, null, null]],
  ["/explore/", [null, null, null]],
  ["/direct/inbox/", [null, null, null]],
  ["/stories/hoa.nho/", [null, null, null]],
  ["/hoa.nho/unknown/", [null, null, null]],
  ["/.../", [null, null, null]],
  ["/a%2Fb/", [null, null, null]],
])) {
  test(`${path} names ${JSON.stringify(expected)}`, () => assert.deepEqual(read(path), expected));
}

for (const address of [
  "http://www.instagram.com/hoa.nho/",
  "https://www.instagram.com.evil.example/hoa.nho/",
  "https://evil.example/hoa.nho/",
  "https://user@evil.example/www.instagram.com/",
  "data:text/html,https://www.instagram.com/hoa.nho/",
]) {
  test(`${address} is no Instagram page`, () => assert.equal(soi.route.read(address).username, null));
}

test("a comment's own link is no post of the grid", () => {
  assert.equal(soi.route.shortcodeOfLink("/p/DSYKS_HEfC-/c/17893098402360443/"), null);
  assert.equal(soi.route.shortcodeOfLink("/hoa.nho/reel/DSYKS_HEfC-/"), "DSYKS_HEfC-");
});
