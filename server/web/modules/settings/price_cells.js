// The fields of an own price list: prices and numbers of followers as people type them, read by the server.

import { button, h } from "../dom.js";
import { exact } from "../figures.js";
import { MOST_LETTERS, readMoney } from "../money.js";
import { number, t } from "../texts.js";

/** @typedef {import("../money.js").Price} Price */

/**
 * One field. `value` is what was read last, NaN where that is no number; `others` is what it may mean instead.
 * @typedef {{ input: HTMLInputElement, value: () => number, others: () => number[], settle: () => Promise<void>, use: (amount: number) => void }} Cell
 */

/**
 * @param {number} amount NaN for an empty field
 * @param {string | null} currency null for a number of followers
 * @returns {Cell}
 */
export function listCell(amount, currency) {
  const write = (/** @type {number} */ value) => {
    if (Number.isNaN(value)) return "";
    return currency ? exact(value, currency) : number(value);
  };
  const input = h("input", {
    type: "text",
    class: "field",
    maxlength: MOST_LETTERS,
    required: true,
    autocomplete: "off",
  });
  input.value = write(amount);
  let seen = { text: input.value, value: amount, others: /** @type {number[]} */ ([]) };
  return {
    input,
    value: () => (input.value === seen.text ? seen.value : NaN),
    others: () => seen.others,
    use(value) {
      input.value = write(value);
      seen = { text: input.value, value, others: [] };
    },
    async settle() {
      const text = input.value;
      if (text === seen.text) return;
      const found = text.trim() ? await readMoney(text, currency ?? "USD") : { price: null, others: [] };
      if (text === input.value) seen = { text, ...(currency ? priceIn(found, currency) : countIn(found)) };
    },
  };
}

/**
 * One amount in the currency of the list.
 * @param {{ price: Price | null, others: Price[] }} found
 * @param {string} currency
 */
function priceIn({ price, others }, currency) {
  const amounts = [price, ...others].map((each) => (each?.currency === currency ? amountOf(each) : NaN));
  const [value = NaN, ...more] = amounts;
  return { value, others: more.filter((each) => !Number.isNaN(each)) };
}

/** A number of followers: "10.000", "10k"; digits are digits, whatever they count. @param {{ price: Price | null }} found */
function countIn({ price }) {
  const value = amountOf(price);
  return { value: Number.isInteger(value) ? value : NaN, others: [] };
}

/** @param {Price | null} price */
function amountOf(price) {
  return price !== null && price.low !== null && price.low === price.high ? price.low : NaN;
}

/**
 * What fields may mean instead, each with a button that takes it, and the number as it stands.
 * @param {Cell[]} cells
 * @param {string} currency
 * @param {() => void} taken
 */
export function doubtsOf(cells, currency, taken) {
  return cells.flatMap((cell) => {
    const amounts = cell.others();
    if (!amounts.length) return [];
    const choices = [...amounts, ...(Number.isNaN(cell.value()) ? [] : [cell.value()])];
    return h(
      "div",
      { class: "money-choices", role: "group", "aria-label": t("web.money_ask") },
      t("web.money_ask"),
      ...choices.map((amount) =>
        button(exact(amount, currency), "button-small", () => {
          cell.use(amount);
          cell.input.focus();
          taken();
        }),
      ),
    );
  });
}
