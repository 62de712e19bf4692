// Language, currency, retention, and comparing commenters.

import { h } from "../dom.js";
import { labelled } from "../fields.js";
import { t } from "../texts.js";
import { keep, troublePlace } from "./saving.js";

/** @typedef {{ settings: Record<string, string | number | boolean>, fixed: string[] }} General */

/** Settings that the page knows words for; the others stay as they are. */
const FIELDS = /** @type {const} */ ([
  { name: "language", choices: ["auto", "vi", "en"] },
  { name: "currency", choices: ["VND", "USD"] },
  { name: "keep_visits", least: 4, most: 10_000 },
  { name: "keep_days", least: 0, most: 36_500 },
  { name: "pods", flag: true },
]);

/**
 * @param {General} general
 * @param {import("./page.js").Saved} saved
 */
export function generalCard(general, saved) {
  const controls = FIELDS.map((field) => /** @type {const} */ ([field.name, control(field, general)]));
  const trouble = troublePlace();
  const form = h(
    "form",
    { class: "settings-form", "data-keep": "general" },
    ...controls.map(([name, made]) =>
      h(
        "div",
        { class: "block" },
        labelled(`web.setting_${name}`, made),
        h("p", { class: "hint" }, t(general.fixed.includes(name) ? "web.setting_fixed" : `web.setting_${name}_hint`)),
      ),
    ),
    h("div", { class: "actions" }, h("button", { class: "button button-primary" }, t("web.view_save"))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = controls
      .filter(([name]) => !general.fixed.includes(name))
      .map(([name, made]) => [name, valueOf(made)]);
    keep(saved, trouble, { path: "/settings", body: Object.fromEntries(wanted), done: "web.settings_saved", form });
  });
  return h("section", { class: "card" }, h("h2", {}, t("web.settings_general")), form, trouble);
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
