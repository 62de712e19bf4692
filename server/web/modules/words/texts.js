// Words and numbers in the chosen language. The table is the server's one table of messages.

/** @typedef {"vi" | "en"} Language */
/** @typedef {import("api").Text} Text */

const KEY = "soi.language";
const LOCALES = { vi: "vi-VN", en: "en-GB" };

/** @type {Record<string, string>} */
let words = {};
/** @type {Language} */
let language = "en";

/** @returns {Language} */
export function currentLanguage() {
  return language;
}

/** The language chosen before, else that of the browser. @returns {Language} */
export function preferredLanguage() {
  const chosen = localStorage.getItem(KEY) ?? navigator.language.slice(0, 2);
  return chosen === "vi" ? "vi" : "en";
}

/** @param {Language} chosen @returns {Promise<Record<string, string>>} */
async function wordsOf(chosen) {
  const response = await fetch(new URL(`../../messages/${chosen}.json`, import.meta.url));
  return response.json();
}

/**
 * `t` in a language that need not be the page's, for what is handed to somebody else.
 * @param {Language} chosen
 * @returns {Promise<typeof t>}
 */
export async function speaking(chosen) {
  const table = chosen === language ? words : await wordsOf(chosen);
  return (key, values) => filled(table, key, values);
}

/**
 * Load a language; what is drawn from now on has its words.
 * @param {Language} chosen
 */
export async function useLanguage(chosen) {
  words = await wordsOf(chosen);
  language = chosen;
  document.documentElement.lang = chosen;
}

/**
 * Remember the choice of a person.
 * @param {Language} chosen
 */
export function rememberLanguage(chosen) {
  localStorage.setItem(KEY, chosen);
}

/**
 * The message of a key, with values put in its places; a number as a count in the language. For an `n` of 1 there may
 * be one of its own, under the same key with "_one".
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return filled(words, key, values);
}

/**
 * @param {Record<string, string>} table
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
function filled(table, key, values = {}) {
  const text = (values["n"] === 1 && table[`${key}_one`]) || (table[key] ?? key);
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? number(value) : value;
  });
}

/**
 * Whether the table has the key.
 * @param {string} key
 */
export function has(key) {
  return key in words;
}

/**
 * The keys of the table that begin so.
 * @param {string} area
 */
export function keysOf(area) {
  return Object.keys(words).filter((key) => key.startsWith(area));
}

/**
 * A text that came in both languages.
 * @param {Text} text
 */
export function inLanguage(text) {
  return text[language];
}

/**
 * The text as a sentence begins.
 * @param {string} text
 */
export function capital(text) {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Formats are dear to make and are asked for thousands of times. @type {Map<string, Intl.NumberFormat | Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * The number format of these options in the chosen language.
 * @param {Intl.NumberFormatOptions} options
 */
export function numberFormat(options) {
  return /** @type {Intl.NumberFormat} */ (kept(options, () => new Intl.NumberFormat(LOCALES[language], options)));
}

/**
 * The date format of these options in the chosen language.
 * @param {Intl.DateTimeFormatOptions} options
 */
export function dateFormat(options) {
  return /** @type {Intl.DateTimeFormat} */ (kept(options, () => new Intl.DateTimeFormat(LOCALES[language], options)));
}

/**
 * @param {object} options
 * @param {() => Intl.NumberFormat | Intl.DateTimeFormat} make
 */
function kept(options, make) {
  const key = language + JSON.stringify(options);
  const found = formats.get(key) ?? make();
  formats.set(key, found);
  return found;
}

/**
 * @param {number} value
 * @param {number} [digits]
 */
export function number(value, digits = 0) {
  return numberFormat({ maximumFractionDigits: digits }).format(value);
}
