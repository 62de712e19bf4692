// Traces in the browser: whoever is erased, here or elsewhere, is no longer named in what waits, is drafted or was shown.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

/** @returns {any} */
function storage() {
  /** @type {any} */
  const kept = {};
  for (const [name, does] of Object.entries({
    getItem: (/** @type {string} */ key) => kept[key] ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => (kept[key] = text),
    removeItem: (/** @type {string} */ key) => delete kept[key],
  })) {
    Object.defineProperty(kept, name, { value: does });
  }
  return kept;
}

const [local, session] = [storage(), storage()];
/** What the server answers by path. @type {Map<string, [status: number, body: unknown]>} */
const answers = new Map();
Object.assign(globalThis, {
  localStorage: local,
  sessionStorage: session,
  fetch: async (/** @type {string} */ path) => {
    const [status, body] = answers.get(path.replace("/api/v1", "")) ?? [404, { error: { code: "not_found" } }];
    return { ok: status < 400, status, json: async () => body };
  },
});
const { forgetEverybody, forgetTraces, hearErased } = await import("../../server/web/modules/data/erased.js");

/** @param {any} kept @param {Record<string, unknown>} values */
function fill(kept, values) {
  for (const key of Object.keys(kept)) delete kept[key];
  for (const [key, value] of Object.entries(values)) kept[key] = JSON.stringify(value);
}

/** @param {Record<string, string>} fields */
function draft(fields) {
  const held = Object.entries(fields).map(([name, value]) => [name, { value, before: "" }]);
  return { at: Date.now(), fields: Object.fromEntries(held) };
}

const WAITING = [
  { name: "an.vi", opened: true, seen: "solid" },
  { name: "an.vi2", opened: true, seen: "solid" },
  { name: "ban.vi", opened: false },
];

beforeEach(() => {
  answers.clear();
  fill(session, { "soi.session": "t", "soi.batch": ["an.vi", "ban.vi"], "soi.order": ["ban.vi", "an.vi"] });
  fill(local, {
    "soi.queue": WAITING,
    "soi.draft add": draft({ names: "ban.vi, https://www.instagram.com/an.vi/ @An.Vi\nan.vi2" }),
    "soi.draft paste": draft({ cells: "Tên\tLink\nAn\tinstagram.com/an.vi\nBan\tban.vi" }),
    "soi.draft #/creators/an.vi entry": draft({ note: "x" }),
    "soi.draft #/creators/ban.vi entry": draft({ note: "x" }),
  });
});

/** What of it names the creator still. */
function named() {
  const all = [...Object.entries(local), ...Object.entries(session)];
  return all
    .filter(([key, text]) => /an\.vi(?!2)/i.test(`${key} ${text}`.replaceAll("ban.vi", "")))
    .map(([key]) => key);
}

test("whoever is erased is named nowhere in this browser any more", () => {
  forgetTraces("an.vi");
  assert.deepEqual([], named());
});

test("what is said of others stays when somebody is erased", () => {
  forgetTraces("an.vi");
  const words = JSON.parse(local["soi.draft add"]).fields.names.value;
  const lines = JSON.parse(local["soi.draft paste"]).fields.cells.value;
  const waiting = JSON.parse(local["soi.queue"]).map((/** @type {{ name: string }} */ { name }) => name);
  assert.deepEqual(["ban.vi, an.vi2", "Tên\tLink\nBan\tban.vi", ["an.vi2", "ban.vi"]], [words, lines, waiting]);
});

test("whom a colleague has erased is forgotten here too", async () => {
  local["soi.heard"] = "7";
  const changes = [{ sequence: 8, kind: "erased", username: "an.vi" }];
  answers.set("/changes?since=7", [200, { sequence: 8, reset: false, changes }]);
  await hearErased();
  assert.deepEqual([[], "8"], [named(), local["soi.heard"]]);
});

test("after a restart of the server, those go that it no longer knows, and those that were never looked at stay", async () => {
  const reset = { sequence: 3, reset: true, changes: [] };
  answers.set("/changes?since=100000000000000000", [200, reset]);
  answers.set("/creators/an.vi2", [200, {}]);
  answers.set("/creators/ban.vi", [200, {}]);
  await hearErased();
  assert.deepEqual([[], 2], [named(), JSON.parse(local["soi.queue"]).length]);
});

test("after everything is erased, only the session and what is spared stay", () => {
  local["soi.theme"] = "dark";
  forgetEverybody(new Set(["soi.theme"]));
  assert.deepEqual([["soi.theme"], ["soi.session"]], [Object.keys(local), Object.keys(session)]);
});
