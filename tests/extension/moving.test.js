// To a team's server and back: what could not be saved before waits for the way back, is told, and goes nowhere else.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, fromOwn, fromPage } from "./support/chrome.js";

const OWN = fromOwn("options/options.html");
const PAGE = fromPage("https://www.instagram.com/hoa.nho/");
const TEAM = "https://soi.example.com";
const DAYS = 3 * 24 * 3_600_000;

/** @type {ReturnType<typeof browser>} */
let world;
/** @type {(message: unknown, sender: unknown) => Promise<any>} */
let route;

beforeEach(async () => {
  world = browser();
  ({ route } = await world.life("router"));
  await connect();
});

async function connect() {
  await route({ type: "pair.start" }, OWN);
  await route({ type: "pair.poll" }, OWN);
}

/** @param {string} place */
const move = (place) => route({ type: "pair.move", place }, OWN);

async function status() {
  const { saves, elsewhere, connection, recent } = (await route({ type: "popup.status" }, OWN)).result;
  return { saves, elsewhere, connection: connection.state, recent };
}

async function saveInVain() {
  world.soi.running = false;
  await route({ type: "shortlist.save", creator: "hoa.nho" }, PAGE);
  world.soi.running = true;
}

const written = () => world.soi.log.filter(({ method }) => method === "PUT").map(({ at }) => at);

test("a save that waits for Soi here is told while a team's server is set, and saved here on the way back", async () => {
  await saveInVain();
  const before = written().length;
  await move(TEAM);
  const away = await status();
  await connect();
  await (await world.life("shortlist")).resume();
  const sent = written().length - before;
  await move("");
  await connect();
  const back = await status();
  await (await world.life("shortlist")).resume();
  assert.deepEqual(
    [
      { saves: [], elsewhere: ["hoa.nho"], connection: "unpaired", recent: [] },
      0,
      { saves: ["hoa.nho"], elsewhere: [] },
      ["http://127.0.0.1:5765"],
      true,
    ],
    [
      away,
      sent,
      { saves: back.saves, elsewhere: back.elsewhere },
      written().slice(before),
      world.soi.list.has("hoa.nho"),
    ],
  );
});

test("however long the way back takes, what waited is not too old then", async () => {
  await saveInVain();
  await move(TEAM);
  const now = Date.now;
  try {
    Date.now = () => now() + DAYS;
    await move("");
    await connect();
    await (await world.life("shortlist")).resume();
  } finally {
    Date.now = now;
  }
  assert.equal(true, world.soi.list.has("hoa.nho"));
});

test("nothing else of the Soi before goes along, and an address that is none moves nowhere", async () => {
  const replies = [await move("http://soi.example.com"), await move(TEAM)];
  const revoked = world.soi.log.filter(({ method, path }) => method === "DELETE" && path?.includes("devices"));
  assert.deepEqual(
    [["internal", undefined], 1, "unpaired"],
    [replies.map(({ error }) => error?.code), revoked.length, (await status()).connection],
  );
});
