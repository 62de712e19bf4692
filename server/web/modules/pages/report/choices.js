// For whom a report is and what it shows: chosen above it, and never printed.

import { button, labelled, trouble } from "../../parts/elements.js";
import { dataUrlOf } from "../../parts/files.js";
import { h, useState } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { INTERNAL_PARTS, PICTURE_MEDIA, REPORT_PARTS } from "../../words/shared_facts.js";
import { t } from "../../words/texts.js";

/** @typedef {(typeof REPORT_PARTS)[number]} Part */
/** @typedef {{ audience: "team" | "client", left: ReadonlySet<Part>, title: string, logo: string | null }} Choices */

/** Never in a report that is handed out. @type {ReadonlySet<Part>} */
const INTERNAL = new Set(INTERNAL_PARTS);
const MAX_LOGO = 2 * 1024 * 1024;

/** @type {Choices} */
export const ALL = { audience: "team", left: new Set(), title: "", logo: null };

/** @param {Choices} choices @param {Part} part */
export function shows({ audience, left }, part) {
  return !left.has(part) && !(audience === "client" && INTERNAL.has(part));
}

/** @param {{ choices: Choices, choose: (choices: Choices) => void }} props */
export function ReportChoices({ choices, choose }) {
  const [wrong, setWrong] = useState("");
  const onLogo = async (/** @type {{ currentTarget: HTMLInputElement }} */ event) => {
    const file = event.currentTarget.files?.[0];
    const fits = file && PICTURE_MEDIA.includes(file.type) && file.size <= MAX_LOGO;
    setWrong(file && !fits ? t("web.report_logo_wrong") : "");
    if (!file || fits) choose({ ...choices, logo: file ? await dataUrlOf(file) : null });
  };
  const audience = h(Select, {
    value: choices.audience,
    options: /** @type {[string, string][]} */ (["team", "client"].map((one) => [one, t(`web.report_for_${one}`)])),
    onChoose: (value) => choose({ ...choices, audience: value === "client" ? "client" : "team" }),
  });
  const title = h("input", {
    type: "text",
    maxLength: 120,
    value: choices.title,
    onInput: (/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget }) =>
      choose({ ...choices, title: currentTarget.value }),
  });
  return h(
    "section",
    { class: "card no-print" },
    h("div", { class: "report-form" }, labelled("web.report_for", audience), labelled("web.report_title", title)),
    h(
      "div",
      { class: "actions" },
      h("input", {
        class: "visually-hidden",
        id: "report-logo",
        type: "file",
        accept: PICTURE_MEDIA.join(","),
        onChange: onLogo,
      }),
      h("label", { class: "button button-small", for: "report-logo" }, t("web.report_logo")),
      choices.logo && h("img", { class: "report-logo", src: choices.logo, alt: "" }),
      choices.logo && button(t("web.report_logo_off"), "button-small", () => choose({ ...choices, logo: null })),
    ),
    trouble(wrong),
    h(
      "fieldset",
      { class: "ticks" },
      h("legend", {}, t("web.report_parts")),
      ...REPORT_PARTS.map((part) => box(part, choices, choose)),
    ),
  );
}

/** @param {Part} part @param {Choices} choices @param {(choices: Choices) => void} choose */
function box(part, choices, choose) {
  const disabled = choices.audience === "client" && INTERNAL.has(part);
  const onChange = () => {
    const left = new Set(choices.left);
    if (!left.delete(part)) left.add(part);
    choose({ ...choices, left });
  };
  const input = h("input", { type: "checkbox", checked: shows(choices, part), disabled, onChange });
  return h("label", { class: "tick" }, input, t(`web.report_part.${part}`));
}
