// The creators that an address names, those left out of whom nothing is known.

import { h } from "./preact.js";
import { Refused } from "../data/api.js";
import { knownOf } from "../data/creators.js";
import { t } from "../words/texts.js";

/** @typedef {import("../data/creators.js").Known} Known */

const UNKNOWN = new Set(["not_found", "bad_username"]);

/**
 * @param {import("../words/address.js").Route} route
 * @param {number} most
 */
export async function namedIn(route, most) {
  const names = [...new Set((route.query.get("names") ?? "").split(",").filter(Boolean))].slice(0, most);
  const answers = await Promise.all(names.map(knownOrNull));
  const found = answers.filter((answer) => answer !== null);
  return { found, unknown: names.filter((_, at) => answers[at] === null) };
}

/** @param {string} name @returns {Promise<Known | null>} */
async function knownOrNull(name) {
  try {
    return await knownOf(name);
  } catch (error) {
    if (error instanceof Refused && UNKNOWN.has(error.code)) return null;
    throw error;
  }
}

/**
 * Names those who are missing; null where nobody is.
 * @param {string[]} unknown
 */
export function missing(unknown) {
  if (!unknown.length) return null;
  return h(
    "p",
    { class: "message message-closer names no-print", role: "status" },
    t("web.compare_unknown", { names: unknown.join(", ") }),
  );
}
