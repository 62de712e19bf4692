import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { manifest, read } from "./support/page.js";

/** @typedef {Record<string, {message: string}>} Table */

/** @param {string} language @returns {Table} */
const table = (language) => JSON.parse(read(`_locales/${language}/messages.json`));
const en = table("en");
const vi = table("vi");
const ROOT = new URL("../../extension/", import.meta.url);
/** Keys that are put together in code: every value that can stand in the place. */
const FAMILIES =
  /^(verdict|tier|trust|level|strength|group|no_rate|status|part|problem|state|fix|ruling|left_out|corner|language|save_failed|option|step|example|source)_/;

/** @param {string} text */
const places = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort();

test("Vietnamese and English have the same keys", () => {
  assert.deepEqual(Object.keys(vi).sort(), Object.keys(en).sort());
});

for (const key of Object.keys(en)) {
  test(`${key} has the same places in both languages, and words in both`, () => {
    assert.deepEqual(places(vi[key]?.message ?? ""), places(en[key]?.message ?? ""));
    assert.ok(en[key]?.message && vi[key]?.message);
  });
}

test("every text that the code or the manifest asks for by name exists, and none is left over", () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: "utf-8" }).filter((path) => path.endsWith(".js"));
  const code = files.map(read).join("\n");
  const asked = [...code.matchAll(/\bt\(\s*"(\w+)"/g), ...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(
    ([, key]) => String(key),
  );
  assert.deepEqual(
    asked.filter((key) => !(key in en)),
    [],
  );
  const unused = Object.keys(en)
    .map((key) => key.replace(/_one$/, ""))
    .filter((key) => !FAMILIES.test(key) && !code.includes(`"${key}"`) && !asked.includes(key));
  assert.deepEqual(unused, []);
});

test("the verdict's words are PRODUCT's, and no text calls a person fake", () => {
  const words = ["contact", "promising", "look_closer", "risky", "not_a_fit", "not_enough_data"].map((code) => [
    en[`verdict_${code}`]?.message,
    vi[`verdict_${code}`]?.message,
  ]);
  assert.deepEqual(words, [
    ["Contact", "Nên liên hệ"],
    ["Promising", "Có triển vọng"],
    ["Look closer", "Xem kỹ"],
    ["Risky", "Rủi ro"],
    ["Not a fit", "Không hợp"],
    ["Not enough data", "Chưa đủ dữ liệu"],
  ]);
  const all = [...Object.values(en), ...Object.values(vi)].map(({ message }) => message).join("\n");
  assert.equal(/\bfake\b|\bfraud|lừa đảo|gian lận/i.test(all), false);
});

test("a person whose server is off is told the README's command, in both languages", () => {
  for (const texts of [en, vi]) {
    const all = Object.values(texts).map(({ message }) => message);
    assert.deepEqual(
      all.filter((text) => text.includes("soi serve")),
      [],
    );
    assert.match(texts["fix_server_off"]?.message ?? "", /soi open .*python3 scripts\/dev\.py open.*Windows.*py/);
  }
});
