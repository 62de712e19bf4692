import assert from "node:assert/strict";
import { test } from "node:test";
import { badgeModel, listed } from "../../extension/background/present/model.js";
import { checked } from "./support/analysis.js";
import { drawn, EN, ENTRY } from "./support/card.js";
import { openPage } from "./support/page.js";

test("a campaign's name stands on the card as it was typed, and makes no element", () => {
  const campaigns = [{ id: "7", name: "Hè <img src=x onerror=alert(1)>" }];
  const { card } = drawn({
    model: badgeModel(checked({}, { campaigns }), "hoa.nho", { followers: 0, comments: 0 }, EN),
  });
  assert.deepEqual(
    [[...card.querySelectorAll(".warning")].map((one) => one.textContent), card.querySelectorAll("img[src]").length],
    [["Already in the campaign Hè <img src=x onerror=alert(1)>"], 0],
  );
});

test("the card says whose it is, verdict and reason, both figures, the facts, the next step, and what can be done", () => {
  const guide = {
    done: 3,
    of: 4,
    steps: [{ id: /** @type {const} */ ("posts"), done: false, n: 2, needed: 6, text: { en: "Scroll.", vi: "" } }],
  };
  const { text } = drawn({ model: badgeModel(checked({ guide }), "hoa.nho", { followers: 0, comments: 0 }, EN) });
  const pieces = ["@hoa.nho", "Look closer", "Because of A.", "3.1%", "above 53%", "Some signs", "seen 2 of 5"];
  const at = [...pieces, "medium (30/100)", "Micro · 33.6K", "hoa@vidu.example", "Scroll.", "4 more posts", "Save"].map(
    (piece) => text().indexOf(piece),
  );
  assert.deepEqual(
    at,
    [...at].sort((a, b) => a - b),
  );
  assert.ok(at.every((position) => position >= 0));
});

test("young posts seen so far are no verdict while the others may come; hidden likes are", () => {
  const verdict = { code: /** @type {const} */ ("not_enough_data"), reasons: [], next_evidence: [] };
  const said = (/** @type {"posts_too_young" | "likes_hidden"} */ code, /** @type {boolean} */ isLoading) => {
    const absent = [{ code, text: { en: code, vi: code }, next: null }];
    const base = checked().analysis.facts;
    const given = checked({ verdict, absent, facts: { ...base, posts: [] } });
    return badgeModel(given, "hoa.nho", { followers: 0, comments: 0, isLoading }, EN).said;
  };
  assert.deepEqual(
    [said("posts_too_young", true), said("posts_too_young", false), said("likes_hidden", true)],
    ["", "hoa.nho: Not enough data", "hoa.nho: Not enough data"],
  );
});

test("what was read of a post stays inside the window where the page is wider", () => {
  const { soi } = openPage("<html><body></body></html>", "https://www.instagram.com/p/CODE_00001/");
  soi.page.post = () =>
    /** @type {any} */ ({ getBoundingClientRect: () => ({ left: 1_200, width: 400, bottom: 500 }) });
  const strip = /** @type {any} */ ({ offsetWidth: 300, offsetHeight: 40, textContent: "", style: {} });
  const strips = { followers: "", comments: "12 comments" };
  soi.strip(strip, /** @type {any} */ ({ creator: "hoa.nho", model: { strips } }));
  assert.deepEqual([strip.textContent, strip.style.cssText], ["12 comments", "left: 1118px; top: 508px"]);
});

test("a listed creator's state stands right behind the verdict, and instead of saving there are status and note", () => {
  const { card, text, button, press, acts } = drawn({ listed: listed(ENTRY, "hoa.nho", EN) });
  assert.ok(text().indexOf("Rejected 12/03: price") < text().indexOf("3.1%"));
  assert.equal(button("Save"), undefined);
  assert.equal(card.querySelector(".bar select")?.getAttribute("aria-label"), "Status");
  press("Note");
  assert.deepEqual(acts, [{ act: "note" }]);
});

for (const [problem, words, fix, act] of /** @type {[ErrorCode, string, string, string][]} */ ([
  ["server_off", "Soi is not running", "Retry", "retry"],
  ["unauthorized", "Soi is not connected", "Connect", "welcome"],
  ["pairing_pending", "Waiting for", "Show code", "welcome"],
  ["server_foreign", "Another program", "Options", "options"],
  ["version_mismatch", "different versions", "Retry", "retry"],
  ["timeout", "slow to answer", "Retry", "retry"],
  ["stale_context", "Refresh the page", "Refresh", "reload"],
])) {
  test(`${problem} says so in small words with its one fix, alone and beside a verdict`, () => {
    for (const model of [{ model: null }, {}]) {
      const { text, press, acts } = drawn({ problem, ...model });
      assert.ok(text().includes(words), text());
      press(fix);
      assert.equal(acts[0]?.what ?? acts[0]?.act, act);
    }
  });
}

test("while the first answer is awaited it says that it reads, and calls nothing a verdict", () => {
  const { card, text } = drawn({ model: null, phase: "reading" });
  assert.match(text(), /@hoa\.nho.*Reading the posts…/);
  assert.doesNotMatch(text(), /Not enough data|seen 0/);
  assert.equal(card.querySelector("button.primary")?.hasAttribute("disabled"), true);
  assert.equal(drawn({ model: null, phase: "reading" }, "pill").text(), "Reading…");
});

test("one's own profile is not judged", () => {
  assert.equal(drawn({ isOwn: true, model: null }).text(), "Your own profile: not judged");
});

test("a contact is copied by a press", () => {
  const { press, acts } = drawn({});
  press("Copy hoa@vidu.example");
  assert.deepEqual(acts, [{ act: "copy", text: "hoa@vidu.example" }]);
});

test("as a pill it is one button that names verdict and rate and says that it opens", () => {
  const { card, press, acts } = drawn({}, "pill");
  assert.equal(card.getAttribute("aria-label"), "Soi: Look closer 3.1%. Open the card");
  assert.equal(card.getAttribute("aria-expanded"), "false");
  press("Look closer");
  assert.deepEqual(acts, [{ act: "collapse" }]);
});

test("a synthetic click saves nothing; a person's does", () => {
  const { press, acts } = drawn({});
  press("Save", false);
  assert.equal(acts.length, 0);
  press("Save");
  assert.deepEqual(acts, [{ act: "save" }]);
});

test("after a save it can be undone", () => {
  const { text, press, acts } = drawn({
    save: { state: "saved", text: "saved" },
    listed: listed(ENTRY, "hoa.nho", EN),
  });
  assert.ok(text().includes("Saved to your list"));
  press("Undo");
  assert.equal(acts[0]?.act, "undo");
});

test("a save that waits is not called saved, and can be taken back", () => {
  const { text, press, acts } = drawn({ save: { state: "waiting", text: "save_failed_kept" } });
  assert.ok(text().includes("Not saved yet"));
  assert.equal(text().includes("Saved to your list"), false);
  press("Cancel");
  assert.deepEqual(acts, [{ act: "cancel" }]);
});

test("a change that failed is not promised for later", () => {
  const { text } = drawn({ save: { state: "failed", text: "save_failed_lost" } });
  assert.ok(text().includes("This did not reach Soi. Try again once it runs."));
});

test("the details name every sign with its explanation, its place and the rulings", () => {
  const { card, text, press, acts } = drawn({ expanded: true, listed: listed(ENTRY, "hoa.nho", EN) });
  assert.ok(card.querySelector(".card > .word"), "beside what scrolls");
  for (const piece of [
    "And of B.",
    "− Newest post too old.",
    "Raises suspicion",
    "Likes step up.",
    "Usually they differ by 30 to 60%.",
    "Lowers suspicion",
    "No effect (1)",
    "Can be innocent: Ads.",
    "Read on the page: 900",
  ]) {
    assert.ok(text().includes(piece), piece);
  }
  assert.equal(
    card.querySelector(".range[role=img]")?.getAttribute("aria-label"),
    "Suspicion between 12 and 62 of 100, middle 30",
  );
  press("Show on page: Likes step up.");
  assert.equal(acts[0]?.act, "show");
  assert.deepEqual(
    [...card.querySelectorAll("textarea")].map((field) => field.value),
    ["price", "ask again"],
  );
});

/** @param {HTMLElement} element @param {string} type */
function happen(element, type) {
  const event = new /** @type {any} */ (element.ownerDocument.defaultView).Event(type);
  Object.defineProperty(event, "isTrusted", { value: true });
  element.dispatchEvent(event);
}

test("a ruling shows its date and note, and pressing it again or taking it back ends it", () => {
  const { card, text, press, acts } = drawn({ expanded: true });
  assert.ok(text().includes("Innocent on 20/11"), text());
  assert.equal(card.querySelector('input[name="note"]')?.getAttribute("value"), "New phone");
  happen(/** @type {HTMLElement} */ (card.querySelector('[aria-pressed="true"]')), "click");
  press("Take back");
  assert.deepEqual(acts, [
    { act: "rule", signal: "photo", ruling: null, note: "New phone" },
    { act: "rule", signal: "photo", ruling: null },
  ]);
});

test("a changed note goes with the ruling that it is about", () => {
  const { card, acts } = drawn({ expanded: true });
  const field = /** @type {HTMLInputElement} */ (card.querySelector('input[name="note"]'));
  field.value = " Asked her ";
  happen(field, "change");
  assert.deepEqual(acts, [{ act: "rule", signal: "photo", ruling: "innocent", note: "Asked her" }]);
});

test("a note and a status of the entry are handed on by their names", () => {
  const { card, acts } = drawn({ expanded: true, listed: listed(ENTRY, "hoa.nho", EN) });
  for (const [selector, value] of [
    ['textarea[name="note"]', "later"],
    ['textarea[name="reject_reason"]', "budget"],
  ]) {
    const field = /** @type {HTMLTextAreaElement} */ (card.querySelector(String(selector)));
    field.value = String(value);
    happen(field, "change");
  }
  assert.deepEqual(acts, [
    { act: "annotate", note: "later" },
    { act: "annotate", status: "rejected", reject_reason: "budget" },
  ]);
});

test("markup in the server's texts stays text", () => {
  const analysis = checked();
  const verdict = /** @type {any} */ (analysis.analysis.verdict);
  verdict.reasons = [{ en: "<img src=x onerror=alert(1)>", vi: "" }];
  const { card, text } = drawn({
    expanded: true,
    model: badgeModel(analysis, "hoa.nho", { followers: 0, comments: 0 }, EN),
  });
  assert.equal(card.querySelector("img"), null);
  assert.ok(text().includes("<img src=x"));
});
