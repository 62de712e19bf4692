// What a role may not do is not offered on the Soi page; a field that shows a value stays, disabled, and says why.

import assert from "node:assert/strict";
import { test } from "node:test";

/** What the server was asked, in order. @type {string[]} */
const asked = [];
Object.assign(globalThis, {
  sessionStorage: { getItem: () => "token" },
  fetch: async (/** @type {string} */ path) => {
    asked.push(path);
    return { ok: true, status: 200, json: async () => ({ state: "open", member: {}, may: ["GET /shortlist"] }) };
  },
});
const { learnRole, may } = await import("../../server/web/modules/data/may.js");
const { h } = await import("../../server/web/modules/parts/preact.js");

const SAVES = "PUT /shortlist/<username>";
/** What is drawn of a button, a view and a field that save something. */
function drawn() {
  const field = h("input", { needs: SAVES, value: "a" });
  return [h("button", { needs: SAVES }, "Save"), h(() => "shown", { needs: SAVES }), field?.props.disabled ?? false];
}

test("who works alone may do everything, and nobody is asked", async () => {
  const isOther = await learnRole(null);
  const [button, view, disabled] = drawn();
  assert.deepEqual(
    [false, true, "button", true, false, []],
    [isOther, may(SAVES), button.type, !!view, disabled, asked],
  );
});

test("a role is asked for once, and what it may not do is not offered", async () => {
  const told = [await learnRole("viewer"), await learnRole("viewer")];
  assert.deepEqual(
    [[true, false], ["/api/v1/sessions/current"], true, false, [null, null, true]],
    [told, asked, may("GET /shortlist"), may(SAVES), drawn()],
  );
});

test("who is given another role is offered what it may do", async () => {
  const isOther = await learnRole(null);
  assert.deepEqual([true, "button"], [isOther, drawn()[0].type]);
});
