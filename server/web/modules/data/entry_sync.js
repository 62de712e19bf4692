// How the shortlist comes into this tab and stays true: its newest entries at once, the rest in parts, then what changes.

import { Refused, call, hasSession } from "./api.js";
import { forgetEntries, known } from "./entry_cache.js";

/** @typedef {import("./entry_cache.js").Entry} Entry */
/** What a listener is told: everything is new, or these came, changed or went. @typedef {{ all: boolean, changed: Entry[], gone: string[] }} News */
/** @typedef {(news: News) => void} Listener */

const EVERY = 2000;
const UNKNOWN = "100000000000000000"; // a number that the server has never given: it answers with the present one
const ONE_BY_ONE = 20;
const AT_FIRST = 200; // what is shown while the rest of a long list is on its way
const A_PART = 1000; // small enough that taking it in holds up neither scrolling nor typing

/** How far the changes are known here; "" before they were asked for. */
let sequence = "";
/** The list was asked for, and how much of it was read and there was to read. */
const list = { asked: false, read: 0, total: 0 };
/** What is going on: two that load at once would count each other's entries. @type {Promise<unknown>} */
let turn = Promise.resolve();

/** How many there are, those included that are still on their way. */
export function count() {
  return isPartial() ? list.total : known.size;
}

/** Whether some are still on their way. */
export function isPartial() {
  return list.read < list.total;
}

/** Load what is shown first, unless this tab has the list; the rest of a long one follows, see `watchEntries`. */
export function loadEntries() {
  return inTurn(async () => {
    if (list.asked) return;
    const { sequence: now } = await present(); // before the list: what changes meanwhile is told again
    const answer = await part(0, AT_FIRST);
    known.clear();
    takeIn(answer);
    list.asked = true;
    sequence = now;
  });
}

/** Know nothing and load anew next time: the store holds another list. */
export function forgetList() {
  forgetEntries();
  Object.assign(list, { asked: false, read: 0, total: 0 });
  sequence = "";
}

/** Looks at once, where a page listens. */
let look = () => {};

/** Something was done of which this tab does not know the whole. */
export function lookNow() {
  look();
}

/**
 * Tell what comes and what changes, until the page is left.
 * @param {Listener} listener
 * @param {AbortSignal} signal
 */
export function watchEntries(listener, signal) {
  let busy = false;
  const once = async () => {
    if (document.hidden || !hasSession() || busy) return;
    busy = true;
    try {
      await inTurn(() => (signal.aborted ? null : lookOnce(listener, signal)));
    } catch (error) {
      if (!(error instanceof Refused)) throw error; // a server that is off is said by the shell
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(once, EVERY);
  look = once;
  once();
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    if (look === once) look = () => {};
  });
}

/**
 * @template T
 * @param {() => T | Promise<T>} action
 * @returns {Promise<T>}
 */
function inTurn(action) {
  const done = turn.then(action);
  turn = done.catch(() => null);
  return done;
}

/**
 * @param {Listener} listener
 * @param {AbortSignal} signal
 */
async function lookOnce(listener, signal) {
  const wasPartial = isPartial();
  while (isPartial()) {
    const changed = takeIn(await part(list.read, A_PART));
    if (signal.aborted) return;
    listener({ all: false, changed, gone: [] });
  }
  const news = await latest();
  if (news && !signal.aborted) listener(news);
  // One that was taken off meanwhile has moved the others up, past what was read.
  if (wasPartial && (await part(0, 1)).total !== known.size) listener(await readAgain());
}

/** @returns {Promise<News | null>} */
async function latest() {
  if (!sequence) {
    sequence = (await present()).sequence;
    return null;
  }
  const answer = await call("GET", `/changes?since=${sequence}`);
  if (String(answer.sequence) === sequence) return null;
  const names = [...new Set(answer.changes.flatMap(({ username }) => username ?? []))];
  if (answer.reset || names.length > ONE_BY_ONE) return readAgain();
  /** @type {News} */
  const news = { all: false, changed: [], gone: [] };
  for (const name of names) note(news, name, await entryNow(name));
  sequence = String(answer.sequence);
  return news;
}

/** Read the whole list while the old one stands. @returns {Promise<News>} */
async function readAgain() {
  const { sequence: now } = await present();
  /** @type {Map<string, Entry>} */
  const fresh = new Map();
  for (let read = 0, total = 1; list.asked && read < total;) {
    const answer = await part(read, A_PART);
    for (const entry of answer.entries) fresh.set(entry.username, unlessSame(entry));
    read += answer.entries.length;
    total = answer.entries.length ? answer.total : 0;
  }
  known.clear();
  for (const [name, entry] of fresh) known.set(name, entry);
  list.read = list.total;
  sequence = now;
  return { all: true, changed: [], gone: [] };
}

/**
 * An entry that has not changed stays the same object: what was worked out from it still holds.
 * @param {Entry} entry
 */
function unlessSame(entry) {
  const before = known.get(entry.username);
  const same = before?.version === entry.version && before.last_check?.at === entry.last_check?.at;
  return before && same ? before : entry;
}

/** The number of the newest change. */
async function present() {
  const { sequence: now } = await call("GET", `/changes?since=${UNKNOWN}`);
  return { sequence: String(now) };
}

/**
 * @param {number} offset
 * @param {number} limit
 * @returns {Promise<{ entries: Entry[], total: number }>}
 */
function part(offset, limit) {
  return call("GET", `/shortlist?limit=${limit}&offset=${offset}`);
}

/**
 * Know what a part has brought; gives what was not known before.
 * @param {{ entries: Entry[], total: number }} answer
 */
function takeIn(answer) {
  const found = answer.entries.filter((entry) => !known.has(entry.username));
  for (const entry of found) known.set(entry.username, entry);
  list.read += answer.entries.length;
  list.total = answer.entries.length ? answer.total : list.read;
  return found;
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
    known.set(entry.username, entry);
    news.changed.push(entry);
  }
  if (entry?.username !== name && known.delete(name)) news.gone.push(name);
}

/** @param {string} name @returns {Promise<Entry | null>} */
async function entryNow(name) {
  try {
    return await call("GET", `/shortlist/${encodeURIComponent(name)}`);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}
