/**
 * Acts on the shortlist. A save is written down before it is sent and crossed out once the server has confirmed it,
 * so that a worker killed midway, or a server that was off, only delays it: the PUT is the same however often it is sent.
 */
import { Failed } from "./failure.js";
import { request } from "./server.js";
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

/** @param {string} username */
const pathOf = (username) => `/api/v1/shortlist/${encodeURIComponent(username)}`;

/** @param {string} username @returns {Promise<ShortlistEntry>} */
export async function save(username) {
  await state.addPendingSave({ username, at: Date.now() });
  try {
    return await put(username);
  } catch (error) {
    if (!(error instanceof Failed && PASSING.has(error.code))) await state.removePendingSave(username);
    throw error;
  }
}

/** @param {string} username */
async function put(username) {
  const entry = await request("PUT", pathOf(username), { body: {} });
  await state.removePendingSave(username);
  return entry;
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

/** What was there before; null where there was nothing. @param {string} username @returns {Promise<ShortlistEntry | null>} */
export async function undo(username) {
  await state.removePendingSave(username);
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

/** @param {string} username @param {string} signal @param {import("../../types/messages").Ruling | null} ruling */
export async function rule(username, signal, ruling) {
  const path = `/api/v1/creators/${encodeURIComponent(username)}/rulings/${encodeURIComponent(signal)}`;
  await (ruling ? request("PUT", path, { body: { ruling } }) : request("DELETE", path));
  return null;
}
