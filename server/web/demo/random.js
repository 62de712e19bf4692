// Repeatable invention: the same seed gives the same creators, so that a verdict is the same at each visit.

/** @typedef {() => number} Random from 0 to below 1 */

/**
 * A small generator (mulberry32) whose start is made from a text.
 * @param {string} seed
 * @returns {Random}
 */
export function randomOf(seed) {
  let state = [...seed].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * One of them.
 * @template T
 * @param {Random} random
 * @param {readonly T[]} all
 */
export const pick = (random, all) => /** @type {T} */ (all[Math.floor(random() * all.length)]);

/**
 * Around 1: of a normal distribution with this standard deviation, on the scale of logarithms.
 * @param {Random} random
 * @param {number} spread
 */
export function factor(random, spread) {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.exp(normal * spread);
}
