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

/** @type {string} */
const name = "an.vi";

test("only a short save that has to arrive outlives the tab", async () => {
  await call("PUT", "/views", { views: [] }, {}, true);
  await call("PUT", "/views", { views: ["x".repeat(20_000)] }, {}, true);
  await call("PATCH", `/shortlist/${name}`, { note: "x" });
  assert.deepEqual([true, false, false], kept);
});

/** Never run: the compiler fails where one of the marked lines is right, or one of the others wrong. */
export async function heldByTheCompiler() {
  const { devices } = await call("GET", "/status");
  const named = await call("PATCH", `/shortlist/${name}`, { note: "x" });
  const of = await call("GET", `/campaigns/${name}/fit?today=${name}`);
  // @ts-expect-error -- an answer has no field that its record has not
  named.nickname;
  // @ts-expect-error -- nothing answers there
  await call("GET", "/statuses");
  // @ts-expect-error -- that address has no such method
  await call("PUT", "/status");
  // @ts-expect-error -- a segment more is another address
  await call("GET", `/campaigns/${name}/fit/${name}`);
  return [devices.length, named.username, of.creators];
}
