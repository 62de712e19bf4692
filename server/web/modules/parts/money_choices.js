// What a typed price may mean, to choose from.

import { wordsOnly } from "../data/money.js";
import { inFull } from "../words/figures.js";
import { t } from "../words/texts.js";
import { button } from "./elements.js";
import { h } from "./preact.js";

/** @typedef {import("../data/money.js").Price} Price */

/**
 * The likeliest first, then the number as it stands, then the words alone.
 * @param {import("api").PriceRead} reading
 * @param {string} text
 * @param {(price: Price) => void} choose
 */
export function moneyChoices({ price, others }, text, choose) {
  const numbers = [...others, ...(price?.currency && !others.includes(price) ? [price] : [])];
  return h(
    "div",
    { class: "money-choices", role: "group", "aria-label": t("web.money_ask") },
    numbers.map((each) => button(inFull(each), "button-small", () => choose(each))),
    button(t("web.money_words_only"), "button-small", () => choose(wordsOnly(text))),
  );
}
