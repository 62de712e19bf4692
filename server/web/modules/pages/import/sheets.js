// The sheets of a workbook: which of them are read. A hidden one is named, and read only where it is chosen.

import { h } from "../../parts/preact.js";
import { number, t } from "../../words/texts.js";
import { job, say } from "./job.js";

/** @typedef {import("api").ReadSheet} ReadSheet */

/** @param {import("api").ImportAnswer} answer */
export function sheetChoice({ sheets }) {
  if (sheets.length < 2) return null;
  const chosen = job.choice.sheets ?? sheets.filter((sheet) => sheet.read || sheet.asked).map((sheet) => sheet.name);
  const choose = (/** @type {string} */ name, /** @type {boolean} */ wanted) =>
    say({ sheets: wanted ? [...chosen, name] : chosen.filter((each) => each !== name) });
  return h(
    "fieldset",
    { class: "block sheets" },
    h("legend", {}, t("web.import_sheets")),
    sheets.map((sheet) => choice(sheet, chosen.includes(sheet.name), choose)),
  );
}

/**
 * @param {ReadSheet} sheet
 * @param {boolean} checked
 * @param {(name: string, wanted: boolean) => void} choose
 */
function choice(sheet, checked, choose) {
  const onChange = (/** @type {{ currentTarget: HTMLInputElement }} */ event) =>
    choose(sheet.name, event.currentTarget.checked);
  return h(
    "label",
    { class: "choice", key: sheet.name },
    h("input", { type: "checkbox", checked, onChange }),
    h("bdi", {}, sheet.name),
    h("span", { class: "hint" }, said(sheet).join(" · ")),
  );
}

/** @param {ReadSheet} sheet */
function said({ people, rows, read, asked, hidden }) {
  const unread = asked ? "web.import_sheet_asked" : "web.import_sheet_unread";
  return [
    read ? t("web.import_sheet_people", { n: people, rows: number(rows) }) : t(unread, { n: rows }),
    ...(hidden ? [t("web.import_sheet_hidden")] : []),
  ];
}
