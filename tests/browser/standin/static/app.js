// The stand-in's own web app: draws what the server describes, asks the network the way Instagram's does,
// and moves between profiles by pushState. Heads and script blocks stay those of the first page.
"use strict";

/** @typedef {[string, Record<string, string>, Array<Tree | string>]} Tree */

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "circle", "path", "title"]);
const view = /** @type {HTMLElement} */ (document.getElementById("view"));
const layer = /** @type {HTMLElement} */ (document.getElementById("layer"));
let visit = 0;
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

/** Ask as Relay does. @param {string} operation @param {Record<string, string>} variables @returns {Promise<any>} */
function query(operation, variables) {
  return new Promise((resolve, reject) => {
    const ask = new XMLHttpRequest();
    ask.open("POST", "/graphql/query");
    ask.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
    ask.setRequestHeader("X-FB-Friendly-Name", operation);
    ask.onload = () => resolve(JSON.parse(ask.responseText));
    ask.onerror = () => reject(new Error(operation));
    const form = { fb_api_caller_class: "RelayModern", fb_api_req_friendly_name: operation, ...variables };
    ask.send(new URLSearchParams(form).toString());
  });
}

/** @param {string} path @returns {Promise<any>} */
async function define(path) {
  const answer = await fetch(`/ajax/route-definition/?route_url=${encodeURIComponent(path)}`);
  return answer.json();
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
  let more = Object.values(first.data)[0].page_info;
  const next = async () => {
    if (mine !== visit) return removeEventListener("scroll", next);
    const near = scrollY + innerHeight > document.documentElement.scrollHeight - 300;
    if (busy || !near || !more.has_next_page || route.part === "reels") return;
    busy = true;
    const variables = { id: route.profile_id, after: more.end_cursor };
    const answer = await query("PolarisProfilePostsTabContentQuery_connection", variables);
    busy = false;
    if (mine !== visit) return;
    more = Object.values(answer.data)[0].page_info;
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
