// What came of working with this creator: recorded beside what Soi had said, changed, or taken back.

import { call } from "../api.js";
import { day } from "../dates.js";
import { ask } from "../dialog.js";
import { button, h } from "../dom.js";
import { labelled } from "../fields.js";
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
    pair(labelled("web.outcome_sales", fields.amount), labelled("web.price_currency", fields.currency)),
    labelled("web.outcome_quality", fields.quality),
    labelled("web.list_note", fields.note),
    h(
      "div",
      { class: "actions" },
      h("button", { class: "button button-primary" }, t(outcome ? "web.view_save" : "web.outcome_record")),
      outcome && button(t("web.outcome_remove"), "button-risk", () => confirmRemove(username, redraw)),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(username, redraw, valuesOf(fields), form);
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
    amount: counter(known.sales?.amount, "any"),
    currency: choice(
      [
        ["VND", "VND"],
        ["USD", "USD"],
      ],
      known.sales?.currency ?? usual,
    ),
    quality: choice([["", "–"], ...qualities], String(known.quality ?? "")),
    note: noteField(known.note),
  };
  for (const [name, control] of Object.entries(fields)) control.name = name;
  return fields;
}

/**
 * What the controls say, as the API takes it: null where nothing was entered.
 * @param {ReturnType<typeof fieldsOf>} fields
 */
function valuesOf({ worth, clicks, codes, amount, currency, quality, note }) {
  const sales = amountOf(amount);
  return {
    worth_it: WORTH[/** @type {keyof typeof WORTH} */ (worth.value)],
    clicks: amountOf(clicks),
    codes: amountOf(codes),
    sales: sales === null ? null : { amount: sales, currency: currency.value },
    quality: quality.value ? Number(quality.value) : null,
    note: note.value,
  };
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

/**
 * @param {number | null | undefined} value
 * @param {string} [step]
 */
function counter(value, step = "1") {
  const most = step === "1" ? MOST : MOST * 1_000;
  const field = h("input", { type: "number", class: "field", min: 0, max: most, step, inputmode: "decimal" });
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
