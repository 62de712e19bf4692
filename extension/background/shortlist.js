/**
 * Acts on the shortlist. A save is written down before it is sent and crossed out once the server has confirmed it,
 * so that a worker killed midway, or a server that was off, only delays it: the PUT is the same however often it is sent.
 */
import { Failed } from "./failure.js";
import { answered, request } from "./server.js";
import * as state from "./state.js";

/** @typedef {import("../../types/messages").ShortlistEntry} ShortlistEntry */

/** A save that could not be sent for this long is given up: the person has moved on. */
const KEEP_MS = 24 * 3_600_000;
/** Failures after which sending the same again can succeed, and what the person is told of the save meanwhile. @type {ReadonlyMap<string, Waiting>} */
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

/** @typedef {import("./state.js").PendingSave} PendingSave */
/** @typedef {import("../../types/messages").Waiting} Waiting */

/** @param {string} username */
const pathOf = (username) => /** @type {const} */ (`/api/v1/shortlist/${encodeURIComponent(username)}`);

/** The entry as it is now, null without one. @param {string} username @returns {Promise<ShortlistEntry | null>} */
export async function look(username) {
  try {
    return await request("GET", pathOf(username));
  } catch (error) {
    if (error instanceof Failed && error.code === "not_found") return null;
    throw error;
  }
}

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

/** The entry, or why the save waits: see resume. @param {string} username @returns {Promise<ShortlistEntry | { waits: Waiting }>} */
export async function save(username) {
  const before = await state.pendingSave(username);
  const pending = { username, at: before?.at ?? Date.now() }; // pressed twice is one save, also if cancelled between
  await state.addPendingSave(pending);
  try {
    return await put(pending);
  } catch (error) {
    const waits = error instanceof Failed && PASSING.get(error.code);
    if (waits) return { waits };
    await state.removePendingSave(username);
    throw error;
  }
}

/** @param {PendingSave} pending */
async function put({ username, at }) {
  const { status, body } = await answered("PUT", pathOf(username), { body: {} });
  const isOurs = Number(body.version) === 1 && (await state.isNewlySaved(username)); // finished by resume, then asked again
  const isNew = status === 201 || isOurs || isMadeBy(body, at);
  await state.setNewlySaved(username, isNew);
  const now = await state.pendingSave(username);
  if (now?.cancelled && isNew) await request("POST", `${pathOf(username)}/undo`);
  await state.removePendingSave(username);
  return body;
}

/**
 * An entry that nobody has changed since, added after the press, is the press's own: the answer that said so was lost.
 * The server's clock is this computer's.
 * @param {ShortlistEntry} entry @param {number} at
 */
function isMadeBy({ version, added_at }, at) {
  return Number(version) === 1 && Date.parse(added_at ?? "") >= at;
}

/**
 * A save that waits is not sent any more; one that is on its way is undone, by the next life of the worker if this
 * one does not see its end.
 * @param {string} username
 */
export async function cancel(username) {
  await state.cancelPendingSave(username);
  return null;
}

/** What a save has brought about that was cancelled and whose end was not seen. @param {PendingSave} pending */
async function takeBack({ username, at }) {
  const entry = await look(username);
  if (entry && isMadeBy(entry, at)) await request("POST", `${pathOf(username)}/undo`);
  await state.removePendingSave(username);
}

/** @type {Promise<boolean> | null} */
let resuming = null;

/** Finishes what an earlier life of the worker has begun. Never rejects; true if nothing is left. @returns {Promise<boolean>} */
export function resume() {
  resuming ??= resumeAll().finally(() => (resuming = null)); // two checks at once would send everything twice
  return resuming;
}

async function resumeAll() {
  for (const pending of await state.pendingSaves()) {
    try {
      if (Date.now() - (pending.since ?? pending.at) > KEEP_MS) await state.removePendingSave(pending.username);
      else await (pending.cancelled ? takeBack(pending) : put(pending));
    } catch (error) {
      if (!(error instanceof Failed) || PASSING.has(error.code)) return false;
      await state.removePendingSave(pending.username);
    }
  }
  return true;
}

/**
 * What was there before; null where there was nothing. A creator who was on the list before the press stays: the
 * server's undo would take back somebody's earlier change.
 * @param {string} username @returns {Promise<ShortlistEntry | null>}
 */
export async function undo(username) {
  await state.removePendingSave(username);
  if (!(await state.isNewlySaved(username))) return request("GET", pathOf(username));
  return (await request("POST", `${pathOf(username)}/undo`)) ?? null;
}

/**
 * @param {string} username @param {number | string} version of the entry that was on show
 * @param {{status?: string, note?: string, reject_reason?: string}} changes
 * @returns {Promise<ShortlistEntry>}
 */
export function annotate(username, version, changes) {
  return request("PATCH", pathOf(username), { body: changes, headers: { "If-Match": `"${version}"` } });
}

/**
 * @param {string} username @param {string} signal
 * @param {import("../../types/messages").Ruling | null} ruling null takes it back, note and all @param {string} note
 */
export async function rule(username, signal, ruling, note) {
  const path = /** @type {const} */ (
    `/api/v1/creators/${encodeURIComponent(username)}/rulings/${encodeURIComponent(signal)}`
  );
  await (ruling ? request("PUT", path, { body: { ruling, note } }) : request("DELETE", path));
  return null;
}
