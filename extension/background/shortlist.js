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
/** Failures after which sending the same again can succeed. @type {ReadonlySet<string>} */
const PASSING = new Set([
  "server_off",
  "timeout",
  "busy",
  "internal",
  "unauthorized",
  "server_foreign",
  "version_mismatch",
]);

/** Taken back by the person, perhaps while the save was on its way. @type {Set<string>} */
const cancelled = new Set();

/** @param {string} username */
const pathOf = (username) => `/api/v1/shortlist/${encodeURIComponent(username)}`;

/** null while the save waits for Soi: see resume. @param {string} username @returns {Promise<ShortlistEntry | null>} */
export async function save(username) {
  cancelled.delete(username);
  await state.addPendingSave({ username, at: Date.now() });
  try {
    return await put(username);
  } catch (error) {
    if (error instanceof Failed && PASSING.has(error.code)) return null;
    await state.removePendingSave(username);
    throw error;
  }
}

/** @param {string} username */
async function put(username) {
  const { status, body } = await answered("PUT", pathOf(username), { body: {} });
  const isNew = status === 201;
  await state.setNewlySaved(username, isNew);
  await state.removePendingSave(username);
  if (cancelled.delete(username) && isNew) await request("POST", `${pathOf(username)}/undo`);
  return body;
}

/** A save that waits is not sent any more; one that is just being sent is undone. @param {string} username */
export async function cancel(username) {
  cancelled.add(username);
  await state.removePendingSave(username);
  return null;
}

/** Finishes what an earlier life of the worker has begun. Never rejects; true if nothing is left. */
export async function resume() {
  for (const { username, at } of await state.pendingSaves()) {
    try {
      if (Date.now() - at > KEEP_MS) await state.removePendingSave(username);
      else await put(username);
    } catch (error) {
      if (!(error instanceof Failed) || PASSING.has(error.code)) return false;
      await state.removePendingSave(username);
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
  const path = `/api/v1/creators/${encodeURIComponent(username)}/rulings/${encodeURIComponent(signal)}`;
  await (ruling ? request("PUT", path, { body: { ruling, note } }) : request("DELETE", path));
  return null;
}
