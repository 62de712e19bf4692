// The stand-in's own web app: draws what the server describes, asks the network the way Instagram's does,
// and moves between profiles by pushState. Heads and script blocks stay those of the first page.
"use strict";

/** @typedef {[string, Record<string, string>, Array<Tree | string>]} Tree */

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "circle", "path", "title"]);
const view = /** @type {HTMLElement} */ (document.getElementById("view"));
const layer = /** @type {HTMLElement} */ (document.getElementById("layer"));
let visit = 0;
let way = { ask: "xhr text", root: "xdt", is_withheld: false };
const taken = new WeakSet();
const blocks = [...document.querySelectorAll("script[data-sjs]")];
/** @type {string | null} */
let under = null;

/** @param {Tree | string} tree @returns {Node} */
function draw(tree) {
  if (typeof tree === "string") return document.createTextNode(tree);
  const [tag, attributes, children] = tree;
  const element = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map(draw));
  return element;
}

/** Ask as Relay does, in the way that the server wants. @param {string} operation @param {Record<string, string>} variables @returns {Promise<any>} */
async function query(operation, variables) {
  const came = preloaded(operation);
  if (came) return came;
  const named = way.is_withheld ? "UnheardOfQuery" : renamed(operation);
  const form = { fb_api_caller_class: "RelayModern", fb_api_req_friendly_name: named, ...variables };
  const [means, kind = ""] = way.ask.split(" ");
  const data = kind === "form" ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(form)) data.append(name, value);
  if (way.is_withheld) data.append("real", operation);
  const body = kind === "form" ? data : data.toString();
  const told = means === "xhr" ? kind !== "form" : kind === "header";
  /** @type {Record<string, string>} */
  const headers = told ? { "X-FB-Friendly-Name": named } : {};
  if (kind !== "form") headers["Content-Type"] = "application/x-www-form-urlencoded";
  if (means === "xhr") return parsed(await byXhr(body, headers, kind));
  const init = { method: "POST", body, headers };
  const answer = await (means === "fetch" ? fetch("/graphql/query", init) : fetch(new Request("/graphql/query", init)));
  return parsed(await answer.text());
}

/** @param {string | FormData} body @param {Record<string, string>} headers @param {string} kind @returns {Promise<string>} */
function byXhr(body, headers, kind) {
  return new Promise((resolve, reject) => {
    const ask = new XMLHttpRequest();
    ask.open("POST", "/graphql/query");
    for (const [name, value] of Object.entries(headers)) ask.setRequestHeader(name, value);
    if (/^(json|arraybuffer|blob)$/.test(kind)) ask.responseType = /** @type {XMLHttpRequestResponseType} */ (kind);
    ask.onload = async () => {
      const { response } = ask;
      if (kind === "json") resolve(JSON.stringify(response));
      else if (kind === "arraybuffer") resolve(new TextDecoder().decode(response));
      else resolve(kind === "blob" ? await response.text() : response);
    };
    ask.onerror = () => reject(new Error("no answer"));
    ask.send(body);
  });
}

/** One document, or one a line of which the later ones belong into the first. @param {string} text */
function parsed(text) {
  const lines = text.replace("for (;;);", "").split("\n");
  const [whole, ...parts] = lines.map((line) => JSON.parse(line));
  for (const { path, data } of parts) {
    const last = path.pop();
    path.reduce((place, key) => place[key], whole.data)[last] = data;
  }
  return whole;
}

/** Without a session the same thing has another name. @param {string} operation */
function renamed(operation) {
  const isOther = way.root === "xig" && operation === "PolarisProfilePostsQuery";
  return isOther ? "PolarisLoggedOutDesktopWWWProfilePostsTabContentQuery" : operation;
}

/** An answer that came along with the document, taken once. @param {string} operation */
function preloaded(operation) {
  for (const script of blocks) {
    const at = script.textContent?.indexOf(`"adp_${operation}RelayPreloader`) ?? -1;
    if (at < 0 || taken.has(script) || !operation.startsWith("PolarisProfile")) continue;
    taken.add(script);
    const block = JSON.parse(script.textContent ?? "");
    return block.require[0][3][0].__bbox.require[0][3][1].__bbox.result;
  }
  return null;
}

/** Where the answer says whether there is more. @param {any} value @returns {any} */
function pageInfo(value) {
  if (typeof value !== "object" || value === null) return null;
  if (value.page_info) return value.page_info;
  for (const inner of Object.values(value)) {
    const found = pageInfo(inner);
    if (found) return found;
  }
  return null;
}

/** @param {string} path @returns {Promise<any>} */
async function define(path) {
  const answer = await fetch(`/ajax/route-definition/?route_url=${encodeURIComponent(path)}`);
  const route = await answer.json();
  way = route.way;
  return route;
}

/** Draw what stands at ``path``. @param {string} path @param {boolean} fresh true on load */
async function go(path, fresh) {
  const mine = ++visit;
  const route = await define(path);
  if (mine !== visit) return;
  if (route.kind === "followers" || route.kind === "post") return openLayer(route, mine, fresh);
  layer.replaceChildren();
  if (route.kind === "profile") return showProfile(route, mine);
  view.replaceChildren(draw(route.view));
}

/** @param {any} route @param {number} mine */
async function showProfile(route, mine) {
  const identity = { id: route.profile_id };
  if (under !== route.username) await query("PolarisProfilePageContentQuery", identity);
  if (mine !== visit) return;
  under = route.username;
  document.title = document.title === "Instagram" ? "Instagram" : route.title;
  view.replaceChildren(draw(route.view));
  const grid = document.querySelector("#grid > div");
  if (!grid) return;
  const operation = route.part === "reels" ? "PolarisProfileReelsTabContentQuery" : "PolarisProfilePostsQuery";
  const answer = await query(operation, identity);
  if (mine !== visit) return;
  pageThrough(grid, route, answer);
  void query("PolarisProfileSuggestedUsersWithPreloadableQuery", identity);
}

/** Tiles come twelve at a time, more on scrolling. @param {Element} grid @param {any} route @param {any} first */
function pageThrough(grid, route, first) {
  const mine = visit;
  let shown = 0;
  let busy = false;
  const add = () => {
    const tiles = route.tiles.slice(shown, shown + 12).map(tileOf);
    shown += tiles.length;
    for (let row = 0; row < tiles.length; row += 3) grid.append(rowOf(tiles.slice(row, row + 3)));
  };
  add();
  let more = pageInfo(first.data);
  const next = async () => {
    if (mine !== visit) return removeEventListener("scroll", next);
    const near = scrollY + innerHeight > document.documentElement.scrollHeight - 300;
    if (busy || !near || !more.has_next_page || route.part === "reels") return;
    busy = true;
    const variables = { id: route.profile_id, after: more.end_cursor };
    const answer = await query("PolarisProfilePostsTabContentQuery_connection", variables);
    busy = false;
    if (mine !== visit) return;
    more = pageInfo(answer.data);
    add();
  };
  addEventListener("scroll", next);
}

/** @param {Node[]} tiles */
function rowOf(tiles) {
  const row = document.createElement("div");
  row.style.display = "contents";
  row.append(...tiles);
  return row;
}

/** A tile with its overlay while hovered. @param {any} tile */
function tileOf(tile) {
  const element = /** @type {Element} */ (draw(tile.view));
  const link = /** @type {Element} */ (element.firstChild);
  link.addEventListener("mouseenter", () => link.append(draw(tile.overlay)));
  link.addEventListener("mouseleave", () => link.lastElementChild?.remove());
  return element;
}

/** A dialog over the profile; a post whose address was opened is a page of its own. @param {any} route @param {number} mine @param {boolean} fresh */
async function openLayer(route, mine, fresh) {
  const alone = route.kind === "post" && (fresh || route.as_page);
  if (fresh && !alone) {
    const profile = await define(`/${route.username}/`);
    if (mine !== visit) return;
    await showProfile(profile, mine);
  }
  layer.replaceChildren();
  (alone ? view : layer).replaceChildren(draw(alone ? route.page : route.view));
  document.getElementById("close")?.addEventListener("click", () => navigate(`/${route.username}/`));
  if (route.kind === "followers") return scrollRows(route, "rows", followersPage);
  await query("PolarisPostRootQuery", { id: route.profile_id, code: route.shortcode });
  return scrollRows(route, "comments", commentsPage);
}

/** @param {any} route @param {string} after */
async function followersPage(route, after) {
  const search = new URLSearchParams({ count: "12", search_surface: "follow_list_page" });
  if (after) search.set("max_id", after);
  const answer = await (await fetch(`/api/v1/friendships/${route.profile_id}/followers/?${search}`)).json();
  return { count: answer.users.length, next: answer.next_max_id ?? null };
}

/** @param {any} route @param {string} after */
async function commentsPage(route, after) {
  const variables = { id: route.profile_id, code: route.shortcode, after };
  const answer = await query("PolarisPostCommentsContainerQuery", variables);
  const connection = answer.data.xdt_api__v1__media__media_id__comments__connection;
  const { has_next_page, end_cursor } = connection.page_info;
  return { count: connection.edges.length, next: has_next_page ? end_cursor : null };
}

/** Rows come twelve at a time as the list is scrolled. @param {any} route @param {string} id @param {Function} ask */
async function scrollRows(route, id, ask) {
  const mine = visit;
  const box = /** @type {HTMLElement} */ (document.getElementById(id));
  let shown = 0;
  /** @type {string | null} */
  let next = "";
  let busy = false;
  const load = async () => {
    const near = box.scrollTop + box.clientHeight > box.scrollHeight - 80;
    if (busy || next === null || mine !== visit || !near) return;
    busy = true;
    const answer = await ask(route, next);
    busy = false;
    if (mine !== visit) return;
    next = answer.next;
    box.lastElementChild?.append(...route.rows.slice(shown, shown + answer.count).map(draw));
    shown += answer.count;
  };
  box.addEventListener("scroll", load);
  await load();
}

/** @param {string} path */
function navigate(path) {
  history.pushState({}, "", path);
  void go(path, false);
}

document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[href^='/'], a[href='#']");
  if (!link || event.defaultPrevented) return;
  event.preventDefault();
  const path = link.getAttribute("href") === "#" ? opened(link) : link.getAttribute("href");
  if (path && path !== location.pathname) navigate(path);
});

/** A link to "#" in the header opens the followers list; on the name it does nothing. @param {Element} link */
function opened(link) {
  return link.querySelector("[title]") ? `/${location.pathname.split("/")[1]}/followers/` : null;
}

addEventListener("popstate", () => void go(location.pathname, false));
if (location.pathname !== "/") {
  void query("IGDThreadDetailMainViewContainerQuery", {});
  void go(location.pathname, true);
}
