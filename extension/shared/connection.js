/** How the connection stands, in one box: the state, and the one thing that mends it. */
import { ask, button, h } from "./page.js";

/** @typedef {import("../../types/messages").Connection} Connection */
/** @typedef {import("./page.js").Translate} Translate */

const POLL_MS = 2_000;

/** @param {Connection} connection @param {Translate} t @param {number} port */
function headline(connection, t, port) {
  const version = "version" in connection ? (connection.version ?? "") : "";
  const text = t(`state_${connection.state}`, { version, port });
  return h("p", { class: "row", role: "status" }, h("span", { class: "dot", "data-state": connection.state }), text);
}

/** @param {Extract<Connection, {state: "pairing_pending"}>} pending @param {Translate} t @param {(next: Promise<Connection>) => void} become */
function waiting(pending, t, become) {
  const open = () => chrome.tabs.create({ url: pending.approve_url });
  return [
    h("p", { class: "soft small" }, t("code_label")),
    h("p", { class: "code" }, pending.code),
    h(
      "div",
      { class: "row" },
      button(t("open_approval"), open),
      button(t("cancel"), () => become(ask("pair.cancel", {}))),
    ),
  ];
}

/** Extension and program are one release; which is the older one, each can see by itself. @param {Connection} connection @param {Translate} t */
function misfit(connection, t) {
  const { version: extension } = chrome.runtime.getManifest();
  const program = "version" in connection ? connection.version : extension;
  return connection.state === "connected" && program !== extension ? t("fix_versions", { extension, program }) : null;
}

/** @param {Connection} connection @param {Translate} t @param {(next: Promise<Connection>) => void} become */
function mend(connection, t, become) {
  const connect = button(t("connect"), () => become(ask("pair.start", {})), "primary");
  const retry = button(t("retry"), () => become(ask("conn.retry", {})));
  const options = button(t("options"), () => chrome.runtime.openOptionsPage());
  const actions = {
    unpaired: connect,
    unauthorized: connect,
    server_foreign: options,
    connected: null,
    pairing_pending: null,
  };
  const action = connection.state in actions ? actions[/** @type {keyof typeof actions} */ (connection.state)] : retry;
  const known = !["connected", "unpaired", "pairing_pending"].includes(connection.state);
  const said = known ? t(`fix_${connection.state}`) : misfit(connection, t);
  const words = said ? h("p", { class: "soft small" }, said) : null;
  return [words, action ? h("div", { class: "row" }, action) : null];
}

/**
 * Draws the connection into `box` and keeps it true: until it is connected it is asked for again while somebody looks,
 * because it can change without this page's doing (a pairing is allowed, Soi is started).
 * @param {HTMLElement} box @param {Connection} first @param {Translate} t @param {number} port
 * @param {(connection: Connection) => void} [onChange]
 */
export function showConnection(box, first, t, port, onChange) {
  let drawn = "";
  let { state } = first;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {Connection} connection */
  function draw(connection) {
    state = connection.state;
    const signature = JSON.stringify(connection);
    if (signature !== drawn) {
      drawn = signature;
      const rest =
        connection.state === "pairing_pending" ? waiting(connection, t, become) : mend(connection, t, become);
      box.replaceChildren(headline(connection, t, port), ...rest.filter((part) => part !== null));
      onChange?.(connection);
    }
    clearTimeout(timer);
    timer = setTimeout(look, POLL_MS);
  }

  function look() {
    if (!box.isConnected) document.removeEventListener("visibilitychange", look);
    else if (!document.hidden && state !== "connected") become(ask("pair.poll", {}));
  }

  /** @param {Promise<Connection>} next */
  function become(next) {
    clearTimeout(timer);
    next.catch(() => ask("conn.retry", {})).then(draw, () => draw({ state: "unknown" }));
  }

  document.addEventListener("visibilitychange", look);
  draw(first);
}
