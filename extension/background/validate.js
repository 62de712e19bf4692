/** What may come in from outside as a preference, a corner or a text; everything else is dropped. */
import { DEFAULTS } from "./state.js";

/** @typedef {import("../../types/messages").Preferences} Preferences */

const CORNERS = ["top-right", "bottom-right", "top-left", "bottom-left"];
const LANGUAGES = ["auto", "en", "vi"];
const MAX_TEXT = 10_000;
const MAX_NOTE = 2_000;

/** An origin behind TLS, written as browsers write it. @param {unknown} value */
function isTeam(value) {
  if (typeof value !== "string" || value.length > 300 || !URL.canParse(value)) return false;
  const { protocol, origin, hostname } = new URL(value);
  return protocol === "https:" && origin === value && !hostname.includes("*");
}

/** @type {Record<keyof Preferences, (value: unknown) => boolean>} */
const VALID = {
  language: (value) => LANGUAGES.includes(/** @type {string} */ (value)),
  corner: (value) => CORNERS.includes(/** @type {string} */ (value)),
  collapsed: (value) => typeof value === "boolean",
  page_answers: (value) => typeof value === "boolean",
  samples: (value) => typeof value === "boolean",
  team: (value) => value === "" || isTeam(value),
  port: (value) => Number.isInteger(value) && Number(value) >= 1_024 && Number(value) <= 65_535,
};

/** @param {Partial<Preferences>} changes @returns {Partial<Preferences>} */
export function preferencesOf(changes) {
  const names = /** @type {(keyof Preferences)[]} */ (Object.keys(DEFAULTS));
  const valid = names.filter((name) => changes[name] !== undefined && VALID[name](changes[name]));
  return Object.fromEntries(valid.map((name) => [name, changes[name]]));
}

/** The two preferences that the badge itself may set. @param {Partial<Preferences>} request */
export function placeOf({ corner, collapsed }) {
  return preferencesOf({
    ...(corner === undefined ? {} : { corner }),
    ...(collapsed === undefined ? {} : { collapsed }),
  });
}

/** @param {unknown} note of a ruling */
export const noteOf = (note) => String(note ?? "").slice(0, MAX_NOTE);

/** @param {{status?: string, note?: string, reject_reason?: string}} changes */
export function textOf(changes) {
  const fields = Object.entries(changes).filter(([name]) => ["status", "note", "reject_reason"].includes(name));
  return Object.fromEntries(fields.map(([name, value]) => [name, String(value).slice(0, MAX_TEXT)]));
}
