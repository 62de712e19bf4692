// What a campaign's pages show of an answer: sums by month, points that are not known, the way to a gap, the decision.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";

const { window, document } = parseHTML('<main id="main"><div id="page"></div></main><div id="toasts"></div>');
const { Element, Event, HTMLElement, HTMLFormElement, Node } = window;
const storage = { getItem: () => "x", setItem: () => undefined, removeItem: () => undefined };
Object.assign(globalThis, { window, document, Element, Event, HTMLElement, HTMLFormElement, Node });
Object.assign(globalThis, { location: { hash: "#/campaign/1" }, localStorage: storage, sessionStorage: storage });
Object.assign(globalThis, { addEventListener: () => undefined, fetch: () => Promise.reject(new Error("off")) });
// linkedom knows no value of a choice
Object.defineProperty(window.HTMLSelectElement.prototype, "value", { value: "", writable: true });
/** Named apart: with all pages it is checked as what runs in a browser. */
const BAR = "../../server/web/modules/shell/bar.js";
const { h, render } = await import("../../server/web/modules/parts/preact.js");
const { budgetCard } = await import("../../server/web/modules/pages/campaign/budget.js");
const { fitPoints } = await import("../../server/web/modules/pages/campaign/fit.js");
const { DraftPage } = await import("../../server/web/modules/pages/campaign/draft.js");
const { tickedOff } = await import("../../server/web/modules/pages/campaign/checklist.js");
const { CampaignForm } = await import("../../server/web/modules/pages/campaign/form.js");
const { taking } = await import("../../server/web/modules/pages/campaign/sheet.js");
const { page: today } = await import("../../server/web/modules/pages/today/page.js");
const { Bar } = await import(BAR);

/** What a view draws. @param {any} view @param {any} [props] */
function drawn(view, props = {}) {
  const place = /** @type {any} */ (document.getElementById("page"));
  render(/** @type {any} */ (null), place);
  render(h(view, props), place);
  return place;
}

const all = (/** @type {any} */ place, /** @type {string} */ of, /** @type {(one: any) => unknown} */ read) =>
  [...place.querySelectorAll(of)].map(read);
const textOf = (/** @type {any} */ each) => each.textContent;
const amount = (/** @type {number} */ n) => ({ low: n, high: n });
const month = (/** @type {string | null} */ name) => ({ month: name, cost: amount(1_000) });

/** @param {unknown[]} by_month */
function kept(by_month) {
  const parts = { paid: amount(0), agreed: amount(0), reserved: amount(0), spent: amount(0), in_hand: amount(0) };
  const budget = { currency: "VND", amount: 9_000, left: null, unpriced: 0, other_currency: 0, ...parts, by_month };
  return { budget, per_engagement: { expected: null, reached: null } };
}

for (const [what, months, expected] of /** @type {const} */ ([
  [
    "several months are summed one by one",
    [null, "2026-12", "2027-01"],
    ["web.campaigns_no_month", "12/2026", "01/2027"],
  ],
  ["one month is the sum itself", ["2026-12"], []],
])) {
  test(what, () => {
    const place = drawn(() => budgetCard(/** @type {any} */ (kept(months.map(month)))));
    assert.deepEqual(all(place, ".budget-months dt", textOf), expected);
  });
}

for (const [what, checks, expected] of /** @type {const} */ ([
  ["that are all unknown are not told as failed", [null, null], []],
  ["that are known are counted alone", [true, false, null], ["web.fit_held"]],
])) {
  test(`points of a search ${what}`, () => {
    const text = { en: "x", vi: "x" };
    const fit = { checks: checks.map((ok) => ({ id: "tier", ok, text })) };
    const place = drawn(() => fitPoints(/** @type {any} */ (fit)));
    assert.deepEqual(all(place, "p", textOf), expected);
  });
}

test("each thing to do leads to where it is done: a post, the empty slot, a creator", () => {
  const task = { day: null, creator: "an", campaign: "", campaign_name: "", deliverable: "", deliverable_kind: null };
  const tasks = [
    { ...task, kind: "overdue", campaign: "7", deliverable: "3" },
    { ...task, kind: "gap", campaign: "7", slot: "s1", creator: "" },
    { ...task, kind: "no_answer" },
  ];
  const place = drawn(today.View, { data: { today: "2026-11-30", tasks, total: 3 } });
  assert.deepEqual(
    all(place, ".task a", (link) => link.getAttribute("href")),
    ["#/campaign/7?post=3", "#/campaign/7?slot=s1", "#/creators/an"],
  );
});

test("the decision stands with the latest version, before the older ones", () => {
  const version = { text: "x", at: "2026-11-30T08:00:00Z", by: "lan", findings: 0, decision: null, pictures: [] };
  const deliverable = { id: "3", kind: "reel", state: "in_review", creator: "an", versions: [version, version] };
  const more = { due_draft: null, due_post: null, price: null, posted: null, post_url: null };
  const post = { campaign_id: "7", campaign_name: "T", deliverable: { ...deliverable, ...more }, checks: [] };
  const props = { kept: {}, post: { ...post, posted: null, checklist: [], version: 1 }, reload: async () => {} };
  const place = drawn(DraftPage, props);
  assert.deepEqual(
    all(place, ".version", (card) => card.querySelectorAll("form").length),
    [1, 0],
  );
});

test("a line that is ticked off is told from an open one in any font, on paper too", () => {
  const text = { en: "x", vi: "x" };
  const lines = ["a", "b"].map((rule) => ({ rule, scope: "deliverable", text, done: null }));
  const ticks = [{ rule: "a", is_done: true, at: "2026-11-30T08:00:00Z", by: "lan" }];
  const place = drawn(() => tickedOff(/** @type {any} */ (lines), "deliverable", ticks));
  assert.deepEqual(
    all(place, "li", (line) => line.textContent.slice(0, 3)),
    ["[x]", "[ ]"],
  );
});

test("a brand chosen after the campaign was named brings its words, and the name stays", async () => {
  const brand = { name: "Mây", product: "A", words: [], avoid: [], rivals: [], audience_words: [], language: "vi" };
  const brands = [
    { id: "1", brand },
    { id: "2", brand: { ...brand, product: "B" } },
  ];
  const props = { kept: null, brands, searches: [], currency: "VND", reload: async () => {} };
  const place = drawn(CampaignForm, props);
  place.querySelector("[name=name]").value = "Tết";
  const held = [];
  for (const id of ["1", "2"]) {
    const choice = place.querySelector("[name=from]");
    choice.value = id;
    choice.dispatchEvent(new Event("change"));
    await new Promise((resolve) => void setTimeout(resolve, 20));
    const product = place.querySelector("[name='brand.product']").getAttribute("defaultValue");
    held.push([place.querySelector("[name=name]").value, product]);
  }
  assert.deepEqual(held, [
    ["Tết", "A"],
    ["Tết", "B"],
  ]);
});

for (const [what, there, expected] of /** @type {const} */ ([
  ["new is planned with a button", [false, false], [1, ""]],
  ["partly there says so beside the button", [true, false], [1, "web.plan_there"]],
  ["all there has no button to press in vain", [true, true], [0, "web.plan_all_there"]],
])) {
  test(`a plan sheet that is ${what}`, () => {
    const plan = /** @type {any} */ ({ lines: there.map((is_there) => ({ is_there })) });
    const place = drawn(() => taking(plan, () => undefined));
    assert.deepEqual([place.querySelectorAll("button").length, all(place, ".hint", textOf).join("")], expected);
  });
}

for (const [name, expected] of /** @type {const} */ ([
  ["campaign", [["#/campaigns", "true"]]],
  ["campaigns", [["#/campaigns", "page"]]],
])) {
  test(`the bar shows where one is on the page ${name}`, () => {
    const route = { name, argument: "1", query: new URLSearchParams() };
    const place = drawn(Bar, { isOpen: true, route, actions: {} });
    assert.deepEqual(
      all(place, "a[aria-current]", (link) => [link.getAttribute("href"), link.getAttribute("aria-current")]),
      expected,
    );
  });
}
