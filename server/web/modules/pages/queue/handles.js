// Handles out of whatever was pasted: names, @names or addresses of profiles, in lines, commas or spaces.

import { NOT_USERNAMES } from "../../words/shared_facts.js";

/**
 * Each handle once, in the order of the text, and the pieces that are none.
 * @param {string} text
 */
export function handlesIn(text) {
  const pieces = text.split(/[\s,;]+/).filter(Boolean);
  const names = pieces.map(handleOf);
  return { names: [...new Set(names.filter(Boolean))], rest: pieces.filter((_, at) => !names[at]) };
}

/** @param {string} piece */
function handleOf(piece) {
  const path = /^(?:https?:\/\/)?(?:www\.|m\.)?instagram\.com\/([^/?#]+)/i.exec(piece)?.[1] ?? piece.replace(/^@/, "");
  const name = path.toLowerCase();
  return /^[a-z0-9._]{1,30}$/.test(name) && !NOT_USERNAMES.includes(name) ? name : "";
}
