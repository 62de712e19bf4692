/** The first minute: the permission that Firefox asks for, starting Soi, connecting. Also where the badge sends for "Connect". */
import { showConnection } from "../shared/connection.js";
import { ask, button, h, translator } from "../shared/page.js";

/** @typedef {import("../../types/messages").Connection} Connection */
/** @typedef {import("../shared/page.js").Translate} Translate */

const ACCESS = { origins: ["https://www.instagram.com/*", "http://127.0.0.1/*"] };

/** @param {string} title @param {string} text @param {...Node} children */
function step(title, text, ...children) {
  return h("li", {}, h("h2", {}, title), h("p", { class: "soft" }, text), ...children);
}

/** In Firefox a person may install Soi without these two hosts, or take them back. @param {Translate} t */
async function access(t) {
  const said = h("p", { role: "status", class: "small" });
  const line = step(t("step_access"), t("step_access_text"), said);
  const show = (/** @type {boolean} */ granted) => {
    said.textContent = t(granted ? "access_granted" : "access_refused");
    line.classList.toggle("done", granted);
  };
  const granted = await chrome.permissions.contains(ACCESS);
  show(granted);
  if (!granted)
    line.append(
      h(
        "div",
        { class: "row" },
        button(t("access_ask"), () => chrome.permissions.request(ACCESS).then(show), "primary"),
      ),
    );
  return line;
}

async function start() {
  const status = await ask("popup.status", {});
  const t = translator(status);
  document.title = t("welcome_title");
  const box = h("div", { class: "box" });
  const run = step(t("step_run"), t("step_run_text"));
  const connect = step(
    t("step_connect"),
    t("step_connect_text"),
    box,
    h("details", {}, h("summary", {}, t("trust_why")), h("p", { class: "soft small" }, t("trust_note"))),
  );
  const ready = h("section", { hidden: true }, h("h2", {}, t("ready_title")), h("p", {}, t("ready_text")));
  document
    .getElementById("main")
    ?.replaceChildren(
      h(
        "header",
        {},
        h("img", { src: "../icons/48.png", alt: "", width: "40", height: "40" }),
        h("h1", {}, t("welcome_title")),
      ),
      h("p", {}, t("welcome_lead")),
      h("ol", {}, await access(t), run, connect),
      ready,
      h("p", { class: "soft small" }, t("privacy_note")),
    );
  showConnection(box, status.connection, t, status.preferences.port, ({ state }) => {
    run.classList.toggle("done", ["connected", "unpaired", "pairing_pending", "unauthorized"].includes(state));
    connect.classList.toggle("done", state === "connected");
    ready.hidden = state !== "connected";
  });
}

/** Asked for again while it is open, this tab comes forward. */
async function comeForward() {
  const tab = await chrome.tabs.getCurrent();
  if (tab?.id === undefined) return;
  await chrome.tabs.update(tab.id, { active: true });
  await chrome.windows.update(tab.windowId, { focused: true });
}

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (sender.id !== chrome.runtime.id || sender.tab || message?.type !== "welcome.show") return;
  void comeForward();
  reply(true);
});

void start();
