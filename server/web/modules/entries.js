// The shortlist in this tab: loaded once, then kept live by asking what has changed.

import { Refused, call, hasSession } from "./api.js";

/** @typedef {{ value: number, low: number, high: number }} Figure */
/**
 * @typedef {object} Visit
 * @property {string} at
 * @property {string | null} verdict
 * @property {string | null} tier
 * @property {Figure | null} followers
 * @property {Figure | null} following
 * @property {Figure | null} post_count
 * @property {Figure | null} engagement_rate
 * @property {number | null} engagement_score
 * @property {number | null} n_posts
 * @property {Figure | null} suspicion
 * @property {string | null} model_version
 * @property {string | null} audit_id
 */
/**
 * @typedef {object} Entry
 * @property {string} username
 * @property {string | null} full_name
 * @property {string} status
 * @property {string | null} reject_reason
 * @property {string[]} tags
 * @property {string} note
 * @property {string | null} owner
 * @property {{ amount: number, currency: string } | null} price_asked
 * @property {string} added_at
 * @property {number} version
 * @property {Visit | null} last_check
 */
/** What a listener is told: everything is new, or these came, changed or went. @typedef {{ all: boolean, changed: Entry[], gone: string[] }} News */

const EVERY = 2000;
const UNKNOWN = "100000000000000000"; // a number that the server has never given: it answers with the present one
const ONE_BY_ONE = 20;
const AT_FIRST = 200; // shown while the rest of a long list is on its way

/** @type {Map<string, Entry>} */
const known = new Map();
/** Entries met before the list was asked for. @type {Map<string, Entry>} */
const single = new Map();
let sequence = "";
let total = 0;
/** The list is being loaded. @type {Promise<void> | null} */
let loading = null;

/** All entries, newest first. */
export function entries() {
  return [...known.values()];
}

/** @param {string} username */
export function entryOf(username) {
  return known.get(username) ?? single.get(username);
}

/** How many there are, those included that are still on their way. */
export function count() {
  return Math.max(total, known.size);
}

/** Load what is shown first, unless this tab has the list; the rest of a long one follows, see `watchEntries`. */
export async function loadEntries() {
  if (sequence || known.size) return;
  const answer = await call("GET", `/shortlist?limit=${AT_FIRST}`);
  for (const entry of answer.entries) known.set(entry.username, entry);
  total = answer.total;
}

async function loadAll() {
  const changes = await call("GET", `/changes?since=${UNKNOWN}`); // before the list: what changes meanwhile is told again
  const answer = await call("GET", "/shortlist");
  known.clear();
  for (const entry of answer.entries) known.set(entry.username, entry);
  total = answer.total;
  sequence = String(changes.sequence);
}

/** Tells whether two lists are the same. */
function fingerprint() {
  return entries()
    .map((entry) => `${entry.username} ${entry.version} ${entry.last_check?.at}`)
    .join("\n");
}

/** The list as a whole, loaded once at a time. */
function complete() {
  loading ??= loadAll().finally(() => {
    loading = null;
  });
  return loading;
}

/**
 * Tell what changes, until the page is left.
 * @param {(news: News) => void} listener
 * @param {AbortSignal} signal
 */
export function watchEntries(listener, signal) {
  const look = async () => {
    if (document.hidden || !hasSession() || loading) return;
    const news = await latest().catch(() => null); // a server that is off is said by the shell
    if (news && !signal.aborted) listener(news);
  };
  const timer = setInterval(look, EVERY);
  if (!sequence) look();
  signal.addEventListener("abort", () => clearInterval(timer));
}

/** @returns {Promise<News | null>} */
async function latest() {
  if (!sequence) {
    const before = fingerprint();
    await complete();
    return fingerprint() === before ? null : { all: true, changed: [], gone: [] };
  }
  const answer = await call("GET", `/changes?since=${sequence}`);
  if (String(answer.sequence) === sequence) return null;
  const names = [...new Set(answer.changes.map((/** @type {any} */ each) => each.username).filter(Boolean))];
  if (answer.reset || names.length > ONE_BY_ONE) {
    await complete();
    return { all: true, changed: [], gone: [] };
  }
  /** @type {News} */
  const news = { all: false, changed: [], gone: [] };
  for (const name of names) note(news, name, await present(name));
  sequence = String(answer.sequence);
  return news;
}

/**
 * @param {News} news
 * @param {string} name
 * @param {Entry | null} entry
 */
function note(news, name, entry) {
  if (entry) {
    const before = known.get(entry.username);
    if (before && JSON.stringify(before) === JSON.stringify(entry)) return;
    remember(entry);
    news.changed.push(entry);
  }
  if (entry?.username !== name && known.delete(name)) news.gone.push(name);
}

/** @param {string} name @returns {Promise<Entry | null>} */
async function present(name) {
  try {
    return await call("GET", `/shortlist/${encodeURIComponent(name)}`);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}

/**
 * Know an entry that another answer brought.
 * @param {Entry} entry
 */
export function adopt(entry) {
  if (sequence || known.has(entry.username)) remember(entry);
  else single.set(entry.username, entry);
}

/** @param {Entry} entry */
function remember(entry) {
  known.set(entry.username, entry);
}

/**
 * Change an entry as it is known here. A Refused of status 412 means that it was changed elsewhere since; the present
 * entry is then known here.
 * @param {string} username
 * @param {Record<string, unknown>} changes
 * @returns {Promise<Entry>}
 */
export async function change(username, changes) {
  const version = entryOf(username)?.version ?? 0;
  try {
    const entry = await call("PATCH", place(username), changes, { "If-Match": `"${version}"` });
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
  if (entry) remember(entry);
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
  return answer;
}

/** @param {string} username */
function place(username) {
  return `/shortlist/${encodeURIComponent(username)}`;
}
