// Each step between two visits as a line of a table: how long, how many followers came, whether it was unusual.

import { scrolling, titleRow } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { day } from "../../words/dates.js";
import { number, t } from "../../words/texts.js";
import { gainedText, perDayText } from "../../verdict/growth_plot.js";

/** @typedef {import("../../verdict/growth_plot.js").Step} Step */

/** @param {{ steps: Step[] }} growth */
export function growthSteps({ steps }) {
  if (!steps.length) return null;
  const titles = [
    "web.growth_between",
    "web.growth_days",
    "web.growth_gained",
    "web.growth_per_day",
    "web.growth_mark",
  ];
  return h(
    "details",
    { class: "signal" },
    h("summary", {}, h("span", {}, t("web.growth_steps", { n: steps.length }))),
    h(
      "div",
      { class: "signal-more" },
      scrolling(h("table", { class: "evidence" }, titleRow(titles), h("tbody", {}, ...steps.toReversed().map(line)))),
    ),
  );
}

/** @param {Step} step */
function line(step) {
  return h(
    "tr",
    {},
    h("td", {}, `${day(step.from)} – ${day(step.to)}`),
    h("td", { class: "numeric" }, number(step.days, 1)),
    h("td", { class: "numeric" }, gainedText(step)),
    h("td", { class: "numeric" }, perDayText(step)),
    h("td", {}, marks(step) || "–"),
  );
}

/** @param {Step} step */
function marks({ is_jump, is_gap, z }) {
  return [is_jump && t("web.growth_jump_z", { z: number(z ?? 0, 1) }), is_gap && t("web.growth_gap")]
    .filter(Boolean)
    .join(", ");
}
