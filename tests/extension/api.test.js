// What the Soi page sends: a save that has to arrive outlives its tab, unless it is longer than a browser lets through.

import assert from "node:assert/strict";
import { test } from "node:test";

/** @type {boolean[]} */
const kept = [];
Object.assign(globalThis, {
  sessionStorage: { getItem: () => null },
  fetch: async (/** @type {string} */ _, /** @type {{ keepalive: boolean }} */ { keepalive }) => {
    kept.push(keepalive);
    return { ok: true, status: 204 };
  },
});
const { call } = await import("../../server/web/modules/data/api.js");

test("only a short save that has to arrive outlives the tab", async () => {
  await call("PUT", "/views", { views: [] }, {}, true);
  await call("PUT", "/views", { views: ["x".repeat(20_000)] }, {}, true);
  await call("PATCH", "/shortlist/an.vi", { note: "x" });
  assert.deepEqual([true, false, false], kept);
});
