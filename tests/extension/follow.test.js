/** What others make of an entry, as a badge follows it. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { connected, fromPage } from "./support/chrome.js";

const PAGE = fromPage("https://www.instagram.com/hoa.nho/");

/** @type {Awaited<ReturnType<typeof connected>>["world"]} */
let world;
/** @type {(message: unknown, sender: unknown) => Promise<any>} */
let route;

beforeEach(async () => {
  ({ world, route } = await connected());
});

test("what a colleague made of the entry is asked for only where a change is told of it", async () => {
  const follow = () => route({ type: "shortlist.follow", creator: "hoa.nho" }, PAGE);
  const gets = () =>
    world.soi.log.filter(({ method, path }) => method === "GET" && path.includes("/shortlist/")).length;
  /** @type {number[]} */
  const asked = [];
  const tell = (/** @type {number} */ sequence, /** @type {string} */ username) => {
    world.soi.changes = (since) => {
      asked.push(since);
      return { sequence, reset: false, changes: [{ sequence, kind: "entry", username }] };
    };
  };
  const first = await follow(); // the server says: unknown number, look at everything
  const none = await follow();
  world.soi.list.set("hoa.nho", { username: "hoa.nho", status: "found", status_at: null, note: "", version: 4 });
  tell(3, "lan.moi");
  const another = await follow();
  tell(4, "hoa.nho");
  const mine = await follow();
  assert.deepEqual(
    [first.result, none.result, another.result, mine.result.listed.version, asked, gets()],
    [{ listed: null, alone: false }, { alone: false }, { alone: false }, 4, [1, 3], 2],
  );
});

test("a slow answer is waited for and not asked for again; after a failure everything is looked at", async () => {
  const follow = () => route({ type: "shortlist.follow", creator: "hoa.nho" }, PAGE);
  const both = await Promise.all([follow(), follow()]);
  world.soi.running = false;
  const off = await follow();
  world.soi.running = true;
  const again = await follow();
  assert.deepEqual(
    [both.map(({ result }) => result), off.error.code, again.result],
    [[{ listed: null, alone: false }, { alone: false }], "server_off", { listed: null, alone: false }],
  );
});

test("whether others keep the list too is told as the server said it last", async () => {
  const follow = () => route({ type: "shortlist.follow", creator: "hoa.nho" }, PAGE);
  const told = [];
  for (const shared of [false, true, undefined]) {
    world.soi.changes = () => ({ sequence: 1, reset: false, changes: [], shared });
    told.push((await follow()).result);
  }
  assert.deepEqual(told, [{ alone: true }, { alone: false }, { alone: false }]);
});
