// What is pressed on the badge while the server or its database is away is not lost: it waits as a save does.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { connected, FakeSoi, fromOwn, fromPage } from "./support/chrome.js";

const OWN = fromOwn("popup/popup.html");
const PAGE = fromPage("https://www.instagram.com/hoa.nho/");
const SAVE = { type: "shortlist.save", creator: "hoa.nho" };
const PUT = "PUT /api/v1/shortlist/hoa.nho";

/** @type {Awaited<ReturnType<typeof connected>>["world"]} */
let world;
/** @type {(message: unknown, sender: unknown) => Promise<any>} */
let route;

beforeEach(async () => {
  ({ world, route } = await connected());
});

const STATUS = { type: "shortlist.annotate", creator: "hoa.nho", version: 1, status: "contacted" };
const NOTE = { type: "shortlist.annotate", creator: "hoa.nho", version: 1, note: "hi" };
const CHANGE = { ...STATUS, ...NOTE };

/** A life of the worker whose server is off, after a creator was saved. @returns {Promise<(message: unknown) => Promise<any>>} */
async function off() {
  await route(SAVE, PAGE);
  world.soi.running = false;
  const { route: later } = await world.life("router");
  return (message) => later(message, PAGE);
}

/** Soi is back, and the worker does what waited. */
async function back() {
  world.soi.running = true;
  const { resume } = await world.life("shortlist");
  return resume();
}

test("a status and a note that were pressed while Soi was off wait as a save does, and go as one change", async () => {
  const ask = await off();
  const first = await ask(STATUS);
  await ask(NOTE);
  assert.deepEqual(first, { ok: true, result: { waits: "save_failed_kept" } });
  assert.equal(await back(), true);
  const sent = world.soi.log.filter(({ method }) => method === "PATCH").at(-1);
  assert.deepEqual([sent?.match, sent?.body], ['"1"', { status: "contacted", note: "hi" }]);
});

test("a change that waits is told in the popup, and cancelled there or on the badge it is not sent", async () => {
  const ask = await off();
  await ask(CHANGE);
  const { route: later } = await world.life("router");
  assert.deepEqual((await later({ type: "popup.status" }, OWN)).result.saves, ["hoa.nho"]);
  await later({ type: "shortlist.cancel", creator: "hoa.nho" }, OWN);
  await back();
  assert.equal(world.soi.list.get("hoa.nho")?.note, "");
});

test("what a colleague has made of the entry meanwhile stands beside a change that waited", async () => {
  const ask = await off();
  await ask(CHANGE);
  const theirs = { note: "ours", status: "rejected", status_at: new Date(Date.now() + 60_000).toISOString() };
  world.soi.list.set("hoa.nho", { ...world.soi.list.get("hoa.nho"), ...theirs, version: 2 });
  const path = "PATCH /api/v1/shortlist/hoa.nho";
  world.soi.instead.set(path, () => {
    world.soi.instead.delete(path); // it stands on a version that is gone; the next one does not
    return FakeSoi.answer({ error: { code: "conflict" } }, 412);
  });
  assert.equal(await back(), true);
  const { note, status } = world.soi.list.get("hoa.nho") ?? {};
  assert.deepEqual([note, status], ["ours\nhi", "rejected"]);
});

test("a change of somebody who was erased meanwhile is dropped", async () => {
  const ask = await off();
  await ask(CHANGE);
  world.soi.instead.set("PATCH /api/v1/shortlist/hoa.nho", () => FakeSoi.answer({ error: { code: "not_found" } }, 404));
  assert.equal(await back(), true);
  world.soi.log.length = 0;
  assert.equal(await back(), true);
  assert.deepEqual(world.soi.log, []);
});

test("a ruling that was pressed while Soi was off is kept on its sign, the last one of each", async () => {
  const ask = await off();
  const ruling = { type: "ruling.set", creator: "hoa.nho", signal: "silence", ruling: "innocent", note: "ở cữ" };
  assert.deepEqual(await ask(ruling), { ok: true, result: { waits: "save_failed_kept" } });
  await ask({ ...ruling, ruling: "confirmed" });
  await ask({ ...ruling, signal: "growth_jump" });
  await back();
  const sent = world.soi.log.filter(({ method, path }) => method === "PUT" && path.includes("rulings"));
  assert.deepEqual(
    sent.map(({ path, body }) => [path.split("/").at(-1), body.ruling]),
    [
      ["silence", "confirmed"],
      ["growth_jump", "innocent"],
    ],
  );
});

const HOUR = 3_600_000;
for (const [title, ahead, added, expected] of /** @type {[string, number, number, boolean][]} */ ([
  ["an own save is known as one by a server whose clock is behind", -5 * HOUR, -HOUR, true],
  ["a colleague's is none by a server whose clock is ahead", 5 * HOUR, -3 * HOUR, false],
])) {
  test(title, async () => {
    const now = Date.now();
    const { addPending } = await world.life("state");
    await addPending({ username: "hoa.nho", at: now - 2 * HOUR }); // it was done, and its answer was lost
    const added_at = new Date(now + ahead + added).toISOString();
    world.soi.instead.set(PUT, () => {
      const answer = FakeSoi.answer({ username: "hoa.nho", version: 1, added_at });
      answer.headers.set("Date", new Date(now + ahead).toUTCString());
      return answer;
    });
    await back();
    const { isNewlySaved } = await world.life("state");
    assert.equal(await isNewlySaved("hoa.nho"), expected);
  });
}

const RULING = { type: "ruling.set", creator: "hoa.nho", signal: "silence", ruling: "innocent", note: "ở cữ" };
const SILENCE = "/api/v1/creators/hoa.nho/rulings/silence";
const PATCH = "PATCH /api/v1/shortlist/hoa.nho";

/** What was sent of the rulings. */
const rulingsSent = () =>
  world.soi.log
    .filter(({ path, token, method }) => token && path === SILENCE && method !== "GET")
    .map(({ body }) => body);

test("what the server will never take is said as that and dropped, and holds up nothing behind it", async () => {
  const ask = await off();
  await ask(NOTE);
  await ask(RULING);
  world.soi.log.length = 0;
  world.soi.instead.set(PATCH, () => FakeSoi.answer({ error: { code: "too_long" } }, 422));
  assert.equal(await back(), true);
  assert.deepEqual(rulingsSent(), [{ ruling: "innocent", note: "ở cữ" }]);
  const { route: later } = await world.life("router");
  assert.equal((await later(NOTE, PAGE)).error.code, "refused");
  assert.deepEqual((await later({ type: "popup.status" }, OWN)).result.saves, []);
});

test("what waits outlives a full disk of the server", async () => {
  const ask = await off();
  await ask(NOTE);
  world.soi.instead.set(PATCH, () => FakeSoi.answer({ error: { code: "disk_full" } }, 507));
  assert.equal(await back(), false);
  world.soi.instead.clear();
  await back();
  assert.equal(world.soi.list.get("hoa.nho")?.note, "hi");
});

/** A colleague has changed the entry: what stands on its first version is refused once. @param {object} theirs */
function changedByColleague(theirs) {
  world.soi.list.set("hoa.nho", { ...world.soi.list.get("hoa.nho"), ...theirs, version: 2 });
  world.soi.instead.set(PATCH, () => {
    world.soi.instead.delete(PATCH);
    return FakeSoi.answer({ error: { code: "conflict" } }, 412);
  });
}

test("a change that is pressed on top of one that waits brings that along, whatever a colleague did meanwhile", async () => {
  const ask = await off();
  await ask(NOTE);
  changedByColleague({ note: "ours" });
  world.soi.running = true;
  assert.equal((await ask({ ...STATUS, version: 2 })).ok, true);
  const { note, status } = world.soi.list.get("hoa.nho") ?? {};
  assert.deepEqual([note, status], ["ours\nhi", "contacted"]);
});

test("a status that waits gets no younger by a note that is added to it", async () => {
  const ask = await off();
  await ask(STATUS);
  await setTimeout(20);
  changedByColleague({ status: "rejected", status_at: new Date().toISOString() });
  await setTimeout(20);
  await ask(NOTE);
  await back();
  const { note, status } = world.soi.list.get("hoa.nho") ?? {};
  assert.deepEqual([note, status], ["hi", "rejected"]);
});

test("a note that grew after it was sent is not there twice", async () => {
  const ask = await off();
  await ask(NOTE);
  changedByColleague({ note: "hi" }); // it had arrived, and its answer was lost
  await ask({ ...NOTE, note: "hi there" });
  await back();
  assert.equal(world.soi.list.get("hoa.nho")?.note, "hi there");
});

test("the reason of a rejection does not go along with the status that replaced it", async () => {
  const ask = await off();
  await ask({ ...STATUS, status: "rejected", reject_reason: "giá cao" });
  await ask(STATUS);
  world.soi.log.length = 0;
  await back();
  assert.deepEqual(
    world.soi.log.filter(({ method }) => method === "PATCH").map(({ body }) => body),
    [{ status: "contacted" }],
  );
});

test("what is pressed while the one before is on its way is not crossed out with it", async () => {
  let arrive = () => {};
  const late = new Promise((resolve) => {
    arrive = () => resolve(FakeSoi.answer({}));
  });
  world.soi.instead.set(`PUT ${SILENCE}`, () => late);
  const ruled = route(RULING, PAGE);
  await setTimeout(50);
  world.soi.running = false;
  await route({ ...RULING, ruling: "confirmed" }, PAGE);
  arrive();
  await ruled;
  world.soi.instead.clear();
  world.soi.log.length = 0;
  await back();
  assert.deepEqual(
    rulingsSent().map(({ ruling }) => ruling),
    ["confirmed"],
  );
});

test("what is cancelled while the one before it is sent is not sent", async () => {
  const ask = await off();
  await ask(NOTE);
  await ask(RULING);
  world.soi.log.length = 0;
  const { route: later } = await world.life("router");
  const { cancel, resume } = await world.life("shortlist");
  world.soi.running = true;
  world.soi.instead.set(PATCH, () => cancel("hoa.nho").then(() => FakeSoi.answer({})));
  await resume();
  assert.deepEqual([rulingsSent(), (await later({ type: "popup.status" }, OWN)).result.saves], [[], []]);
});

for (const [title, theirs, status, expected] of /** @type {[string, number, number, string[]][]} */ ([
  ["what a colleague has said of a sign meanwhile stands beside a ruling that waited", 60_000, 200, []],
  ["a ruling that waited takes the place of what was said of the sign before", -60_000, 200, ["innocent"]],
  ["nobody who was erased meanwhile becomes known again by a ruling that waited", 0, 404, []],
])) {
  test(title, async () => {
    const ask = await off();
    await ask(RULING);
    world.soi.log.length = 0;
    const at = new Date(Date.now() + theirs).toISOString();
    const known = { rulings: [{ signal: "silence", ruling: "confirmed", at, note: "" }] };
    const answer = status === 404 ? { error: { code: "not_found" } } : known;
    world.soi.instead.set("GET /api/v1/creators/hoa.nho", () => FakeSoi.answer(answer, status));
    assert.equal(await back(), true);
    assert.deepEqual(
      rulingsSent().map(({ ruling }) => ruling),
      expected,
    );
  });
}
