// The fields of an own price list: prices and numbers of followers as people type them, read by the server.

import { button } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { exact } from "../../words/figures.js";
import { MOST_LETTERS, readMoney } from "../../data/money.js";
import { number, t } from "../../words/texts.js";

/** @typedef {import("../../data/money.js").Price} Price */

/** One field: what was read in it last, and what it may mean instead. */
export class Cell {
  /** @type {HTMLInputElement | null} */
  input = null;

  /**
   * @param {number} amount NaN for an empty field
   * @param {string | null} currency null for a number of followers
   */
  constructor(amount, currency) {
    this.currency = currency;
    this.begins = this.write(amount);
    this.seen = { text: this.begins, value: amount, others: /** @type {number[]} */ ([]) };
  }

  get text() {
    return this.input?.value ?? this.begins;
  }

  attributes() {
    return {
      type: "text",
      class: "field",
      maxlength: MOST_LETTERS,
      required: true,
      autocomplete: "off",
      defaultValue: this.begins,
      ref: (/** @type {HTMLInputElement | null} */ input) => {
        this.input = input;
      },
    };
  }

  /** NaN where it holds no number. */
  value() {
    return this.text === this.seen.text ? this.seen.value : NaN;
  }

  others() {
    return this.seen.others;
  }

  /** @param {number} value */
  use(value) {
    if (!this.input) return;
    this.input.value = this.write(value);
    this.seen = { text: this.input.value, value, others: [] };
  }

  async settle() {
    const { text, currency } = this;
    if (text === this.seen.text) return;
    const found = text.trim() ? await readMoney(text, currency ?? "USD") : { price: null, others: [] };
    if (text === this.text) this.seen = { text, ...(currency ? priceIn(found, currency) : countIn(found)) };
  }

  /** @param {number} value */
  write(value) {
    if (Number.isNaN(value)) return "";
    return this.currency ? exact(value, this.currency) : number(value);
  }
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
  return cells
    .filter((cell) => cell.others().length > 0)
    .map((cell) => {
      const choices = [...cell.others(), ...(Number.isNaN(cell.value()) ? [] : [cell.value()])];
      const take = (/** @type {number} */ amount) => {
        cell.use(amount);
        cell.input?.focus();
        taken();
      };
      return h(
        "div",
        { class: "money-choices", role: "group", "aria-label": t("web.money_ask") },
        t("web.money_ask"),
        choices.map((amount) => button(exact(amount, currency), "button-small", () => take(amount))),
      );
    });
}
