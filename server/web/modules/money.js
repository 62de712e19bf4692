// Money that a person types: the server reads it, what it read is shown before anything is saved, and what may mean
// something else is asked about. Nothing here reads a price by itself.

import { call } from "./api.js";
import { button, h } from "./dom.js";
import { askedText } from "./figures.js";
import { currentLanguage, t } from "./texts.js";

/** @typedef {{ low: number | null, high: number | null, currency: string | null, text: string, net: boolean | null, shown?: import("./texts.js").Text }} Price */
/** @typedef {{ price: Price | null, others: Price[], kept_as_text: boolean }} Reading */

/** @type {Reading} */
const NOTHING = { price: null, others: [], kept_as_text: false };
const PAUSE = 150; // ms without a key before the server is asked
export const MOST_LETTERS = 500;

/**
 * What the server makes of a text.
 * @param {string} text
 * @param {string | null | undefined} currency of a bare number; that of the settings where none is given
 * @param {string} [username] whose price list it is held against
 * @returns {Promise<Reading>}
 */
export function readMoney(text, currency, username) {
  return call("POST", "/money", { text, ...(currency ? { currency } : {}), ...(username ? { username } : {}) });
}

/**
 * What is meant by a text; a person is asked where that is not clear. Undefined where the question was left.
 * @param {string} text
 * @param {string | null | undefined} currency
 * @param {string} username
 * @returns {Promise<Price | null | undefined>}
 */
export async function meantBy(text, currency, username) {
  const reading = await readMoney(text, currency, username);
  if (!reading.others.length) return reading.price && plain(reading.price);
  return new Promise((resolve) => {
    /** @type {Price | undefined} */
    let chosen;
    const dialog = h("dialog", { class: "card", "aria-labelledby": "money-title" });
    const choose = (/** @type {Price} */ price) => {
      chosen = plain(price);
      dialog.close();
    };
    dialog.append(
      h("h2", { id: "money-title" }, t("web.money_ask_of", { text, name: username })),
      choices(reading, text, choose),
      h(
        "div",
        { class: "actions" },
        button(t("web.cancel"), "", () => dialog.close()),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(chosen);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/**
 * A price in full, as the server's writer put it.
 * @param {Price} price
 */
export function inFull(price) {
  return price.shown ? price.shown[currentLanguage()] : askedText(price);
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
 * What may be meant: the likeliest first, then the number as it stands, then the words alone.
 * @param {Reading} reading
 * @param {string} text
 * @param {(price: Price) => void} choose
 */
export function choices({ price, others }, text, choose) {
  const numbers = [...others, ...(price?.currency && !others.includes(price) ? [price] : [])];
  return h(
    "div",
    { class: "money-choices", role: "group", "aria-label": t("web.money_ask") },
    ...numbers.map((each) => button(inFull(each), "button-small", () => choose(each))),
    button(t("web.money_words_only"), "button-small", () => choose(wordsOnly(text))),
  );
}

/**
 * @typedef {object} Wishes
 * @property {string} name of the control
 * @property {Price | null} stored
 * @property {string} currency of a bare number
 * @property {string} [username] whose price list it is held against
 * @property {(price: Price | null) => void} [heard] hears what is read, null while nothing is
 */

/** A field for money with its echo below it. */
export class MoneyField {
  /** @type {{ text: string, currency: string, reading: Promise<Reading> } | null} */
  last = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  /** @param {Wishes} wishes */
  constructor({ name, stored, currency, username, heard = () => {} }) {
    const id = `money-${name}`;
    this.stored = stored;
    this.currency = currency;
    this.username = username;
    this.heard = heard;
    this.input = h("input", { name, type: "text", class: "field", maxlength: MOST_LETTERS, autocomplete: "off" });
    this.input.setAttribute("aria-describedby", id);
    this.input.value = stored?.text ?? "";
    this.echo = h("div", { class: "money-echo", id, role: "status" });
    /** What the store holds or the person chose, for one text. @type {{ text: string, price: Price } | null} */
    this.settled = stored && { text: stored.text, price: stored };
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.show(), PAUSE);
    });
    queueMicrotask(() => this.show()); // whoever hears it may look at this field, which is not made yet
  }

  /** What the server makes of the text, asked once a text. */
  reading() {
    const text = this.input.value;
    const { last, currency } = this;
    if (last?.text === text && last.currency === currency) return last.reading;
    this.last = { text, currency, reading: readMoney(text, currency, this.username) };
    return this.last.reading;
  }

  /** The price of the text that stands there, where it is known without asking. */
  own() {
    return this.settled?.text === this.input.value ? this.settled.price : null;
  }

  async show() {
    clearTimeout(this.timer); // a second drawing of the same would take the focus from what is offered
    const text = this.input.value;
    const found = text.trim() ? await this.reading().catch(() => null) : NOTHING; // saving says what is wrong
    if (text !== this.input.value || !found) return;
    const own = this.own();
    const price = own ?? (found.others.length ? null : found.price);
    const open = own === null || (own === this.stored && !found.others.some((other) => isSame(other, own)));
    const asks = open && found.others.length > 0;
    this.echo.replaceChildren(
      ...(price ? [h("span", { class: "money-read" }, said(price, found))] : []),
      ...(asks ? [h("span", {}, t("web.money_ask")), choices(found, text, (chosen) => this.choose(chosen))] : []),
    );
    this.heard(price);
  }

  /** @param {Price} price */
  choose(price) {
    this.settled = { text: this.input.value, price };
    this.input.focus();
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {string} code */
  useCurrency(code) {
    this.currency = code;
    this.settled = null; // what was chosen, or is kept, may be in another one
    return this.show();
  }

  /** What is to be saved; undefined where the person has to choose first, which is shown then. */
  async read() {
    if (!this.input.value.trim()) return null;
    const own = this.own();
    if (own) return plain(own);
    const found = await this.reading();
    if (!found.others.length) return found.price && plain(found.price);
    await this.show();
    this.echo.querySelector("button")?.focus();
    return undefined;
  }
}

/**
 * @param {Price} price
 * @param {Reading} found
 */
function said(price, found) {
  if (!price.currency) return t("web.money_kept_as_text");
  const same = [found.price, ...found.others].find((each) => each && isSame(each, price));
  return `= ${inFull(same ?? price)}`;
}

/**
 * @param {Price} one
 * @param {Price} other
 */
function isSame(one, other) {
  return one.low === other.low && one.high === other.high && one.currency === other.currency;
}

/** @param {Price} price as the API takes it @returns {Price} */
function plain({ low, high, currency, text, net }) {
  return { low, high, currency, text, net };
}
