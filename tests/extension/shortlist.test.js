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

test("a save gives the entry and its line for the badge", async () => {
  const { result } = await route(SAVE, PAGE);
  assert.equal(result.version, 1);
  assert.match(JSON.stringify(result.line), /"Saved 20\/11/);
});

test("a save that was in flight when the worker died is finished by the next life", async () => {
  let hang = true;
  world.soi.instead.set(PUT, () =>
    hang ? new Promise(() => {}) : world.soi.shortlist("PUT", new URL("http://x/api/v1/shortlist/hoa.nho"), {}),
  );
  void route(SAVE, PAGE);
  await setTimeout(50);
  assert.equal(world.soi.list.size, 0);
  hang = false;
  const { resume } = await world.life("shortlist");
  assert.equal(await resume(), true);
  assert.deepEqual([...world.soi.list.keys()], ["hoa.nho"]);
  assert.equal(await resume(), true);
  assert.equal(world.soi.log.filter(({ method }) => method === "PUT").length, 2, "once finished it is not sent again");
});

test("a save that the next life finished before the page asked again is still taken back by undo", async () => {
  let hang = true;
  world.soi.instead.set(PUT, () =>
    hang ? new Promise(() => {}) : world.soi.shortlist("PUT", new URL("http://x/api/v1/shortlist/hoa.nho"), {}),
  );
  void route(SAVE, PAGE);
  await setTimeout(50);
  hang = false;
  const { route: later } = await world.life("router");
  const { resume } = await world.life("shortlist");
  await resume();
  await setTimeout(5); // the press is older than what is asked now
  await later(SAVE, PAGE);
  await later({ type: "shortlist.undo", creator: "hoa.nho" }, PAGE);
  assert.deepEqual([...world.soi.list.keys()], []);
});

test("a save while Soi is off is not claimed: it waits, and is finished when Soi is back", async () => {
  world.soi.running = false;
  const { route: later } = await world.life("router");
  assert.deepEqual(await later(SAVE, PAGE), { ok: true, result: { waits: "save_failed_kept" } });
  world.soi.running = true;
  const { resume } = await world.life("shortlist");
  await resume();
  assert.equal(world.soi.list.has("hoa.nho"), true);
});

for (const [code, status, waits] of /** @type {[string, number, string][]} */ ([
  ["unauthorized", 401, "save_waits_connection"],
  ["busy", 503, "save_waits_busy"],
])) {
  test(`a save that a running Soi answers with ${code} does not say that Soi is off, and is finished later`, async () => {
    world.soi.instead.set(PUT, () => FakeSoi.answer({ error: { code } }, status));
    assert.deepEqual(await route(SAVE, PAGE), { ok: true, result: { waits } });
    world.soi.instead.clear();
    const { resume } = await world.life("shortlist");
    await resume();
    assert.equal(world.soi.list.has("hoa.nho"), true);
  });
}

test("a save that the server refuses for good is not tried again", async () => {
  world.soi.instead.set(PUT, () => FakeSoi.answer({ error: { code: "disk_full" } }, 507));
  assert.equal((await route(SAVE, PAGE)).error.code, "disk_full");
  world.soi.instead.clear();
  const { resume } = await world.life("shortlist");
  await resume();
  assert.equal(world.soi.list.size, 0);
});

test("undo after a save that changed nothing leaves what others have made of the creator", async () => {
  await route(SAVE, PAGE);
  await route({ type: "shortlist.annotate", creator: "hoa.nho", version: 1, status: "contacted" }, PAGE);
  await route(SAVE, PAGE);
  await route({ type: "shortlist.undo", creator: "hoa.nho" }, PAGE);
  assert.equal(world.soi.list.get("hoa.nho")?.status, "contacted");
});

test("an undone save does not come back with the next life", async () => {
  await route(SAVE, PAGE);
  assert.deepEqual(await route({ type: "shortlist.undo", creator: "hoa.nho" }, PAGE), { ok: true, result: null });
  const { resume } = await world.life("shortlist");
  await resume();
  assert.equal(world.soi.list.size, 0);
});

test("a change names the version that was on show, and only fields that a person may set", async () => {
  await route(SAVE, PAGE);
  const message = { type: "shortlist.annotate", creator: "hoa.nho", version: 1, status: "contacted", owner: "me" };
  const { result } = await route(message, PAGE);
  assert.match(JSON.stringify(result.line), /"Contacted/);
  const { match, body } = /** @type {any} */ (world.soi.log.at(-1));
  assert.deepEqual([match, body], ['"1"', { status: "contacted" }]);
});

test("a change made elsewhere meanwhile is a conflict, not an overwrite", async () => {
  world.soi.instead.set("PATCH /api/v1/shortlist/hoa.nho", () => FakeSoi.answer({ error: { code: "conflict" } }, 412));
  const message = { type: "shortlist.annotate", creator: "hoa.nho", version: 1, note: "hi" };
  assert.equal((await route(message, PAGE)).error.code, "conflict");
});

test("a waiting save that is cancelled is not sent when Soi is back, and waits nowhere any more", async () => {
  world.soi.running = false;
  const { route: later } = await world.life("router");
  await later(SAVE, PAGE);
  assert.deepEqual((await later({ type: "popup.status" }, OWN)).result.saves, ["hoa.nho"]);
  assert.deepEqual(await later({ type: "shortlist.cancel", creator: "hoa.nho" }, OWN), { ok: true, result: null });
  assert.deepEqual((await later({ type: "popup.status" }, OWN)).result.saves, []);
  assert.deepEqual(world.seen.sent.at(-1), { type: "save.cancelled", creator: "hoa.nho" });
  world.soi.running = true;
  const { resume } = await world.life("shortlist");
  await resume();
  assert.deepEqual(
    world.soi.log.filter(({ method }) => method === "PUT"),
    [],
  );
});

test("a save that is cancelled while it is on its way is undone, and saving anew keeps it", async () => {
  let arrive = () => {};
  world.soi.instead.set(PUT, () => {
    const made = world.soi.shortlist("PUT", new URL("http://x/api/v1/shortlist/hoa.nho"), {});
    return new Promise((resolve) => {
      arrive = () => resolve(made);
    });
  });
  const saving = route(SAVE, PAGE);
  await setTimeout(50);
  await route({ type: "shortlist.cancel", creator: "hoa.nho" }, PAGE);
  arrive();
  await saving;
  assert.equal(world.soi.list.has("hoa.nho"), false);
  world.soi.instead.clear();
  await route(SAVE, PAGE);
  assert.equal(world.soi.list.has("hoa.nho"), true);
});

/** The server keeps the save, and the worker dies before it hears of it. */
async function saveWithLostAnswer() {
  world.soi.instead.set(PUT, () => {
    void world.soi.shortlist("PUT", new URL("http://x/api/v1/shortlist/hoa.nho"), {});
    return new Promise(() => {});
  });
  void route(SAVE, PAGE);
  await setTimeout(50);
  world.soi.instead.clear();
}

test("a save whose answer was lost with the worker can still be undone", async () => {
  await saveWithLostAnswer();
  const { route: later } = await world.life("router");
  await later(SAVE, PAGE);
  assert.deepEqual(await later({ type: "shortlist.undo", creator: "hoa.nho" }, PAGE), { ok: true, result: null });
  assert.equal(world.soi.list.size, 0);
});

test("a save that was cancelled on its way is taken back by the next life of the worker", async () => {
  await saveWithLostAnswer();
  await route({ type: "shortlist.cancel", creator: "hoa.nho" }, PAGE);
  const { resume } = await world.life("shortlist");
  assert.equal(await resume(), true);
  assert.equal(world.soi.list.size, 0);
  assert.deepEqual((await route({ type: "popup.status" }, OWN)).result.saves, []);
});

test("cancelling a save that found the creator on the list takes nobody off", async () => {
  await route(SAVE, PAGE);
  await route({ type: "shortlist.annotate", creator: "hoa.nho", version: 1, status: "contacted" }, PAGE);
  await saveWithLostAnswer();
  await route({ type: "shortlist.cancel", creator: "hoa.nho" }, PAGE);
  const { resume } = await world.life("shortlist");
  await resume();
  assert.equal(world.soi.list.get("hoa.nho")?.status, "contacted");
});

test("two checks at once finish a waiting save once", async () => {
  world.soi.running = false;
  const { route: later } = await world.life("router");
  await later(SAVE, PAGE);
  world.soi.running = true;
  const { resume } = await world.life("shortlist");
  assert.deepEqual(await Promise.all([resume(), resume()]), [true, true]);
  assert.equal(world.soi.log.filter(({ method, token }) => method === "PUT" && token).length, 1);
});

test("a save that was cancelled on its way and pressed anew can be undone", async () => {
  let arrive = () => {};
  world.soi.instead.set(PUT, () => {
    const made = world.soi.shortlist("PUT", new URL("http://x/api/v1/shortlist/hoa.nho"), {});
    return new Promise((resolve) => {
      arrive = () => resolve(made);
    });
  });
  const first = route(SAVE, PAGE);
  await setTimeout(50);
  world.soi.instead.clear();
  await route({ type: "shortlist.cancel", creator: "hoa.nho" }, PAGE);
  arrive();
  await Promise.all([first, route(SAVE, PAGE)]);
  await route({ type: "shortlist.undo", creator: "hoa.nho" }, PAGE);
  assert.equal(world.soi.list.size, 0);
});

test("a page cancels the save of its own creator only", async () => {
  const message = { type: "shortlist.cancel", creator: "somebody.else" };
  assert.equal((await route(message, PAGE)).error.code, "stale_context");
});

test("a ruling carries its note, and taking it back needs none", async () => {
  const message = { type: "ruling.set", creator: "hoa.nho", signal: "few_posts", note: "hỏi rồi, mới mở lại" };
  world.soi.instead.set("PUT /api/v1/creators/hoa.nho/rulings/few_posts", () => FakeSoi.answer({}));
  world.soi.instead.set("DELETE /api/v1/creators/hoa.nho/rulings/few_posts", () => FakeSoi.answer(null, 204));
  await route({ ...message, ruling: "innocent" }, PAGE);
  await route({ ...message, ruling: null }, PAGE);
  assert.deepEqual(
    world.soi.log.filter(({ token }) => token !== null).map(({ method, body }) => [method, body]),
    [
      ["PUT", { ruling: "innocent", note: "hỏi rồi, mới mở lại" }],
      ["DELETE", null],
    ],
  );
});
