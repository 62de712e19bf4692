import assert from "node:assert/strict";
import { test } from "node:test";
import { isOld } from "../../server/web/modules/data/devices.js";

/** @param {string} id @param {string} created_at @param {string | null} last_seen @param {object} [more] */
const device = (id, created_at, last_seen, more = {}) =>
  /** @type {import("api").LiveDevice} */ ({
    ...{ client_id: id, name: "Soi · Chrome", kind: "browser", origin: null, member: null, live: false },
    ...{ created_at: `2026-11-${created_at}T08:00:00Z`, last_seen: last_seen && `2026-11-${last_seen}T08:00:00Z` },
    ...more,
  });

for (const [what, before, expected] of /** @type {[string, import("api").LiveDevice, boolean][]} */ ([
  ["that was heard of for the last time before its like connected anew is old", device("a", "01", "10"), true],
  ["that was never heard of since it was made is old", device("a", "01", null), true],
  ["that was heard of since is a second one in use", device("a", "01", "22"), false],
  ["that is at work is in use", device("a", "01", "10", { live: true }), false],
  ["of another name is another browser", device("a", "01", "10", { name: "Soi · Firefox" }), false],
  ["of another member is another person's", device("a", "01", "10", { member: "m2" }), false],
])) {
  test(`a connection ${what}`, () => {
    const now = device("b", "20", "23");
    assert.deepEqual([isOld(before, [before, now]), isOld(now, [before, now])], [expected, false]);
  });
}
