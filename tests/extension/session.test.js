/** The life of a page: addresses change, answers come late, the worker dies, the extension is updated. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import * as f from "./support/fixtures.js";
import { openPage, plain } from "./support/page.js";
import { HOME, result, running, SOON, until } from "./support/running.js";

test("a profile is checked once it stands on the page, and the answer is shown", async () => {
  const { answered, checks, now } = await running();
  assert.deepEqual(
    checks().map(({ creator }) => creator),
    ["hoa.nho"],
  );
  await answered();
  assert.equal(now().model.username, "hoa.nho");
});

test("an answer that comes after the creator has changed is dropped", async () => {
  const { checks, now, go, shown } = await running();
  await go("/lan.moi/", "lan.moi");
  checks()[0]?.settle(result("hoa.nho"));
  await setTimeout(SOON);
  assert.deepEqual([now().creator, now().model], ["lan.moi", null]);
  await until(() => checks().length === 2);
  checks()[1]?.settle(result("lan.moi"));
  await until(() => now().model);
  assert.equal(now().model.username, "lan.moi");
  assert.equal(
    shown.some((view) => view?.model && view.model.username !== view.creator),
    false,
  );
});

test("an answer about somebody else is never shown, whoever it was meant for", async () => {
  const { checks, now } = await running();
  checks()[0]?.settle(result("somebody.else"));
  await setTimeout(SOON);
  assert.equal(now().model, null);
});

test("while the header still shows the profile before, nothing is checked", async () => {
  const { checks, go } = await running();
  await go("/lan.moi/");
  assert.equal(checks().length, 1);
});

test("a post opened over the profile keeps the badge; another page takes it away", async () => {
  const { answered, now, go } = await running();
  await answered();
  await go("/p/DSYKS_HEfC-/");
  assert.equal(now().model.username, "hoa.nho");
  await go("/explore/");
  assert.equal(now(), null);
  await go("/hoa.nho/");
  assert.equal(now().model.username, "hoa.nho");
});

/** What stands on the page becomes something else. @param {Document} document @param {string} html */
function become(document, html) {
  const other = openPage(html, HOME).document;
  document.body.replaceChildren(...[...other.body.childNodes].map((node) => document.importNode(node, true)));
}

test("a post on a page of its own keeps the badge, and its comments go to the creator with the header seen before", async () => {
  const { answered, checks, document, go, now } = await running();
  await answered();
  const comments = f.comment("CODE_00001", "an.nguyen", "Đẹp quá", 1);
  become(document, f.postPage("hoa.nho", "CODE_00001", comments));
  await go("/p/CODE_00001/");
  assert.equal(now().model.username, "hoa.nho");
  await until(() => checks().length > 1);
  const { creator, capture } = /** @type {any} */ (checks().at(-1));
  assert.equal(creator, "hoa.nho");
  assert.deepEqual(
    plain(capture.samples.comments.map((/** @type {any} */ row) => [row.post, row.username, row.text])),
    [["CODE_00001", "an.nguyen", "Đẹp quá"]],
  );
  assert.match(capture.page.header, /<header>.*12,345/s);
});

test("a post of somebody else is its owner's, and what was read of it is there on the owner's profile", async () => {
  const { answered, checks, document, go, now } = await running();
  await answered();
  become(document, f.postPage("lan.moi", "CODE_00001", f.comment("CODE_00001", "an.nguyen", "Đẹp quá", 1)));
  await go("/p/CODE_00001/");
  await until(() => now().creator === "lan.moi" && now().model === null && checks()[1]);
  checks()[1]?.settle(result("lan.moi"));
  become(document, f.page(f.divHeader("lan.moi")));
  await go("/lan.moi/").then(() => until(() => checks()[2]));
  assert.equal(/** @type {any} */ (checks()[2]).capture.samples.comments.length, 1);
});

test("cut off by an update, the badge asks to refresh the page", async () => {
  const { answered, now, go, runtime } = await running();
  await answered();
  runtime.id = undefined;
  await go("/hoa.nho/followers/");
  assert.equal(now().problem, "stale_context");
});

test("a save whose worker was killed is asked for again, and saved only when confirmed", async () => {
  const { answered, soi, asked, now } = await running();
  await answered();
  soi.act({ act: "save" });
  const saves = () => asked.filter(({ type }) => type === "shortlist.save");
  saves()[0]?.fail();
  await setTimeout(SOON);
  assert.equal(now().save.state, "saving");
  await until(() => saves().length === 2);
  saves()[1]?.settle({ version: 1 });
  await until(() => now().save.state === "saved");
  assert.deepEqual([now().save.state, now().listed.version], ["saved", 1]);
});

test("undo is offered for eight seconds, then its bar goes and the entry stays", async () => {
  const { answered, soi, asked, now, timers } = await running();
  await answered();
  soi.act({ act: "save" });
  asked.find(({ type }) => type === "shortlist.save")?.settle({ version: 1 });
  await until(() => now().save.text === "saved" && timers.some(({ delay }) => delay === 8_000));
  timers.find(({ delay }) => delay === 8_000)?.act();
  assert.deepEqual([now().save, now().listed], [{ state: "idle" }, { version: 1 }]);
});

test("a save that waits for Soi is shown as waiting, and can be taken back", async () => {
  const { answered, soi, asked, now } = await running();
  await answered();
  soi.act({ act: "save" });
  asked.find(({ type }) => type === "shortlist.save")?.settle({ waits: "save_waits_busy" });
  await until(() => now().save.state === "waiting");
  assert.deepEqual([now().listed, now().save.text], [null, "save_waits_busy"]);
  soi.act({ act: "cancel" });
  const cancel = () => asked.find(({ type }) => type === "shortlist.cancel");
  assert.equal(cancel()?.creator, "hoa.nho");
  cancel()?.settle(null);
  await until(() => now().save.state === "idle");
});

test("a check that was asked before a change does not bring back the entry from before it", async () => {
  const { answered, soi, asked, checks, now } = await running();
  await answered();
  soi.act({ act: "retry" });
  await until(() => checks().length === 2);
  soi.act({ act: "annotate", status: "contacted" });
  await until(() => asked.some(({ type }) => type === "shortlist.annotate"));
  asked.find(({ type }) => type === "shortlist.annotate")?.settle({ version: 2 });
  await until(() => now().listed?.version === 2);
  checks()[1]?.settle(result("hoa.nho", { version: 1 }));
  await setTimeout(SOON);
  assert.equal(now().listed.version, 2);
});

test("a save that waits and is cancelled in the popup is not shown as waiting any more", async () => {
  const { answered, soi, asked, now, listeners } = await running();
  await answered();
  soi.act({ act: "save" });
  asked.find(({ type }) => type === "shortlist.save")?.settle({ waits: "save_waits_busy" });
  await until(() => now().save.state === "waiting");
  listeners[0]({ type: "save.cancelled", creator: "somebody.else" }, { id: "soi" });
  assert.equal(now().save.state, "waiting");
  listeners[0]({ type: "save.cancelled", creator: "hoa.nho" }, { id: "soi" });
  asked.find(({ type }) => type === "shortlist.cancel")?.settle(null);
  await until(() => now().save.state === "idle");
});

test("what somebody else saved is shown by itself, once, and checked again for who is in touch", async () => {
  const { answered, asked, checks, now, tick } = await running();
  const follows = () => asked.filter(({ type }) => type === "shortlist.follow");
  await answered();
  tick();
  await until(() => follows().length === 1);
  follows()[0]?.settle({ listed: { version: 1 } });
  await until(() => checks().length === 2);
  checks()[1]?.settle(result("hoa.nho", { version: 1 }));
  await setTimeout(SOON);
  tick();
  await until(() => follows().length === 2);
  follows()[1]?.settle({});
  await setTimeout(SOON);
  assert.deepEqual([now().listed, checks().length], [{ version: 1 }, 2]);
});

test("a save that waits is looked after also where the check behind it found Soi there again", async () => {
  const { answered, soi, asked, checks, now, tick } = await running();
  await answered();
  soi.act({ act: "save" });
  asked.find(({ type }) => type === "shortlist.save")?.settle({ waits: "save_waits_busy" }); // Soi was off
  await until(() => checks().length === 2);
  checks()[1]?.settle(result("hoa.nho")); // and came back just then: no trouble to see, and nothing saved
  await setTimeout(SOON);
  tick();
  await until(() => checks().length === 3);
  checks()[2]?.settle(result("hoa.nho", { version: 1 }));
  await until(() => now().save.state === "idle");
  assert.deepEqual(now().listed, { version: 1 });
});

test("what comes of a save that was cancelled meanwhile is not shown as saved", async () => {
  const { answered, soi, asked, now, shown, listeners } = await running();
  await answered();
  soi.act({ act: "save" });
  listeners[0]({ type: "save.cancelled", creator: "hoa.nho" }, { id: "soi" });
  asked.find(({ type }) => type === "shortlist.cancel")?.settle(null);
  await until(() => now().save.state === "idle");
  asked.find(({ type }) => type === "shortlist.save")?.settle({ version: 1 });
  await setTimeout(SOON);
  assert.equal(
    shown.some((view) => view?.save.state === "saved"),
    false,
  );
});

test("the save key does nothing while nobody's badge is on show", async () => {
  const { answered, asked, go, listeners } = await running();
  await answered();
  await go("/explore/");
  listeners[0]({ type: "command.save" }, { id: "soi" });
  assert.equal(asked.filter(({ type }) => type === "shortlist.save").length, 0);
});

test("pressing save twice saves once", async () => {
  const { answered, soi, asked } = await running();
  await answered();
  soi.act({ act: "save" });
  soi.act({ act: "save" });
  assert.equal(asked.filter(({ type }) => type === "shortlist.save").length, 1);
});

test("the keyboard command saves; a message that a tab has sent does not", async () => {
  const { answered, asked, listeners } = await running();
  await answered();
  const saves = () => asked.filter(({ type }) => type === "shortlist.save").length;
  listeners[0]({ type: "command.save" }, { id: "soi", tab: { id: 1 } });
  listeners[0]({ type: "command.save" }, { id: "other" });
  assert.equal(saves(), 0);
  listeners[0]({ type: "command.save" }, { id: "soi" });
  assert.equal(saves(), 1);
});

test("a forged answer of the page is shown at most: it never saves", async () => {
  const { asked, document, window } = await running();
  const body = { data: { user: { username: "hoa.nho", follower_count: 1 } } };
  document.dispatchEvent(
    new window.CustomEvent("soi:answer", { detail: JSON.stringify({ path: "/graphql/query", name: "x", body }) }),
  );
  document.dispatchEvent(new window.CustomEvent("soi:answer", { detail: JSON.stringify({ type: "shortlist.save" }) }));
  await setTimeout(SOON);
  assert.deepEqual([...new Set(asked.map(({ type }) => type))].sort(), ["profile.check", "ui.start"]);
});
