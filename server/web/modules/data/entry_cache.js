// The shortlist as it is known in this tab, and what can be done to an entry of it. See live.js for how it comes here.

import { Refused, call } from "./api.js";
import { forgetTraces } from "./erased.js";

/** @typedef {import("api").Figure} Figure */
/** @typedef {import("api").Visit} Visit */
/** @typedef {import("api").Entry} Entry */

/** The entries of the list. @type {Map<string, Entry>} */
export const known = new Map();
/** Entries met before the list was asked for. @type {Map<string, Entry>} */
const single = new Map();

/** All entries that are here. */
export function entries() {
  return [...known.values()];
}

/** Know nothing: the store holds another list now. */
export function forgetEntries() {
  known.clear();
  single.clear();
}

/** @param {string} username */
export function entryOf(username) {
  return known.get(username) ?? single.get(username);
}

/**
 * Know an entry that another answer brought.
 * @param {Entry} entry
 */
export function adopt(entry) {
  (known.size ? known : single).set(entry.username, entry);
}

/**
 * Change an entry as it is known here. A Refused of status 412 means that it was changed elsewhere since; the present
 * entry is then known here.
 * @param {string} username
 * @param {Record<string, unknown>} changes
 * @param {number} [version] that the person saw; the one that is known by now, unless it is said
 * @param {boolean} [outlives] see `call`
 * @returns {Promise<Entry>}
 */
export async function change(username, changes, version = entryOf(username)?.version ?? 0, outlives = false) {
  try {
    const entry = await call("PATCH", place(username), changes, { "If-Match": `"${version}"` }, outlives);
    adopt(entry);
    return entry;
  } catch (error) {
    if (error instanceof Refused && error.answer?.current) adopt(error.answer.current);
    throw error;
  }
}

/**
 * Take an entry off the list; its history stays, and it can be put back.
 * @param {string} username
 */
export async function remove(username) {
  await call("DELETE", place(username));
  known.delete(username);
}

/**
 * Take back the last change of an entry.
 * @param {string} username
 * @returns {Promise<Entry | null>}
 */
export async function undo(username) {
  const entry = await call("POST", `${place(username)}/undo`);
  if (entry) known.set(entry.username, entry);
  else known.delete(username);
  return entry;
}

/**
 * Erase a creator everywhere; nothing brings this back.
 * @param {string} username
 */
export async function erase(username) {
  const answer = await call("DELETE", `/creators/${encodeURIComponent(username)}`);
  known.delete(username);
  forgetTraces(username);
  return answer;
}

/** @param {string} username */
function place(username) {
  return /** @type {const} */ (`/shortlist/${encodeURIComponent(username)}`);
}
