/** What is said of each trouble, with the one fix for it: in the place of the card, or in a line of it. */
import { button, el } from "./draw.js";

/** @typedef {import("../../../types/messages").ErrorCode} ErrorCode */
/** @typedef {import("../../../types/messages").Drawn} Drawn */
/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {{word: string, act: "retry" | "connect" | "options" | "reload", picture: string, says?: ErrorCode}} Fix */

/** @type {Fix} */
const AGAIN = { word: "retry", act: "retry", picture: "warn" };

/** The word on the button, what it does, the picture. @type {Record<ErrorCode, Fix>} */
const FIXES = {
  server_off: { word: "retry", act: "retry", picture: "off" },
  unauthorized: { word: "connect", act: "connect", picture: "link" },
  pairing_pending: { word: "show_code", act: "connect", picture: "link" },
  server_foreign: { word: "options", act: "options", picture: "warn" },
  stale_context: { word: "refresh", act: "reload", picture: "warn" },
  version_mismatch: AGAIN,
  not_a_profile: { ...AGAIN, says: "internal" }, // asked again by itself: never on show for long
  incomplete: { ...AGAIN, says: "internal" },
  timeout: AGAIN,
  internal: AGAIN,
  conflict: AGAIN,
  gone: AGAIN,
  not_found: AGAIN,
  busy: AGAIN,
  disk_full: AGAIN,
  storage_readonly: AGAIN,
  too_large: AGAIN,
  too_many: AGAIN,
};

/** @param {Speaker} speaker @returns {Record<ErrorCode, Drawn>} */
export function drawTroubles(speaker) {
  const drawn = Object.entries(FIXES).map(([code, { word, act, picture, says = code }]) => {
    const fix = button("fix", { act }, { class: "act" }, speaker.t(word));
    const said = el("span", "grow", speaker.t(`problem_${says}`));
    return [code, el("div", "", el("icon", picture), said, fix)];
  });
  return Object.fromEntries(drawn);
}
