/** One table of messages. What stands below the line of trust is answered to the extension's own pages only. */
import { check } from "./checks.js";
import { Failed, failureOf } from "./failure.js";
import { open, tellCancelled, tellConnection, tellListed, tellPreferences } from "./pages.js";
import * as pairing from "./pairing.js";
import { listed } from "./present/model.js";
import { bareShortcodeOf, creatorOf, isInstagramPage, isOwnPage, shortcodeOf } from "./sender.js";
import * as shortlist from "./shortlist.js";
import * as state from "./state.js";
import { status } from "./status.js";
import { speaker, start } from "./texts.js";
import { noteOf, placeOf, preferencesOf, textOf } from "./validate.js";

/** @typedef {import("../../types/messages").Messages} Messages */
/** @typedef {import("../../types/messages").MessageName} MessageName */
/** @typedef {chrome.runtime.MessageSender} Sender */

/**
 * @template {MessageName} N
 * @typedef {{
 *   from: Messages[N]["from"],
 *   answer: (request: Messages[N]["request"], sender: Sender) => Promise<Messages[N]["result"]>,
 * }} Route
 */

/** @param {string} creator @param {import("../../types/messages").ShortlistEntry | null} entry */
async function show(creator, entry) {
  return listed(entry, creator, await speaker());
}

/** Shown in the tab that has changed it, and in every other one. @param {string} creator @param {import("../../types/messages").ShortlistEntry | null} entry @param {Sender} sender */
async function spread(creator, entry, sender) {
  return tellListed(creator, await show(creator, entry), sender.tab?.id);
}

/** @type {{[N in MessageName]: Route<N>}} */
const ROUTES = {
  "ui.start": { from: "any", answer: start },
  "ui.open": { from: "any", answer: ({ what }) => open(what) },

  // From a page: every act is bound to the address of the tab that it comes from.
  "ui.place": {
    from: "page",
    answer: async (request) => {
      await state.changePreferences(placeOf(request));
      return null;
    },
  },
  "profile.check": {
    from: "page",
    answer: async ({ creator, capture }, sender) => {
      if (capture.page.header !== "") return check(await creatorOf(sender, creator), capture);
      const bare = bareShortcodeOf(sender, creator);
      if (!bare) return check(await creatorOf(sender, creator), capture, shortcodeOf(sender));
      return check(creator, capture, bare, () => void state.setTabCreator(Number(sender.tab?.id), creator));
    },
  },
  "shortlist.save": {
    from: "page",
    answer: async ({ creator }, sender) => {
      const entry = await shortlist.save(await creatorOf(sender, creator));
      if ("waits" in entry) return entry; // nothing has changed yet
      return /** @type {Promise<import("../../types/messages").Listed>} */ (spread(creator, entry, sender));
    },
  },
  "shortlist.follow": {
    from: "page",
    answer: async ({ creator }, sender) => {
      const entry = await shortlist.news(await creatorOf(sender, creator), Number(sender.tab?.id));
      const alone = shortlist.isAlone();
      return entry === undefined ? { alone } : { listed: await show(creator, entry), alone };
    },
  },
  "shortlist.cancel": {
    from: "any", // the popup lists what waits
    answer: async ({ creator }, sender) => {
      if (!isOwnPage(sender)) return shortlist.cancel(await creatorOf(sender, creator));
      await shortlist.cancel(creator);
      return tellCancelled(creator);
    },
  },
  "shortlist.undo": {
    from: "page",
    answer: async ({ creator }, sender) =>
      spread(creator, await shortlist.undo(await creatorOf(sender, creator)), sender),
  },
  "shortlist.annotate": {
    from: "page",
    answer: async ({ creator, version, ...changes }, sender) => {
      const username = await creatorOf(sender, creator, { orBefore: true });
      const entry = await shortlist.annotate(username, version, textOf(changes));
      return "waits" in entry ? entry : spread(creator, entry, sender);
    },
  },
  "ruling.set": {
    from: "page",
    answer: async ({ creator, signal, ruling, note }, sender) =>
      shortlist.rule(await creatorOf(sender, creator), signal, ruling, noteOf(note)),
  },

  // ======== line of trust: below, only the extension's own pages (popup, options, welcome) ====================
  "conn.retry": { from: "own", answer: () => pairing.connection().then(tellConnection) },
  "pair.start": { from: "own", answer: () => pairing.start() },
  "pair.poll": { from: "own", answer: () => pairing.poll().then(tellConnection) },
  "pair.cancel": { from: "own", answer: () => pairing.cancel() },
  "pair.forget": {
    from: "own",
    answer: () => pairing.forget(),
  },
  "pair.move": {
    from: "own",
    answer: async ({ place }) => {
      const { team = null } = preferencesOf({ team: place });
      if (team === null) throw new Failed("internal");
      await pairing.move(team);
      await tellPreferences();
      return null;
    },
  },
  "prefs.get": { from: "own", answer: () => state.preferences() },
  "prefs.set": {
    from: "own",
    answer: async ({ changes }) => {
      const changed = await state.changePreferences(preferencesOf(changes));
      await tellPreferences();
      return changed;
    },
  },
  "popup.status": { from: "own", answer: ({ url }) => status(url) },
};

/** @param {Sender} sender @param {"any" | "page" | "own"} from */
function mayAsk(sender, from) {
  if (from !== "page" && isOwnPage(sender)) return true;
  return from !== "own" && isInstagramPage(sender);
}

/** @param {unknown} message @returns {message is import("../../types/messages").AnyRequest} */
function isKnown(message) {
  const type = /** @type {{type?: unknown} | null} */ (message)?.type;
  return typeof type === "string" && Object.hasOwn(ROUTES, type);
}

/**
 * @param {unknown} message @param {Sender} sender
 * @returns {Promise<import("../../types/messages").Reply<unknown>>}
 */
export async function route(message, sender) {
  try {
    if (!isKnown(message)) throw new Failed("internal");
    const { type, ...request } = message;
    const { from, answer } = /** @type {Route<any>} */ (ROUTES[type]);
    if (!mayAsk(sender, from)) throw new Failed("unauthorized");
    return { ok: true, result: await answer(request, sender) };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}
