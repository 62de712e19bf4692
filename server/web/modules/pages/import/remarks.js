// What is worth a look before a list is taken over: each with sheet, row, column, value and the reason.

import { button } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { whereOf } from "../../words/cells.js";
import { inFull } from "../../words/figures.js";
import { has, inLanguage, t } from "../../words/texts.js";
import { correct, job, say } from "./job.js";

/** @typedef {import("api").ImportAnswer} ImportAnswer */
/** @typedef {{ sheet: string, row: number, column: string, value: string }} Cell */

const SHOWN = 200;
const UNCLEAR = ["text", "likely", "written"];

/** @param {ImportAnswer} answer */
export function remarks(answer) {
  return [
    prices(answer.asked),
    lines("web.import_bad_title", answer.left_out, (each) => [
      `${whereOf(each)}: ${inLanguage(each.reason)}`,
      each.column ? putRight(each) : null,
    ]),
    lines("web.import_kept_title", answer.kept_as_text, keptWords),
    lines("web.import_differs_title", answer.differing, (each) => differs(each)),
    lines("web.import_dropped_title", answer.dropped, (each) =>
      t(`web.import_dropped_${each.field}`, { row: each.row, name: each.username }),
    ),
    lines("web.import_passed_title", answer.passed_over, (each) =>
      t(has(`web.import_passed_${each.kind}`) ? `web.import_passed_${each.kind}` : "web.import_passed_other", {
        where: whereOf({ ...each, column: "" }),
        text: each.text,
      }),
    ),
  ];
}

/**
 * @template Each
 * @param {string} title
 * @param {Each[]} found
 * @param {(each: Each) => import("../../parts/preact.js").Child} line
 */
function lines(title, found, line) {
  if (!found.length) return null;
  const more = found.length - SHOWN;
  return h(
    "details",
    { class: "signal", open: found.length <= 8, key: title },
    h("summary", {}, h("span", {}, `${t(title)}: ${found.length}`)),
    h(
      "div",
      { class: "signal-more" },
      h(
        "ul",
        { class: "points" },
        found.slice(0, SHOWN).map((each) => h("li", {}, line(each))),
      ),
      more > 0 ? h("p", { class: "hint" }, t("web.import_more", { n: more })) : null,
    ),
  );
}

/** @param {import("api").KeptAsText} each */
function keptWords(each) {
  if (!each.reason) return t("web.import_kept_row", { row: each.row, name: each.username, text: each.text });
  return [
    `${whereOf(each)}, ${each.username}: ${inLanguage(each.reason)}`,
    each.code === "unknown_status" ? null : putRight({ ...each, value: each.value ?? each.text }),
  ];
}

/** @param {import("api").DifferingValue} each */
function differs({ row, username, field, kept, other }) {
  const name = has(`column.${field}`) ? t(`column.${field}`) : field;
  return t("web.import_differs", { row, name: username, field: name, kept, other });
}

/** A cell that can be put right where it is named. @param {Cell} cell */
function putRight(cell) {
  const save = (/** @type {Event & { currentTarget: HTMLFormElement }} */ event) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("cell") ?? "");
    correct(cell, { [cell.column]: text });
  };
  return h(
    "details",
    { class: "menu put-right" },
    h("summary", { class: "button button-small" }, t("web.import_put_right")),
    h(
      "form",
      { class: "view-form", onSubmit: save },
      h("input", { class: "field", name: "cell", type: "text", "aria-label": whereOf(cell), defaultValue: cell.value }),
      h("button", { class: "button button-small" }, t("web.import_use")),
    ),
  );
}

/** The question about prices that may mean something else; nothing is chosen beforehand but to keep their words. @param {import("api").AskedPrice[]} asked */
function prices(asked) {
  if (!asked.length) return null;
  return h(
    "fieldset",
    { class: "block", key: "prices" },
    h("legend", {}, t("web.import_asked", { n: asked.length })),
    h(
      "ul",
      { class: "points" },
      asked.slice(0, SHOWN).map((each) => h("li", {}, askedLine(each))),
    ),
    UNCLEAR.map((value) =>
      h(
        "label",
        { class: "choice" },
        h("input", {
          type: "radio",
          name: "unclear",
          checked: job.choice.unclear === value,
          onChange: () => say({ unclear: value }),
        }),
        t(`web.import_unclear_${value}`),
      ),
    ),
  );
}

/** One price, with a button for each of its meanings. @param {import("api").AskedPrice} each */
function askedLine(each) {
  const { row, username: name, text, others } = each;
  const column = job.answer?.mapping.find((one) => one.sheet === each.sheet && one.meaning === "price_asked")?.column;
  const meant = (/** @type {import("api").ShownPrice} */ price) => column && correct(each, { [column]: inFull(price) });
  return [
    t("web.import_asked_row", { row, name, text, price: others.map(inFull).join(" / ") }),
    " ",
    ...(column ? others.map((price) => button(inFull(price), "button-small", () => meant(price))) : []),
  ];
}
