// What the server said when it was asked last: the shell asks every two seconds, and whoever shows it hears of it.

/**
 * @typedef {object} Round
 * @property {import("api").ServerStatus | null} status
 * @property {import("api").WaitingPairings | null} pairings
 * @property {import("api").RecentChecks | null} checks
 * @property {boolean} off whether the server has stopped answering since
 */

/** @type {Round | null} */
let last = null;
/** @type {Set<() => void>} */
const listeners = new Set();
/** Asks at once. @type {() => Promise<unknown>} */
let ask = async () => {};

export function lastRound() {
  return last;
}

/** @param {Round | null} round */
export function tellRound(round) {
  last = round;
  for (const listener of listeners) listener();
}

/**
 * @param {() => void} listener
 * @returns {() => void} ends it
 */
export function onRound(listener) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** @param {() => Promise<unknown>} asks what `askNow` does */
export function askBy(asks) {
  ask = asks;
}

/** Ask now: something was done that the next answer shows. */
export function askNow() {
  return ask();
}
