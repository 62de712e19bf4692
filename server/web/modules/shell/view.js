// What stands around each page: the bar, what is said above the page, the form to sign in, the foot.

import { may } from "../data/may.js";
import { busy, byId } from "../parts/elements.js";
import { h, useLayoutEffect, useRef } from "../parts/preact.js";
import { placeKey } from "../words/place.js";
import { t } from "../words/texts.js";
import { Bar } from "./bar.js";
import { isLoading } from "./loading.js";
import { Pairings } from "./pairings.js";
import { SignIn } from "./sign_in.js";
import { StoreNotice } from "./store_notice.js";
import { updateNotice } from "./updating.js";

/** @typedef {import("../data/rounds.js").Round} Round */
/** @typedef {import("../words/address.js").Route} Route */
/**
 * @typedef {object} Actions
 * @property {(code: string) => Promise<void>} signIn
 * @property {(language: import("../words/texts.js").Language) => void} chooseLanguage
 * @property {(theme: string) => void} chooseTheme
 * @property {() => Promise<void>} restored
 */

/** The page that says itself that the server is off. */
const SAYS_OFF = "check";
/** Who may not do this changes nothing of the list. */
const ANY_CHANGE = "PUT /shortlist/<username>";

/** @param {{ signIn: boolean, isSpent: boolean, outdated: boolean, round: Round | null, route: Route, actions: Actions }} props */
export function Shell({ signIn, isSpent, outdated, round, route, actions }) {
  const isOpen = !signIn && round?.status != null;
  return h(
    "div",
    { class: "shell" },
    h("a", { class: "skip", id: "skip", href: "#main", onClick: skip }, t("web.skip")),
    h(Bar, { isOpen, route, actions }),
    h(
      "main",
      { id: "main", tabindex: -1 },
      h(Notices, { round, outdated, route, actions }),
      h(Pairings, { pairings: round?.pairings?.pairings ?? [] }),
      spentLink(signIn && isSpent),
      h(SignIn, { hidden: !signIn, send: actions.signIn }),
      onlyLooks(isOpen),
      h("div", { id: "loading", role: "status" }, isLoading() && busy(t("web.loading"), { class: "busy quiet" })),
      h("div", { id: "page" }), // the page draws into it, see routes.js
    ),
    h("div", { class: "toasts", id: "toasts", role: "status" }),
    h(
      "footer",
      { class: "foot" },
      h("span", { id: "place" }, placeSentence(round?.status)),
      h(
        "span",
        { id: "ledger" },
        round?.status ? t("web.footer_ledger", { n: round.status.network.outbound_refused }) : "",
      ),
    ),
  );
}

/** @param {boolean} isOpen */
function onlyLooks(isOpen) {
  return isOpen && !may(ANY_CHANGE) && h("p", { class: "hint", id: "role" }, t("web.role_looks"));
}

/** @param {boolean} isSpent */
function spentLink(isSpent) {
  return isSpent && h("p", { class: "message message-closer", role: "alert" }, t("web.link_spent"));
}

/** Where everything stays. @param {Round["status"] | undefined} status */
function placeSentence(status) {
  const key = placeKey(location.hostname, status);
  return key && t(key, { host: status?.database_host ?? location.hostname });
}

/** The way past the bar moves the focus alone: the address names the page. @param {Event} event */
function skip(event) {
  event.preventDefault();
  byId("main").focus();
}

/**
 * An alert is read aloud whenever it comes: what stands there already is left alone, with the focus in it.
 * @param {{ round: Round | null, outdated: boolean, route: Route, actions: Actions }} props
 */
function Notices({ round, outdated, route, actions }) {
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  const focused = place.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const lost = focused && document.activeElement === document.body;
    if (lost) byId("main").focus({ preventScroll: true }); // it went with what was said
  });
  return h("div", { id: "notice", ref: place }, round?.off ? serverOff(round, route) : news(round, outdated, actions));
}

/**
 * @param {Round} round
 * @param {Route} route
 */
function serverOff({ status }, { name }) {
  if (name === SAYS_OFF && status) return null;
  return h("p", { key: "off", class: "message message-risk", role: "alert" }, t("web.server_off"));
}

/**
 * @param {Round | null} round
 * @param {boolean} outdated
 * @param {Actions} actions
 */
function news(round, outdated, { restored }) {
  const notice = round?.status?.notice;
  return [notice && h(StoreNotice, { key: "store", notice, restored }), outdated && updateNotice()];
}
