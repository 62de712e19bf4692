/** Who sent a message, by what the browser says of the sender and never by what the message says of itself. */
import "../shared/facts.js";
import "../content/route.js";
import { Failed } from "./failure.js";
import * as state from "./state.js";

const { route } = globalThis.soi;

/** @typedef {chrome.runtime.MessageSender} Sender */

/** The extension's own pages: popup, options, welcome. @param {Sender} sender */
export function isOwnPage(sender) {
  return sender.id === chrome.runtime.id && (sender.url ?? "").startsWith(chrome.runtime.getURL(""));
}

/** Soi's content script in the top frame of an Instagram page. @param {Sender} sender */
export function isInstagramPage(sender) {
  if (sender.id !== chrome.runtime.id || sender.tab === undefined || sender.frameId !== 0) return false;
  return hasInstagramAddress(sender.url) && hasInstagramAddress(sender.tab.url);
}

/** @param {string | undefined} address */
function hasInstagramAddress(address) {
  return (address ?? "").startsWith("https://www.instagram.com/");
}

/**
 * The post on a page of its own that names `meant` as its owner only below its address: enough to look them up, not to
 * act for them. Null where the address names somebody, or no post.
 * @param {Sender} sender @param {string} meant
 */
export function bareShortcodeOf(sender, meant) {
  const { username, shortcode } = route.read(sender.tab?.url ?? "");
  return username === null && route.usernameOfLink(`/${meant}/`) === meant ? shortcode : null;
}

/** The post that the sender's tab is about, if its address names one. @param {Sender} sender */
export const shortcodeOf = (sender) => route.read(sender.tab?.url ?? "").shortcode;

/**
 * The creator on show in the sender's tab. An opened post's address names nobody: then the creator that the tab
 * showed before. Rejects with stale_context if the message was meant for another creator.
 * @param {Sender} sender @param {string} meant
 * @param {{orBefore?: boolean}} [how] `orBefore`: also the creator that the tab showed until now, for what was typed there
 * @returns {Promise<string>}
 */
export async function creatorOf(sender, meant, { orBefore = false } = {}) {
  const tab = /** @type {chrome.tabs.Tab} */ (sender.tab);
  const id = /** @type {number} */ (tab.id);
  const { username, shortcode } = route.read(tab.url ?? "");
  const bound = username ?? (shortcode ? await state.tabCreator(id) : null);
  if (bound !== meant && orBefore && (await state.tabCreator(id)) === meant) return meant;
  if (bound === null || bound !== meant) throw new Failed("stale_context");
  if (username) void state.setTabCreator(id, username); // for later: the answer need not wait
  return bound;
}
