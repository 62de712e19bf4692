// The filters that open: several tags, tags that are not wanted, ranges of numbers, amounts and days.

import { readMoney } from "../../data/money.js";
import { h } from "../../parts/dom.js";
import { exact } from "../../words/figures.js";
import { shownName } from "../../words/creator_names.js";
import { t } from "../../words/texts.js";
import { count, noFilters } from "./matching.js";

/** @typedef {import("./matching.js").Filters} Filters */
/** @typedef {keyof Filters} Name */

const LONGEST = 300;
/** All that stand in this menu. @type {Name[]} */
const NAMES = [
  ...["stage", "platform", "checked", "tags", "not_tags", "followers_min", "followers_max", "rate_min", "rate_max"],
  ...["asked_min", "asked_max", "added_min", "added_max", "seen_min", "seen_max"],
].map((name) => /** @type {Name} */ (name));

/** The menu, and how many of its filters are in use. */
export class MoreFilters {
  /**
   * @param {Filters} filters changed in place
   * @param {() => void} changed
   * @param {string} currency
   */
  constructor(filters, changed, currency) {
    this.filters = filters;
    this.currency = currency;
    /** @type {Map<Name, HTMLInputElement | HTMLSelectElement>} */
    this.controls = new Map();
    this.changed = () => {
      this.say();
      changed();
    };
    this.words = h("datalist", { id: "list-tags" });
    this.summary = h("summary", { class: "button button-small" });
    const clear = h("button", { type: "button", class: "button button-small" }, t("web.list_filters_clear"));
    clear.addEventListener("click", () => this.clear());
    const form = h("form", { class: "more-filters" }, ...this.lines(), this.words, clear);
    form.addEventListener("submit", (event) => event.preventDefault());
    this.element = h("details", { class: "menu" }, this.summary, form);
    this.say();
  }

  lines() {
    return [
      this.line("web.list_filter_tags", this.text("tags")),
      this.line("web.list_filter_not_tags", this.text("not_tags")),
      this.line("web.list_stage", this.choice("stage", [])),
      this.line("web.list_platform", this.choice("platform", [])),
      this.line(
        "web.list_filter_checked",
        this.choice("checked", [
          ["yes", t("web.list_filter_checked_yes")],
          ["no", t("web.list_filter_checked_no")],
        ]),
      ),
      this.range("web.followers", "followers", (name, label) => this.number(name, label, "1")),
      this.range("web.list_filter_rate", "rate", (name, label) => this.number(name, label, "any")),
      this.range("web.price_asked", "asked", (name, label) => this.amount(name, label)),
      this.range("web.list_added", "added", (name, label) => this.day(name, label)),
      this.range("web.list_seen", "seen", (name, label) => this.day(name, label)),
    ];
  }

  /** @param {string} key @param {HTMLElement} control */
  line(key, control) {
    return h("label", { class: "labelled" }, h("span", {}, t(key)), control);
  }

  /**
   * @param {string} key
   * @param {"followers" | "rate" | "asked" | "added" | "seen"} field
   * @param {(name: Name, label: string) => HTMLElement} make
   */
  range(key, field, make) {
    const title = t(key);
    const [low, high] = [t("web.list_from", { what: title }), t("web.list_to", { what: title })];
    return h(
      "fieldset",
      { class: "range" },
      h("legend", {}, title),
      make(`${field}_min`, low),
      h("span", { "aria-hidden": "true" }, "–"),
      make(`${field}_max`, high),
    );
  }

  /** @param {Name} name @param {Record<string, string | number | boolean | null>} attributes */
  input(name, attributes) {
    const made = h("input", { class: "field", name, ...attributes });
    made.addEventListener("change", () => this.take(name, made.value.trim()));
    this.controls.set(name, made);
    return made;
  }

  /** @param {Name} name */
  text(name) {
    return this.input(name, { type: "text", maxlength: LONGEST, list: "list-tags" });
  }

  /** @param {Name} name @param {string} label @param {string} step */
  number(name, label, step) {
    return this.input(name, { type: "number", min: 0, step, "aria-label": label });
  }

  /** @param {Name} name @param {string} label */
  day(name, label) {
    return this.input(name, { type: "date", "aria-label": label });
  }

  /** Typed as anywhere else and read by the server; what stands there afterwards is how it was understood. @param {Name} name @param {string} label */
  amount(name, label) {
    const made = h("input", { class: "field", name, type: "text", maxlength: 60, "aria-label": label });
    made.addEventListener("change", async () => {
      const text = made.value.trim();
      const reading = text ? await readMoney(text, this.currency).catch(() => null) : null;
      const meant = reading?.others[0] ?? reading?.price;
      const amount = meant?.low ?? meant?.high ?? null;
      made.setAttribute("aria-invalid", String(text !== "" && amount === null));
      this.take(name, amount === null ? "" : String(amount));
      if (amount !== null) made.value = exact(amount, this.currency);
    });
    this.controls.set(name, made);
    return made;
  }

  /** @param {Name} name @param {[string, string][]} options */
  choice(name, options) {
    const all = [/** @type {[string, string]} */ (["", t("web.list_anything")]), ...options];
    const made = h("select", { name }, ...all.map(([value, words]) => h("option", { value }, words)));
    made.addEventListener("change", () => this.take(name, made.value));
    this.controls.set(name, made);
    return made;
  }

  /** @param {Name} name @param {string} value */
  take(name, value) {
    if (this.filters[name] === value) return;
    this.filters[name] = value;
    this.changed();
  }

  clear() {
    const none = noFilters();
    for (const name of NAMES) this.filters[name] = none[name];
    this.show();
    this.changed();
  }

  /** Show the filters as they are by now. */
  show() {
    for (const [name, control] of this.controls) {
      const value = this.filters[name];
      if (control instanceof HTMLSelectElement) addOption(control, value, value);
      control.value = name.startsWith("asked_") && value ? exact(Number(value), this.currency) : value;
    }
    this.say();
  }

  /** Offer the tags, stages and platforms of these rows as well. @param {import("./rows.js").Row[]} rows */
  offer(rows) {
    const tags = new Set([...this.words.options].map((option) => option.value));
    const fresh = new Set(rows.flatMap((row) => row.entry.tags).filter((tag) => !tags.has(tag)));
    this.words.append(...[...fresh].map((value) => h("option", { value })));
    for (const stage of new Set(rows.map((row) => row.stage))) this.option("stage", stage, stage);
    for (const platform of new Set(rows.map((row) => row.platform)))
      this.option("platform", platform, shownName(`${platform}:`).replace(/ · $/, ""));
  }

  /** @param {Name} name @param {string} value @param {string} words */
  option(name, value, words) {
    const control = this.controls.get(name);
    if (control instanceof HTMLSelectElement) addOption(control, value, words);
  }

  /** How many of them are in use. */
  say() {
    const n = count(Object.fromEntries(NAMES.map((name) => [name, this.filters[name]])));
    this.summary.textContent = n ? t("web.list_filters_more_n", { n }) : t("web.list_filters_more");
  }
}

/**
 * @param {HTMLSelectElement} select
 * @param {string} value
 * @param {string} words
 */
function addOption(select, value, words) {
  if (!value || [...select.options].some((option) => option.value === value)) return;
  select.append(h("option", { value }, words));
}
