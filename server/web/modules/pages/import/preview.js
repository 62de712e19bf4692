// The creators as they will be saved. A row can be put right: its cells are read again as if that had stood there.

import { button, scrolling } from "../../parts/elements.js";
import { h, useState } from "../../parts/preact.js";
import { has, number, t } from "../../words/texts.js";
import { fieldsOf, lettersOf } from "./fields.js";
import { correct } from "./job.js";

/** @typedef {import("api").ImportAnswer} ImportAnswer */
/** @typedef {import("api").PreviewedCreator} Creator */
/** @typedef {import("./fields.js").Field} Field */

const AT_FIRST = 25;

/** @param {{ answer: ImportAnswer }} props */
export function Preview({ answer }) {
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState("");
  const { preview, mapping } = answer;
  if (!preview.length) return null;
  const fields = fieldsOf(preview);
  const known = new Set(answer.duplicates.map((each) => each.username));
  const total = answer.new.length + answer.duplicates.length;
  const shown = all ? preview : preview.slice(0, AT_FIRST);
  const line = (/** @type {Creator} */ creator) => {
    const place = `${creator.sheet}\n${creator.row}\n${creator.username}`;
    const editing = open === place;
    const props = { creator, fields, mapping, editing, isKnown: known.has(creator.username) };
    return h(Line, { key: place, ...props, edit: (/** @type {boolean} */ on) => setOpen(on ? place : "") });
  };
  return h(
    "section",
    { class: "block" },
    h("h2", {}, t("web.import_preview_title")),
    h("p", { class: "hint" }, t("web.import_preview_hint", { n: shown.length, all: number(total) })),
    scrolling(h("table", { class: "evidence import-preview" }, head(fields), h("tbody", {}, shown.map(line)))),
    shown.length < preview.length
      ? button(t("web.import_preview_more", { n: preview.length }), "button-small", () => setAll(true))
      : null,
  );
}

/** @param {Field[]} fields */
function head(fields) {
  const titles = fields.map(({ key, title }) => h("th", { scope: "col", key }, has(title) ? t(title) : title));
  return h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("web.import_row")), titles));
}

/**
 * @typedef {object} LineProps
 * @property {Creator} creator
 * @property {Field[]} fields
 * @property {import("api").MappedColumn[]} mapping
 * @property {boolean} editing
 * @property {boolean} isKnown
 * @property {(on: boolean) => void} edit
 */

/** @param {LineProps & { key?: string }} props */
function Line({ creator, fields, mapping, editing, isKnown, edit }) {
  const form = `row-${creator.row}-${creator.username}`;
  const places = fields.map((field) => ({ field, letters: lettersOf(field, creator.sheet, mapping) }));
  const save = (/** @type {Event & { currentTarget: HTMLFormElement }} */ event) => {
    event.preventDefault();
    edit(false);
    const cells = changedCells(new FormData(event.currentTarget), places, creator);
    if (Object.keys(cells).length) correct(creator, cells);
  };
  return h(
    "tr",
    { class: editing ? "editing" : null },
    h(
      "th",
      { scope: "row" },
      h("span", { class: "numeric" }, number(creator.row)),
      isKnown ? h("span", { class: "hint" }, t("web.import_known_short")) : null,
      editing
        ? h(
            "form",
            { id: form, class: "actions", onSubmit: save },
            h("button", { class: "button button-small button-primary" }, t("web.import_use")),
            button(t("web.cancel"), "button-small", () => edit(false)),
          )
        : button(t("web.import_edit"), "button-small", () => edit(true), {
            "aria-label": t("web.import_edit_of", { name: creator.username }),
          }),
    ),
    places.map(({ field, letters }) => h("td", { key: field.key }, cell(field, creator, editing && letters, form))),
  );
}

/**
 * @param {Field} field
 * @param {Creator} creator
 * @param {string | false | null} letters of the column that is being edited
 * @param {string} form
 */
function cell(field, creator, letters, form) {
  const value = field.read(creator);
  if (!letters) return h("bdi", {}, value?.shown ?? "–");
  const label = has(field.title) ? t(field.title) : field.title;
  return h("input", {
    class: "field",
    type: "text",
    name: letters,
    form,
    "aria-label": label,
    defaultValue: value?.text ?? "",
  });
}

/**
 * @param {FormData} form
 * @param {{ field: Field, letters: string | null }[]} places
 * @param {Creator} creator
 */
function changedCells(form, places, creator) {
  /** @type {Record<string, string>} */
  const cells = {};
  for (const { field, letters } of places) {
    if (!letters || !form.has(letters)) continue;
    const text = String(form.get(letters));
    if (text !== (field.read(creator)?.text ?? "")) cells[letters] = text;
  }
  return cells;
}
