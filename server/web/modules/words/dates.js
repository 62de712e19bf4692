// Days and times as a person reads them, in one way on every page: "23/11/2026" and "14:05" in both languages.

import { dateFormat } from "./texts.js";

const DAY = /** @type {const} */ ({ day: "2-digit", month: "2-digit", year: "numeric" });
const CLOCK = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit" });

/**
 * "23/11/2026".
 * @param {string} iso
 */
export function day(iso) {
  return dateFormat(DAY).format(new Date(iso));
}

/**
 * A moment in words that suit its distance: "14:05" today, else "23/11/2026".
 * @param {string} iso
 */
export function moment(iso) {
  const isToday = new Date(iso).toDateString() === new Date().toDateString();
  return isToday ? dateFormat(CLOCK).format(new Date(iso)) : day(iso);
}

/**
 * "23/11/2026, 14:05", or "14:05 23/11/2026" in Vietnamese.
 * @param {string} iso
 */
export function minute(iso) {
  return dateFormat({ ...DAY, ...CLOCK }).format(new Date(iso));
}

/**
 * The same with the seconds: two backups of one minute are two.
 * @param {string} iso
 */
export function second(iso) {
  return dateFormat({ ...DAY, ...CLOCK, second: "2-digit" }).format(new Date(iso));
}

export const A_DAY = 86_400_000; // milliseconds

/** Whole days that have passed. @param {string} iso @param {number} [now] */
export function daysSince(iso, now = Date.now()) {
  return Math.floor((now - Date.parse(iso)) / A_DAY);
}

/**
 * "23/11" for a narrow axis.
 * @param {Date} at
 */
export function dayOfYear(at) {
  return inFigures({ day: "2-digit", month: "2-digit" }, at);
}

/**
 * "11/2026" for a narrow axis.
 * @param {Date} at
 */
export function month(at) {
  return inFigures({ month: "2-digit", year: "numeric" }, at);
}

/**
 * Without the words that a language puts between them where the day or the year is left out.
 * @param {Intl.DateTimeFormatOptions} options
 * @param {Date} at
 */
function inFigures(options, at) {
  const parts = dateFormat(options).formatToParts(at);
  return parts.flatMap(({ type, value }) => (type === "literal" ? [] : value)).join("/");
}
