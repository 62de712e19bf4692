// The shell of the web app: session, switches, and the loop that keeps the page live.

import { Refused, call, forgetSession, hasSession, openSession } from "./api.js";
import { drawDevices, drawPairings, drawServerOff } from "./connection.js";
import { byId, h } from "./dom.js";
import { redrawVerdict, watchBox } from "./dropping.js";
import { whileLoading } from "./loading.js";
import { drawRecent } from "./recent.js";
import { SHELL_PAGE, currentRoute, preparePage, redrawPage, showPage, watchRoutes } from "./routes.js";
import { storeNotice } from "./store_notice.js";
import { currentLanguage, preferredLanguage, rememberLanguage, t, useLanguage } from "./texts.js";
import { currentTheme, useTheme } from "./theme.js";
import { watchToasts } from "./toast.js";
import { wouldLose } from "./unsaved.js";
import { isOutdated, updateNotice, watchWork } from "./updating.js";

const EVERY = 2000;
const AFTERWARDS = 1500; // milliseconds: keeping the shell reads all of it, and the first page comes first

/** What the last round has told, to be drawn again in the other language. @type {{ status: any, pairings: any, checks: any } | null} */
let known = null;
let asked = 0;

await start();

async function start() {
  preparePage();
  useTheme(currentTheme());
  await useLanguage(preferredLanguage());
  watchSwitch("language", currentLanguage(), (value) => changeLanguage(value === "vi" ? "vi" : "en"));
  watchSwitch("theme", currentTheme(), useTheme);
  watchSignIn();
  watchSkip();
  watchToasts();
  watchWork();
  watchBox(refresh);
  await spendFragment();
  watchRoutes();
  // The extension may open a tab that is here already: only the fragment changes then.
  window.addEventListener("hashchange", async () => {
    if (location.hash.startsWith("#code=")) await spendFragment().then(refresh);
  });
  document.addEventListener("visibilitychange", refresh);
  setInterval(refresh, EVERY);
  setTimeout(keepShell, AFTERWARDS);
  await whileLoading(refresh());
}

/** The code in the address opens the session; it leaves the address and the history at once. */
async function spendFragment() {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (!code) return;
  history.replaceState(null, "", location.pathname);
  try {
    await openSession(code);
  } catch {
    // A code that was used already is no trouble while the tab has a session; else the sign-in form is shown.
  }
}

/** An installed Soi opens while the server is off; a browser without workers simply does not. */
function keepShell() {
  navigator.serviceWorker?.register("/static/service_worker.js", { scope: "/" }).catch(() => null);
}

/** Ask for everything and draw it. Nothing is asked for while the tab is hidden. */
async function refresh() {
  if (document.hidden && known) return;
  if (!hasSession()) {
    showSignIn();
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
    known = { status, pairings, checks };
    draw();
  } catch (error) {
    const late = round !== asked && error instanceof Refused && error.status === 401;
    if (!late) trouble(error); // a session that was opened meanwhile is not ended by the refusal of the one before
  }
}

function draw() {
  if (!known) return;
  byId("sign-in").hidden = true;
  byId("pages").hidden = false;
  showPage();
  drawPairings(known.pairings.pairings, refresh);
  drawDevices(known.status.devices, refresh);
  drawRecent(known.checks.checks);
  drawNotices(known.status.notice, isOutdated(known.status.shell));
  byId("ledger").textContent = t("web.footer_ledger", { n: known.status.network.outbound_refused });
}

/** @param {unknown} error */
function trouble(error) {
  if (error instanceof Refused && error.status === 401) {
    forgetSession();
    showSignIn();
  } else if (hasSession()) {
    byId("workspace").hidden = currentRoute().name !== SHELL_PAGE;
    drawServerOff();
    // On the page with the box, the card of the connection says it.
    drawOnce(
      "off",
      currentRoute().name !== SHELL_PAGE &&
        (() => [h("p", { class: "message message-risk", role: "alert" }, t("web.server_off"))]),
    );
  }
}

/** The way past the bar moves the focus alone: the address names the page. */
function watchSkip() {
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
  });
}

function showSignIn() {
  for (const id of ["workspace", "page", "pages"]) byId(id).hidden = true;
  byId("sign-in").hidden = false;
  drawOnce("", null); // the server answers, else the session would still be here
}

function watchSignIn() {
  const form = /** @type {HTMLFormElement} */ (byId("sign-in-form"));
  const input = /** @type {HTMLInputElement} */ (byId("code"));
  const message = byId("sign-in-error");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await openSession(input.value);
      message.hidden = true;
      input.value = "";
      await refresh();
    } catch (error) {
      const off = error instanceof Refused && error.code === "server_off";
      message.textContent = t(off ? "web.server_off" : "web.sign_in_wrong");
      message.hidden = false;
      input.select();
    }
  });
}

/**
 * @param {any} notice of the store; null where there is none
 * @param {boolean} outdated
 */
function drawNotices(notice, outdated) {
  const make = () => [...(notice ? [storeNotice(notice, afterRestore)] : []), ...(outdated ? [updateNotice()] : [])];
  drawOnce(JSON.stringify([notice, outdated]), (notice || outdated) && make);
}

/** Every page shows other things after a restore. */
async function afterRestore() {
  await refresh();
  redrawPage();
}

/**
 * An alert is read aloud whenever it comes: what stands there already is left alone, with the focus in it.
 * @param {string} what
 * @param {(() => Node[]) | false | null} make false or null where there is nothing to say
 */
function drawOnce(what, make) {
  const place = byId("notice");
  const drawn = make ? what + document.documentElement.lang : "";
  if ((place.dataset["drawn"] ?? "") === drawn) return;
  const focused = place.contains(document.activeElement);
  place.dataset["drawn"] = drawn;
  place.replaceChildren(...(make ? make() : []));
  if (focused) byId("main").focus({ preventScroll: true }); // it went with what was said
}

/**
 * The page is drawn anew; where that would lose something typed, the person is asked first.
 * @param {import("./texts.js").Language} language
 */
async function changeLanguage(language) {
  if (language === currentLanguage()) return true;
  if (wouldLose(byId("page"))) {
    const { ask } = await import("./dialog.js");
    if (!(await ask(t("web.language_loses"), [t("web.language_loses_text")], t("web.language_switch")))) return false;
  }
  rememberLanguage(language);
  await useLanguage(language);
  redrawPage();
  draw();
  redrawVerdict();
  return true;
}

/**
 * A group of buttons of which one is pressed.
 * @param {string} id
 * @param {string} value
 * @param {(value: string) => unknown} choose gives false where it is not done
 */
function watchSwitch(id, value, choose) {
  const buttons = [...byId(id).querySelectorAll("button")];
  /** @param {string} chosen */
  const press = (chosen) => {
    for (const each of buttons) each.setAttribute("aria-pressed", String(each.dataset["value"] === chosen));
  };
  press(value);
  for (const each of buttons) {
    each.addEventListener("click", async () => {
      const chosen = each.dataset["value"] ?? "";
      if ((await choose(chosen)) !== false) press(chosen);
    });
  }
}
