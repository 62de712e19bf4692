// The marketer's own thresholds of the verdict table, and what they would change before they are saved.

import { button, h } from "../dom.js";
import { labelled } from "../fields.js";
import { percent } from "../figures.js";
import { number, t } from "../texts.js";
import { previewPlace } from "./preview.js";
import { keeper, theirSettings } from "./saving.js";

/** @typedef {{ name: string, value: number, published: number, least: number, most: number, unit: string }} Threshold */
/** @typedef {{ thresholds: Threshold[], own: boolean, model_version: string, version: number }} Answer */

const PATH = "/settings/thresholds";
const WAIT = 300; // milliseconds after the last key

/**
 * @param {Answer} answer
 * @param {AbortSignal} signal
 */
export function thresholdsCard(answer, signal) {
  const card = h("section", { class: "card" });
  /** @param {Answer} now */
  const draw = (now) => {
    const fields = now.thresholds.map((each) => ({ each, input: inputOf(each) }));
    const { places, save } = keeper({ path: PATH, answer: now, shown: valuesIn, theirs, draw: take });
    const preview = previewPlace(signal, `${PATH}/preview`, "preview-title", "web.preview_title");
    const form = formOf(fields);
    /** @param {string} method @param {unknown} [body] */
    const change = async (method, body) => {
      const answered = await save(form, "web.thresholds_saved", () => ({ method, body }));
      if (answered) take(answered);
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      change("PUT", valuesOf(fields));
    });
    const reset = button(t("web.thresholds_reset"), "", () => change("DELETE"));
    reset.hidden = !now.own;
    form.append(
      h("div", { class: "actions" }, h("button", { class: "button button-primary" }, t("web.thresholds_save")), reset),
    );
    watch(form, signal, () => (form.checkValidity() ? preview.show(valuesOf(fields)) : preview.unknown()));
    card.replaceChildren(...head(now), form, ...places, preview.element);
    preview.show(valuesOf(fields));
  };
  /** @param {Answer} present */
  const take = (present) => {
    draw(present);
    card.querySelector("button")?.focus();
  };
  draw(answer);
  return card;
}

/** @param {Answer} answer */
function valuesIn({ thresholds }) {
  return thresholds.map(({ name, value }) => [name, value]);
}

/**
 * @param {Answer} present
 * @param {Answer} seen
 */
function theirs(present, seen) {
  const before = new Map(seen.thresholds.map(({ name, value }) => [name, value]));
  const changed = present.thresholds.filter(({ name, value }) => before.get(name) !== value);
  return theirSettings(changed.map((each) => [t(`web.threshold_${each.name}`), shown(each, each.value)]));
}

/** @param {Answer} answer */
function head({ own, model_version: version }) {
  return [
    h("h2", {}, t("web.settings_thresholds")),
    h("p", { class: "hint" }, t("web.thresholds_text")),
    h("p", {}, own ? t("web.thresholds_own", { version }) : t("web.thresholds_published")),
    h("p", { class: own ? "message" : "hint" }, t("web.thresholds_honest")),
  ];
}

/** @param {{ each: Threshold, input: HTMLInputElement }[]} fields */
function formOf(fields) {
  return h(
    "form",
    { class: "settings-form", "data-keep": "thresholds" },
    ...fields.map(({ each, input }) => {
      const [value = "", least = "", most = ""] = [each.published, each.least, each.most].map((one) =>
        shown(each, one),
      );
      const hint = h("p", { class: "hint", id: `threshold-${each.name}` });
      hint.append(t(`web.threshold_${each.name}_hint`), " ", t("web.threshold_limits", { value, least, most }));
      input.setAttribute("aria-describedby", hint.id);
      return h("div", { class: "block" }, labelled(`web.threshold_${each.name}`, input), hint);
    }),
  );
}

/** @param {Threshold} each */
function inputOf(each) {
  const scale = scaleOf(each);
  return h("input", {
    name: each.name,
    type: "number",
    class: "field",
    required: true,
    min: rounded(each.least * scale),
    max: rounded(each.most * scale),
    step: 1,
    value: rounded(each.value * scale),
  });
}

/** @param {{ each: Threshold, input: HTMLInputElement }[]} fields */
function valuesOf(fields) {
  return Object.fromEntries(fields.map(({ each, input }) => [each.name, Number(input.value) / scaleOf(each)]));
}

/** A share is shown in percent. @param {Threshold} each */
function scaleOf({ unit }) {
  return unit === "share" ? 100 : 1;
}

/** Without the dust of binary fractions. @param {number} value */
function rounded(value) {
  return Number(value.toFixed(6));
}

/**
 * @param {Threshold} each
 * @param {number} value
 */
function shown(each, value) {
  return (each.unit === "share" ? percent : number)(rounded(value * scaleOf(each)), 1);
}

/**
 * Tell what is typed, a moment after the last key.
 * @param {HTMLFormElement} form
 * @param {AbortSignal} signal
 * @param {() => void} tell
 */
function watch(form, signal, tell) {
  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(tell, WAIT);
  });
  signal.addEventListener("abort", () => clearTimeout(timer));
}
