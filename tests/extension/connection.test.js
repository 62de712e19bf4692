import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";

/** @param {string} program the version that answers @returns {Promise<string>} what the box says */
async function said(program) {
  const { document } = parseHTML("<!doctype html><body><div></div></body>");
  const runtime = { getManifest: () => ({ version: "0.2.0" }) };
  Object.assign(globalThis, { document, chrome: { runtime } });
  const { showConnection } = await import("../../extension/shared/connection.js");
  const box = /** @type {HTMLElement} */ (document.querySelector("div"));
  const t = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) =>
    [key, ...Object.values(values)].join(" ");
  showConnection(box, { state: "connected", version: program }, t, 5765);
  return box.textContent ?? "";
}

test("extension and program of two versions are said, each with its number", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  assert.match(await said("0.1.0"), /fix_versions 0\.2\.0 0\.1\.0/);
});

test("of one version nothing is said", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  assert.doesNotMatch(await said("0.2.0"), /fix_versions/);
});
