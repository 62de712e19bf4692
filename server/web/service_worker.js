// Keeps the shell at hand, so that an installed Soi opens with its own words while the server is off. Answers of the
// API never pass through here: nothing about a creator is stored by the browser.
//
// The server puts a line before this one, see assets.py: `self.shell`, the version of the shell and its files. Another
// version is another worker to the browser, which takes over at once, with a cache of its own.

/** @type {any} the scope of a worker, which the types of a page do not know */
const worker = globalThis;

/** @type {{ version: string, files: string[] }} */
const { version, files } = worker.shell;
const PREFIX = "soi-shell-";
const CACHE = PREFIX + version;
const FIRST = "/";

worker.addEventListener("install", (/** @type {any} */ event) => {
  worker.skipWaiting();
  event.waitUntil(keepShell());
});

worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(takeOver()));

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  const ours = origin === location.origin && (pathname === FIRST || pathname.startsWith("/static/"));
  if (!ours || method !== "GET") return;
  event.respondWith(freshOrKept(event.request));
  if (mode === "navigate") event.waitUntil(keepShell()); // where there was no room before, there may be by now
});

/** Older versions go; that may make the room that was missing. */
async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map(forget));
  await keepShell();
  await worker.clients.claim();
}

/**
 * Keep all files, or none: half a shell would open and not work. On a full disk Soi goes on without, and nobody needs to
 * know before the server is off.
 */
async function keepShell() {
  try {
    const cache = await caches.open(CACHE);
    if (await cache.match(FIRST)) return;
    await cache.addAll(files);
  } catch {
    await forget(CACHE);
  }
}

/** @param {string} name */
function forget(name) {
  return caches.delete(name).catch(() => false);
}

/**
 * The server's answer; what is kept while it is off.
 * @param {Request} request
 */
async function freshOrKept(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true, cacheName: CACHE }).catch(() => null);
    if (!kept) throw error;
    return kept;
  }
}
