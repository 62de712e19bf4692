// Taking a list over from a spreadsheet: choose, see what would happen, then do it.

import { Refused, call } from "../../data/api.js";
import { busy, button, h } from "../../parts/dom.js";
import { inFull } from "../../words/figures.js";
import { address } from "../../words/address.js";
import { has, inLanguage, number, t } from "../../words/texts.js";
import { troubleText } from "../../parts/trouble.js";

const SHOWN = 200;

/** @type {import("../../parts/preact.js").DrawnPage} */
export const page = {
  draw(place) {
    const result = h("div", { class: "block", "aria-live": "polite" });
    const file = h("input", {
      type: "file",
      class: "visually-hidden",
      id: "import-file",
      accept: ".csv,.xlsx,text/csv",
    });
    const drop = h(
      "div",
      { class: "drop" },
      h("p", { class: "drop-title" }, t("web.import_drop")),
      h("p", { class: "hint" }, t("web.import_hint")),
      file,
      h("label", { class: "button", for: "import-file" }, t("web.drop_button")),
    );
    file.addEventListener("change", () => {
      preview(file.files?.[0], result);
      file.value = "";
    });
    for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, (event) => event.preventDefault());
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      preview(event.dataTransfer?.files[0], result);
    });
    place.replaceChildren(
      h("section", { class: "card" }, h("h1", {}, t("web.nav_import")), h("p", {}, t("web.import_text")), drop, result),
    );
  },
};

/**
 * Ask what an import would do; nothing is changed yet.
 * @param {File | undefined} file
 * @param {HTMLElement} place
 */
async function preview(file, place) {
  if (!file) return;
  place.replaceChildren(busy(t("web.import_reading")));
  try {
    const answer = await call("POST", "/shortlist/imports?dry_run=true", file);
    const wanted = answer.new.length + answer.duplicates.length;
    const meant = priceChoice(answer.asked);
    const take = button(t("web.import_do", { n: wanted }), "button-primary", () =>
      takeOver(file, meant ? meant.value() : "text", place),
    );
    place.replaceChildren(
      h("h2", {}, h("bdi", {}, file.name)),
      summary(answer),
      meant ? meant.element : "",
      wanted > 0 ? take : "",
      details(answer),
    );
  } catch (error) {
    refused(error, place);
  }
}

/**
 * @param {File} file
 * @param {string} unclear what to keep of prices that may mean something else
 * @param {HTMLElement} place
 */
async function takeOver(file, unclear, place) {
  place.replaceChildren(busy(t("web.import_reading")));
  try {
    const answer = await call("POST", `/shortlist/imports?dry_run=false&unclear=${unclear}`, file);
    place.replaceChildren(
      h(
        "p",
        { class: "message", role: "status" },
        t("web.import_done", { n: answer.new.length, m: number(answer.duplicates.length) }),
      ),
      h("p", {}, h("a", { class: "button", href: address("list") }, t("web.nav_list"))),
      answer.left_out.length ? badRows(answer.left_out) : "",
      droppedRows(answer.dropped) ?? "",
    );
  } catch (error) {
    refused(error, place);
  }
}

/**
 * The question about prices that may mean something else; nothing is chosen beforehand but to keep their words.
 * @param {{ row: number, username: string, text: string, others: import("../../data/money.js").Price[] }[]} asked
 */
function priceChoice(asked) {
  if (!asked.length) return null;
  const options = ["text", "likely", "written"].map((value) =>
    h(
      "label",
      { class: "choice" },
      h("input", { type: "radio", name: "unclear", value, checked: value === "text" }),
      t(`web.import_unclear_${value}`),
    ),
  );
  const lines = asked.slice(0, SHOWN).map((each) =>
    h(
      "li",
      {},
      t("web.import_asked_row", {
        row: each.row,
        name: each.username,
        text: each.text,
        price: each.others.map(inFull).join(" / "),
      }),
    ),
  );
  const element = h(
    "fieldset",
    { class: "block" },
    h("legend", {}, t("web.import_asked", { n: asked.length })),
    h("ul", { class: "points" }, ...lines),
    ...options,
  );
  return {
    element,
    value: () => element.querySelector("input:checked")?.getAttribute("value") ?? "text",
  };
}

/**
 * Cells of which only the words are kept, and what else is worth a look.
 * @param {{ row: number, sheet: string, column: string, username: string, text: string, reason?: import("../../words/texts.js").Text }[]} kept
 */
function keptWords(kept) {
  if (!kept.length) return null;
  const lines = kept
    .slice(0, SHOWN)
    .map((each) =>
      h(
        "li",
        {},
        each.reason
          ? `${whereOf(each)}, ${each.username}: ${inLanguage(each.reason)}`
          : t("web.import_kept_row", { row: each.row, name: each.username, text: each.text }),
      ),
    );
  return h(
    "section",
    { class: "block" },
    h("h2", {}, t("web.import_kept_title")),
    h("ul", { class: "points" }, ...lines),
  );
}

/**
 * Values that an earlier row or the list keeps from being taken.
 * @param {{ row: number, username: string, field: string, kept: string, other: string }[]} found
 */
function differing(found) {
  if (!found.length) return null;
  const lines = found.slice(0, SHOWN).map(({ row, username, field, kept, other }) => {
    const name = has(`column.${field}`) ? t(`column.${field}`) : field;
    return h("li", {}, t("web.import_differs", { row, name: username, field: name, kept, other }));
  });
  return h(
    "section",
    { class: "block" },
    h("h2", {}, t("web.import_differs_title")),
    h("ul", { class: "points" }, ...lines),
  );
}

/**
 * @param {unknown} error
 * @param {HTMLElement} place
 */
function refused(error, place) {
  if (!(error instanceof Refused)) throw error;
  place.replaceChildren(h("p", { class: "message message-risk", role: "alert" }, troubleText(error)));
}

/** @param {any} answer */
function summary(answer) {
  const lines = [
    t("web.import_new", { n: answer.new.length }),
    t("web.import_known", { n: answer.duplicates.length }),
    t("web.import_repeated", { n: answer.repeated.length }),
    t("web.import_bad", { n: answer.left_out.length }),
    answer.ignored_columns.length && t("web.import_ignored", { names: answer.ignored_columns.join(", ") }),
  ];
  return h("ul", { class: "points" }, ...lines.filter(Boolean).map((line) => h("li", {}, line)));
}

/** @param {any} answer */
function details(answer) {
  return h(
    "div",
    { class: "block" },
    answer.left_out.length ? badRows(answer.left_out) : null,
    droppedRows(answer.dropped),
    keptWords(answer.kept_as_text),
    differing(answer.differing),
    names("web.import_new_title", answer.new),
    names("web.import_known_title", answer.duplicates),
  );
}

/**
 * "sheet “Làm đẹp”, row 7, column C".
 * @param {{ row: number, sheet: string, column: string }} cell
 */
function whereOf({ row, sheet, column }) {
  const where = t(column ? "web.import_where_cell" : "web.import_where_row", { row, column });
  return sheet ? t("web.import_where_sheet", { sheet, where }) : where;
}

/** @param {{ row: number, sheet: string, column: string, reason: import("../../words/texts.js").Text }[]} bad */
function badRows(bad) {
  return h(
    "section",
    { class: "block" },
    h("h2", {}, t("web.import_bad_title")),
    h(
      "ul",
      { class: "points" },
      ...bad.slice(0, SHOWN).map((each) => h("li", {}, `${whereOf(each)}: ${inLanguage(each.reason)}`)),
    ),
  );
}

/**
 * Rows that are taken without one of their cells.
 * @param {{ row: number, username: string, field: string }[]} dropped
 */
function droppedRows(dropped) {
  if (!dropped.length) return null;
  const lines = dropped
    .slice(0, SHOWN)
    .map((each) => h("li", {}, t(`web.import_dropped_${each.field}`, { row: each.row, name: each.username })));
  return h(
    "section",
    { class: "block" },
    h("h2", {}, t("web.import_dropped_title")),
    h("ul", { class: "points" }, ...lines),
  );
}

/**
 * @param {string} title
 * @param {{ username: string }[]} found
 */
function names(title, found) {
  if (!found.length) return null;
  const shown = found
    .slice(0, SHOWN)
    .map((each) => each.username)
    .join(", ");
  return h(
    "details",
    { class: "signal" },
    h("summary", {}, h("span", {}, t(title, { n: found.length }))),
    h("p", { class: "signal-more names" }, h("bdi", {}, shown), found.length > SHOWN ? " …" : ""),
  );
}
