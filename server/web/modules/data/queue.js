// Handles that wait to be looked at, in this browser alone.

const KEY = "soi.queue";

/** With the verdict once it was looked at: the answers of the server hold the newest checks only. @typedef {{ name: string, opened: boolean, seen?: string }} Item */

/** @returns {Item[]} */
export function queue() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((item) => typeof item?.name === "string") : [];
  } catch {
    return [];
  }
}

/** @param {Item[]} items */
export function keepQueue(items) {
  localStorage.setItem(KEY, JSON.stringify(items));
}

/** @param {Item} item */
export function isSeen({ seen }) {
  return seen !== undefined;
}
