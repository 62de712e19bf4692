/** What one answer's body can hold, what came along with the page, and what the page can do against being heard. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { HEADED, NAME, OPERATION, PROFILE, WHOLE, bodies, pageThatGets } from "./support/network.js";
import { plain } from "./support/page.js";

// --- several documents in one body ---------------------------------------------------------------------------

const TIMELINE = "xdt_api__v1__feed__user_timeline_graphql_connection";
const node = (/** @type {number} */ n) => ({
  code: `CODE_0000${n}`,
  like_count: 100 + n,
  caption: { text: `"{[${n}` },
});
const first = (/** @type {any[]} */ edges) => ({ data: { [TIMELINE]: { edges } }, extensions: { is_final: false } });
const DEFERRED = { label: "User$defer$posts", path: ["user"], data: { media_count: 7, biography: "Ăn {ngon}" } };
const MERGED = { data: { user: { ...PROFILE.data.user, media_count: 7, biography: "Ăn {ngon}" } } };
const EDGE = (/** @type {number} */ n) => ({ path: [TIMELINE, "edges", n], data: { node: node(n), cursor: "x" } });
const EDGES = { data: { [TIMELINE]: { edges: [0, 1, 2].map((n) => ({ node: node(n) })) } } };
const lines = (/** @type {any[]} */ ...documents) => documents.map((one) => JSON.stringify(one)).join("\n");
const part = (/** @type {any} */ one) => `\r\n--"-"\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(one)}`;

/** @type {[string, string, any[]][]} */
const BODIES = [
  ["one document behind a guard", `for (;;);${WHOLE}`, [PROFILE]],
  ["a deferred part on a line of its own", lines(PROFILE, DEFERRED), [MERGED]],
  ["lines ended as on Windows", lines(PROFILE, DEFERRED).replace("\n", "\r\n"), [MERGED]],
  ["a guard on each line", `for (;;);${WHOLE}\nfor (;;);${JSON.stringify(DEFERRED)}`, [MERGED]],
  ["documents without anything between", WHOLE + JSON.stringify(DEFERRED), [MERGED]],
  ["parts with headers", `${[PROFILE, DEFERRED].map(part).join("")}\r\n--"-"--`, [MERGED]],
  ["streamed edges", lines(first([{ node: node(0) }]), EDGE(1), EDGE(2)), [EDGES]],
  [
    "edges as items of one line",
    lines(first([]), {
      incremental: [{ path: [TIMELINE, "edges", 0], items: EDGES.data[TIMELINE]?.edges }],
      hasNext: false,
    }),
    [EDGES],
  ],
  ["a last line that was cut off", `${lines(first([{ node: node(0) }]), EDGE(1), EDGE(2))}\n{"data":{"x`, [EDGES]],
  [
    "a part that has no place",
    lines(PROFILE, { path: ["nobody", "here"], data: { media_count: 7 } }),
    [PROFILE, { data: { media_count: 7 } }],
  ],
  ["two answers", lines(PROFILE, EDGES), [PROFILE, EDGES]],
  [
    "a part that would change what all objects have",
    lines(PROFILE, { path: ["__proto__", "user"], data: { id: 1 } }),
    [PROFILE, { data: { id: 1 } }],
  ],
];

for (const [what, body, expected] of BODIES) {
  test(`${what}: read as what the page makes of it`, async () => {
    const page = pageThatGets(body);
    await page.window.fetch("/graphql/query", { method: "POST", headers: HEADED });
    await setTimeout(20);
    assert.deepEqual(bodies(page), expected);
  });
}

for (const junk of [
  "",
  "null",
  "5",
  '"text"',
  "[]",
  "<html>",
  "{",
  "[{}]",
  '{"data":null}\n{"path":[],"data":{}}',
  "{}}}}{{",
]) {
  test(`junk (${junk}) neither breaks the page nor silences what follows`, async () => {
    const page = pageThatGets(junk);
    await page.window.fetch("/graphql/query", { method: "POST", headers: HEADED });
    await setTimeout(20);
    const before = page.handed.length;
    const user = bodies(page).find((body) => body?.data?.user);
    assert.equal(user, undefined);
    const next = pageThatGets(WHOLE);
    await next.window.fetch("/graphql/query", { method: "POST", headers: HEADED });
    await setTimeout(20);
    assert.deepEqual([before <= 2, bodies(next).length], [true, 1]);
  });
}

// --- shapes of 2026 ------------------------------------------------------------------------------------------

test("answers without a session have other roots, and pass on the same terms", async () => {
  const user = { pk: "4711", username: "bep.nho", follower_count: 12_345 };
  const posts = { edges: [{ node: { pk: "4000000000000000001", media_type: "8", like_count: 9 } }] };
  const viewer = { user: { pk: "9", username: "toi", follower_count: 12 } };
  const kept = {
    xig_user_by_igid_v2: { user_dict: user },
    xig_user_by_username: { ...user, polaris_ordered_timeline_connection: posts, id: "17841400000000001" },
    xig_polaris_media: { if_not_gated_logged_out: { code: "CODE_00001", __typename: "XIGPolarisVideoMedia" } },
  };
  const saved = { edges: [{ node: { code: "SAVED", like_count: 1 } }] };
  const lost = { viewer, xig_viewer: viewer, xdt_viewer: viewer, polaris_saved_media_connection: saved };
  const page = pageThatGets(JSON.stringify({ data: { ...kept, ...lost } }));
  const operation = "PolarisLoggedOutDesktopWWWProfilePostsTabContentQuery";
  await page.window.fetch("/api/graphql", { method: "POST", body: `${NAME}=${operation}` });
  await setTimeout(20);
  assert.deepEqual(page.handed, [{ path: "/api/graphql", name: operation, body: { data: kept } }]);
});

for (const operation of [
  "PolarisLoggedOutDesktopWWWPostRootContentQuery",
  "PolarisLoggedOutProfilePageContentQuery",
  "PolarisProfilePostsTabContentQuery_connection",
]) {
  test(`${operation} is about a profile or a post`, async () => {
    const page = pageThatGets(WHOLE);
    await page.window.fetch("/graphql/query", { method: "POST", body: `${NAME}=${operation}` });
    await setTimeout(20);
    assert.deepEqual(
      page.handed.map(({ name }) => name),
      [operation],
    );
  });
}

for (const operation of ["PolarisLoggedOutViewerQuery", "PolarisLoggedOutLoginQuery", "PolarisDirectInboxQuery"]) {
  test(`${operation} is nobody's business`, async () => {
    const page = pageThatGets(WHOLE);
    await page.window.fetch("/graphql/query", { method: "POST", body: `${NAME}=${operation}` });
    await setTimeout(20);
    assert.deepEqual([page.handed.length, page.touched()], [0, 0]);
  });
}

// --- what came along with the page ---------------------------------------------------------------------------

/** @param {string} operation @param {...any} results */
const cache = (operation, ...results) => {
  const next = results.map((result) => [
    "RelayPrefetchedStreamCache",
    "next",
    [],
    [`adp_${operation}RelayPreloader_673`, { __bbox: { complete: true, result } }],
  ]);
  const block = { require: [["ScheduledServerJS", "handle", null, [{ __bbox: { require: next } }]]] };
  return `<script type="application/json" data-sjs>${JSON.stringify(block)}</script>`;
};
const html = (/** @type {string} */ scripts) => `<html><head></head><body>${scripts}</body></html>`;

test("answers that came along with the page are handed over, their late parts joined", async () => {
  const scripts =
    cache("PolarisProfilePageContentQuery", PROFILE, DEFERRED) + cache("PolarisDirectInboxQuery", PROFILE);
  const page = pageThatGets("", { html: html(scripts) });
  await setTimeout(20);
  assert.deepEqual(page.handed, [{ path: "/preloaded", name: OPERATION, body: MERGED }]);
});

test("an answer filed under its operation's name without the usual frame is read too", async () => {
  const block = { RelayPreloaders: { PolarisProfilePostsQuery: { result: EDGES } } };
  const script = `<script type="application/json">${JSON.stringify(block)}</script>`;
  const page = pageThatGets("", { html: html(script) });
  await setTimeout(20);
  assert.deepEqual(bodies(page), [EDGES]);
});

// --- forged events, elements with names ----------------------------------------------------------------------

test("only the content script that spoke first can switch it off", async () => {
  const page = pageThatGets(WHOLE);
  const { document, window } = page;
  const say = (/** @type {string} */ type, /** @type {unknown} */ detail) =>
    document.dispatchEvent(new window.CustomEvent(type, { detail }));
  say("soi:ready", "secret");
  say("soi:ready", "another");
  for (const guess of [undefined, null, "", "another"]) say("soi:off", guess);
  await window.fetch("/graphql/query", { method: "POST", headers: HEADED });
  await setTimeout(20);
  assert.equal(page.handed.length, 1);
  say("soi:off", "secret");
  await window.fetch("/graphql/query", { method: "POST", headers: HEADED });
  await setTimeout(20);
  assert.deepEqual([page.handed.length, page.touched()], [1, 1]);
});

test("an element that takes the name of a function of the document silences nothing", async () => {
  const page = pageThatGets(WHOLE);
  for (const name of ["dispatchEvent", "querySelectorAll", "addEventListener"])
    Object.defineProperty(page.document, name, { value: page.document.createElement("img") });
  await page.window.fetch("/graphql/query", { method: "POST", headers: HEADED });
  await setTimeout(20);
  assert.deepEqual(plain(bodies(page)), [PROFILE]);
});
