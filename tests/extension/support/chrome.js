/** A browser for the background: storage that outlives it, tabs, and a network with Soi's server on it. */
import { createHash, createHmac } from "node:crypto";
import { read } from "./page.js";

export const ID = "abcdefghijklmnopabcdefghijklmnop";
export const ORIGIN = `chrome-extension://${ID}/`;

/** @param {string} area of storage */
function storageArea(area, /** @type {Map<string, string>} */ kept) {
  const name = (/** @type {string} */ key) => `${area} ${key}`;
  return {
    async get(/** @type {string} */ key) {
      const value = kept.get(name(key));
      return value === undefined ? {} : { [key]: JSON.parse(value) };
    },
    async set(/** @type {Record<string, unknown>} */ values) {
      for (const [key, value] of Object.entries(values)) kept.set(name(key), JSON.stringify(value));
    },
    async clear() {
      for (const key of [...kept.keys()]) if (key.startsWith(`${area} `)) kept.delete(key);
    },
    setAccessLevel: async () => undefined,
  };
}

/** The server as docs/protocol.md has it, with a log of all that it was asked. */
export class FakeSoi {
  constructor() {
    /** @type {{at: string, method: string, path: string, body: any, token: string | null, match: string | null}[]} */
    this.log = [];
    this.running = true;
    this.allowed = true;
    this.app = "soi";
    this.api = 1;
    this.key = "proof-key";
    /** What answers instead of the real thing, by "METHOD /path". @type {Map<string, () => Response | Promise<Response>>} */
    this.instead = new Map();
    /** @type {Map<string, any>} */
    this.list = new Map();
    this.challenge = "";
    /** What `GET /changes` tells after a number. @type {(since: number) => object} */
    this.changes = (since) => ({ sequence: 1, reset: since !== 1, changes: [] });
  }

  /** @param {any} body @param {number} [status] */
  static answer(body, status = 200) {
    return new Response(status === 204 ? null : JSON.stringify(body), { status });
  }

  /** @param {URL} url @param {RequestInit} init @returns {Response | Promise<Response>} */
  respond(url, init) {
    const headers = new Headers(init.headers);
    const body = init.body ? JSON.parse(String(init.body)) : null;
    const method = init.method ?? "GET";
    this.log.push({
      at: url.origin,
      method,
      path: url.pathname,
      body,
      token: headers.get("Authorization"),
      match: headers.get("If-Match"),
    });
    if (!this.running) throw new TypeError("fetch failed");
    const special = this.instead.get(`${method} ${url.pathname}`);
    if (special) return special();
    if (url.pathname === "/api/v1/hello") return this.hello(url);
    if (url.pathname.startsWith("/api/v1/pairings")) return this.pair(url, body);
    if (headers.get("Authorization") !== "Bearer token-1")
      return FakeSoi.answer({ error: { code: "unauthorized" } }, 401);
    if (url.pathname === "/api/v1/changes") return FakeSoi.answer(this.changes(Number(url.searchParams.get("since"))));
    if (method === "GET" && url.pathname.startsWith("/api/v1/creators/")) return FakeSoi.answer({ rulings: [] });
    return this.shortlist(method, url, body);
  }

  /** @param {URL} url */
  hello(url) {
    const client = url.searchParams.get("client");
    const proof = createHmac("sha256", this.key)
      .update(`soi-hello|${url.host}|${client}|${url.searchParams.get("nonce")}`)
      .digest("hex");
    return FakeSoi.answer({
      app: this.app,
      version: "0.2.0",
      api: this.api,
      ...(client === "client-1" ? { proof } : {}),
    });
  }

  /** @param {URL} url @param {any} body */
  pair(url, body) {
    if (url.pathname.endsWith("/claim")) {
      const challenge = createHash("sha256").update(body.verifier).digest("base64url");
      if (challenge !== this.challenge) return FakeSoi.answer({ error: { code: "unauthorized" } }, 401);
      if (!this.allowed) return FakeSoi.answer({ state: "pending" }, 202);
      return FakeSoi.answer({ client_id: "client-1", token: "token-1", proof_key: "proof-key" });
    }
    this.challenge = body.challenge;
    return FakeSoi.answer({ id: "p1", code: "482-913", approve_url: `${url.origin}/pair/p1`, expires_in: 600 }, 201);
  }

  /** @param {string} method @param {URL} url @param {any} body */
  shortlist(method, url, body) {
    const [, , , , name = "", act] = url.pathname.split("/");
    if (act === "undo") return FakeSoi.answer(null, this.list.delete(name) ? 204 : 404);
    const known = this.list.get(name);
    if (method === "GET") return known ? FakeSoi.answer(known) : FakeSoi.answer({ error: { code: "not_found" } }, 404);
    if (known && Object.keys(body ?? {}).length === 0) return FakeSoi.answer(known); // nothing to change
    const added = { username: name, status: "found", status_at: "2026-11-20T08:00:00Z", note: "", version: 0 };
    const entry = { added_at: new Date().toISOString(), ...(known ?? added), ...body };
    this.list.set(name, { ...entry, version: entry.version + 1 });
    return FakeSoi.answer(this.list.get(name), known ? 200 : 201);
  }
}

/**
 * Puts `chrome` and `fetch` into this process and returns a loader: each `load` is a new life of the worker, with
 * fresh modules on the same storage.
 */
export function browser() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  const soi = new FakeSoi();
  /** @type {{opened: string[], sent: any[], listeners: any[]}} */
  const seen = { opened: [], sent: [], listeners: [] };
  const event = { addListener: (/** @type {any} */ listener) => seen.listeners.push(listener) };
  const chrome = {
    runtime: {
      id: ID,
      getURL: (/** @type {string} */ path) => ORIGIN + path,
      onMessage: event,
      onInstalled: event,
      onStartup: event,
      openOptionsPage: async () => void seen.opened.push("options"),
    },
    commands: { onCommand: event },
    i18n: { getUILanguage: () => "en-US" },
    storage: { local: storageArea("local", kept), session: storageArea("session", kept) },
    tabs: {
      query: async () => [{ id: 7 }],
      create: async (/** @type {{url: string}} */ { url }) => void seen.opened.push(url),
      sendMessage: async (/** @type {number} */ _, /** @type {any} */ message) => void seen.sent.push(message),
    },
  };
  const fetch = async (/** @type {string} */ address, /** @type {RequestInit} */ init = {}) => {
    if (address.startsWith(ORIGIN)) return new Response(read(address.slice(ORIGIN.length)));
    return soi.respond(new URL(address), init);
  };
  Object.assign(globalThis, { chrome, fetch });
  Object.defineProperty(globalThis, "navigator", { value: { userAgent: "Chrome/150" }, configurable: true });
  return { soi, seen, kept, chrome, life: newLife };
}

let lives = 0;

/** A module of the background as a worker that has just started sees it. @param {string} name @returns {Promise<any>} */
async function newLife(name) {
  lives += 1;
  const { register } = await import("node:module");
  register(new URL("./fresh.js", import.meta.url), { data: { life: lives } });
  // eslint-disable-next-line no-unsanitized/method -- a test names the module of the extension that it starts
  return import(`../../../extension/background/${name}.js?life=${lives}`);
}

/** @param {string} url of the tab @param {number} [tab] */
export const fromPage = (url, tab = 7) => ({ id: ID, url, frameId: 0, tab: { id: tab, url } });

/** @param {string} path */
export const fromOwn = (path) => ({ id: ID, url: ORIGIN + path });

/**
 * A browser whose extension is connected, and what takes a message to the first life of its worker.
 * @returns {Promise<{ world: ReturnType<typeof browser>, route: (message: unknown, sender: unknown) => Promise<any> }>}
 */
export async function connected() {
  const world = browser();
  const { route } = await world.life("router");
  const own = fromOwn("popup/popup.html");
  await route({ type: "pair.start" }, own);
  await route({ type: "pair.poll" }, own);
  return { world, route };
}
