// Money that a person types: the server reads it, and what may mean something else is asked about. Nothing here reads a
// price by itself.

import { call } from "./api.js";

/** As it is stored, and with the words of the server's writer where it was just read. @typedef {import("api").Price & { shown?: import("api").Text }} Price */

export const MOST_LETTERS = 500;

/**
 * What the server makes of a text.
 * @param {string} text
 * @param {string | null | undefined} currency of a bare number; that of the settings where none is given
 * @param {string} [username] whose price list it is held against
 */
export function readMoney(text, currency, username) {
  return call("POST", "/money", { text, ...(currency ? { currency } : {}), ...(username ? { username } : {}) });
}

/**
 * The words alone, where the person does not want a number.
 * @param {string} text
 * @returns {Price}
 */
export function wordsOnly(text) {
  return { low: null, high: null, currency: null, text: text.trim(), net: null };
}

/**
 * @param {Price} one
 * @param {Price} other
 */
export function isSame(one, other) {
  return one.low === other.low && one.high === other.high && one.currency === other.currency;
}

/** @param {Price} price as the API takes it @returns {Price} */
export function plain({ low, high, currency, text, net }) {
  return { low, high, currency, text, net };
}
