// Which page is shown: the fragment of the address names it, so the static shell needs no further address.

import { Refused, call, hasSession } from "../data/api.js";
import { standAt, standsAt } from "../data/own_address.js";
import { byId } from "../parts/elements.js";
import { h, render } from "../parts/preact.js";
import { toast } from "../parts/toast.js";
import { troubleText } from "../parts/trouble.js";
import { t } from "../words/texts.js";
import { whileLoading } from "./loading.js";
import { FIRST, PAGES } from "./pages.js";

/** @typedef {import("../words/address.js").Route} Route */
/** @typedef {import("./pages.js").Page} Page */

/** The types of the vendored module leave this out. */
const NOTHING = /** @type {import("preact").VNode} */ (/** @type {unknown} */ (null));
/** Refusals of a server that was stopped, or started anew. */
const PASSING = new Set(["server_off", "unauthorized"]);

/** Ends everything that the present page has begun. */
let leaving = new AbortController();
let shown = "";
/** Draws the present page as it is, and loads it anew. @type {{ draw: () => unknown, reload: () => Promise<void> } | null} */
let present = null;
/** Whether the code of a page was asked for in vain. */
let missed = false;

/** The page that the address names. @returns {Route} */
export function currentRoute() {
  const [path = "", query = ""] = location.hash.startsWith("#/") ? location.hash.slice(2).split("?") : [];
  const [name = "", ...rest] = path.split("/");
  return {
    name: name in PAGES ? name : FIRST,
    argument: decoded(rest.join("/")),
    query: new URLSearchParams(query),
  };
}

/** Begin to load the page that the address names, while the shell asks for its words and its session. */
export function preparePage() {
  PAGES[currentRoute().name]?.load().catch(() => null); // tried again, and reported, when it is drawn
}

/** Follow the address from now on. @param {() => void} moved */
export function watchRoutes(moved) {
  window.addEventListener("hashchange", () => {
    if (!hasSession() || !namesPage()) return;
    moved();
    showPage();
  });
}

/** Whether the fragment is a route; another one, such as that of a place on a page, changes nothing. */
function namesPage() {
  return location.hash === "" || location.hash.startsWith("#/");
}

/** Draw the present page again, as after a change of language. */
export function drawPage() {
  document.title = `${t(`web.nav_${currentRoute().name}`)} · Soi`;
  return present?.draw();
}

/** Load the present page anew. */
export async function reloadPage() {
  await present?.reload();
}

/** Nobody is signed in: the next one finds the page drawn anew. */
export function hidePage() {
  byId("page").hidden = true;
}

/** Draw the page of the address, unless it is there already. */
export async function showPage() {
  const place = byId("page");
  place.hidden = false;
  if (shown !== "" && !namesPage()) return;
  const wanted = location.hash || FIRST;
  if (wanted === standsAt()) shown = wanted;
  if (shown === wanted) return;
  standAt("");
  const route = currentRoute();
  const moved = shown !== "";
  shown = wanted;
  leaving.abort();
  leaving = new AbortController();
  delete place.dataset["drawn"];
  clear(place);
  document.body.classList.toggle("wide", PAGES[route.name]?.wide ?? false);
  drawPage();
  await whileLoading(drawInto(place, route, leaving.signal), leaving.signal);
  if (moved) byId("main").focus({ preventScroll: true });
  if (shown === wanted || standsAt()) place.dataset["drawn"] = wanted; // for who drives the page from outside
}

/** @param {HTMLElement} place */
function clear(place) {
  present = null;
  render(NOTHING, place); // what preact has drawn hears that it goes
  place.replaceChildren();
}

/**
 * @param {HTMLElement} place
 * @param {Route} route
 * @param {AbortSignal} signal
 */
async function drawInto(place, route, signal) {
  try {
    const page = await load(route.name);
    if (signal.aborted) return;
    const drawn = drawing(page, place, route, signal);
    await drawn.reload();
    if (!signal.aborted) present = { draw: drawn.draw, reload: () => orToast(drawn.reload(), signal) };
  } catch (error) {
    if (signal.aborted) return;
    if (PASSING.has(codeOf(error))) shown = ""; // tried again when the server answers
    clear(place);
    render(h(Trouble, { name: route.name, error }), place);
    present = { draw: () => render(h(Trouble, { name: route.name, error }), place), reload: async () => {} };
  }
}

/**
 * @param {import("../parts/preact.js").Page<any>} page
 * @param {HTMLElement} place
 * @param {Route} route
 * @param {AbortSignal} signal
 */
function drawing(page, place, route, signal) {
  /** @type {any} */
  let data;
  const draw = () => render(h(page.View, { data, route, signal, reload: () => orToast(reload(), signal) }), place);
  const reload = async () => {
    const loaded = await page.load(route, signal);
    if (signal.aborted) return;
    data = loaded;
    draw();
  };
  return { draw, reload };
}

/**
 * Where loading anew fails, what stands there stays.
 * @param {Promise<void>} work
 * @param {AbortSignal} signal
 */
function orToast(work, signal) {
  return work.catch((error) => {
    if (!signal.aborted) toast(troubleText(error), { trouble: true });
  });
}

/**
 * The code of a page. A browser remembers a module that did not come while the server was off: only a reload asks again.
 * @param {string} name
 */
async function load(name) {
  try {
    return (await /** @type {import("./pages.js").Entry} */ (PAGES[name]).load()).page;
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

/** A page that could not be shown. @param {{ name: string, error: unknown }} props */
function Trouble({ name, error }) {
  return [
    h("h1", {}, t(`web.nav_${name}`)),
    h("p", { class: "message message-risk", role: "alert" }, pageTrouble(error)),
  ];
}

/** @param {unknown} error */
function pageTrouble(error) {
  const code = codeOf(error);
  if (code === "server_off") return t("web.server_off");
  return t(code === "not_found" ? "web.nothing_known" : "web.page_failed");
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
