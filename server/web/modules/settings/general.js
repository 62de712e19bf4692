// Language, currency, retention, and comparing commenters.

import { h } from "../dom.js";
import { labelled } from "../fields.js";
import { number, t } from "../texts.js";
import { keeper, theirSettings } from "./saving.js";

/** @typedef {{ settings: Record<string, string | number | boolean>, fixed: string[], version: number }} General */

/** Settings that the page knows words for; the others stay as they are. */
const FIELDS = /** @type {const} */ ([
  { name: "language", choices: ["auto", "vi", "en"] },
  { name: "currency", choices: ["VND", "USD"] },
  { name: "keep_visits", least: 4, most: 10_000 },
  { name: "keep_days", least: 0, most: 36_500 },
  { name: "pods", flag: true },
]);

/** @param {General} general */
export function generalCard(general) {
  const card = h("section", { class: "card" });
  /** @param {General} now */
  const draw = (now) => {
    const controls = FIELDS.map((field) => /** @type {const} */ ([field.name, control(field, now)]));
    const { places, save } = keeper({
      path: "/settings",
      answer: now,
      shown: ({ settings }) => settings,
      theirs,
      draw: take,
    });
    const form = formOf(controls, now.fixed);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const wanted = controls
        .filter(([name]) => !now.fixed.includes(name))
        .map(([name, made]) => [name, valueOf(made)]);
      save(form, "web.settings_saved", () => ({ body: Object.fromEntries(wanted) }));
    });
    card.replaceChildren(h("h2", {}, t("web.settings_general")), form, ...places);
  };
  /** @param {General} present */
  const take = (present) => {
    draw(present);
    card.querySelector("button")?.focus();
  };
  draw(general);
  return card;
}

/**
 * @param {(readonly [string, HTMLElement])[]} controls
 * @param {string[]} fixed
 */
function formOf(controls, fixed) {
  return h(
    "form",
    { class: "settings-form", "data-keep": "general" },
    ...controls.map(([name, made]) =>
      h(
        "div",
        { class: "block" },
        labelled(`web.setting_${name}`, made),
        h("p", { class: "hint" }, t(fixed.includes(name) ? "web.setting_fixed" : `web.setting_${name}_hint`)),
      ),
    ),
    h("div", { class: "actions" }, h("button", { class: "button button-primary" }, t("web.view_save"))),
  );
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
 * @param {typeof FIELDS[number]} field
 * @param {General} general
 */
function valueText(field, { settings }) {
  const value = settings[field.name];
  if (typeof value === "boolean") return t(value ? "web.setting_on" : "web.setting_off");
  return typeof value === "number" ? number(value) : choiceText(field.name, String(value));
}

/**
 * @param {typeof FIELDS[number]} field
 * @param {General} general
 */
function control(field, general) {
  const value = general.settings[field.name];
  const made = empty(field);
  made.name = field.name;
  made.disabled = general.fixed.includes(field.name);
  if (made instanceof HTMLInputElement && made.type === "checkbox") made.checked = value === true;
  else made.value = String(value);
  return made;
}

/** @param {typeof FIELDS[number]} field @returns {HTMLInputElement | HTMLSelectElement} */
function empty(field) {
  if ("flag" in field) return h("input", { type: "checkbox" });
  if (!("choices" in field)) {
    return h("input", { type: "number", class: "field", min: field.least, max: field.most, required: true });
  }
  const options = field.choices.map((choice) => h("option", { value: choice }, choiceText(field.name, choice)));
  return h("select", {}, ...options);
}

/** @param {HTMLInputElement | HTMLSelectElement} made */
function valueOf(made) {
  if (!(made instanceof HTMLInputElement)) return made.value;
  return made.type === "checkbox" ? made.checked : Number(made.value);
}

/**
 * @param {string} name
 * @param {string} choice
 */
function choiceText(name, choice) {
  return name === "language" ? t(`web.language_${choice}`) : choice;
}
