/** The compact card as elements: the verdict's word, the lines below it, the next step of the guide. */
import { button, el } from "./draw.js";

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Act} Act */
/** @typedef {import("../../../types/messages").Drawn} Drawn */
/** @typedef {import("./words.js").Words} Words */

/** All that is left of a collapsed card. @param {Words} words @param {Speaker} speaker */
export function drawPill({ code, verdict }, speaker) {
  const label = speaker.t("expand_badge", { verdict });
  const said = { class: "pill", "aria-expanded": "false", "aria-label": label };
  return button("collapse", { act: "collapse" }, said, el("icon", code), verdict);
}

/** @param {Words} words @param {Speaker} speaker */
export function drawHead({ code, verdict }, speaker) {
  const tool = (/** @type {"move" | "collapse"} */ act, /** @type {string} */ label) =>
    button(act, { act }, { class: "tool", "aria-label": label, title: label }, el("icon", act));
  return el(
    "div",
    "head",
    el("p", { class: "word", role: "heading", "aria-level": "2" }, el("icon", code), verdict),
    tool("move", speaker.t("move")),
    tool("collapse", speaker.t("collapse_badge")),
  );
}

/** One line of the card; its name is for the screen reader, unless the text names itself. @param {string} key @param {string} text @param {Speaker} speaker */
export function drawLine(key, text, speaker) {
  const name = key === "suspicion" ? null : el("span", "said", `${speaker.t(`line_${key}`)}: `);
  return el("li", key, name, text);
}

/** In the order the eye needs them. @param {Words} words @param {Speaker} speaker */
export function drawLines({ lines, partial, seen, notice }, speaker) {
  const hints = [partial, seen, notice].filter(Boolean).map((text) => el("li", "hint", text));
  return [...lines.map(({ key, text }) => drawLine(key, text, speaker)), ...hints];
}

/** Each missing step; the badge shows the first that was not skipped. @param {Words} words @param {Speaker} speaker */
export function drawGuide({ guide }, speaker) {
  return (guide?.steps ?? []).map(({ id, text }) => {
    const skip = button("skip", { act: "skip", step: id }, { class: "quiet" }, speaker.t("skip"));
    return { id, drawn: el("div", "guide", el("span", "small", guide?.progress ?? ""), skip, el("p", "", text)) };
  });
}
