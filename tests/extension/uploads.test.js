// A large file on its way to the server: in pieces, in order, with what has arrived told, and gone where it is called off.

import assert from "node:assert/strict";
import { test } from "node:test";

/** What was asked of the server, in order. @type {string[]} */
let asked = [];
Object.assign(globalThis, {
  sessionStorage: { getItem: () => null },
  fetch: async (/** @type {string} */ path, /** @type {{ method: string, body?: Blob }} */ { method, body }) => {
    asked.push(
      [method, path.replace("/api/v1/storage", ""), body instanceof Blob ? await body.text() : ""].join(" ").trim(),
    );
    return { ok: true, status: method === "DELETE" ? 204 : 200, json: async () => ({ id: "u", piece_bytes: 4 }) };
  },
});
const { sendFile } = await import("../../server/web/modules/data/uploads.js");

test("a file goes in pieces, each behind the one before, and how far it is is told", async () => {
  asked = [];
  /** @type {number[]} */
  const told = [];
  const path = await sendFile(new Blob(["0123456789"]), (sent) => told.push(sent), new AbortController().signal);
  const pieces = ["PUT /uploads/u?at=0 0123", "PUT /uploads/u?at=4 4567", "PUT /uploads/u?at=8 89"];
  assert.deepEqual([["POST /uploads", ...pieces], [0, 4, 8, 10], "/storage/uploads/u"], [asked, told, path]);
});

test("a file that is called off is dropped on the server too", async () => {
  asked = [];
  const over = new AbortController();
  const path = await sendFile(new Blob(["0123456789"]), () => over.abort(), over.signal);
  assert.deepEqual([["POST /uploads", "PUT /uploads/u?at=0 0123", "DELETE /uploads/u"], null], [asked, path]);
});
