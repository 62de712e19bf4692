/** Words and numbers in the person's language. */

/** @typedef {import("../../../types/messages").Text} Text */

export class Speaker {
  /** @param {import("../../../types/messages").Language} language @param {import("../../../types/messages").Texts} texts */
  constructor(language, texts) {
    this.language = language;
    this.texts = texts;
    this.locale = language === "vi" ? "vi-VN" : "en-GB";
  }

  /** The text of `key` with `values` in its {places}; that of `key_one`, if there is one, for an `n` of 1. @param {string} key @param {Record<string, string | number>} [values] */
  t(key, values = {}) {
    const text = (values["n"] === 1 && this.texts[`${key}_one`]) || (this.texts[key] ?? key);
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  }

  /** True if there are words for `key`; codes of the server may be newer than this extension. @param {string} key */
  has(key) {
    return Object.hasOwn(this.texts, key);
  }

  /** @param {Text | null | undefined} text */
  pick(text) {
    return text?.[this.language] ?? text?.en ?? "";
  }

  /** @param {number} value @param {number} [digits] */
  number(value, digits = 0) {
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return new Intl.NumberFormat(this.locale, options).format(value);
  }

  /** A rate: one digit below 10 %, none above. @param {number} value */
  percent(value) {
    return `${this.number(value, value < 10 ? 1 : 0)}%`;
  }

  /** As Instagram's own page writes it in the language: 33604 is "33.6K" or "33,6 N"; in full below 10,000. @param {number} value */
  compact(value) {
    if (value < 10_000) return this.number(value);
    return new Intl.NumberFormat(this.language, { notation: "compact", maximumFractionDigits: 1 }).format(value);
  }

  /** A count as it is known: one number, or the two ends that rounding leaves open. @param {import("../../../types/messages").Count} count */
  count(count) {
    const [low, high] = [this.compact(count.low), this.compact(count.high)];
    return count.exact || low === high ? this.compact(count.value) : `${low}–${high}`;
  }

  /** A price, or the two ends of one: "₫3M–₫6M", "3–6 Tr ₫". @param {{low: number, high: number, currency: string}} price */
  money({ low, high, currency }) {
    /** @type {Intl.NumberFormatOptions} */
    const options = {
      style: "currency",
      currency,
      notation: "compact",
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    };
    const format = new Intl.NumberFormat(this.language, options);
    if (low < high && format.format(low) === format.format(0))
      return this.t("price_up_to", { price: format.format(high) });
    return low === high ? format.format(low) : format.formatRange(low, high);
  }

  /** Day and month, with the year when it is not this one. @param {string | null | undefined} iso */
  date(iso) {
    const day = new Date(iso ?? "");
    if (Number.isNaN(day.getTime())) return "";
    const thisYear = day.getFullYear() === new Date().getFullYear();
    /** @type {Intl.DateTimeFormatOptions} */
    const parts = { day: "2-digit", month: "2-digit", ...(thisYear ? {} : { year: "numeric" }) };
    return new Intl.DateTimeFormat("en-GB", parts).format(day); // 12/03 in both languages; vi-VN would write 12-03
  }
}
