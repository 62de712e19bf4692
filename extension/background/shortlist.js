/**
 * Acts on the shortlist. What a person presses is written down before it is sent and crossed out once the server has
 * confirmed it, so that a worker killed midway, or a server that was off, only delays it: it is the same however often it is sent.
 */
import { Failed } from "./failure.js";
import { answered, request } from "./server.js";
import * as state from "./state.js";

/** @typedef {import("../../types/messages").ShortlistEntry} ShortlistEntry */

/** What could not be sent for this long is given up: the person has moved on. */
const KEEP_MS = 24 * 3_600_000;
/** Failures after which sending the same again can succeed, and what the person is told of it meanwhile. @type {ReadonlyMap<string, Waiting>} */
const PASSING = new Map(
  Object.entries({
    server_off: "save_failed_kept",
    timeout: "save_waits_busy",
    busy: "save_waits_busy",
    internal: "save_waits_busy",
    unauthorized: "save_waits_connection",
    server_foreign: "save_waits_connection",
    version_mismatch: "save_waits_connection",
  }),
);

/** Refusals that the same would meet again, however often it is sent. @type {ReadonlySet<string>} */
const FINAL = new Set(["not_found", "gone", "forbidden", "refused", "too_large", "too_many"]);
/** The server's clock is known to a second: a ruling of the person's own from just before is no later one. */
const DOUBT_MS = 2_000;

/** @typedef {import("./state.js").Pending} Pending */
/** @typedef {{status?: string, note?: string, reject_reason?: string}} Changes */
/** @typedef {import("../../types/messages").Waiting} Waiting */

/** @param {string} username */
const pathOf = (username) => /** @type {const} */ (`/api/v1/shortlist/${encodeURIComponent(username)}`);

/**
 * The entry as it is now, null without one; and how far the clock is ahead that its times are of.
 * @param {string} username @returns {Promise<{entry: ShortlistEntry | null, ahead: number}>}
 */
async function seen(username) {
  try {
    const { body, ahead } = await answered("GET", pathOf(username));
    return { entry: body, ahead };
  } catch (error) {
    if (error instanceof Failed && error.code === "not_found") return { entry: null, ahead: 0 };
    throw error;
  }
}

/** @param {string} username @returns {Promise<ShortlistEntry | null>} */
export const look = async (username) => (await seen(username)).entry;

/** Kinds of change after which an entry may be another, or read otherwise. @type {ReadonlySet<string>} */
const OF_ENTRY = new Set(["entry", "erased"]);

/** Whom each tab follows, up to which change; null while it asks. A new life of the worker looks at the entry once. @type {Map<number, {username: string, since: number | null}>} */
const followed = new Map();
const MOST_FOLLOWED = 100;
/** What the server said last: the list has no members. */
let alone = false;

/** Whether only this person changes the list, who cannot do so elsewhere while at work in a page. */
export const isAlone = () => alone;

/**
 * The entry where it may have changed since the tab asked last, by whomever; undefined where nothing did.
 * @param {string} username @param {number} tab @returns {Promise<ShortlistEntry | null | undefined>}
 */
export async function news(username, tab) {
  const before = followed.get(tab);
  const isSame = before?.username === username;
  if (isSame && before.since === null) return undefined; // the answer to the last question is on its way
  const now = { username, since: /** @type {number | null} */ (null) };
  if (followed.size >= MOST_FOLLOWED) followed.clear();
  followed.set(tab, now);
  try {
    const since = (isSame && before.since) || 0;
    const { sequence, reset, changes, shared } = await request("GET", `/api/v1/changes?since=${since}`);
    alone = shared === false;
    const isOfIt = (/** @type {{kind: string, username: string | null}} */ one) =>
      one.kind === "settings" || (one.username === username && OF_ENTRY.has(one.kind));
    const entry = reset || changes.some(isOfIt) ? await look(username) : undefined;
    now.since = sequence;
    return entry;
  } finally {
    now.since ??= 0; // it failed: the next question looks at everything
  }
}

/** Sent by this life of the worker, and not answered yet. @type {Set<Pending>} */
const underWay = new Set();

/**
 * What comes of it, or why it waits: see resume.
 * @template T @param {Pending} pending @param {() => Promise<T>} send @returns {Promise<T | { waits: Waiting }>}
 */
async function kept(pending, send) {
  underWay.add(pending);
  try {
    await state.addPending(pending);
    const result = await send();
    await state.removePending(pending);
    return result;
  } catch (error) {
    const waits = error instanceof Failed && PASSING.get(error.code);
    if (waits) return { waits };
    await state.removePending(pending);
    throw error;
  } finally {
    underWay.delete(pending);
  }
}

/** @param {string} username @returns {Promise<ShortlistEntry | { waits: Waiting }>} */
export async function save(username) {
  const before = await state.pendingSave(username);
  const pending = { username, at: before?.at ?? Date.now() }; // pressed twice is one save, also if cancelled between
  return kept(pending, () => put(pending));
}

/** @param {Pending} pending @returns {Promise<ShortlistEntry>} */
async function put({ username, at }) {
  const { status, body, ahead } = await answered("PUT", pathOf(username), { body: {} });
  const isOurs = Number(body.version) === 1 && (await state.isNewlySaved(username)); // finished by resume, then asked again
  const isNew = status === 201 || isOurs || isMadeBy(body, at + ahead);
  await state.setNewlySaved(username, isNew);
  const now = await state.pendingSave(username);
  if (now?.cancelled && isNew) await request("POST", `${pathOf(username)}/undo`);
  return body;
}

/**
 * An entry that nobody has changed since, added after the press, is the press's own: the answer that said so was lost.
 * @param {ShortlistEntry} entry @param {number} at by the server's clock
 */
function isMadeBy({ version, added_at }, at) {
  return Number(version) === 1 && Date.parse(added_at ?? "") >= at;
}

/**
 * What waits is not sent any more; a save that is on its way is undone, by the next life of the worker if this one does
 * not see its end.
 * @param {string} username
 */
export async function cancel(username) {
  await state.cancelPending(username);
  return null;
}

/** What a save has brought about that was cancelled and whose end was not seen. @param {Pending} pending */
async function takeBack({ username, at }) {
  const { entry, ahead } = await seen(username);
  if (entry && isMadeBy(entry, at + ahead)) await request("POST", `${pathOf(username)}/undo`);
}

/** @type {Promise<boolean> | null} */
let resuming = null;

/** Finishes what an earlier life of the worker has begun. Never rejects; true if nothing is left. @returns {Promise<boolean>} */
export function resume() {
  resuming ??= resumeAll().finally(() => (resuming = null)); // two checks at once would send everything twice
  return resuming;
}

async function resumeAll() {
  for (const pending of await state.pending()) {
    if (!(await state.pending()).includes(pending)) continue; // cancelled, or pressed anew, while the one before was sent
    if (pending.act && underWay.has(pending)) continue; // a change that is sent twice would meet its own as another's
    try {
      if (Date.now() - (pending.since ?? pending.at) <= KEEP_MS) await finish(pending);
    } catch (error) {
      if (!(error instanceof Failed && FINAL.has(error.code))) return false;
    }
    await state.removePending(pending);
  }
  return true;
}

/** @param {Pending} pending @returns {Promise<unknown>} */
function finish(pending) {
  if (pending.act === "change") return amend(pending);
  if (pending.act === "ruling") return ruleLate(pending);
  return pending.cancelled ? takeBack(pending) : put(pending);
}

/**
 * What was there before; null where there was nothing. A creator who was on the list before the press stays: the
 * server's undo would take back somebody's earlier change.
 * @param {string} username @returns {Promise<ShortlistEntry | null>}
 */
export async function undo(username) {
  const waiting = await state.pendingSave(username);
  if (waiting) await state.removePending(waiting);
  if (!(await state.isNewlySaved(username))) return request("GET", pathOf(username));
  return (await request("POST", `${pathOf(username)}/undo`)) ?? null;
}

/**
 * @param {string} username @param {number | string} version of the entry that was on show
 * @param {Changes} changes
 * @returns {Promise<ShortlistEntry | { waits: Waiting }>}
 */
export async function annotate(username, version, changes) {
  const before = await state.pendingChange(username);
  const now = { username, act: /** @type {const} */ ("change"), at: Date.now(), version, changes };
  if (!before) return kept(now, () => patch(username, version, changes));
  const both = { ...now, version: before.version, changes: joined(before.changes, changes), since: now.at };
  if (!changes.status) both.at = before.at; // of two statuses the later one stands: this is as old as it was
  return kept(both, () => amend(both)); // the entry may be another since the first was pressed
}

/** The later of each; a reason goes with the status that it was given for. @param {Changes} before @param {Changes} now */
function joined({ reject_reason, ...before }, now) {
  const isRejected = (now.status ?? "rejected") === "rejected";
  return { ...before, ...(isRejected && reject_reason !== undefined ? { reject_reason } : {}), ...now };
}

/** @param {string} username @param {number | string} version @param {object} changes @returns {Promise<ShortlistEntry>} */
function patch(username, version, changes) {
  return request("PATCH", pathOf(username), { body: changes, headers: { "If-Match": `"${version}"` } });
}

/**
 * A change that waited. What somebody else has made of the entry since stands: their status where it is the later one,
 * and their note, to which this one is added. @param {Pending & {act: "change"}} pending
 */
async function amend({ username, at, version, changes }) {
  try {
    return await patch(username, version, changes);
  } catch (error) {
    if (!(error instanceof Failed && error.code === "conflict")) throw error;
  }
  const { entry, ahead } = await seen(username);
  if (!entry) throw new Failed("not_found");
  const rest = restOf(changes, entry, at + ahead);
  return Object.keys(rest).length > 0 ? patch(username, entry.version, rest) : entry;
}

/**
 * @param {Changes} changes @param {ShortlistEntry} entry
 * @param {number} at by the server's clock
 */
function restOf({ note, ...status }, entry, at) {
  const theirs = entry.note ?? "";
  const whole = note?.includes(theirs) ? note : `${theirs}\n${note}`; // theirs may be what was sent, and grew since
  const added = note && !theirs.includes(note) ? { note: whole } : {};
  return { ...(Date.parse(entry.status_at) < at ? status : {}), ...added };
}

/**
 * @param {string} username @param {string} signal
 * @param {import("../../types/messages").Ruling | null} ruling null takes it back, note and all @param {string} note
 */
export function rule(username, signal, ruling, note) {
  const pending = { username, act: /** @type {const} */ ("ruling"), at: Date.now(), signal, ruling, note };
  return kept(pending, () => sendRuling(pending));
}

/** @param {string} username */
const recordOf = (username) => /** @type {const} */ (`/api/v1/creators/${encodeURIComponent(username)}`);

/**
 * A ruling that waited. What somebody else has said of the sign since stands; nobody who was erased comes back by it.
 * @param {Pending & {act: "ruling"}} pending
 */
async function ruleLate(pending) {
  const { body, ahead } = await answered("GET", recordOf(pending.username));
  const theirs = body.rulings.find(({ signal }) => signal === pending.signal);
  if (!theirs || Date.parse(theirs.at) < pending.at + ahead + DOUBT_MS) await sendRuling(pending);
}

/** @param {Pending & {act: "ruling"}} pending */
async function sendRuling({ username, signal, ruling, note }) {
  const path = /** @type {const} */ (`${recordOf(username)}/rulings/${encodeURIComponent(signal)}`);
  await (ruling ? request("PUT", path, { body: { ruling, note } }) : request("DELETE", path));
  return null;
}
