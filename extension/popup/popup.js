/** The popup: how the connection stands, who is on the page, who was looked at lately. */
import { showConnection } from "../shared/connection.js";
import { ask, button, h, statusHere, translator } from "../shared/page.js";

/** @typedef {import("../../types/messages").PopupStatus} PopupStatus */
/** @typedef {import("../../types/messages").Recent} Recent */
/** @typedef {import("../shared/page.js").Translate} Translate */

/** @param {Recent} recent @param {Translate} t */
function person({ username, verdict }, t) {
  const word = t(verdict ? `verdict_${verdict}` : "no_verdict");
  const link = h(
    "a",
    { class: "person", href: `https://www.instagram.com/${username}/`, target: "_blank", rel: "noreferrer" },
    h("strong", {}, `@${username}`),
    h("span", { class: "verdict", "data-code": verdict }, word),
  );
  return h("li", {}, link);
}

/** @param {PopupStatus} status @param {Translate} t */
function current({ creator, recent }, t) {
  const known = recent.find(({ username }) => username === creator);
  const entry = creator ? (known ?? { username: creator, verdict: null, tier: null, at: 0 }) : null;
  return h(
    "section",
    {},
    h("h2", {}, t("current_creator")),
    entry ? h("ul", {}, person(entry, t)) : h("p", { class: "soft small" }, t("no_creator")),
  );
}

/** @param {PopupStatus} status @param {Translate} t */
function lately({ recent, creator }, t) {
  const others = recent.filter(({ username }) => username !== creator);
  const list =
    others.length > 0
      ? h("ul", {}, ...others.map((one) => person(one, t)))
      : h("p", { class: "soft small" }, t("no_recent"));
  return h("section", {}, h("h2", {}, t("recent")), list);
}

/** What could not be sent while Soi was off, each with a way to take it back. @param {PopupStatus} status @param {Translate} t */
function waiting({ saves }, t) {
  if (saves.length === 0) return null;
  const items = saves.map((name) => {
    const cancel = button(t("cancel"), () => ask("shortlist.cancel", { creator: name }).then(start));
    cancel.setAttribute("aria-label", t("cancel_save", { name: `@${name}` }));
    return h("li", { class: "person" }, h("strong", {}, `@${name}`), cancel);
  });
  return h("section", {}, h("h2", {}, t("waiting_saves")), h("ul", {}, ...items));
}

async function openSoi() {
  await ask("ui.open", { what: "web" });
  window.close();
}

async function start() {
  const status = await statusHere();
  const t = translator(status);
  const box = h("div", { class: "box" });
  const open = button(t("open_soi"), () => openSoi().catch(start), "primary");
  const options = button(t("options"), () => chrome.runtime.openOptionsPage());
  const actions = h("div", { class: "row" }, open, options);
  const title = h(
    "header",
    {},
    h("img", { src: "../icons/32.png", alt: "", width: "24", height: "24" }),
    h("h1", {}, t("popup_title")),
  );
  const sections = [current(status, t), waiting(status, t), lately(status, t)].filter((section) => section !== null);
  document.getElementById("main")?.replaceChildren(title, box, ...sections, actions);
  showConnection(box, status.connection, t, status.preferences.port, ({ state }) => {
    open.hidden = state !== "connected";
  });
}

void start();
