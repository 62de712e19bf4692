/** What the extension says or refuses as the server and the web app do, held against their own files. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Speaker } from "../../extension/background/present/language.js";
import { compact } from "../../server/web/modules/words/figures.js";
import { useLanguage } from "../../server/web/modules/words/texts.js";
import { openPage } from "./support/page.js";

/** @param {string} path in the repository */
const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf-8");

test("a saved list shows the same people without a photo to the browser as to the server", () => {
  const expected = JSON.parse(source("tests/fixtures/dialogs/default_pictures.json"));
  const { soi } = openPage(
    source("tests/fixtures/dialogs/default_pictures.html"),
    "https://www.instagram.com/hoa.nho/",
  );
  const dialog = soi.page.dialog();
  assert.ok(dialog);
  const rows = soi.samples.followers(dialog, "hoa.nho");
  assert.deepEqual(Object.fromEntries(rows.map(({ username, has_photo }) => [username, has_photo])), expected);
});

for (const [language, expected] of /** @type {const} */ ([
  ["en", ["950", "9,999", "12.3K", "33.6K", "126.4K", "1.2M", "12.4M"]],
  ["vi", ["950", "9.999", "12,3 N", "33,6 N", "126,4 N", "1,2 Tr", "12,4 Tr"]],
])) {
  test(`a count is written in one way on the badge and in the web app, as on Instagram, in ${language}`, async () => {
    Object.assign(globalThis, {
      fetch: async () => new Response("{}"),
      document: { documentElement: {}, querySelectorAll: () => [] },
    });
    await useLanguage(language);
    const values = [950, 9_999, 12_345, 33_604, 126_400, 1_240_518, 12_405_180];
    const plain = (/** @type {string} */ text) => text.replaceAll("\u00a0", " ");
    const badge = new Speaker(language, {});
    assert.deepEqual(
      values.map((value) => plain(badge.compact(value))),
      expected,
    );
    assert.deepEqual(
      values.map((value) => plain(compact(value))),
      expected,
    );
  });
}
