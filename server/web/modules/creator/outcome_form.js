// What came of working with this creator: recorded beside what Soi had said, changed, or taken back.

import { call } from "../api.js";
import { day } from "../dates.js";
import { ask } from "../dialog.js";
import { button, h } from "../dom.js";
import { labelled } from "../fields.js";
import { exact } from "../figures.js";
import { MoneyField } from "../money.js";
import { address } from "../routes.js";
import { t } from "../texts.js";
import { toast } from "../toast.js";
import { troubleText } from "../trouble.js";
import { markTyped } from "../unsaved.js";
import { said } from "../outcomes/table.js";

/** @typedef {import("../outcomes/table.js").Outcome} Outcome */

const DUE = new Set(["posted", "paid"]);
const MOST = 1_000_000_000;
const NOTHING = { worth_it: null, clicks: null, codes: null, sales: null, quality: null, note: "" };
const WORTH = /** @type {const} */ ({ "": null, yes: true, no: false });

/**
 * @param {string} username
 * @param {Outcome | null} outcome
 * @param {string} usual currency
 * @param {{ status: string } | null} entry
 * @param {() => void} redraw
 */
export function outcomeCard(username, outcome, usual, entry, redraw) {
  const due = outcome === null && DUE.has(entry?.status ?? "");
  const form = outcomeForm(username, outcome, usual, redraw);
  return h(
    "section",
    { class: "card", "aria-labelledby": "outcome-title" },
    h("h2", { id: "outcome-title" }, t("web.outcome")),
    due && h("p", { class: "message message-due" }, t("web.outcome_due")),
    outcome && recordedLine(outcome),
    outcome || due
      ? form
      : h("details", { class: "signal" }, h("summary", {}, h("span", {}, t("web.outcome_record"))), form),
    h("p", { class: "hint" }, t("web.outcome_hint")),
    outcome && h("p", {}, h("a", { href: address("outcomes") }, t("web.outcome_all"))),
  );
}

/** @param {Outcome} outcome */
function recordedLine(outcome) {
  return h(
    "p",
    {},
    t("web.outcome_since", { recorded: day(outcome.recorded_at), changed: day(outcome.updated_at) }),
    " ",
    t("web.outcome_said_then"),
    " ",
    said(outcome),
  );
}

/**
 * @param {string} username
 * @param {Outcome | null} outcome
 * @param {string} usual currency
 * @param {() => void} redraw
 */
function outcomeForm(username, outcome, usual, redraw) {
  const fields = fieldsOf(outcome, usual);
  const form = h(
    "form",
    { class: "entry-form", "data-keep": "outcome" },
    labelled("web.outcome_worth", fields.worth),
    pair(labelled("web.outcome_clicks", fields.clicks), labelled("web.outcome_codes", fields.codes)),
    pair(labelled("web.outcome_sales", fields.sales.input), labelled("web.price_currency", fields.currency)),
    fields.sales.echo,
    labelled("web.outcome_quality", fields.quality),
    labelled("web.list_note", fields.note),
    h(
      "div",
      { class: "actions" },
      h("button", { class: "button button-primary" }, t(outcome ? "web.view_save" : "web.outcome_record")),
      outcome && button(t("web.outcome_remove"), "button-risk", () => confirmRemove(username, redraw)),
    ),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const sales = await soldFor(fields.sales);
    if (sales === undefined) markTyped(form);
    else keep(username, redraw, valuesOf(fields, sales), form);
  });
  return form;
}

/**
 * The controls with what is recorded.
 * @param {Outcome | null} outcome
 * @param {string} usual currency
 */
function fieldsOf(outcome, usual) {
  const known = outcome ?? NOTHING;
  const code = known.sales?.currency ?? usual;
  const qualities = [1, 2, 3, 4, 5].map((n) => /** @type {const} */ ([String(n), t(`web.quality_${n}`)]));
  const fields = {
    worth: choice(
      [
        ["", t("web.outcome_open")],
        ["yes", t("web.outcome_yes")],
        ["no", t("web.outcome_no")],
      ],
      worthWord(known.worth_it),
    ),
    clicks: counter(known.clicks),
    codes: counter(known.codes),
    currency: choice(
      [...new Set(["VND", "USD", code])].map((each) => /** @type {const} */ ([each, each])),
      code,
    ),
    quality: choice([["", "–"], ...qualities], String(known.quality ?? "")),
    note: noteField(known.note),
  };
  for (const [name, control] of Object.entries(fields)) control.name = name;
  const sales = new MoneyField({ name: "sales", stored: known.sales && exactly(known.sales), currency: code });
  fields.currency.addEventListener("change", () => sales.useCurrency(fields.currency.value));
  return { ...fields, sales };
}

/**
 * What the controls say, as the API takes it: null where nothing was entered.
 * @param {ReturnType<typeof fieldsOf>} fields
 * @param {{ amount: number, currency: string } | null} sales
 */
function valuesOf({ worth, clicks, codes, quality, note }, sales) {
  return {
    worth_it: WORTH[/** @type {keyof typeof WORTH} */ (worth.value)],
    clicks: amountOf(clicks),
    codes: amountOf(codes),
    sales,
    quality: quality.value ? Number(quality.value) : null,
    note: note.value,
  };
}

/**
 * One amount; undefined where there is none to save, and the person was told.
 * @param {MoneyField} field
 * @returns {Promise<{ amount: number, currency: string } | null | undefined>}
 */
async function soldFor(field) {
  try {
    const price = await field.read();
    if (!price) return price;
    if (price.low !== null && price.low === price.high && price.currency)
      return { amount: price.low, currency: price.currency };
    toast(t("web.money_one_amount"), { trouble: true });
  } catch (error) {
    toast(troubleText(error), { trouble: true });
  }
  return undefined;
}

/** @param {{ amount: number, currency: string }} sum @returns {import("../money.js").Price} */
function exactly({ amount, currency }) {
  const price = { low: amount, high: amount, currency, net: null, text: "" };
  return { ...price, text: exact(amount, currency) };
}

/** @param {boolean | null} worth @returns {keyof typeof WORTH} */
function worthWord(worth) {
  if (worth === null) return "";
  return worth ? "yes" : "no";
}

/** @param {string} text */
function noteField(text) {
  const field = h("textarea", { rows: 3, maxlength: 2_000 });
  field.value = text;
  return field;
}

/** @param {...Node} controls */
function pair(...controls) {
  return h("div", { class: "side-by-side" }, ...controls);
}

/**
 * @param {(readonly [value: string, words: string])[]} options
 * @param {string} value
 */
function choice(options, value) {
  const made = h("select", {}, ...options.map(([each, words]) => h("option", { value: each }, words)));
  made.value = value;
  return made;
}

/** @param {number | null | undefined} value */
function counter(value) {
  const field = h("input", { type: "number", class: "field", min: 0, max: MOST, step: "1", inputmode: "numeric" });
  field.value = value == null ? "" : String(value);
  return field;
}

/** @param {HTMLInputElement} field @returns {number | null} */
function amountOf(field) {
  return field.value === "" ? null : Number(field.value);
}

/**
 * @param {string} username
 * @param {() => void} redraw
 * @param {Record<string, unknown>} outcome
 * @param {HTMLFormElement} form
 */
async function keep(username, redraw, outcome, form) {
  try {
    await call("PUT", path(username), outcome);
  } catch (error) {
    toast(troubleText(error), { trouble: true });
    markTyped(form);
    return; // what was typed stays in it
  }
  toast(t("web.outcome_saved", { name: username }));
  redraw();
}

/**
 * Ask first: recording it again would hold it against what Soi says by then.
 * @param {string} username
 * @param {() => void} redraw
 */
async function confirmRemove(username, redraw) {
  const title = t("web.outcome_remove_title", { name: username });
  if (!(await ask(title, [t("web.outcome_remove_text")], t("web.outcome_remove")))) return;
  try {
    await call("DELETE", path(username));
  } catch (error) {
    toast(troubleText(error), { trouble: true });
    return;
  }
  toast(t("web.outcome_removed", { name: username }));
  redraw();
}

/** @param {string} username */
function path(username) {
  return `/creators/${encodeURIComponent(username)}/outcome`;
}
