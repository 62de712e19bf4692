/**
 * The only door to the network: Soi's own server, on this machine or the team's. A token leaves only right behind a
 * proof, with a nonce of its own, that the server is the one this browser was paired with.
 */
import { Failed } from "./failure.js";
import { freshNonce, isProven } from "./proof.js";
import * as state from "./state.js";

/** @typedef {import("../../types/messages").ErrorCode} ErrorCode */
/** @typedef {import("./state.js").Pairing} Pairing */

const API = 1;
const HELLO_MS = 2_500;
const ANSWER_MS = 15_000;
/** Codes of the server that a person can act on; others are an error of Soi itself. @type {ReadonlySet<string>} */
const PASSED_ON = new Set(
  "unauthorized not_a_profile incomplete timeout conflict gone not_found busy disk_full storage_readonly too_large too_many forbidden".split(
    " ",
  ),
);

/**
 * Soi's pages on this machine live under a name of the install, where no stranger that once had the port can have left
 * anything; a team's live at its address. @param {string} url @param {string} at
 */
export function isOwnPage(url, at) {
  if (!URL.canParse(url)) return false;
  const { origin, protocol, hostname, port } = new URL(url);
  if (origin === at) return true;
  const here = new URL(at);
  const isHere = here.protocol === "http:" && protocol === "http:" && port === here.port;
  return isHere && /^soi-[a-z0-9]{8}\.localhost$/.test(hostname);
}

/**
 * One exchange. Rejects with server_off or timeout; any status is an answer.
 * @param {string} at origin @param {string} path
 * @param {{method?: string, body?: unknown, headers?: Record<string, string>, ms?: number}} [how]
 */
async function exchange(at, path, { method = "GET", body, headers = {}, ms = ANSWER_MS } = {}) {
  const json = body === undefined ? {} : { "Content-Type": "application/json" };
  try {
    const response = await fetch(`${at}${path}`, {
      method,
      headers: { ...json, ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(ms),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
    return { status: response.status, body: await jsonOf(response), ahead: aheadOf(response) };
  } catch (error) {
    const late = error instanceof DOMException && error.name === "TimeoutError";
    throw new Failed(late ? "timeout" : "server_off", error);
  }
}

/**
 * Milliseconds that the server's clock is ahead of this computer's, at least: it says only the second that has begun.
 * 0 where it says nothing. @param {Response} response
 */
function aheadOf(response) {
  const its = Date.parse(response.headers.get("Date") ?? "");
  return Number.isNaN(its) ? 0 : its - Date.now();
}

/** @param {Response} response @returns {Promise<unknown>} null where the body is no JSON */
async function jsonOf(response) {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Asks who is there. Rejects with server_off, timeout, server_foreign or version_mismatch.
 * @param {string} at @param {Pairing | null} pairing
 * @returns {Promise<{version: string, nonce: string, proof: string | null}>}
 */
export async function hello(at, pairing) {
  const nonce = freshNonce();
  const query = pairing ? `?client=${encodeURIComponent(pairing.client_id)}&nonce=${nonce}` : "";
  const { status, body: said } = await exchange(at, `/api/v1/hello${query}`, { ms: HELLO_MS });
  const body = /** @type {Partial<import("../../types/api").Hello> | null} */ (said);
  if (status !== 200 || body?.app !== "soi") throw new Failed("server_foreign");
  if (body.api !== API) throw new Failed("version_mismatch");
  return { version: String(body.version), nonce, proof: typeof body.proof === "string" ? body.proof : null };
}

/**
 * No proof is as foreign as a wrong one: any program can leave it out. A person who knows why Soi has lost this
 * browser forgets the connection and makes a new one.
 * @param {string} at @param {Pairing} pairing
 */
export async function prove(at, pairing) {
  const { version, nonce, proof } = await hello(at, pairing);
  if (proof === null || !(await isProven(pairing, new URL(at).host, nonce, proof))) throw new Failed("server_foreign");
  return version;
}

/** The status of what is said wrongly, however often. */
const WRONG = 422;

/** @param {{status: number, body: unknown}} answer @returns {Failed} */
function refusal({ status, body }) {
  const code = /** @type {{ error?: { code?: unknown } } | null} */ (body)?.error?.code;
  if (typeof code !== "string") return new Failed("server_foreign");
  if (code === "bad_origin") return new Failed("unauthorized");
  if (PASSED_ON.has(code)) return new Failed(/** @type {ErrorCode} */ (code));
  return new Failed(status === WRONG ? "refused" : "internal");
}

/** @typedef {{body?: unknown, headers?: Record<string, string>, ms?: number}} How */

/**
 * Asks as the paired client. Resolves to the body of a 2xx answer (null without one); rejects with a Failed.
 * @template {string} M @template {string} P
 * @param {M & import("../../types/calls").Allowed<M, P>} method @param {P} path @param {How} [how]
 */
export async function request(method, path, how = {}) {
  const { body } = await asked(method, path, how);
  return /** @type {import("../../types/calls").AnswerOf<M, P>} */ (body);
}

/**
 * The same, with the status of the answer, and how far ahead the clock is that its times are of (milliseconds).
 * @template {string} M @template {string} P
 * @param {M & import("../../types/calls").Allowed<M, P>} method @param {P} path @param {How} [how]
 */
export async function answered(method, path, how = {}) {
  const { status, body, ahead } = await asked(method, path, how);
  return { status, body: /** @type {import("../../types/calls").AnswerOf<M, P>} */ (body), ahead };
}

/** @param {string} method @param {string} path @param {How} how */
async function asked(method, path, how) {
  const pairing = await state.pairing();
  const at = await state.place();
  if (!pairing) {
    await hello(at, null); // where nobody is there, that is what is wrong
    throw new Failed("unauthorized");
  }
  await prove(at, pairing); // each time: a stranger can take the port between two requests
  const headers = { ...how.headers, Authorization: `Bearer ${pairing.token}` };
  const answer = await exchange(at, path, { ...how, method, headers });
  if (answer.status < 200 || answer.status > 299) throw refusal(answer);
  return answer;
}

/**
 * Asks without a token: only hello and the steps of pairing.
 * @param {string} at @param {string} path @param {unknown} body
 */
export function post(at, path, body) {
  return exchange(at, path, { method: "POST", body });
}

export { refusal };
