// Of somebody who is erased nothing stays in this browser, whether it was done in this tab, in another one or by a colleague.

import { Refused, call, forgetAllButSession } from "./api.js";
import { forgetBatched } from "./batch.js";
import { draftedNames, forgetDraftsOf } from "./drafts.js";
import { forgetOrdered } from "./order.js";
import { isSeen, keepQueue, queue } from "./queue.js";

/** How far this browser has heard what was erased. */
const HEARD = "soi.heard";
const UNKNOWN = "100000000000000000"; // a number that the server has never given: it answers with the present one
const MOST_ASKED = 100;

/** What a tab remembers beside: hears who is erased, null for everybody. @type {Set<(name: string | null) => void>} */
const listeners = new Set();

/** @param {(name: string | null) => void} listener */
export function onErased(listener) {
  listeners.add(listener);
}

/** @param {string} name */
export function forgetTraces(name) {
  forgetDraftsOf(name);
  const waiting = queue();
  const others = waiting.filter((item) => item.name !== name);
  if (others.length < waiting.length) keepQueue(others);
  forgetBatched(name);
  forgetOrdered(name);
  for (const listener of listeners) listener(name);
}

/** Everything but those keys of this browser; the session of this tab goes on. @param {Set<string>} spared */
export function forgetEverybody(spared) {
  for (const listener of listeners) listener(null);
  forgetOrdered(null);
  for (const key of Object.keys(localStorage)) if (!spared.has(key)) localStorage.removeItem(key);
  forgetAllButSession();
}

/** Ask whom others have erased since this browser last heard of it; where that is too long ago, who is no longer known. */
export async function hearErased() {
  const { sequence, reset, changes } = await call("GET", `/changes?since=${localStorage.getItem(HEARD) ?? UNKNOWN}`);
  const erased = reset ? await unknownOf(namesHere()) : changes.flatMap(erasedBy);
  for (const name of erased) forgetTraces(name);
  localStorage.setItem(HEARD, String(sequence));
}

/** @param {import("api").Change} change */
function erasedBy({ kind, username }) {
  return kind === "erased" && username !== null ? [username] : [];
}

/** Who was known to the server once: drafts stand on their pages, and whoever was looked at has a visit. */
function namesHere() {
  const looked = queue().filter(isSeen);
  return [...new Set([...draftedNames(), ...looked.map(({ name }) => name)])].slice(0, MOST_ASKED);
}

/** @param {string[]} names */
async function unknownOf(names) {
  const unknown = [];
  for (const name of names) if (!(await isKnown(name))) unknown.push(name);
  return unknown;
}

/** @param {string} name */
async function isKnown(name) {
  try {
    await call("GET", `/creators/${encodeURIComponent(name)}`);
    return true;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return false;
    throw error;
  }
}
