/** The keys as they are now: the browser leaves one unset where something else has it, and only the person can change it. */
import { button, h } from "../shared/page.js";

/** @typedef {import("../shared/page.js").Translate} Translate */

/** Chrome, Edge and Cốc Cốc name their own page so. Firefox opens its page by a call. */
const SHORTCUTS_PAGE = "chrome://extensions/shortcuts";

function change() {
  const { openShortcutSettings } = /** @type {{openShortcutSettings?: () => Promise<void>}} */ (chrome.commands);
  return openShortcutSettings ? openShortcutSettings() : chrome.tabs.create({ url: SHORTCUTS_PAGE });
}

/** @param {"save" | "toggle"} name @param {string} keys "" where none is set @param {Translate} t */
function line(name, keys, t) {
  const shown = keys ? h("kbd", {}, keys) : h("em", { class: "soft" }, t("shortcut_none"));
  return h("li", { class: "row" }, shown, h("span", {}, t(`command_${name}`)));
}

/** @param {Translate} t */
export function shortcuts(t) {
  const list = h("ul", {});
  const hint = h("p", { class: "soft small" }, t("shortcuts_hint"));

  const draw = async () => {
    if (list.ownerDocument.hidden) return;
    const commands = await chrome.commands.getAll();
    const keys = (/** @type {string} */ name) => commands.find((one) => one.name === name)?.shortcut ?? "";
    const names = /** @type {const} */ (["save", "toggle"]);
    list.replaceChildren(...names.map((name) => line(name, keys(name), t)));
    hint.hidden = names.every((name) => keys(name));
  };
  const look = () => {
    if (list.isConnected) void draw();
    else document.removeEventListener("visibilitychange", look); // the page was drawn anew
  };
  document.addEventListener("visibilitychange", look); // on the way back from the browser's own page
  void draw();

  const act = h("div", { class: "row" }, button(t("shortcuts_change"), change));
  return h("section", {}, h("h2", {}, t("shortcuts")), list, hint, act);
}
