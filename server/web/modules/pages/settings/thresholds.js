// The marketer's own thresholds of the verdict table, and what they would change before they are saved.

import { call } from "../../data/api.js";
import { button, labelled } from "../../parts/elements.js";
import { h, useEffect, useRef } from "../../parts/preact.js";
import { percent } from "../../words/figures.js";
import { number, t } from "../../words/texts.js";
import { useLater } from "./later.js";
import { usePreview } from "./preview.js";
import { theirSettings, useSaving } from "./saving.js";
import { useTaking } from "./taking.js";

/** @typedef {import("api").OwnThreshold} Threshold */
/** @typedef {import("api").ThresholdsAnswer} Answer */

const PATH = "/settings/thresholds";
const WAIT = 300; // milliseconds after the last key

const ask = () => call("GET", PATH);
/** @type {import("./saving.js").Keep<Answer>} */
const keep = (method, body, seen) => call(method, PATH, body, seen);

/** @param {{ answer: Answer }} props */
export function ThresholdsCard({ answer }) {
  const { now, take, place } = useTaking(answer, "button");
  const { places, save } = useSaving({ ask, keep, answer, shown: valuesIn, theirs, take });
  const preview = usePreview(`${PATH}/preview`, "preview-title", "web.preview_title");
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const tell = () => {
    if (form.current?.checkValidity()) preview.show(valuesOf(form.current, now.thresholds));
    else preview.unknown();
  };
  const tellSoon = useLater(tell, WAIT);
  useEffect(tell, [now]);
  /** @param {"PUT" | "DELETE"} method @param {unknown} [body] */
  const change = async (method, body) => {
    const answered = await save("web.thresholds_saved", () => ({ method, body }));
    if (answered) take(answered);
  };
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (form.current) change("PUT", valuesOf(form.current, now.thresholds));
  };
  return h(
    "section",
    { class: "card", ref: place },
    head(now),
    h(
      "form",
      { class: "settings-form", "data-keep": "thresholds", ref: form, onInput: tellSoon, onSubmit: submit },
      now.thresholds.map(fieldOf),
      h(
        "div",
        { class: "actions" },
        h("button", { class: "button button-primary" }, t("web.thresholds_save")),
        button(t("web.thresholds_reset"), "", () => change("DELETE"), { hidden: !now.own }),
      ),
    ),
    ...places,
    preview.element,
  );
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

/** @param {Threshold} each */
function fieldOf(each) {
  const [value = "", least = "", most = ""] = [each.published, each.least, each.most].map((one) => shown(each, one));
  const scale = scaleOf(each);
  const id = `threshold-${each.name}`;
  const input = h("input", {
    name: each.name,
    type: "number",
    class: "field",
    required: true,
    min: rounded(each.least * scale),
    max: rounded(each.most * scale),
    step: 1,
    defaultValue: String(rounded(each.value * scale)),
    "aria-describedby": id,
  });
  const limits = t("web.threshold_limits", { value, least, most });
  const hint = h("p", { class: "hint", id }, t(`web.threshold_${each.name}_hint`), " ", limits);
  return h("div", { class: "block" }, labelled(`web.threshold_${each.name}`, input), hint);
}

/**
 * @param {HTMLFormElement} form
 * @param {Threshold[]} thresholds
 */
function valuesOf(form, thresholds) {
  const data = new FormData(form);
  return Object.fromEntries(thresholds.map((each) => [each.name, Number(data.get(each.name)) / scaleOf(each)]));
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
