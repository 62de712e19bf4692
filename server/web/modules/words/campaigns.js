// Amounts of a campaign as intervals, and the words of its states.

import { day } from "./dates.js";
import { money, range } from "./figures.js";
import { t } from "./texts.js";

/** @typedef {{ low: number, high: number }} Amount */

/** "9.000.000 ₫", or both ends where a price is a range. @param {Amount} amount @param {string} currency */
export function amountText({ low, high }, currency) {
  return range(money(low, currency), money(high, currency));
}

/** "30/11/2026": a day that has no hour, so no time zone moves it. @param {string | null} iso */
export function dayText(iso) {
  return iso === null ? "–" : day(`${iso}T12:00:00`);
}

/** "11/2026". @param {string | null} month null: what has no day */
export function monthText(month) {
  return month === null ? t("web.campaigns_no_month") : month.split("-").reverse().join("/");
}

/** @param {string} state */
export function stateText(state) {
  return t(`deliverable_state.${state}`);
}
