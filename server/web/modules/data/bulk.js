// Many entries changed by one request, and all of it taken back by one. This tab knows them at once, before it asks again.

import { Refused, call } from "./api.js";
import { entryOf, known } from "./entry_cache.js";
import { lookNow } from "./entry_sync.js";

/** @typedef {import("./entry_cache.js").Entry} Entry */
/**
 * @typedef {object} BulkChange
 * @property {Partial<Pick<Entry, "status" | "stage" | "reject_reason" | "owner" | "price_asked">>} [set]
 * @property {string[]} [add_tags]
 * @property {string[]} [remove_tags]
 * @property {true} [remove] take them off the list
 */

/** What stood there before the newest steps, for those that are taken back. @type {Map<number, Entry[]>} */
const before = new Map();
const STEPS = 10;

/**
 * Change those that stand as this tab knows them; one that was changed elsewhere meanwhile is left alone and told.
 * @param {string[]} names
 * @param {BulkChange} wanted
 * @returns {Promise<{ activity: number | null, done: string[], refused: string[] }>}
 */
export async function changeMany(names, wanted) {
  const rows = names.map((username) => ({ username, version: entryOf(username)?.version ?? null }));
  try {
    return { ...(await send(rows, wanted)), refused: [] };
  } catch (error) {
    const conflicts = error instanceof Refused ? error.answer?.conflicts : null;
    if (!conflicts) throw error;
    const late = new Set(conflicts.map((each) => each.username));
    const rest = rows.filter((row) => !late.has(row.username));
    lookNow();
    const refused = names.filter((name) => late.has(name));
    return rest.length ? { ...(await send(rest, wanted)), refused } : { activity: null, done: [], refused };
  }
}

/**
 * @param {{ username: string, version: number | null }[]} entries
 * @param {BulkChange} wanted
 */
async function send(entries, wanted) {
  /** @type {import("api").BulkSaved} */
  const { activity, saved } = await call("POST", "/shortlist/changes", { entries, ...wanted });
  const old = saved.flatMap(({ username }) => entryOf(username) ?? []);
  if (activity !== null) remember(activity, old);
  for (const { username, version } of saved) follow(username, version, wanted);
  return { activity, done: saved.map((each) => each.username) };
}

/**
 * @param {number} activity
 * @param {Entry[]} old
 */
function remember(activity, old) {
  before.set(activity, old);
  for (const step of [...before.keys()].slice(0, -STEPS)) before.delete(step);
}

/**
 * What the server has done, here too; the rest of the entry comes with the next look.
 * @param {string} username
 * @param {number} version
 * @param {BulkChange} wanted
 */
function follow(username, version, { set = {}, add_tags: added = [], remove_tags: removed = [], remove }) {
  const entry = entryOf(username);
  if (remove) known.delete(username);
  if (remove || !entry) return;
  const tags = [...new Set([...entry.tags, ...added])].filter((tag) => !removed.includes(tag));
  known.set(username, { ...entry, ...set, tags, version });
}

/**
 * Take back all that one step did; `kept` was changed since and stays.
 * @param {number} activity
 * @returns {Promise<import("api").EntriesUndone>}
 */
export async function undoMany(activity) {
  const answer = await call("POST", `/activity/${activity}/undo`);
  const undone = new Set(answer.undone);
  for (const entry of before.get(activity) ?? []) if (undone.has(entry.username)) known.set(entry.username, entry);
  before.delete(activity);
  lookNow();
  return answer;
}
