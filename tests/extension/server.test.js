import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { addressOf } from "../../extension/options/team.js";
import { browser, FakeSoi, fromOwn, fromPage } from "./support/chrome.js";

const OWN = fromOwn("popup/popup.html");
const PAGE = fromPage("https://www.instagram.com/hoa.nho/");
const SAVE = { type: "shortlist.save", creator: "hoa.nho" };
/** Fails at once; a save would wait instead. */
const UNDO = { type: "shortlist.undo", creator: "hoa.nho" };

/** @type {ReturnType<typeof browser>} */
let world;
/** @type {(message: unknown, sender: unknown) => Promise<any>} */
let route;

beforeEach(async () => {
  world = browser();
  ({ route } = await world.life("router"));
});

async function pair() {
  await route({ type: "pair.start" }, OWN);
  await route({ type: "pair.poll" }, OWN);
  ({ route } = await world.life("router")); // a new life: nothing is proven any more
  world.soi.log.length = 0;
}

const tokensSent = () => world.soi.log.filter(({ token }) => token !== null).length;

test("the token follows only after the server has proved that it holds the key", async () => {
  await pair();
  assert.equal((await route(SAVE, PAGE)).ok, true);
  assert.deepEqual(
    world.soi.log.map(({ method, path, token }) => [method, path, token !== null]),
    [
      ["GET", "/api/v1/hello", false],
      ["PUT", "/api/v1/shortlist/hoa.nho", true],
    ],
  );
});

test("a stranger on the port gets no token", async () => {
  await pair();
  world.soi.key = "guessed";
  assert.equal((await route(UNDO, PAGE)).error.code, "server_foreign");
  assert.equal(tokensSent(), 0);
});

test("a stranger that takes the port a moment after a proof gets no token", async () => {
  await pair();
  await route(SAVE, PAGE);
  const before = tokensSent();
  world.soi.key = "guessed";
  assert.deepEqual([(await route(UNDO, PAGE)).error.code, tokensSent()], ["server_foreign", before]);
});

test("forgetting revokes the token on the server, and forgets here also where nobody answers", async () => {
  for (const running of [true, false]) {
    await pair();
    world.soi.running = running;
    world.soi.instead.set("DELETE /api/v1/devices/current", () => FakeSoi.answer(null, 204));
    assert.equal((await route({ type: "pair.forget" }, OWN)).ok, true);
    assert.equal(world.kept.has("pairing"), false);
    assert.deepEqual(
      world.soi.log.filter(({ token }) => token === "Bearer token-1").map(({ method, path }) => [method, path]),
      running ? [["DELETE", "/api/v1/devices/current"]] : [],
    );
  }
});

test("a save is told to every tab but the one that has made it", async () => {
  await pair();
  world.chrome.tabs.query = async () => [{ id: 7 }, { id: 8 }];
  /** @type {any[]} */
  const told = [];
  world.chrome.tabs.sendMessage = async (tab, { type, creator, listed }) =>
    void told.push([tab, type, creator, listed?.version]);
  await route(SAVE, { ...PAGE, tab: { .../** @type {any} */ (PAGE).tab, id: 7 } });
  assert.deepEqual(told, [[8, "list.changed", "hoa.nho", 1]]);
});

test("a page is told that Soi is off, not that it is not connected", async () => {
  world.soi.running = false;
  assert.equal((await route(UNDO, PAGE)).error.code, "server_off");
});

test("the page for the decision is asked for in the extension's own language", async () => {
  await route({ type: "prefs.set", changes: { language: "vi" } }, OWN);
  await route({ type: "pair.start" }, OWN);
  assert.deepEqual(
    world.soi.log.filter(({ path }) => path === "/api/v1/pairings").map(({ body }) => body.language),
    ["vi"],
  );
});

test("a server that proves nothing is foreign, and is paired with only after the person forgets", async () => {
  await pair();
  world.soi.instead.set("GET /api/v1/hello", () => FakeSoi.answer({ app: "soi", version: "0.2.0", api: 1 }));
  assert.equal((await route(UNDO, PAGE)).error.code, "server_foreign");
  assert.equal((await route({ type: "conn.retry" }, OWN)).result.state, "server_foreign");
  assert.equal((await route({ type: "pair.start" }, OWN)).error.code, "server_foreign");
  assert.deepEqual(new Set(world.soi.log.map(({ path }) => path)), new Set(["/api/v1/hello"]));
  await route({ type: "pair.forget" }, OWN);
  assert.equal((await route({ type: "pair.start" }, OWN)).result.state, "pairing_pending");
  assert.equal(tokensSent(), 0);
});

for (const [what, turn, code] of /** @type {[string, (soi: FakeSoi) => void, string][]} */ ([
  ["nobody answers", (soi) => (soi.running = false), "server_off"],
  ["another program answers", (soi) => (soi.app = "other"), "server_foreign"],
  [
    "something answers that is no JSON",
    (soi) => soi.instead.set("GET /api/v1/hello", () => new Response("<html>")),
    "server_foreign",
  ],
  ["another version answers", (soi) => (soi.api = 2), "version_mismatch"],
  [
    "the answer does not come",
    (soi) => soi.instead.set("GET /api/v1/hello", () => Promise.reject(new DOMException("late", "TimeoutError"))),
    "timeout",
  ],
])) {
  test(`when ${what} the state is ${code}, also for the popup`, async () => {
    await pair();
    turn(world.soi);
    assert.equal((await route(UNDO, PAGE)).error.code, code);
    assert.equal((await route({ type: "conn.retry" }, OWN)).result.state, code);
    assert.equal(tokensSent(), 0);
  });
}

test("before pairing nothing but hello is asked", async () => {
  assert.equal((await route(UNDO, PAGE)).error.code, "unauthorized");
  assert.equal((await route({ type: "conn.retry" }, OWN)).result.state, "unpaired");
  assert.deepEqual(
    world.soi.log.map(({ path }) => path),
    ["/api/v1/hello", "/api/v1/hello"],
  );
});

test("pairing waits with the matching code until it is allowed, and survives the worker", async () => {
  world.soi.allowed = false;
  const { result } = await route({ type: "pair.start" }, OWN);
  assert.deepEqual([result.state, result.code], ["pairing_pending", "482-913"]);
  const { route: later } = await world.life("router");
  assert.equal((await later({ type: "pair.poll" }, OWN)).result.state, "pairing_pending");
  world.soi.allowed = true;
  assert.equal((await later({ type: "pair.poll" }, OWN)).result.state, "connected");
});

test("a pairing that was denied ends", async () => {
  await route({ type: "pair.start" }, OWN);
  world.soi.instead.set("POST /api/v1/pairings/p1/claim", () => FakeSoi.answer({ error: { code: "gone" } }, 410));
  assert.equal((await route({ type: "pair.poll" }, OWN)).result.state, "unpaired");
});

test("an approval page on another host is refused", async () => {
  const elsewhere = { id: "p1", code: "1", approve_url: "https://evil.example/pair/p1", expires_in: 600 };
  world.soi.instead.set("POST /api/v1/pairings", () => FakeSoi.answer(elsewhere, 201));
  assert.equal((await route({ type: "pair.start" }, OWN)).error.code, "server_foreign");
});

test("forgetting removes token and key, and keeps how the person likes it", async () => {
  await pair();
  await route({ type: "prefs.set", changes: { language: "vi" } }, OWN);
  await route({ type: "pair.forget" }, OWN);
  assert.equal(
    [...world.kept.values()].some((value) => /token-1|proof-key/.test(value)),
    false,
  );
  assert.equal((await route({ type: "prefs.get" }, OWN)).result.language, "vi");
});

test("the Soi tab is opened only on Soi's own address", async () => {
  await pair();
  const path = "POST /api/v1/sessions/codes";
  world.soi.instead.set(path, () => FakeSoi.answer({ url: "http://127.0.0.1:5765/#code=AB12" }, 201));
  assert.equal((await route({ type: "ui.open", what: "web" }, PAGE)).ok, true);
  world.soi.instead.set(path, () => FakeSoi.answer({ url: "https://evil.example/#code=AB12" }, 201));
  assert.equal((await route({ type: "ui.open", what: "web" }, PAGE)).error.code, "server_foreign");
  assert.deepEqual(world.seen.opened, ["http://127.0.0.1:5765/#code=AB12"]);
});

for (const [url, isOpened] of /** @type {[string, boolean][]} */ ([
  ["http://soi-ab12cd34.localhost:5765/#code=AB12", true],
  ["http://soi-ab12cd34.localhost:5766/#code=AB12", false],
  ["http://soi-ab12cd34.localhost.evil.test:5765/#code=AB12", false],
  ["http://soi-ab12cd34xlocalhost:5765/#code=AB12", false],
])) {
  test(`${url} is ${isOpened ? "" : "not "}taken for Soi's own page`, async () => {
    await pair();
    world.soi.instead.set("POST /api/v1/sessions/codes", () => FakeSoi.answer({ url }, 201));
    await route({ type: "ui.open", what: "web" }, PAGE);
    assert.deepEqual(world.seen.opened, isOpened ? [url] : []);
  });
}

const TEAM = "https://soi.example.com";

test("with a team's server everything goes there, the token behind a proof for that name, and nothing to this machine", async () => {
  await route({ type: "prefs.set", changes: { team: TEAM } }, OWN);
  const { result } = await route({ type: "pair.start" }, OWN);
  await pair();
  await route(SAVE, PAGE);
  assert.deepEqual(
    [result.approve_url, new Set(world.soi.log.map(({ at }) => at)), world.soi.log.map(({ token }) => token !== null)],
    [`${TEAM}/pair/p1`, new Set([TEAM]), [false, true]],
  );
});

test("a page to allow that lies elsewhere than the team's server is not opened", async () => {
  await route({ type: "prefs.set", changes: { team: TEAM } }, OWN);
  for (const place of [
    "http://soi.example.com",
    "https://soi.example.com.evil.example",
    "http://127.0.0.1:5765",
    "x",
  ]) {
    const body = { id: "p1", code: "1", approve_url: `${place}/pair/p1`, expires_in: 600 };
    world.soi.instead.set("POST /api/v1/pairings", () => FakeSoi.answer(body, 201));
    assert.equal((await route({ type: "pair.start" }, OWN)).error.code, "server_foreign", place);
  }
});

test("a team's address is an origin behind TLS, and anything else is no address", async () => {
  const kept = [];
  const stars = ["https://*", "https://*.example.com"]; // the browser would be asked for many
  for (const team of [
    TEAM,
    "http://soi.example.com",
    `${TEAM}/x`,
    "ftp://soi.example.com",
    ...stars,
    `${TEAM}:8443`,
    5,
    "",
  ]) {
    const { result } = await route({ type: "prefs.set", changes: { team } }, OWN);
    kept.push(result.team);
  }
  assert.deepEqual(kept, [TEAM, TEAM, TEAM, TEAM, TEAM, TEAM, `${TEAM}:8443`, `${TEAM}:8443`, ""]);
});

test("what is typed as a team's address is one server's, behind TLS, and says no name before it", () => {
  const taken = ["soi.example.com", `${TEAM}/join#code=AB`, " https://192.168.1.4:8443 ", "https://soi"];
  const refused = ["http://soi.example.com", "data:text/html,x", "https://*", "*.example.com", "soi", ""];
  const hidden = ["https://soi.example.com@evil.example", "soi.example.com@evil.example", "https://:x@evil.example"];
  assert.deepEqual(
    [...taken, ...refused, ...hidden].map((typed) => addressOf(typed)?.origin ?? null),
    [TEAM, TEAM, "https://192.168.1.4:8443", "https://soi", ...[...refused, ...hidden].map(() => null)],
  );
});

test("where the team's server is away, that is said, and not that the program on this machine does not run", async () => {
  const said = [];
  for (const team of ["", TEAM]) {
    await route({ type: "prefs.set", changes: { team } }, OWN);
    const { result } = await route({ type: "popup.status" }, OWN);
    said.push([result.texts.problem_server_off, result.texts.state_unpaired]);
  }
  assert.deepEqual(said, [
    ["Soi is not running", "Soi is running. Connect this browser once."],
    ["The team’s server does not answer", "The team’s server answers. Connect this browser once."],
  ]);
});
