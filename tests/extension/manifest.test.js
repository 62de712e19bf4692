import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { manifest, read } from "./support/page.js";

const EXTENSION = new URL("../../extension/", import.meta.url);
const scripts = manifest.content_scripts.flatMap((/** @type {{js: string[]}} */ { js }) => js);
/** Bytes; what a page with Instagram's own megabytes does not feel. */
const BUDGET = 90_000;

test("the extension asks for storage and its two hosts; for a team's server, and for nothing else, when a person names one", () => {
  assert.deepEqual(manifest.optional_host_permissions, ["https://*/*"]);
  assert.deepEqual(manifest.permissions, ["storage"]);
  assert.deepEqual(manifest.host_permissions, ["http://127.0.0.1/*", "https://www.instagram.com/*"]);
  const further = [
    "optional_permissions",
    "web_accessible_resources",
    "externally_connectable",
    "content_scripts_all_frames",
  ];
  assert.deepEqual(
    further.filter((key) => key in manifest),
    [],
  );
});

test("name and description are as short as the stores want them, in both languages", () => {
  for (const language of ["en", "vi"]) {
    const texts = JSON.parse(read(`_locales/${language}/messages.json`));
    assert.ok(texts.extension_name.message.length <= 45);
    assert.ok(texts.extension_description.message.length <= 132);
  }
});

test("every file that the manifest names is there", () => {
  const { background, action, options_ui: options, icons } = manifest;
  const named = [
    ...scripts,
    background.service_worker,
    ...background.scripts,
    action.default_popup,
    options.page,
    ...Object.values(icons),
  ];
  assert.deepEqual(
    named.filter((path) => !existsSync(new URL(path, EXTENSION))),
    [],
  );
});

test("the scripts in the page stay within their budget", () => {
  const bytes = scripts.reduce(
    (/** @type {number} */ sum, /** @type {string} */ path) => sum + readFileSync(new URL(path, EXTENSION)).length,
    0,
  );
  assert.ok(bytes <= BUDGET, `${bytes} bytes`);
});

test("only background/server.js and the reader of packaged files call fetch", () => {
  const list = scripts.filter((/** @type {string} */ path) =>
    /(?<!window\.|\.)\bfetch\(|XMLHttpRequest\(|sendBeacon|WebSocket/.test(read(path)),
  );
  assert.deepEqual(list, []);
});
