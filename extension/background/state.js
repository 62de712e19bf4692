/**
 * What must outlive the worker: preferences, the pairing, saves in flight, creators seen lately. One key each in
 * storage.local, which only the extension's own parts may read where the browser can enforce that.
 */

/** @typedef {import("../../types/messages").SourceKind} SourceKind */
/** @typedef {import("../../types/messages").Preferences} Preferences */
/** @typedef {import("../../types/messages").Recent} Recent */
/** @typedef {{client_id: string, token: string, proof_key: string}} Pairing */
/** @typedef {{id: string, verifier: string, code: string, approve_url: string, expires_at: number, at: string}} PendingPairing */
/** @typedef {import("../../types/messages").Ruling} Ruling */
/**
 * A save, where it has no `act`; one of each act a creator, of rulings one a sign. `since`: its day begins then, not with `at`.
 * @typedef {{username: string, at: number, cancelled?: boolean, since?: number} & (
 *   | {act?: undefined}
 *   | {act: "change", version: number | string, changes: {status?: string, note?: string, reject_reason?: string}}
 *   | {act: "ruling", signal: string, ruling: Ruling | null, note: string}
 * )} Pending
 */

export const DEFAULT_PORT = 5765;

/** @type {Preferences} */
export const DEFAULTS = Object.freeze({
  language: "auto",
  corner: "top-right",
  collapsed: false,
  page_answers: true,
  samples: true,
  port: DEFAULT_PORT,
  team: "",
});

const MAX_RECENT = 8;

/** Keeps content scripts out of the storage that holds the token. Firefox has no such switch. */
export function guardStorage() {
  chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" })?.catch(() => undefined);
}

/** What was read or written in this life of the worker, the only one that writes. @type {Map<string, unknown>} */
const known = new Map();

/** @template T @param {string} key @param {T} otherwise @returns {Promise<T>} */
async function read(key, otherwise) {
  if (!known.has(key)) {
    const found = await chrome.storage.local.get(key);
    if (!known.has(key)) known.set(key, found[key]);
  }
  return /** @type {T} */ (known.get(key) ?? otherwise);
}

/** Known at once, kept when the promise is. @param {Record<string, unknown>} values @returns {Promise<void>} */
function write(values) {
  for (const [key, value] of Object.entries(values)) known.set(key, value);
  return chrome.storage.local.set(values);
}

/** @returns {Promise<Preferences>} */
export async function preferences() {
  return { ...DEFAULTS, ...(await read("preferences", {})) };
}

/** Where Soi is: the origin that everything is sent to. */
export async function place() {
  const { team, port } = await preferences();
  return team || `http://127.0.0.1:${port}`;
}

/** @param {Partial<Preferences>} changes @returns {Promise<Preferences>} */
export async function changePreferences(changes) {
  const changed = { ...(await preferences()), ...changes };
  await write({ preferences: changed });
  return changed;
}

/** @returns {Promise<Pairing | null>} */
export const pairing = () => read("pairing", null);

/** @returns {Promise<PendingPairing | null>} */
export const pendingPairing = () => read("pending_pairing", null);

/** @param {PendingPairing | null} pending */
export const setPendingPairing = (pending) => write({ pending_pairing: pending });

/** The new pairing and the end of waiting for it are one write. @param {Pairing | null} paired */
export const setPairing = (paired) => write({ pairing: paired, pending_pairing: null });

/** @returns {Promise<Recent[]>} */
export const recent = () => read("recent", []);

/** @param {Recent} seen */
export async function addRecent(seen) {
  const others = (await recent()).filter(({ username }) => username !== seen.username);
  await write({ recent: [seen, ...others].slice(0, MAX_RECENT) });
}

/** When each kind of source was read last. @returns {Promise<Partial<Record<SourceKind, number>>>} */
export const sources = () => read("sources", {});

/** @param {SourceKind[]} kinds */
export async function addSources(kinds) {
  const now = Object.fromEntries(kinds.map((kind) => [kind, Date.now()]));
  await write({ sources: { ...(await sources()), ...now } });
}

/** What the person has pressed and the server has not confirmed. @returns {Promise<Pending[]>} */
export const pending = () => read("pending_saves", []);

/** What makes one of them the same as another: a later one takes its place. @param {Pending} one */
const placeIn = (one) => JSON.stringify([one.username, one.act ?? "save", one.act === "ruling" ? one.signal : ""]);

/** The save of a creator. @param {string} username */
export const pendingSave = async (username) => (await pending()).find((one) => one.username === username && !one.act);

/** What the person changed of an entry. @param {string} username */
export async function pendingChange(username) {
  for (const one of await pending()) if (one.username === username && one.act === "change") return one;
  return null;
}

/** Creators for whom something is to be done. @param {Pending[]} waiting */
export const namesOf = (waiting) => [
  ...new Set(waiting.flatMap(({ username, cancelled }) => (cancelled ? [] : [username]))),
];

/** @param {Pending} one */
export async function addPending(one) {
  const others = (await pending()).filter((other) => placeIn(other) !== placeIn(one));
  await write({ pending_saves: [...others, one] });
}

/** The save is not to be done any more, nor anything else that waits for the creator. @param {string} username */
export async function cancelPending(username) {
  const save = await pendingSave(username);
  const others = (await pending()).filter((one) => one.username !== username);
  await write({ pending_saves: save ? [...others, { ...save, cancelled: true }] : others });
}

/** A change or a ruling that has taken its place meanwhile stays; a save is one, cancelled or not. @param {Pending} one */
export async function removePending(one) {
  const isIt = (/** @type {Pending} */ other) => (one.act ? other === one : placeIn(other) === placeIn(one));
  const others = (await pending()).filter((other) => !isIt(other));
  await write({ pending_saves: others });
}

/** @returns {Promise<string[]>} */
const newlySaved = () => read("newly_saved", []);

/** Whether this browser's last save has put the creator on the list. @param {string} username */
export const isNewlySaved = async (username) => (await newlySaved()).includes(username);

/** @param {string} username @param {boolean} isNew */
export async function setNewlySaved(username, isNew) {
  const others = (await newlySaved()).filter((one) => one !== username);
  await write({ newly_saved: isNew ? [username, ...others].slice(0, MAX_RECENT) : others });
}

/** Everything that the extension knows, except how the person likes it. */
export async function forget() {
  const kept = await preferences();
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  known.clear();
  await write({ preferences: kept });
}

/** By the team that they wait for, "" for Soi on this computer: what was not sent when the person moved on. @returns {Promise<Record<string, Pending[]>>} */
const awaySaves = () => read("away_saves", {});

/** Creators for whom something waits for another Soi than the present one. */
export async function savesElsewhere() {
  const away = Object.values(await awaySaves()).flat();
  return namesOf(away);
}

/**
 * Another Soi from now on, which is to know nothing of the one before. What is not saved there yet waits for the way back.
 * @param {string} team "" for this computer
 */
export async function moveTo(team) {
  const [before, saves, away] = await Promise.all([preferences(), pending(), awaySaves()]);
  const back = { ...away, [before.team]: saves };
  const since = Date.now();
  const pending_saves = (back[team] ?? []).map((save) => ({ ...save, since }));
  await forget();
  const away_saves = Object.fromEntries(
    Object.entries(back).filter(([waitsFor, kept]) => waitsFor !== team && kept.length > 0),
  );
  await write({ preferences: { ...before, team }, pending_saves, away_saves });
}

/**
 * Which creator a tab shows while its address names a post only. Lost when the browser closes, as tabs are.
 * @param {number} tab @param {string} username
 */
export const setTabCreator = (tab, username) => chrome.storage.session.set({ [`tab ${tab}`]: username });

/** @param {number} tab @returns {Promise<string | null>} */
export async function tabCreator(tab) {
  const key = `tab ${tab}`;
  return /** @type {string | undefined} */ ((await chrome.storage.session.get(key))[key]) ?? null;
}
