// The shell of the web app: session, language, and the loop that keeps the page live.

import { Refused, call, forgetSession, hasSession, openSession } from "../data/api.js";
import { hearErased } from "../data/erased.js";
import { learnRole } from "../data/may.js";
import { askBy, lastRound, onRound, tellRound } from "../data/rounds.js";
import { byId } from "../parts/elements.js";
import { h, render } from "../parts/preact.js";
import { watchToasts } from "../parts/toast.js";
import { currentLanguage, preferredLanguage, rememberLanguage, useLanguage } from "../words/texts.js";
import { watchDrafts } from "./drafts.js";
import { onLoading, whileLoading } from "./loading.js";
import { currentRoute, drawPage, hidePage, preparePage, reloadPage, showPage, watchRoutes } from "./routes.js";
import { currentTheme, useTheme } from "./theme.js";
import { answerNeighbours, askNeighbours } from "./vouching.js";
import { isOutdated, watchWork } from "./updating.js";
import { Shell } from "./view.js";

const EVERY = 2000;
const EVERY_MINUTE = 60_000;
const AFTERWARDS = 1500; // milliseconds: keeping the shell reads all of it, and the first page comes first

/** Whether the person has to sign in, whether by a link that opens nothing any more, and whether the server has newer files than this tab. */
const now = { signIn: false, isSpent: false, outdated: false };
let asked = 0;

await start();

async function start() {
  preparePage();
  useTheme(currentTheme());
  await useLanguage(preferredLanguage());
  draw();
  onLoading(draw);
  onRound(draw);
  askBy(refresh);
  watchToasts();
  watchDrafts(byId("page"));
  watchWork();
  await spendFragment();
  answerNeighbours();
  if (!hasSession()) await askNeighbours();
  watchRoutes(draw);
  // A file that misses the box of the check must not replace this page.
  for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
  // The extension may open a tab that is here already: only the fragment changes then.
  window.addEventListener("hashchange", async () => {
    if (location.hash.startsWith("#code=")) await spendFragment().then(refresh);
  });
  document.addEventListener("visibilitychange", refresh);
  setInterval(refresh, EVERY);
  setTimeout(keepShell, AFTERWARDS);
  setInterval(hear, EVERY_MINUTE);
  await whileLoading(refresh());
  await hear();
}

/** The code in the address opens the session; it leaves the address and the history at once. */
async function spendFragment() {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (!code) return;
  history.replaceState(null, "", location.pathname);
  try {
    await openSession(code);
    now.isSpent = false;
  } catch (error) {
    // No trouble while the tab has a session; else it is said above the way to sign in.
    now.isSpent = error instanceof Refused && error.status === 401;
  }
}

/** Who is erased by somebody else goes from this browser too. A server that is off is asked again. */
async function hear() {
  if (document.hidden || !hasSession()) return;
  await hearErased().catch((error) => {
    if (!(error instanceof Refused)) throw error;
  });
}

/** An installed Soi opens while the server is off; a browser without workers simply does not. */
function keepShell() {
  navigator.serviceWorker?.register("/static/service_worker.js", { scope: "/" }).catch(() => null);
}

function draw() {
  const actions = { signIn, chooseLanguage, chooseTheme, restored };
  render(h(Shell, { ...now, round: lastRound(), route: currentRoute(), actions }), byId("shell"));
}

/** Ask for everything and draw it. Nothing is asked for while the tab is hidden. */
async function refresh() {
  if (document.hidden && lastRound()) return;
  if (!hasSession()) {
    askToSignIn();
    return;
  }
  asked += 1;
  const round = asked;
  try {
    const [status, pairings, checks] = await Promise.all([
      call("GET", "/status"),
      call("GET", "/pairings"),
      call("GET", "/checks"),
    ]);
    if (round !== asked) return; // a later round has answered or is on its way
    const isOther = await learnRole(status.role);
    if (round !== asked) return;
    Object.assign(now, { signIn: false, outdated: isOutdated(status.shell) });
    tellRound({ status, pairings, checks, off: false });
    showPage();
    if (isOther) await reloadPage();
  } catch (error) {
    const late = round !== asked && error instanceof Refused && error.status === 401;
    if (!late) trouble(error); // a session that was opened meanwhile is not ended by the refusal of the one before
  }
}

/** @param {unknown} error */
function trouble(error) {
  if (error instanceof Refused && error.status === 401) {
    forgetSession();
    askToSignIn();
  } else if (hasSession()) {
    const nothing = { status: null, pairings: null, checks: null };
    tellRound({ ...(lastRound() ?? nothing), off: true });
  }
}

function askToSignIn() {
  now.signIn = true;
  hidePage();
  tellRound(null);
}

/** @param {string} code */
async function signIn(code) {
  await openSession(code);
  await refresh();
}

/** What is typed, what has the focus and what is open stays: only the words are others. @param {import("../words/texts.js").Language} language */
async function chooseLanguage(language) {
  if (language === currentLanguage()) return;
  rememberLanguage(language);
  await useLanguage(language);
  draw();
  drawPage();
}

/** @param {string} theme */
function chooseTheme(theme) {
  useTheme(theme);
  draw();
}

/** Every page shows other things after a restore. */
async function restored() {
  await refresh();
  await reloadPage();
}
