// Keeps the shell at hand, so that an installed Soi opens with its own words while the server is off. Answers of the
// API never pass through here: nothing about a creator is stored by the browser.

const CACHE = "soi-shell-1";

/** @type {any} the scope of a worker, which the types of a page do not know */
const worker = globalThis;

worker.addEventListener("install", () => worker.skipWaiting());

worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(tidy()));

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === location.origin && (url.pathname === "/" || url.pathname.startsWith("/static/"));
  if (ours && event.request.method === "GET") event.respondWith(freshOrKept(event.request));
});

async function tidy() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith("soi-") && name !== CACHE).map((name) => caches.delete(name)),
  );
  await worker.clients.claim();
}

/**
 * The server's answer; what it last answered while it is off.
 * @param {Request} request
 */
async function freshOrKept(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (!kept) throw error;
    return kept;
  }
}
