// Which page is shown: the fragment of the address names it, so the static shell needs no further address.

import { Refused, call, hasSession } from "./api.js";
import { byId, h } from "./dom.js";
import { whileLoading } from "./loading.js";
import { t } from "./texts.js";
import { putBack, unsavedForms, watchTyping } from "./unsaved.js";

/** @typedef {{ name: string, argument: string, query: URLSearchParams }} Route */
/** @typedef {{ draw: (place: HTMLElement, route: Route, signal: AbortSignal) => unknown }} Page */

/** Each page is loaded when it is first opened; "check" stands in the shell itself. @type {Record<string, () => Promise<Page>>} */
const PAGES = {
  list: async () => (await import("./list/page.js")).page,
  creators: async () => (await import("./creator/page.js")).page,
  compare: async () => (await import("./comparing/compare_page.js")).page,
  report: async () => (await import("./comparing/report_page.js")).page,
  overlaps: async () => (await import("./overlaps/page.js")).page,
  outcomes: async () => (await import("./outcomes/page.js")).page,
  import: async () => (await import("./taking/import_page.js")).page,
  settings: async () => (await import("./settings/page.js")).page,
  queue: async () => (await import("./taking/queue_page.js")).page,
};
const FIRST = "list";
const WIDE = new Set([FIRST, "compare"]);
export const SHELL_PAGE = "check";
/** Refusals of a server that was stopped, or started anew. */
const PASSING = new Set(["server_off", "unauthorized"]);

/** Ends everything that the present page has begun. */
let leaving = new AbortController();
let drawn = "";
/** Whether the code of a page was asked for in vain. */
let missed = false;

/** The page that the address names. @returns {Route} */
export function currentRoute() {
  const [path = "", query = ""] = location.hash.startsWith("#/") ? location.hash.slice(2).split("?") : [];
  const [name = "", ...rest] = path.split("/");
  const known = name in PAGES || name === SHELL_PAGE;
  return { name: known ? name : FIRST, argument: decoded(rest.join("/")), query: new URLSearchParams(query) };
}

/**
 * The address of a page.
 * @param {string} name
 * @param {string} [argument]
 * @param {Record<string, string>} [query]
 */
export function address(name, argument = "", query = {}) {
  const tail = argument ? `/${encodeURIComponent(argument)}` : "";
  const more = new URLSearchParams(query).toString();
  return `#/${name}${tail}${more ? `?${more}` : ""}`;
}

/** Begin to load the page that the address names, while the shell asks for its words and its session. */
export function preparePage() {
  PAGES[currentRoute().name]?.().catch(() => null); // tried again, and reported, when it is drawn
}

/** Follow the address from now on. */
export function watchRoutes() {
  watchTyping(byId("page"));
  window.addEventListener("hashchange", () => {
    if (hasSession() && namesPage()) showPage();
  });
}

/** Whether the fragment is a route; another one, such as that of a place on a page, changes nothing. */
function namesPage() {
  return location.hash === "" || location.hash.startsWith("#/");
}

/** Draw the present page again, as after a change of language; what is typed in its forms stays. */
export async function redrawPage() {
  if (!hasSession()) return;
  const place = byId("page");
  const unsaved = unsavedForms(place);
  drawn = "";
  await showPage();
  putBack(place, unsaved);
}

/** Draw the page of the address, unless it is there already. */
export async function showPage() {
  if (drawn !== "" && !namesPage()) return;
  const route = currentRoute();
  const wanted = location.hash || FIRST;
  const place = byId("page");
  const inShell = route.name === SHELL_PAGE;
  byId("workspace").hidden = !inShell;
  place.hidden = inShell;
  if (drawn === wanted) return;
  const moved = drawn !== "";
  drawn = wanted;
  leaving.abort();
  leaving = new AbortController();
  markLink(route.name);
  place.replaceChildren();
  document.body.classList.toggle("wide", WIDE.has(route.name));
  document.title = `${t(`web.nav_${route.name}`)} · Soi`;
  if (!inShell) await whileLoading(drawInto(place, route, leaving.signal), leaving.signal);
  if (moved) byId("main").focus({ preventScroll: true });
}

/**
 * @param {HTMLElement} place
 * @param {Route} route
 * @param {AbortSignal} signal
 */
async function drawInto(place, route, signal) {
  try {
    const page = await load(route.name);
    if (!signal.aborted) await page.draw(place, route, signal);
    if (!signal.aborted) putBack(place, []);
  } catch (error) {
    if (signal.aborted) return;
    if (PASSING.has(codeOf(error))) drawn = ""; // tried again when the server answers
    place.replaceChildren(
      h("h1", {}, t(`web.nav_${route.name}`)),
      h("p", { class: "message message-risk", role: "alert" }, pageTrouble(error)),
    );
  }
}

/**
 * The code of a page. A browser remembers a module that did not come while the server was off: only a reload asks again.
 * @param {string} name
 */
async function load(name) {
  try {
    return await /** @type {() => Promise<Page>} */ (PAGES[name])();
  } catch (error) {
    await call("GET", "/status").catch((refused) => {
      missed = true;
      throw refused;
    });
    if (missed) location.reload();
    throw error;
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Refused ? error.code : "internal";
}

/** @param {unknown} error */
function pageTrouble(error) {
  const code = codeOf(error);
  if (code === "server_off") return t("web.server_off");
  return t(code === "not_found" ? "web.nothing_known" : "web.page_failed");
}

/** @param {string} name */
function markLink(name) {
  for (const link of document.querySelectorAll("nav a")) {
    const here = link.getAttribute("href") === `#/${name}`;
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
