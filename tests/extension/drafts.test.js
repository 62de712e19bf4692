// Drafts of the web app: what was typed about one creator never comes back in another's form, and goes with its creator.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";

const FORM = '<form data-keep="entry"><textarea name="note"></textarea></form>';
const { window, document } = parseHTML(`<div id="page">${FORM}</div>`);
/** @type {any} */
const kept = {};
for (const [name, does] of Object.entries({
  getItem: (/** @type {string} */ key) => kept[key] ?? null,
  setItem: (/** @type {string} */ key, /** @type {string} */ text) => (kept[key] = text),
  removeItem: (/** @type {string} */ key) => delete kept[key],
})) {
  Object.defineProperty(kept, name, { value: does });
}
const { Element, Event, HTMLElement, HTMLFormElement, HTMLInputElement, HTMLSelectElement, MutationObserver } = window;
const location = { hash: "#/creator/An.Vi" };
Object.assign(globalThis, { window, document, location, localStorage: kept, Element, Event, HTMLElement });
Object.assign(globalThis, { HTMLFormElement, HTMLInputElement, HTMLSelectElement, MutationObserver });
const form = document.querySelector("form");
assert.ok(form);
Object.defineProperty(form, "elements", { value: form.querySelectorAll("textarea") }); // linkedom has none
const { watchDrafts } = await import("../../server/web/modules/shell/drafts.js");
const { forgetDraftsOf, keepDraft } = await import("../../server/web/modules/data/drafts.js");

/** @param {string} text @param {string} kind */
function type(text, kind) {
  const note = document.querySelector("textarea");
  assert.ok(note);
  note.value = text;
  note.dispatchEvent(new Event(kind, { bubbles: true }));
}

test("what a browser tells of a form while the address is the next page's stays with its own page", () => {
  const page = document.getElementById("page");
  assert.ok(page);
  watchDrafts(/** @type {any} */ (page));
  type("a", "input");
  location.hash = "#/creator/be.na";
  type("about An Vi", "change");
  assert.deepEqual(["soi.draft #/creator/An.Vi entry"], Object.keys(kept));
});

test("the drafts about a creator go with it, however its address was written, and nobody else's", () => {
  for (const key of Object.keys(kept)) delete kept[key];
  const field = { note: { value: "x", before: "" } };
  for (const key of ["#/creator/An.Vi entry", "#/creator/an.vi?from=list price", "#/creator/ban.vi entry"]) {
    keepDraft(key, field);
  }
  forgetDraftsOf("an.vi");
  assert.deepEqual(["soi.draft #/creator/ban.vi entry"], Object.keys(kept));
});

test("a price whose meaning could not be asked waits for its creator, once, and goes with who is erased", async () => {
  const { keepPrice, keptPrices, takePrice } = await import("../../server/web/modules/pages/list/cell_drafts.js");
  keepPrice("tiktok:thu.vidu", "900", "");
  keepPrice("lan.vidu", "1.500", "2tr");
  keepPrice("mai.vidu", "700", "");
  forgetDraftsOf("mai.vidu");
  const waiting = keptPrices().toSorted();
  const taken = [takePrice("tiktok:thu.vidu", ""), takePrice("lan.vidu", "3tr"), takePrice("lan.vidu", "3tr")];
  keepPrice("lan.vidu", "1.500", "2tr");
  assert.deepEqual(
    [waiting, taken.map((each) => each && [each.value, each.isOther]), takePrice("lan.vidu", "1.500"), keptPrices()],
    [["lan.vidu", "tiktok:thu.vidu"], [["900", false], ["1.500", true], null], null, []],
  );
});
