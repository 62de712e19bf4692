/** What is seen first: the pill, the verdict's word with its reason, the next step of the guide. */
import { button, el } from "./draw.js";

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Drawn} Drawn */
/** @typedef {import("./words.js").Words} Words */

/** All that fits beside Instagram's column. @param {string} code @param {string} verdict @param {string} rate "" while unknown @param {Speaker} speaker */
export function drawPill(code, verdict, rate, speaker) {
  const label = speaker.t("expand_badge", { verdict: rate ? `${verdict} ${rate}` : verdict });
  const said = { class: "pill", "aria-expanded": "false", "aria-label": label };
  const figure = rate ? [" ", el("span", "rate", rate)] : []; // one word would be read as one
  return button("collapse", { act: "collapse" }, said, el("icon", code), el("span", "name", verdict), ...figure);
}

/** @param {Words} words @returns {Drawn[]} */
export function drawVerdict({ code, verdict, reason, warnings, hints }) {
  return [
    el("p", { class: "word", role: "heading", "aria-level": "2" }, el("icon", code), el("span", "", verdict)),
    ...(reason ? [el("p", "reason", reason)] : []),
    ...warnings.map((text) => el("p", "warning", el("icon", "warn"), el("span", "", text))),
    ...hints.map((text) => el("p", "small hint", text)),
  ];
}

/** Each missing step; the badge shows the first that was not skipped. @param {Words} words @param {Speaker} speaker */
export function drawGuide({ guide }, speaker) {
  return (guide?.steps ?? []).map(({ id, text, left }) => {
    const skip = button("skip", { act: "skip", step: id }, { class: "quiet" }, speaker.t("skip"));
    const progress = el("span", left ? "said" : "small", guide?.progress ?? "");
    const measure = left ? el("span", "small", left) : null;
    return { id, drawn: el("div", "guide", el("p", "", text), el("div", "measure", measure, progress, skip)) };
  });
}
