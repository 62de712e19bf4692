// Names that come with the server's words: a new niche is one file there, and is here without another line.

import { has, keysOf, t } from "./texts.js";

/**
 * Ids of an area of the words with their names, in the order of the names.
 * @param {"niche." | "language."} area
 * @returns {(readonly [id: string, name: string])[]}
 */
export function named(area) {
  const found = keysOf(area).map((key) => /** @type {const} */ ([key.slice(area.length), t(key)]));
  return found.sort(([, one], [, other]) => one.localeCompare(other));
}

/** A niche of another version of Soi keeps its id. @param {string} id */
export function nicheName(id) {
  return has(`niche.${id}`) ? t(`niche.${id}`) : id;
}
