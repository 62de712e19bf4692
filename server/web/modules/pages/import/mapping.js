// What each column is taken for: its heading, three of its values, and a choice of everything that it may be.

import { button, scrolling, titleRow } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { t } from "../../words/texts.js";
import { job, map, say } from "./job.js";

/** @typedef {import("api").MappedColumn} MappedColumn */

/** In the order in which they are offered; the last two leave a column out or keep it as it is. */
const MEANINGS = [
  ...["username", "platform", "full_name", "price_asked", "price_high", "currency", "price_net", "price_text"],
  ...["status", "stage", "reject_reason", "owner", "tags", "note", "contact", "phone", "email", "zalo", "address"],
  ...["date", "added_at", "profile_id", "measured", "row_number", "extra", "ignored"],
];
const SAMPLES = 3;

/** A table for each sheet that is read. @param {import("api").ImportAnswer} answer */
export function columnTables({ sheets, mapping }) {
  return sheets
    .filter((sheet) => sheet.read || sheet.asked)
    .map((sheet) => {
      const columns = mapping.filter((column) => column.sheet === sheet.name);
      const title = sheets.length > 1 ? t("web.import_columns_of", { sheet: sheet.name }) : t("web.import_columns");
      const asked = sheet.asked ? askedFor(columns) : null;
      return h(
        "section",
        { class: "block", key: sheet.name },
        h("h2", {}, title),
        asked,
        h("p", { class: "hint" }, sheet.heading_row ? t("web.import_heading_row", { n: sheet.heading_row }) : ""),
        sheet.turned ? h("p", { class: "hint" }, t("web.import_turned")) : null,
        sheet.remembered || sheet.name in job.choice.mapping ? remembered(sheet) : null,
        scrolling(table(columns)),
      );
    });
}

/** Where no column names creators, a person says which one does. @param {MappedColumn[]} columns */
function askedFor(columns) {
  const filled = columns.filter((column) => column.samples.length);
  const here = (/** @type {MappedColumn} */ column) => {
    const heading = column.heading || t("web.import_no_heading");
    const label = t("web.import_this_of", { column: column.column, heading });
    return button(`${column.column} · ${heading}`, "button-small", () => map(column, "username"), {
      "aria-label": label,
    });
  };
  return h(
    "div",
    { class: "message import-asked", role: "alert" },
    h("p", { class: "strong" }, t("web.import_ask_title")),
    h("p", {}, t("web.import_ask_text")),
    h("div", { class: "actions" }, filled.map(here)),
  );
}

/** @param {import("api").ReadSheet} sheet */
function remembered({ name, remembered: isRemembered }) {
  const forget = () => say({ mapping: { ...job.choice.mapping, [name]: {} } });
  return h(
    "p",
    { class: "hint" },
    t(isRemembered ? "web.import_remembered" : "web.import_will_remember"),
    " ",
    button(t("web.import_forget"), "button-small button-bare", forget),
  );
}

/** @param {MappedColumn[]} columns */
function table(columns) {
  return h(
    "table",
    { class: "evidence stacking" },
    titleRow(["web.import_column", "web.import_samples", "web.import_taken_as"]),
    h("tbody", {}, columns.map(line)),
  );
}

/** @param {MappedColumn} column */
function line(column) {
  const heading = column.heading || t("web.import_no_heading");
  const samples = column.samples.slice(0, SAMPLES);
  return h(
    "tr",
    { key: column.column },
    h("th", { scope: "row" }, h("span", { class: "hint" }, column.column), " ", h("bdi", {}, heading)),
    h(
      "td",
      { "data-label": t("web.import_samples"), class: "samples" },
      samples.map((sample) => h("bdi", { class: "tag" }, sample)),
    ),
    h("td", { "data-label": t("web.import_taken_as") }, choice(column, heading), by(column)),
  );
}

/**
 * @param {MappedColumn} column
 * @param {string} heading
 */
function choice(column, heading) {
  const offered = MEANINGS.includes(column.meaning) ? MEANINGS : [column.meaning, ...MEANINGS];
  const onChange = (/** @type {{ currentTarget: HTMLSelectElement }} */ event) =>
    map(column, event.currentTarget.value);
  return h(
    "select",
    { "aria-label": t("web.import_taken_as_of", { heading }), value: column.meaning, onChange },
    offered.map((meaning) => h("option", { value: meaning }, t(`web.import_as_${meaning}`))),
  );
}

/** What says so, where that is not the heading alone. @param {MappedColumn} column */
function by({ by: said }) {
  return said === "cells" || said === "person" ? h("span", { class: "hint" }, t(`web.import_by_${said}`)) : null;
}
