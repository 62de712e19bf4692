// The demo's door to the network, in place of extension/background/server.js, with the same names. Invented creators are
// checked without a session and without a trace; what a person saves goes to the own list, with the tab's session.

import { Failed } from "../../../extension/background/failure.js";

/** @typedef {import("../../../types/messages").Capture} Capture */
/** @typedef {{ body?: unknown, headers?: Record<string, string> }} How */

const CHECKS = "/api/v1/checks";
const DEMO_CHECKS = "/api/v1/demo/checks";
const CODES = "/api/v1/sessions/codes";
const CREATORS = "/api/v1/creators/";
const SESSION = "soi.session";
const OF_CREATOR = /^\/api\/v1\/(?:shortlist|creators)\/([a-z0-9._]+)/;
/** Answers that stand for themselves; others are an error of Soi. */
const PASSED_ON = new Set("unauthorized conflict gone not_found busy disk_full storage_readonly too_large".split(" "));

/** The last look at each creator: kept on the server only once the person keeps something. @type {Map<string, object>} */
const looks = new Map();

/** @param {number} port */
export const hostOf = (port) => `127.0.0.1:${port}`;

export const isOwnPage = () => true;

export const hello = async () => ({ version: "", nonce: "", proof: null });

export const prove = async () => "";

/** @param {string} method @param {string} path @param {How} [how] */
export async function request(method, path, how = {}) {
  return (await answered(method, path, how)).body;
}

/** @param {string} method @param {string} path @param {How} [how] @returns {Promise<{ status: number, body: unknown, ahead: number }>} */
export async function answered(method, path, how = {}) {
  if (path === CODES) return { status: 201, body: { url: new URL("/", location.href).href }, ahead: 0 };
  if (path === CHECKS) return check(/** @type {Capture} */ (how.body));
  if (sessionStorage.getItem(SESSION) === null) {
    if (method === "GET") throw new Failed("not_found"); // nobody is on a list that this tab may not read
    throw signedOut(); // the save waits until it is signed in
  }
  const creator = OF_CREATOR.exec(path)?.[1] ?? "";
  const isToBeKnown = method === "PUT" || path.startsWith(CREATORS); // a ruling that waited asks for the others first
  if (isToBeKnown && looks.has(creator)) await sent("POST", CHECKS, { body: looks.get(creator) });
  return sent(method, path, how);
}

/** The page asks the person to sign in, and looks whether it has happened. */
function signedOut() {
  sessionStorage.removeItem(SESSION);
  dispatchEvent(new Event("soi:demo-signed-out"));
  return new Failed("unauthorized");
}

/** Pairing is of no use here. @returns {Promise<never>} */
export const post = async () => {
  throw new Failed("internal");
};

/** @param {{ status: number, body: unknown }} answer */
export function refusal({ status, body }) {
  const code = /** @type {{ error?: { code?: string } } | null} */ (body)?.error?.code ?? "";
  if (PASSED_ON.has(code)) return new Failed(/** @type {import("../../../types/messages").ErrorCode} */ (code));
  return new Failed(status === 422 ? "refused" : "internal");
}

/** A creator of the own list is looked at as any other. @param {Capture} capture */
async function check(capture) {
  const creator = new URL(capture.url).pathname.split("/")[1] ?? "";
  looks.set(creator, capture);
  const isOwn = await answered("GET", `/api/v1/shortlist/${creator}`).then(Boolean, () => false);
  return sent("POST", isOwn ? CHECKS : DEMO_CHECKS, { body: capture });
}

/** @param {string} method @param {string} path @param {How} how */
async function sent(method, path, { body, headers = {} }) {
  const token = sessionStorage.getItem(SESSION);
  const own = token && path !== DEMO_CHECKS ? { Authorization: `Bearer ${token}` } : {};
  const json = body === undefined ? {} : { "Content-Type": "application/json" };
  const response = await fetch(path, {
    method,
    headers: { ...headers, ...own, ...json },
    body: body === undefined ? null : JSON.stringify(body),
    credentials: "omit",
    cache: "no-store",
  }).catch((error) => {
    throw new Failed("server_off", error);
  });
  if (response.status === 401 && token) throw signedOut(); // ended meanwhile
  const answer = response.status === 204 ? null : /** @type {object} */ (await response.json());
  if (!response.ok && !(answer && "page" in answer)) throw refusal({ status: response.status, body: answer });
  return { status: response.status, body: answer, ahead: 0 };
}
