/**
 * Connecting this browser with the Soi on this machine. Trust on first use: nothing can prove the server before a key
 * has been agreed, which the welcome page says; the matching code on both sides is the person's own check.
 */
import { Failed } from "./failure.js";
import { freshVerifier } from "./proof.js";
import { hello, isOwnPage, post, prove, refusal, request } from "./server.js";
import * as state from "./state.js";
import { languageOf } from "./texts.js";

/** @typedef {import("../../types/messages").Connection} Connection */

/** A person who wants to be forgotten is not made to wait for a server that does not answer. */
const FORGET_MS = 3_000;
const CLIENT_PATTERN = /^[A-Za-z0-9._~-]{1,128}$/;

/** "Chrome", "Edge", "Cốc Cốc" or "Firefox", as the person knows it. */
function browserName() {
  const agent = navigator.userAgent;
  const known = /** @type {const} */ ([
    [/coc_coc_browser/i, "Cốc Cốc"],
    [/Edg\//, "Edge"],
    [/Firefox\//, "Firefox"],
  ]);
  return known.find(([pattern]) => pattern.test(agent))?.[1] ?? "Chrome";
}

/** @param {import("./state.js").PendingPairing} pending @returns {Connection} */
function waiting({ code, approve_url, expires_at }) {
  return { state: "pairing_pending", code, approve_url, expires_at };
}

/** A browser that is connected pairs anew only with the same Soi, unless it was told to forget. @returns {Promise<Connection>} */
export async function start() {
  const [paired, at, { language }] = await Promise.all([state.pairing(), state.place(), state.preferences()]);
  await (paired ? prove(at, paired) : hello(at, null));
  const { verifier, challenge } = await freshVerifier();
  const name = `Soi · ${browserName()}`;
  const body = { name, challenge, challenge_method: "S256", language: languageOf(language) };
  const answer = await post(at, "/api/v1/pairings", body);
  if (answer.status !== 201) throw refusal(answer);
  const pending = pendingOf(answer.body, verifier, at);
  await state.setPendingPairing(pending);
  return waiting(pending);
}

/** @param {unknown} answer @param {string} verifier @param {string} at */
function pendingOf(answer, verifier, at) {
  const body = /** @type {Partial<import("../../types/api").PairingStarted> | null} */ (answer);
  const { id, code, approve_url, expires_in } = body ?? {};
  const own = typeof approve_url === "string" && isOwnPage(approve_url, at);
  if (!own || typeof id !== "string" || !CLIENT_PATTERN.test(id)) throw new Failed("server_foreign");
  const seconds = Math.min(Number(expires_in) || 0, 3_600);
  return { id, verifier, code: String(code).slice(0, 20), approve_url, expires_at: Date.now() + seconds * 1_000, at };
}

/** Asks once whether the waiting pairing was allowed. @returns {Promise<Connection>} */
export async function poll() {
  const pending = await state.pendingPairing();
  if (!pending) return connection();
  const at = await state.place();
  if (Date.now() > pending.expires_at || pending.at !== at) return cancel();
  const answer = await post(at, `/api/v1/pairings/${pending.id}/claim`, { verifier: pending.verifier });
  if (answer.status === 202) return waiting(pending);
  if (answer.status === 410 || answer.status === 401) return cancel();
  if (answer.status !== 200) throw refusal(answer);
  return finish(answer.body);
}

/** @param {unknown} value @returns {value is string} */
const isFilled = (value) => typeof value === "string" && value !== "";

/** @param {unknown} answer @returns {Promise<Connection>} */
async function finish(answer) {
  const body = /** @type {Partial<import("../../types/api").PairingClaimed> | null} */ (answer);
  const { client_id, token, proof_key } = body ?? {};
  if (!isFilled(client_id) || !isFilled(token) || !isFilled(proof_key)) throw new Failed("server_foreign");
  await state.setPairing({ client_id, token, proof_key });
  return connection();
}

/** @returns {Promise<Connection>} */
export async function cancel() {
  await state.setPendingPairing(null);
  return connection();
}

/** Here at once; on the server as well where it can be reached: its token is then worth nothing to anybody. */
export async function forget() {
  await request("DELETE", "/api/v1/devices/current", { ms: FORGET_MS }).catch(() => undefined); // off, foreign or revoked already
  await state.forget();
  return null;
}

/** Another Soi: the connection with the one before ends first, as its token is for nobody else. @param {string} team */
export async function move(team) {
  await request("DELETE", "/api/v1/devices/current", { ms: FORGET_MS }).catch(() => undefined);
  await state.moveTo(team);
  return null;
}

/** How things stand, asked anew; never rejects. @returns {Promise<Connection>} */
export async function connection() {
  const [paired, pending, at] = await Promise.all([state.pairing(), state.pendingPairing(), state.place()]);
  try {
    if (paired && !pending) return { state: "connected", version: await prove(at, paired) };
    await hello(at, null);
    return pending ? waiting(pending) : { state: "unpaired" };
  } catch (error) {
    return troubled(error);
  }
}

/** @param {unknown} error @returns {Connection} */
function troubled(error) {
  const code = error instanceof Failed ? error.code : "internal";
  const known = ["server_off", "server_foreign", "version_mismatch", "unauthorized", "timeout"];
  return known.includes(code) ? { state: /** @type {"server_off"} */ (code) } : { state: "unknown" };
}
