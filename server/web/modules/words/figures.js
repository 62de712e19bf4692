// Numbers as a person reads them: with their interval, in the locale, and "not shown" where nothing was seen.

import { currentLanguage, number, numberFormat, t } from "./texts.js";

/** @typedef {import("../data/entry_cache.js").Figure} Figure */

/**
 * "33.604", or "12.250 – 12.399" where the page rounds.
 * @param {Figure | null | undefined} figure
 */
export function countText(figure) {
  if (!figure) return t("web.not_shown");
  return figure.low === figure.high ? number(figure.value) : range(number(figure.low), number(figure.high));
}

/** The badge's way too, which is the page's: "33.6K" in English, "33,6 N" in Vietnamese. @type {Intl.NumberFormatOptions} */
const COMPACT = { notation: "compact", maximumFractionDigits: 1 };
const compactFormats = { en: new Intl.NumberFormat("en", COMPACT), vi: new Intl.NumberFormat("vi", COMPACT) };

/**
 * "12,3 N" for a narrow cell; in full below 10,000.
 * @param {number} value
 */
export function compact(value) {
  return Math.abs(value) < 10_000 ? number(value) : compactFormats[currentLanguage()].format(value);
}

/**
 * "3,1%".
 * @param {number} value
 * @param {number} [digits]
 */
export function percent(value, digits = 1) {
  return `${number(value, digits)}%`;
}

/**
 * "+30", or "-2,5".
 * @param {number} value
 * @param {number} [digits]
 */
export function signed(value, digits = 0) {
  return (value > 0 ? "+" : "") + number(value, digits);
}

/** A share of one in per cent. @param {{ value: number, low: number, high: number }} share */
export function inPercent({ value, low, high }) {
  return { value: 100 * value, low: 100 * low, high: 100 * high };
}

/** "8 – 24%". @param {{ value: number, low: number, high: number }} share */
export function shareRange(share) {
  const { low, high } = inPercent(share);
  return range(number(low), percent(high, 0));
}

/**
 * Whether there is a rate; its interval is there with it.
 * @param {import("api").RateAnswer | null | undefined} rate
 * @returns {rate is import("api").RateAnswer & Figure}
 */
export function isKnown(rate) {
  return rate != null && rate.value !== null && rate.low !== null && rate.high !== null;
}

/**
 * "3,12% (2,80 – 3,61), tính trên 9 bài": a rate with its interval and the posts that it stands on.
 * @param {import("api").RateAnswer | null | undefined} rate as an analysis has it
 */
export function rateText(rate) {
  if (!isKnown(rate)) return t("web.not_shown");
  const interval = range(number(rate.low, 2), number(rate.high, 2));
  return `${percent(rate.value, 2)} (${interval}), ${t("web.posts_n", { n: rate.n_posts })}`;
}

/**
 * @param {string} low
 * @param {string} high
 */
export function range(low, high) {
  return low === high ? low : `${low} – ${high}`;
}

/**
 * An amount of money without decimals that nobody pays.
 * @param {number} amount
 * @param {string} currency
 * @param {boolean} [short]
 */
export function money(amount, currency, short = false) {
  const digits = currency === "VND" || Math.abs(amount) >= 100 ? 0 : 2;
  return numberFormat({
    style: "currency",
    currency,
    maximumFractionDigits: short ? 1 : digits,
    minimumFractionDigits: 0,
    ...(short ? { notation: "compact" } : {}),
  }).format(amount);
}

/**
 * An amount as it is, not rounded.
 * @param {number} amount
 * @param {string} currency
 */
export function exact(amount, currency) {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const format = numberFormat({ style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: 6 });
  return format.format(amount);
}

/**
 * An asked price with its ends: "2.500.000 ₫", "từ 5.000.000 ₫", or the words that it was given in.
 * @param {{ low: number | null, high: number | null, currency: string | null, text: string }} price
 * @param {boolean} [short]
 */
export function askedText({ low, high, currency, text }, short = false) {
  if (currency === null) return text;
  if (low === null) return t("money.up_to", { price: money(high ?? 0, currency, short) });
  if (high === null) return t("money.from", { price: money(low, currency, short) });
  if (short) return moneyRange({ low, high }, currency);
  return range(money(low, currency), money(high, currency));
}

/**
 * An asked price in full, as the server's writer put it.
 * @param {{ low: number | null, high: number | null, currency: string | null, text: string, shown?: import("./texts.js").Text }} price
 */
export function inFull(price) {
  return price.shown ? price.shown[currentLanguage()].replaceAll(/ (?=\p{Sc})/gu, "\u{A0}") : askedText(price);
}

/**
 * "2–10 Tr ₫": two amounts with one unit between them.
 * @param {{ low: number, high: number }} amounts
 * @param {string} currency
 */
export function moneyRange({ low, high }, currency) {
  const [first, second] = [money(low, currency, true), money(high, currency, true)];
  if (low === high) return second;
  const [unit] = /[^\d]*$/.exec(second) ?? [""];
  if (low === 0) return range(number(0), second);
  return range(/\p{Sc}/u.test(unit) && first.endsWith(unit) ? first.slice(0, -unit.length) : first, second);
}

/** "low 7/100": the word that the verdict table has for a score. @param {{ score: number | null, word: string | null } | null} trust */
export function trustText(trust) {
  if (!trust || trust.score === null || trust.word === null) return t("trust.unknown");
  return t("trust.score", { word: t(`trust.${trust.word}`), score: number(Math.round(trust.score)) });
}

/**
 * The same of a visit or an outcome, which keep score and word; "" where there is no score.
 * @param {{ suspicion: Figure | null, trust_word?: string | null }} kept
 */
export function keptTrustText({ suspicion, trust_word: word = null }) {
  return suspicion ? trustText({ score: suspicion.value, word }) : "";
}
