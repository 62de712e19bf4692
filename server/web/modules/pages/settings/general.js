// Language, currency, retention, and comparing commenters.

import { call } from "../../data/api.js";
import { labelled } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { number, t } from "../../words/texts.js";
import { theirSettings, useSaving } from "./saving.js";
import { useTaking } from "./taking.js";

/** @typedef {import("api").SettingsAnswer} General */

const ask = () => call("GET", "/settings");
/** @type {import("./saving.js").Keep<General>} */
const keep = (_, body, seen) => call("PUT", "/settings", body, seen);

/** Settings that the page knows words for; the others stay as they are. */
const FIELDS = /** @type {const} */ ([
  { name: "language", choices: ["auto", "vi", "en"] },
  { name: "currency", choices: ["VND", "USD"] },
  { name: "keep_visits", least: 4, most: 10_000 },
  { name: "keep_days", least: 0, most: 36_500 },
  { name: "pods", flag: true },
]);
/** @typedef {typeof FIELDS[number]} Field */

/** @param {{ answer: General }} props */
export function GeneralCard({ answer }) {
  const { now, take, place } = useTaking(answer, "button");
  const { places, save } = useSaving({ ask, keep, answer, shown: ({ settings }) => settings, theirs, take });
  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const wanted = FIELDS.filter(({ name }) => !now.fixed.includes(name)).map((field) => [
      field.name,
      valueIn(data, field),
    ]);
    const answered = await save("web.settings_saved", () => ({ body: Object.fromEntries(wanted) }));
    if (answered) take(answered);
  };
  return h(
    "section",
    { class: "card", ref: place },
    h("h2", {}, t("web.settings_general")),
    h(
      "form",
      { class: "settings-form", "data-keep": "general", onSubmit: submit },
      FIELDS.map((field) => fieldOf(field, now)),
      h("div", { class: "actions" }, h("button", { class: "button button-primary" }, t("web.view_save"))),
    ),
    ...places,
  );
}

/**
 * @param {Field} field
 * @param {General} now
 */
function fieldOf(field, { settings, fixed }) {
  const { name } = field;
  const isFixed = fixed.includes(name);
  return h(
    "div",
    { class: "block" },
    labelled(`web.setting_${name}`, control(field, settings[name], isFixed)),
    h("p", { class: "hint" }, t(isFixed ? "web.setting_fixed" : `web.setting_${name}_hint`)),
  );
}

/**
 * @param {Field} field
 * @param {string | number | boolean | undefined} value
 * @param {boolean} disabled
 */
function control(field, value, disabled) {
  const { name } = field;
  if ("flag" in field) return h("input", { name, type: "checkbox", disabled, defaultChecked: value === true });
  if ("choices" in field) {
    const options = field.choices.map((choice) => /** @type {const} */ ([choice, choiceText(name, choice)]));
    return h(Select, { name, value: String(value), options, disabled });
  }
  const limits = { min: field.least, max: field.most, required: true };
  return h("input", { name, type: "number", class: "field", ...limits, disabled, defaultValue: String(value) });
}

/**
 * @param {FormData} data
 * @param {Field} field
 */
function valueIn(data, field) {
  if ("flag" in field) return data.has(field.name);
  const value = String(data.get(field.name));
  return "choices" in field ? value : Number(value);
}

/**
 * @param {General} present
 * @param {General} seen
 */
function theirs(present, seen) {
  const changed = FIELDS.filter(({ name }) => present.settings[name] !== seen.settings[name]);
  return theirSettings(changed.map((field) => [t(`web.setting_${field.name}`), valueText(field, present)]));
}

/**
 * @param {Field} field
 * @param {General} general
 */
function valueText(field, { settings }) {
  const value = settings[field.name];
  if (typeof value === "boolean") return t(value ? "web.setting_on" : "web.setting_off");
  return typeof value === "number" ? number(value) : choiceText(field.name, String(value));
}

/**
 * @param {string} name
 * @param {string} choice
 */
function choiceText(name, choice) {
  return name === "language" ? t(`web.language_${choice}`) : choice;
}
