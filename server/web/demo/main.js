// The demo: the imitated site, the extension's own badge on it, and what the person is told above.

import { route } from "../../../extension/background/router.js";
import { tellPreferences } from "../../../extension/background/pages.js";
import { Refused, call, forgetSession, hasSession, openSession } from "../modules/data/api.js";
import { button, byId, h } from "./dom.js";
import { askNeighbours } from "../modules/shell/vouching.js";
import { currentLanguage, preferredLanguage, rememberLanguage, t, useLanguage } from "../modules/words/texts.js";
import { answer } from "./answers.js";
import { CAST, creatorOf, postsOf } from "./cast.js";
import { followers, grid, header, opened } from "./views.js";

/** @typedef {import("../modules/words/texts.js").Language} Language */

const { soiDemo } = globalThis;
const first = /** @type {import("./cast.js").Creator} */ (CAST[0]);
let shown = "";
let isSignedOut = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextLook;
const LOOK_MS = 2_000;

await start();

async function start() {
  await spendCode();
  if (!location.hash.startsWith("#/")) history.replaceState(null, "", `#/${first.username}/`);
  await useLanguage(preferredLanguage());
  await findSession();
  draw();
  addEventListener("hashchange", draw);
  addEventListener("soi:demo-signed-out", () => tellSignedOut(true));
  document.addEventListener("click", follow);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  document.addEventListener("visibilitychange", () => void lookForSession());
  soiDemo.answerBy(route);
}

/** What `soi open --demo` hands over leaves the address at once. */
async function spendCode() {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (!code) return;
  history.replaceState(null, "", location.pathname);
  await openSession(code).catch(() => null); // spent or too old: the demo works without
}

/** The tab's own session, or that of another tab of Soi; one that the server has ended is none. */
async function findSession() {
  if (hasSession()) await call("GET", "/sessions/current").catch(endedSession);
  return hasSession() || askNeighbours();
}

/** A server that is busy or was just stopped says nothing about the session. @param {unknown} error */
function endedSession(error) {
  if (error instanceof Refused && error.status === 401) forgetSession();
}

/** Where a save waits, it goes on once another tab has signed in, however late that one answers. */
async function lookForSession() {
  clearTimeout(nextLook);
  if (!isSignedOut) return;
  if (document.hidden || !(await findSession())) nextLook = setTimeout(lookForSession, LOOK_MS);
  else {
    tellSignedOut(false);
    await tellPreferences();
  }
}

/** @param {boolean} is */
function tellSignedOut(is) {
  if (is === isSignedOut) return;
  isSignedOut = is;
  drawAbout();
  void lookForSession();
}

function draw() {
  const [username, part, code] = soiDemo.path().split("/").filter(Boolean);
  const creator = creatorOf(username) ?? first;
  const language = currentLanguage();
  document.title = `${creator.name} (@${creator.username}) · Soi ${t("web.demo")}`;
  drawAbout();
  const now = `${creator.username} ${language}`;
  if (now !== shown) {
    byId("page").replaceChildren(header(creator, language), grid(creator, language));
    if (!shown.startsWith(`${creator.username} `)) answer(creator);
  }
  shown = now;
  const post = postsOf(creator).find((one) => one.code === code);
  if (part === "followers" && !creator.isPrivate) byId("over").replaceChildren(followers(creator, language));
  else if (post) byId("over").replaceChildren(opened(creator, post, language));
  else byId("over").replaceChildren();
}

function drawAbout() {
  const people = CAST.map(({ username, name }) => {
    const current = soiDemo.path().startsWith(`/${username}/`) ? "page" : null;
    return h("li", {}, h("a", { href: `#/${username}/`, "aria-current": current }, name));
  });
  const languages = [languageButton("vi", "Tiếng Việt"), languageButton("en", "English")];
  byId("about").replaceChildren(
    h(
      "section",
      { class: "about-demo" },
      h("div", { class: "line" }, h("h1", {}, t("web.demo_title")), h("div", { class: "actions" }, ...languages)),
      h("p", {}, t("web.demo_text")),
      h("p", {}, t("web.demo_try"), " ", h("a", { href: "/" }, t("web.demo_open"))),
      isSignedOut &&
        h(
          "p",
          { class: "message", role: "alert" },
          t("web.demo_sign_in"),
          " ",
          h("a", { href: "/", target: "_blank" }, t("web.demo_open")),
        ),
      h("nav", { "aria-label": t("web.demo_people") }, h("ul", {}, ...people)),
    ),
  );
}

/** @param {Language} language @param {string} name */
function languageButton(language, name) {
  const one = button(name, "", () => void chooseLanguage(language));
  one.lang = language;
  one.setAttribute("aria-pressed", String(language === currentLanguage()));
  return one;
}

/** @param {Language} language */
async function chooseLanguage(language) {
  rememberLanguage(language);
  await useLanguage(language);
  draw();
  await tellPreferences();
}

/** Links of the imitated site lead to the same place of the demo; those that lead to nobody lead nowhere. @param {MouseEvent} event */
function follow(event) {
  const target = event.target instanceof Element ? event.target.closest("#page a, #over a") : null;
  const path = target?.getAttribute("href");
  if (!path?.startsWith("/")) return;
  event.preventDefault();
  if (creatorOf(path.split("/")[1])) location.hash = path;
}

function close() {
  const [username] = soiDemo.path().split("/").filter(Boolean);
  if (byId("over").firstChild) location.hash = `/${username}/`;
}
