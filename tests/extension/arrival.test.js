/** Every way in which Instagram's code can ask for an answer and get it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { HEADED, NAME, OPERATION, PROFILE, WHOLE, bodies, pageThatGets } from "./support/network.js";

const form = () => {
  const data = new FormData();
  data.set("variables", "{}");
  data.set(NAME, OPERATION);
  return data;
};
const text = `av=1&${NAME}=${OPERATION}&variables=%7B%7D`;
const HOME = "https://www.instagram.com/graphql/query";

/** @type {Record<string, () => [any, any?]>} */
const WAYS_TO_ASK = {
  "a header": () => ["/graphql/query", { method: "POST", headers: HEADED, body: "a=1" }],
  "a list of headers": () => ["/api/graphql", { method: "POST", headers: Object.entries(HEADED), body: "a=1" }],
  "a body of text": () => ["/graphql/query", { method: "POST", body: text }],
  "a body of parameters": () => ["/graphql/query", { method: "POST", body: new URLSearchParams(text) }],
  "a form": () => ["/graphql/query", { method: "POST", body: form() }],
  "a body of bytes": () => ["/graphql/query", { method: "POST", body: new TextEncoder().encode(text) }],
  "a buffer": () => ["/graphql/query", { method: "POST", body: new TextEncoder().encode(text).buffer }],
  "a blob": () => ["/graphql/query", { method: "POST", body: new Blob([text]) }],
  "a Request with a header": () => [new Request(HOME, { method: "POST", headers: HEADED, body: "a=1" })],
  "a Request named only in its body": () => [new Request(HOME, { method: "POST", body: text })],
  "a Request with a form": () => [new Request(HOME, { method: "POST", body: form() })],
  "a Request and options beside it": () => [new Request(HOME), { method: "POST", body: text }],
  "a URL": () => [new URL(HOME), { method: "POST", body: text }],
};

for (const [way, ask] of Object.entries(WAYS_TO_ASK)) {
  test(`an answer asked for with ${way} is handed over, and the page gets it whole`, async () => {
    const page = pageThatGets(WHOLE);
    const response = await page.window.fetch(...ask());
    assert.equal(await response.text(), WHOLE);
    await setTimeout(20);
    assert.deepEqual(bodies(page), [PROFILE]);
    assert.equal(page.sent.length, 1);
  });

  test(`a message asked for with ${way} passes without its body being touched`, async () => {
    const page = pageThatGets(WHOLE);
    const [input, init] = ask();
    const named = JSON.parse(JSON.stringify({ ...init?.headers }).replaceAll(OPERATION, "IGDThreadDetailQuery"));
    const other = new Request(HOME, { method: "POST", headers: named, body: `${NAME}=IGDThreadDetailQuery` });
    await page.window.fetch(typeof input?.clone === "function" ? other : input, {
      ...(init && { method: "POST", headers: named, body: await otherBody(init.body) }),
    });
    await setTimeout(20);
    assert.deepEqual([page.handed.length, page.touched()], [0, 0]);
  });
}

/** A body whose text can be read only later, as on a busy machine. @param {Promise<unknown>} when */
function lateBody(when) {
  const body = new Blob([text]);
  return Object.assign(body, { text: () => when.then(() => text) });
}

test("a name that is read slowly, though before its answer is there, is heard", async () => {
  const page = pageThatGets(WHOLE, { afterMs: 200 });
  const response = await page.window.fetch("/graphql/query", { method: "POST", body: lateBody(setTimeout(120)) });
  assert.equal(await response.text(), WHOLE);
  await setTimeout(20);
  assert.deepEqual(bodies(page), [PROFILE]);
});

test("the page gets an answer whose name is never read, and it passes untouched", async () => {
  const page = pageThatGets(WHOLE);
  const body = lateBody(setTimeout(60_000, undefined, { ref: false }));
  const response = await Promise.race([
    page.window.fetch("/graphql/query", { method: "POST", body }),
    setTimeout(2_000),
  ]);
  assert.equal(await response?.text(), WHOLE);
  assert.deepEqual([page.handed.length, page.touched()], [0, 0]);
});

/** The same kind of body for another operation. @param {any} body */
async function otherBody(body) {
  const message = `${NAME}=IGDThreadDetailQuery`;
  if (body instanceof FormData) {
    const data = new FormData();
    data.set(NAME, "IGDThreadDetailQuery");
    return data;
  }
  if (body instanceof URLSearchParams) return new URLSearchParams(message);
  if (body instanceof Blob) return new Blob([message]);
  if (body instanceof Uint8Array) return new TextEncoder().encode(message);
  return body instanceof ArrayBuffer ? new TextEncoder().encode(message).buffer : message;
}

for (const kind of ["", "text", "json", "arraybuffer", "blob"]) {
  for (const body of [text, new URLSearchParams(text), form(), new Blob([text])]) {
    test(`an XMLHttpRequest of type "${kind}" with a ${body.constructor.name} is heard`, async () => {
      const page = pageThatGets(`${kind === "json" ? "" : "for (;;);"}${WHOLE}`);
      const ask = new page.window.XMLHttpRequest();
      ask.open("POST", "/graphql/query");
      ask.responseType = kind;
      ask.send(body);
      await setTimeout(20);
      assert.deepEqual(bodies(page), [PROFILE]);
    });
  }
  test(`a message in an XMLHttpRequest of type "${kind}" is not touched`, async () => {
    const page = pageThatGets(WHOLE);
    const ask = new page.window.XMLHttpRequest();
    ask.open("POST", "/graphql/query");
    ask.setRequestHeader("X-FB-Friendly-Name", "IGDThreadDetailMainViewContainerQuery");
    ask.responseType = kind;
    ask.send(text);
    await setTimeout(20);
    assert.deepEqual([page.handed.length, page.touched()], [0, 0]);
  });
}
