/** What the popup shows. */
import "../shared/facts.js";
import "../content/route.js";
import { connection, poll } from "./pairing.js";
import * as state from "./state.js";
import { speaker } from "./texts.js";

const { route } = globalThis.soi;

/**
 * @param {string | undefined} url of the tab that the popup stands over; known only on Instagram
 * @returns {Promise<import("../../types/messages").PopupStatus>}
 */
export async function status(url) {
  const pending = await state.pendingPairing();
  const [now, recent, sources, waiting, elsewhere, preferences, { language, texts }] = await Promise.all([
    pending ? poll().catch(connection) : connection(),
    state.recent(),
    state.sources(),
    state.pending(),
    state.savesElsewhere(),
    state.preferences(),
    speaker(),
  ]);
  const saves = state.namesOf(waiting);
  const creator = route.read(url ?? "").username;
  return { connection: now, creator, recent, sources, saves, elsewhere, preferences, texts, language };
}
