// A field for money: what the server reads in it is shown below before anything is saved, and what may mean something
// else is asked about.

import { MOST_LETTERS, isSame, plain, readMoney } from "../data/money.js";
import { inFull } from "../words/figures.js";
import { t } from "../words/texts.js";
import { moneyChoices } from "./money_choices.js";
import { h, useEffect, useRef, useState } from "./preact.js";

/** @typedef {import("../data/money.js").Price} Price */
/** @typedef {import("api").PriceRead} Reading */
/**
 * @typedef {object} Wishes
 * @property {string} name of the control
 * @property {Price | null} stored
 * @property {string} currency of a bare number
 * @property {string} [username] whose price list it is held against
 * @property {(price: Price | null) => void} [heard] hears what is read, null while nothing is
 * @property {() => void} [typed] hears each key
 */

/** @type {Reading} */
const NOTHING = { price: null, others: [], kept_as_text: false };
const PAUSE = 150; // ms without a key before the server is asked

/**
 * A field that follows what is stored until somebody types in it.
 * @param {Wishes} wishes
 */
export function useMoney(wishes) {
  const [, redraw] = useState(0);
  const kept = useRef(/** @type {MoneyField | null} */ (null));
  kept.current ??= new MoneyField(wishes);
  const field = kept.current;
  field.wishes = wishes;
  field.redraw = () => redraw((n) => n + 1);
  const { stored, currency } = wishes;
  useEffect(() => field.follow(), [JSON.stringify(stored), currency]);
  useEffect(() => () => field.leave(), []);
  return field;
}

export class MoneyField {
  /** @type {HTMLInputElement | null} */
  input = null;
  /** @type {{ text: string, currency: string, reading: Promise<Reading> } | null} */
  last = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;
  /** What stands below the field. @type {{ price: Price | null, found: Reading, text: string, asks: boolean } | null} */
  said = null;
  redraw = () => {};

  /** @param {Wishes} wishes */
  constructor(wishes) {
    this.wishes = wishes;
    this.currency = wishes.currency;
    /** What the store holds or the person chose, for one text. @type {{ text: string, price: Price, isStored: boolean } | null} */
    this.settled = null;
  }

  get text() {
    return this.input?.value ?? "";
  }

  /** What is stored, or its currency, is another now. */
  follow() {
    const { stored, currency } = this.wishes;
    if (this.input && this.text === this.input.defaultValue) {
      this.settled = stored && { text: stored.text, price: stored, isStored: true };
      this.currency = currency;
    }
    this.show();
  }

  leave() {
    clearTimeout(this.timer);
    this.redraw = () => {};
  }

  /** The attributes of its control. */
  attributes() {
    const { name, stored, typed } = this.wishes;
    return {
      name,
      type: "text",
      class: "field",
      maxlength: MOST_LETTERS,
      autocomplete: "off",
      "aria-describedby": `money-${name}`,
      defaultValue: stored?.text ?? "",
      ref: (/** @type {HTMLInputElement | null} */ input) => {
        this.input = input;
      },
      onInput: () => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.show(), PAUSE);
        typed?.();
      },
    };
  }

  /** What stands below it. */
  echo() {
    const { said } = this;
    return h(
      "div",
      { class: "money-echo", id: `money-${this.wishes.name}`, role: "status" },
      said?.price && h("span", { class: "money-read" }, inWords(said.price, said.found)),
      said?.asks && h("span", {}, t("web.money_ask")),
      said?.asks && moneyChoices(said.found, said.text, (price) => this.choose(price)),
    );
  }

  /** What the server makes of the text, asked once a text. */
  reading() {
    const { text, last, currency } = this;
    if (last?.text === text && last.currency === currency) return last.reading;
    this.last = { text, currency, reading: readMoney(text, currency, this.wishes.username) };
    return this.last.reading;
  }

  /** The price of the text that stands there, where it is known without asking. */
  own() {
    return this.settled?.text === this.text ? this.settled.price : null;
  }

  async show() {
    clearTimeout(this.timer);
    const { text } = this;
    const found = text.trim() ? await this.reading().catch(() => null) : NOTHING; // saving says what is wrong
    if (text !== this.text || !found) return;
    const own = this.own();
    const price = own ?? (found.others.length ? null : found.price);
    const isOpen = !own || (this.settled?.isStored && !found.others.some((other) => isSame(other, own)));
    this.said = { price, found, text, asks: Boolean(isOpen) && found.others.length > 0 };
    this.redraw();
    this.wishes.heard?.(price);
  }

  /** @param {Price} price */
  choose(price) {
    this.settled = { text: this.text, price, isStored: false };
    this.input?.focus();
    this.input?.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {string} code */
  useCurrency(code) {
    this.currency = code;
    this.settled = null; // what was chosen, or is kept, may be in another one
    return this.show();
  }

  /** What is to be saved; undefined where the person has to choose first, which is shown then. */
  async read() {
    if (!this.text.trim()) return null;
    const own = this.own();
    if (own) return plain(own);
    const found = await this.reading();
    if (!found.others.length) return found.price && plain(found.price);
    await this.show();
    const [first] = document.getElementById(`money-${this.wishes.name}`)?.getElementsByTagName("button") ?? [];
    first?.focus();
    return undefined;
  }
}

/**
 * @param {Price} price
 * @param {Reading} found
 */
function inWords(price, found) {
  if (!price.currency) return t("web.money_kept_as_text");
  const same = [found.price, ...found.others].find((each) => each && isSame(each, price));
  return `= ${inFull(same ?? price)}`;
}
