// Changes on a campaign's pages: what is emptied and when, what is sent once, where the focus goes, and a tick.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { promisify } from "node:util";
import { parseHTML } from "linkedom";

const { window, document } = parseHTML('<main id="main"><div id="page"></div></main><div id="toasts"></div>');
const { Element, Event, HTMLElement, HTMLFormElement } = window;
/** @type {any} */
let focused = document.body;
Object.defineProperty(document, "activeElement", { get: () => (focused?.isConnected ? focused : document.body) });
Object.defineProperty(HTMLElement.prototype, "focus", {
  value() {
    focused = this;
  },
});
Object.defineProperty(window.HTMLSelectElement.prototype, "value", { value: "", writable: true }); // only read here
/** @type {[string, any][]} */
const asked = [];
const storage = { getItem: () => "x", setItem: () => undefined, removeItem: () => undefined };
Object.assign(globalThis, { window, document, Element, Event, HTMLElement, HTMLFormElement });
Object.assign(globalThis, { location: { hash: "#/campaign/1" }, localStorage: storage, sessionStorage: storage });
const { setTimeout: later } = globalThis;
/** What is said goes by itself after seconds, which no test waits for. */
Object.assign(globalThis, { setTimeout: (/** @type {() => void} */ act, ms = 0) => ms < 1_000 && later(act, ms) });
globalThis.fetch = async (url, sent) => {
  if (String(url).endsWith("/messages/vi.json")) return Response.json({ "web.brief_angle": "Góc nhìn" });
  asked.push([String(url), sent?.body ? JSON.parse(String(sent.body)) : null]);
  return new Response("{}", { status: 200, headers: { "Content-Type": "application/json" } });
};
const wait = promisify(later);
const { perform } = await import("../../server/web/modules/parts/perform.js");
const { h, render } = await import("../../server/web/modules/parts/preact.js");
const { BriefSheets } = await import("../../server/web/modules/pages/campaign/brief.js");
const { fitLine } = await import("../../server/web/modules/pages/campaign/fit.js");
const { PostChecklist } = await import("../../server/web/modules/pages/campaign/checklist.js");

/** An @ behind the question whether the creator is on Instagram. */
const AFTER_ASKING = /=== "instagram" \? `@\$\{/g;

/** An empty page, or one with a card with a form with a button. @param {string[]} [tags] */
function shown(tags = ["section", "form", "button"]) {
  const page = /** @type {any} */ (document.getElementById("page"));
  page.replaceChildren();
  let place = page;
  for (const tag of tags) place = place.appendChild(document.createElement(tag));
  return page;
}

/** @param {() => boolean} isSo */
async function settled(isSo) {
  for (let n = 0; n < 500 && !isSo(); n += 1) await wait(10);
}

/** A form that counts how often it was reset while it stood on the page. */
function aForm() {
  const page = shown();
  const form = /** @type {any} */ (page.querySelector("form"));
  const resets = { there: 0 };
  form.reset = () => (resets.there += form.isConnected ? 1 : 0);
  return { form, resets };
}

test("a form is emptied before it may be drawn away: its note never comes back in the next decision", async () => {
  const { form, resets } = aForm();
  const done = await perform(
    async () => {},
    async () => form.remove(),
    { form },
  );
  assert.deepEqual([true, 1], [done, resets.there]);
});

test("a form that was refused keeps what was typed", async () => {
  const { form, resets } = aForm();
  const done = await perform(
    () => Promise.reject(new Error("no")),
    async () => form.remove(),
    { form },
  );
  assert.deepEqual([false, 0, true], [done, resets.there, form.isConnected]);
});

test("a second press while the first is on its way sends nothing, and the next one does", async () => {
  const { form } = aForm();
  let sent = 0;
  const press = () =>
    perform(
      async () => void (sent += 1),
      async () => {},
      { form },
    );
  const both = await Promise.all([press(), press()]);
  const after = await press();
  assert.deepEqual([[true, false], true, 2], [both, after, sent]);
});

for (const [what, gone, expected] of /** @type {const} */ ([
  ["goes alone, to its card", "button", "FORM"],
  ["goes with its form, to the card around it", "form", "SECTION"],
  ["goes with its card, to the page", "section", "MAIN"],
  ["stays, nowhere else", "", "BUTTON"],
])) {
  test(`the focus of what ${what}`, async () => {
    const page = shown();
    focused = page.querySelector("button");
    await perform(
      async () => {},
      async () => void (gone && page.querySelector(gone)?.remove()),
    );
    assert.equal(document.activeElement?.tagName, expected);
  });
}

test("a tick is sent with its line and who, and undone by the same", async () => {
  const page = shown([]);
  asked.length = 0;
  const line = { rule: "used_it", scope: "deliverable", text: { en: "Has used it", vi: "Đã dùng" }, done: null };
  const post = { campaign_id: "1", deliverable: { id: "7" }, checklist: [line] };
  const lastUndo = "#toasts .toast:last-child button";
  let drawn = 0;
  const reload = async () => void (drawn += 1);
  render(h(PostChecklist, /** @type {any} */ ({ post, reload })), /** @type {any} */ (page));
  const box = /** @type {any} */ (page.querySelector("input"));
  box.checked = true;
  box.dispatchEvent(new Event("change"));
  await settled(() => drawn === 1 && document.querySelector(lastUndo) !== null);
  const undo = /** @type {any} */ (document.querySelector(lastUndo));
  undo.dispatchEvent(new Event("click"));
  await settled(() => drawn === 2);
  const to = "/api/v1/campaigns/1/deliverables/7/ticks";
  assert.deepEqual(
    [
      [to, "used_it", true],
      [to, "used_it", false],
    ],
    asked.map(([url, body]) => [new URL(url, "http://x").pathname, body.rule, body.is_done]),
  );
});

test("a creator of another platform is said not to be checked, where the points of an Instagram creator would stand", () => {
  const page = shown([]);
  render(/** @type {any} */ (fitLine(null, "s1", "tiktok:lan.vidu")), page);
  assert.equal(page.textContent, "web.list_elsewhere");
});

test("no page writes an @ before a name, which may be one of another platform", async () => {
  const pages = new URL("../../server/web/modules/pages/", import.meta.url);
  const files = (await readdir(pages, { recursive: true })).filter((name) => name.endsWith(".js"));
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, pages), "utf8")));
  const wrong = files.filter((name, n) => texts[n]?.replaceAll(AFTER_ASKING, "").includes("`@${"));
  assert.deepEqual(wrong, []);
});

test("a brief is in the language of its brand's posts, whatever the page speaks, and in the other one when chosen", async () => {
  const page = shown([]);
  const campaign = { id: "1", name: "Tết", slots: [], brand: { name: "Lá", language: "vi", avoid: [], product: "" } };
  const brief = {
    angle: "dịu da",
    messages: [],
    mentions: [],
    hashtags: [],
    required: [],
    links: [],
    dos: [],
    donts: [],
  };
  const kept = /** @type {any} */ ({ campaign: { ...campaign, brief }, deliverables: [] });
  render(h(BriefSheets, { kept }), page);
  const heading = () => page.querySelector(".sheet h3")?.textContent ?? "";
  await settled(() => heading() !== "");
  const first = heading();
  const choice = page.querySelector("select");
  choice.value = "en";
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  await settled(() => heading() !== first);
  assert.deepEqual([first, heading()], ["Góc nhìn", "web.brief_angle"]);
});
