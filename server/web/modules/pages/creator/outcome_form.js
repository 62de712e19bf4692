// What came of working with this creator: recorded beside what Soi had said, changed, or taken back.

import { button, labelled } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { call } from "../../data/api.js";
import { may } from "../../data/may.js";
import { day } from "../../words/dates.js";
import { ask } from "../../parts/dialog.js";
import { exact } from "../../words/figures.js";
import { changeable, followAgain, heldBy } from "../../parts/forms.js";
import { useMoney } from "../../parts/money_field.js";
import { Select } from "../../parts/select.js";
import { address } from "../../words/address.js";
import { t } from "../../words/texts.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { saidThen } from "../../verdict/said_then.js";

/** @typedef {import("../../verdict/said_then.js").Outcome} Outcome */

const DUE = new Set(["posted", "paid"]);
const MOST = 1_000_000_000;
const RECORDS = "PUT /creators/<username>/outcome";
const NOTHING = { worth_it: null, clicks: null, codes: null, sales: null, quality: null, note: "" };
const WORTH = /** @type {const} */ ({ "": null, yes: true, no: false });

/**
 * @typedef {object} Props
 * @property {string} username
 * @property {Outcome | null} outcome
 * @property {string} usual currency
 * @property {() => Promise<void>} reload
 */

/** @param {Props & { entry: { status: string } | null }} props */
export function OutcomeCard({ username, outcome, usual, entry, reload }) {
  const due = outcome === null && DUE.has(entry?.status ?? "");
  if (outcome === null && !may(RECORDS)) return null;
  const plain = outcome !== null || due; // the form stays the same element, whatever stands around it
  return h(
    "section",
    { class: "card", "aria-labelledby": "outcome-title" },
    h("h2", { id: "outcome-title" }, t("web.outcome")),
    due && h("p", { class: "message message-due" }, t("web.outcome_due")),
    outcome && recordedLine(outcome),
    h(
      "details",
      { class: plain ? "plain" : "signal", ...(plain ? { open: true } : {}) },
      h("summary", { hidden: plain }, h("span", {}, t("web.outcome_record"))),
      h(OutcomeForm, { username, outcome, usual, reload }),
    ),
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
    saidThen(outcome),
  );
}

/** @param {Props} props */
function OutcomeForm({ username, outcome, usual, reload }) {
  const known = outcome ?? NOTHING;
  const code = known.sales?.currency ?? usual;
  const sales = useMoney({ name: "sales", stored: known.sales && exactly(known.sales), currency: code });
  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const sold = await soldFor(sales);
    if (sold !== undefined) await keep(username, valuesOf(form, sold), form, reload);
  };
  return h(
    "form",
    { class: "entry-form", "data-keep": "outcome", onSubmit: submit },
    changeable(
      RECORDS,
      labelled("web.outcome_worth", h(Select, { name: "worth", value: worthWord(known.worth_it), options: worths() })),
      h(
        "div",
        { class: "side-by-side" },
        labelled("web.outcome_clicks", counter("clicks", known.clicks)),
        labelled("web.outcome_codes", counter("codes", known.codes)),
      ),
      h(
        "div",
        { class: "side-by-side" },
        labelled("web.outcome_sales", h("input", sales.attributes())),
        labelled(
          "web.price_currency",
          h(Select, {
            name: "currency",
            value: code,
            options: [...new Set(["VND", "USD", code])].map((each) => /** @type {const} */ ([each, each])),
            onChoose: (chosen) => void sales.useCurrency(chosen),
          }),
        ),
      ),
      sales.echo(),
      labelled(
        "web.outcome_quality",
        h(Select, { name: "quality", value: String(known.quality ?? ""), options: qualities() }),
      ),
      labelled("web.list_note", h("textarea", { name: "note", rows: 3, maxlength: 2_000, defaultValue: known.note })),
    ),
    h(
      "div",
      { class: "actions" },
      h(
        "button",
        { needs: RECORDS, class: "button button-primary" },
        t(outcome ? "web.view_save" : "web.outcome_record"),
      ),
      outcome &&
        button(t("web.outcome_remove"), "button-risk", () => confirmRemove(username, reload), {
          needs: "DELETE /creators/<username>/outcome",
        }),
    ),
  );
}

/** @returns {(readonly [string, string])[]} */
function worths() {
  return [
    ["", t("web.outcome_open")],
    ["yes", t("web.outcome_yes")],
    ["no", t("web.outcome_no")],
  ];
}

/** @returns {(readonly [string, string])[]} */
function qualities() {
  return [["", "–"], ...[1, 2, 3, 4, 5].map((n) => /** @type {const} */ ([String(n), t(`web.quality_${n}`)]))];
}

/**
 * What the form says, as the API takes it: null where nothing was entered.
 * @param {HTMLFormElement} form
 * @param {{ amount: number, currency: string } | null} sales
 */
function valuesOf(form, sales) {
  const data = new FormData(form);
  const held = (/** @type {string} */ name) => String(data.get(name) ?? "");
  const count = (/** @type {string} */ name) => (held(name) ? Number(held(name)) : null);
  return {
    worth_it: WORTH[/** @type {keyof typeof WORTH} */ (held("worth"))],
    clicks: count("clicks"),
    codes: count("codes"),
    sales,
    quality: count("quality"),
    note: held("note").replaceAll("\r\n", "\n"), // as it stands in the field
  };
}

/**
 * One amount; undefined where there is none to save, and the person was told.
 * @param {import("../../parts/money_field.js").MoneyField} field
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

/** @param {{ amount: number, currency: string }} sum @returns {import("../../data/money.js").Price} */
function exactly({ amount, currency }) {
  const price = { low: amount, high: amount, currency, net: null, text: "" };
  return { ...price, text: exact(amount, currency) };
}

/** @param {boolean | null} worth @returns {keyof typeof WORTH} */
function worthWord(worth) {
  if (worth === null) return "";
  return worth ? "yes" : "no";
}

/**
 * @param {string} name
 * @param {number | null} value
 */
function counter(name, value) {
  const limits = { min: 0, max: MOST, step: "1", inputmode: "numeric" };
  return h("input", {
    name,
    type: "number",
    class: "field",
    ...limits,
    defaultValue: value === null ? "" : String(value),
  });
}

/**
 * @param {string} username
 * @param {Record<string, unknown>} outcome
 * @param {HTMLFormElement} form
 * @param {() => Promise<void>} reload
 */
async function keep(username, outcome, form, reload) {
  const sent = heldBy(form);
  try {
    await call("PUT", path(username), outcome);
  } catch (error) {
    toast(troubleText(error), { trouble: true });
    return; // what was typed stays in it
  }
  toast(t("web.outcome_saved", { name: username }));
  await reload();
  followAgain(form, sent);
}

/**
 * Ask first: recording it again would hold it against what Soi says by then.
 * @param {string} username
 * @param {() => Promise<void>} reload
 */
async function confirmRemove(username, reload) {
  const title = t("web.outcome_remove_title", { name: username });
  if (!(await ask(title, [t("web.outcome_remove_text")], t("web.outcome_remove")))) return;
  try {
    await call("DELETE", path(username));
  } catch (error) {
    toast(troubleText(error), { trouble: true });
    return;
  }
  toast(t("web.outcome_removed", { name: username }));
  await reload();
}

/** @param {string} username */
function path(username) {
  return /** @type {const} */ (`/creators/${encodeURIComponent(username)}/outcome`);
}
