// What was typed and is not saved yet, kept in this browser until it is saved, dropped or a month old.

/** @typedef {{ value: string, before: string }} DraftField `before`: what stood there when somebody began to type */
/** @typedef {{ at: number, fields: Record<string, DraftField> }} Draft `at`: of the last key, in ms */

const PREFIX = "soi.draft ";
const STAYS = 30 * 24 * 60 * 60 * 1000;
const MOST = 50;
const LONGEST = 100_000; // letters of one form

/** @param {string} key @returns {Draft | null} */
export function draftOf(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + key) ?? "null");
    return kept && Date.now() - kept.at < STAYS && typeof kept.fields === "object" ? kept : null;
  } catch {
    return null;
  }
}

/** Keep what differs from what is saved; nothing that differs is no draft. @param {string} key @param {Draft["fields"]} fields */
export function keepDraft(key, fields) {
  if (!Object.keys(fields).length) {
    forgetDraft(key);
    return;
  }
  const text = JSON.stringify({ at: Date.now(), fields });
  if (text.length > LONGEST) return;
  if (localStorage.getItem(PREFIX + key) === null) makeRoom();
  try {
    localStorage.setItem(PREFIX + key, text);
  } catch {
    // A browser whose room is full keeps no draft; the form itself still has it.
  }
}

/** @param {string} key */
export function forgetDraft(key) {
  localStorage.removeItem(PREFIX + key);
}

/** Of somebody who is erased nothing stays. @param {string} username */
export function forgetDraftsOf(username) {
  const about = `/${encodeURIComponent(username)}`.toLowerCase(); // an address typed by hand may have capitals
  const isAbout = (/** @type {string} */ part) => part.toLowerCase().endsWith(about);
  for (const key of keys()) if (key.split(/[\s?]/).some(isAbout)) localStorage.removeItem(key);
}

/** The oldest and those of a month ago make room for one more. */
function makeRoom() {
  const aged = keys().map((key) => /** @type {const} */ ([key, draftOf(key.slice(PREFIX.length))?.at ?? 0]));
  const newest = aged.filter(([, at]) => at > 0).toSorted(([, a], [, b]) => b - a);
  const stay = new Set(newest.slice(0, MOST - 1).map(([key]) => key));
  for (const [key] of aged) if (!stay.has(key)) localStorage.removeItem(key);
}

function keys() {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}
