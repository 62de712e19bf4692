// The API of this server, with the session's token. The token lives in sessionStorage: a cookie would reach every
// other port of this machine.

const KEY = "soi.session";
const BASE = "/api/v1";
const MOST_KEPT_ALIVE = 16_000; // letters: a browser refuses more than 64 kB of such bodies under way

/** An error as the server writes it, with what some of them say beside. @typedef {Partial<import("api").BulkRefused & import("api").EntryConflict>} Refusal */

/** A refusal by the server, or a server that does not answer ("server_off"). */
export class Refused extends Error {
  /**
   * @param {string} code
   * @param {number} status
   * @param {string} message
   * @param {Refusal | null} [answer] the whole answer, where it holds more than the error
   */
  constructor(code, status, message, answer = null) {
    super(message);
    this.code = code;
    this.status = status;
    this.answer = answer;
  }
}

export function hasSession() {
  return sessionStorage.getItem(KEY) !== null;
}

export function forgetSession() {
  sessionStorage.removeItem(KEY);
}

/** What else this tab keeps goes. */
export function forgetAllButSession() {
  for (const key of Object.keys(sessionStorage)) if (key !== KEY) sessionStorage.removeItem(key);
}

/**
 * Exchange a one-use code for a session.
 * @param {string} code
 */
export async function openSession(code) {
  const { token } = await call("POST", "/sessions", { code });
  sessionStorage.setItem(KEY, token);
}

/**
 * Call a route; gives the JSON of the answer.
 * @template {string} M
 * @template {string} P
 * @param {M & import("calls").Allowed<M, P>} method
 * @param {P} path
 * @param {unknown} [body]
 * @param {Record<string, string>} [more] further headers, e.g. If-Match
 * @param {boolean} [outlives] whether it is to arrive although the tab is closed meanwhile: short bodies only
 * @returns {Promise<import("calls").AnswerOf<M, P>>}
 */
export async function call(method, path, body, more, outlives = false) {
  const response = await send(method, path, body, more, outlives);
  const value = response.status === 204 ? null : await jsonOf(response);
  if (!response.ok) throw refusal(response.status, value);
  return /** @type {import("calls").AnswerOf<M, P>} */ (value); // every answer is held against its schema by the tests
}

/**
 * The JSON of an answer.
 * @param {Response} response
 * @returns {Promise<unknown>}
 */
function jsonOf(response) {
  return whole(response.json());
}

/**
 * A body; one that breaks off comes from a server that was just stopped.
 * @template T
 * @param {Promise<T>} body
 */
async function whole(body) {
  try {
    return await body;
  } catch (error) {
    throw new Refused("server_off", 0, String(error));
  }
}

/**
 * A check: an answer of 422 with an analysis is an answer too.
 * @param {unknown} capture
 */
export async function check(capture) {
  const response = await send("POST", "/checks", capture);
  const value = /** @type {import("calls").AnswerOf<"POST", "/checks"> | Refusal} */ (await jsonOf(response));
  if (!("page" in value)) throw refusal(response.status, value);
  return value;
}

/**
 * The file that a route answers with.
 * @param {string} path
 * @param {unknown} [wanted] sent as the body of a POST
 */
export async function fileOf(path, wanted) {
  const response = await send(wanted === undefined ? "GET" : "POST", path, wanted);
  if (!response.ok) throw refusal(response.status, await jsonOf(response));
  return whole(response.blob());
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} body JSON, or a file's bytes
 * @param {Record<string, string>} [more]
 * @param {boolean} [outlives]
 */
async function send(method, path, body, more = {}, outlives = false) {
  /** @type {Record<string, string>} */
  const headers = { ...more };
  const token = sessionStorage.getItem(KEY);
  if (token) headers["Authorization"] = `Bearer ${token}`;
  const file = body instanceof Blob;
  if (body !== undefined) headers["Content-Type"] = file ? "application/octet-stream" : "application/json";
  const sent = file || body === undefined ? body : JSON.stringify(body);
  try {
    return await fetch(BASE + path, {
      method,
      headers,
      credentials: "omit",
      cache: "no-store",
      keepalive: outlives && typeof sent === "string" && sent.length < MOST_KEPT_ALIVE,
      ...(sent === undefined ? {} : { body: /** @type {BodyInit} */ (sent) }),
    });
  } catch (error) {
    throw new Refused("server_off", 0, String(error));
  }
}

/**
 * @param {number} status
 * @param {unknown} body
 */
function refusal(status, body) {
  const value = /** @type {Refusal | null} */ (body);
  return new Refused(value?.error?.code ?? "internal", status, value?.error?.message ?? "", value);
}
