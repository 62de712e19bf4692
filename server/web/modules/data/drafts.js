// What was typed and is not saved yet, kept in this browser until it is saved, dropped or a month old.

/** @typedef {{ value: string, before: string }} DraftField `before`: what stood there when somebody began to type */
/** @typedef {{ at: number, fields: Record<string, DraftField> }} Draft `at`: of the last key, in ms */

const PREFIX = "soi.draft ";
const STAYS = 30 * 24 * 60 * 60 * 1000;
const MOST = 50;
const LONGEST = 100_000; // letters of one form
/** Drafts that name several creators, and how one of them goes. */
const OF_MANY = { add: withoutWords, paste: withoutLines };

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
  for (const key of keys()) {
    if (key.split(/[\s?]/).some(isAbout)) localStorage.removeItem(key);
    else forgetIn(key.slice(PREFIX.length), username);
  }
}

/** A draft of several creators keeps the others. @param {string} key @param {string} username */
function forgetIn(key, username) {
  const draft = Object.hasOwn(OF_MANY, key) ? draftOf(key) : null;
  if (!draft) return;
  const without = OF_MANY[/** @type {keyof typeof OF_MANY} */ (key)];
  const fields = Object.entries(draft.fields).map(([name, { value, before }]) => {
    return /** @type {const} */ ([name, { value: without(value, username), before }]);
  });
  keepDraft(key, Object.fromEntries(fields.filter(([, { value }]) => value.trim())));
}

/** A table without the lines that name somebody. @param {string} text @param {string} username */
export function withoutLines(text, username) {
  const names = naming(username);
  return text
    .split("\n")
    .filter((line) => !names.test(line))
    .join("\n");
}

/** A list of names and links without somebody's. @param {string} text @param {string} username */
export function withoutWords(text, username) {
  const names = naming(username);
  const words = text.split(/(?<=[\s,;])/); // each with what separates it from the next
  return words.filter((word) => !names.test(word)).join("");
}

/** The name as a whole, in a link too; of another platform only what stands behind its colon is written. @param {string} username */
function naming(username) {
  const name = username.slice(username.indexOf(":") + 1).replaceAll(/[^\w]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w.])${name}(?!\.*\w)`, "i");
}

/** Whom the drafts on creators' pages are about. @returns {string[]} */
export function draftedNames() {
  const found = keys().map((key) => /#\/creators\/([\w.%]+)/.exec(key)?.[1] ?? "");
  return [...new Set(found.filter(Boolean).map((name) => name.replace(/%3a/i, ":").toLowerCase()))];
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
