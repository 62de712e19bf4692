// Which rows of the list a filter lets pass, with the Soi page's own module.

import assert from "node:assert/strict";
import { test } from "node:test";
import { matcher, noFilters } from "../../server/web/modules/pages/list/matching.js";

/** @typedef {import("../../server/web/modules/pages/list/matching.js").Row} Row */

/** @param {string} username @param {string[] | null} topics @returns {Row} */
function row(username, topics) {
  return /** @type {Row} */ (/** @type {unknown} */ ({ username, entry: { topics }, search: username }));
}

test("the niche filter takes either main topic, and nobody whose topics are unclear or were never looked for", () => {
  const rows = [row("first", ["food", "travel"]), row("second", ["travel", "food"]), row("other", ["pets"])];
  rows.push(row("unclear", []), row("unchecked", null));
  const passes = matcher({ ...noFilters(), niche: "food" }, "VND");
  const found = rows.filter(passes).map(({ username }) => username);
  assert.deepEqual(["first", "second"], found);
});
