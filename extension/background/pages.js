/** Opens the extension's pages and Soi's own tab, and tells open Instagram pages what has changed. */
import { Failed } from "./failure.js";
import { isOwnPage, request } from "./server.js";
import * as state from "./state.js";
import { start } from "./texts.js";

/** @typedef {import("../../types/messages").TabMessage} TabMessage */

const INSTAGRAM = "https://www.instagram.com/*";

/** @param {"web" | "welcome" | "options"} what */
export async function open(what) {
  if (what === "options") await chrome.runtime.openOptionsPage();
  else if (what === "welcome") await openWelcome();
  else await chrome.tabs.create({ url: await webAddress() });
  return null;
}

/** The one that is open comes forward; there is never a second. */
async function openWelcome() {
  const isShown = await chrome.runtime.sendMessage({ type: "welcome.show" }).catch(() => false); // nobody listens
  if (isShown !== true) await chrome.tabs.create({ url: chrome.runtime.getURL("welcome/welcome.html") });
}

/** The Soi tab signs in with a one-use code in the fragment, which no server and no log sees. */
async function webAddress() {
  const at = await state.place();
  const issued = await request("POST", "/api/v1/sessions/codes", { body: {} });
  const url = String(issued?.url ?? "");
  if (!isOwnPage(url, at)) throw new Failed("server_foreign");
  return url;
}

/** @param {TabMessage} message @param {number} [but] the tab that knows already */
async function tellTabs(message, but) {
  for (const { id } of await chrome.tabs.query({ url: INSTAGRAM })) {
    if (id !== undefined && id !== but) chrome.tabs.sendMessage(id, message).catch(() => undefined); // a tab without Soi's script
  }
}

export async function tellPreferences() {
  await tellTabs({ type: "prefs.changed", ...(await start()) });
}

/** A mended connection lets waiting badges go on. @template {import("../../types/messages").Connection} C @param {C} connection @returns {Promise<C>} */
export async function tellConnection(connection) {
  if (connection.state === "connected") await tellTabs({ type: "connection.changed" });
  return connection;
}

/** What one tab has changed on the list shows in the others. @param {string} creator @param {import("../../types/messages").Listed | null} listed @param {number | undefined} but */
export async function tellListed(creator, listed, but) {
  await tellTabs({ type: "list.changed", creator, listed }, but);
  return listed;
}

/** A badge that still shows the save as waiting stops doing so. @param {string} creator */
export async function tellCancelled(creator) {
  await tellTabs({ type: "save.cancelled", creator });
  return null;
}

/** @param {"command.save" | "command.toggle"} type */
export async function tellActiveTab(type) {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) chrome.tabs.sendMessage(tab.id, { type }).catch(() => undefined); // not an Instagram page
}
