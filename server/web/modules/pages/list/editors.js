// Editing in the cell itself: a control takes the place of the text until Enter, Escape or leaving it.

import { h } from "../../parts/dom.js";
import { MOST_LETTERS, readMoney } from "../../data/money.js";
import { inFull } from "../../words/figures.js";
import { t } from "../../words/texts.js";
import { STATUSES } from "../../words/shared_facts.js";
import { tagsOf } from "../../words/tags.js";

/** @typedef {import("../../data/entry_cache.js").Entry} Entry */
/** @typedef {"status_rank" | "tags" | "note" | "owner" | "asked"} Editable */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/** @typedef {{ label: string, control: (entry: Entry) => Control, read: (control: Control) => Record<string, unknown>, beside?: (control: Control, entry: Entry) => Node }} Editor */
/** What was typed into a cell: as the control has it, as a person reads it, and what it changes. @typedef {{ field: Editable, value: string, text: string, changes: Record<string, unknown> }} Typed */

/** @type {Record<Editable, Editor>} */
const EDITORS = {
  status_rank: {
    label: "web.list_status",
    control: (entry) => {
      const select = h("select", {}, ...STATUSES.map((code) => h("option", { value: code }, t(`status.${code}`))));
      select.value = entry.status;
      return select;
    },
    read: (control) => ({ status: control.value }),
  },
  tags: {
    label: "web.list_tags_edit",
    control: (entry) => input(entry.tags.join(", "), 2000),
    read: (control) => ({ tags: tagsOf(control.value) }),
  },
  note: {
    label: "web.list_note",
    control: (entry) => {
      const area = h("textarea", { rows: 3, maxlength: 10_000 });
      area.value = entry.note;
      return area;
    },
    read: (control) => ({ note: control.value }),
  },
  owner: {
    label: "web.list_owner",
    control: (entry) => input(entry.owner ?? "", 100),
    read: (control) => ({ owner: control.value.trim() || null }),
  },
  asked: {
    label: "web.price_asked",
    control: (entry) => input(entry.price_asked?.text ?? "", MOST_LETTERS),
    read: (control) => ({ price_asked: control.value.trim() || null }),
    beside: echoOf,
  },
};

/**
 * What is typed, as the server reads it, while it is typed; what it may mean instead is asked when it is saved.
 * @param {Control} control
 * @param {Entry} entry
 */
function echoOf(control, entry) {
  const echo = h("div", { class: "cell-echo", role: "status" });
  control.addEventListener("input", async () => {
    const text = control.value;
    const found = await readMoney(text, entry.price_asked?.currency, entry.username).catch(() => null);
    if (!found || text !== control.value) return;
    const meant = found.others[0] ?? found.price;
    echo.textContent = meant ? `= ${inFull(meant)}${found.others.length ? " ?" : ""}` : "";
  });
  return echo;
}

/** @param {string} field @returns {field is Editable} */
export function isEditable(field) {
  return field in EDITORS;
}

/**
 * Put a control into the cell. `done` hears what was typed, or null when nothing is to change, and whether the focus goes
 * back to the row: it does not where the person has put it elsewhere already. Gives what ends it as leaving the cell does.
 * @param {HTMLElement} cell
 * @param {Editable} field
 * @param {Entry} entry
 * @param {(typed: Typed | null, back: boolean) => void} done
 * @param {string | null} [again] what was typed before and could not be saved
 */
export function edit(cell, field, entry, done, again = null) {
  const editor = EDITORS[field];
  const control = editor.control(entry);
  const before = JSON.stringify(editor.read(control));
  if (again !== null) {
    control.value = again;
    control.setAttribute("aria-invalid", "true");
  }
  control.classList.add("cell-control");
  control.setAttribute("aria-label", t("web.list_edit", { what: t(editor.label), name: entry.username }));
  let over = false;
  let pointed = true;
  /**
   * @param {boolean} keep
   * @param {boolean} back
   */
  const finish = (keep, back) => {
    if (over) return;
    over = true;
    const changes = editor.read(control);
    const isOther = JSON.stringify(changes) !== before;
    done(keep && isOther ? { field, value: control.value, text: textIn(control), changes } : null, back);
  };
  control.addEventListener("blur", (event) => {
    const { relatedTarget: to } = /** @type {FocusEvent} */ (event);
    if (!(to instanceof Element && to.closest(".toast"))) finish(true, false); // who dismisses a message comes back
  });
  control.addEventListener("pointerdown", () => {
    pointed = true;
  });
  if (control instanceof HTMLSelectElement)
    control.addEventListener("change", () => {
      if (pointed) finish(true, true); // arrow keys walk through the options, each of which is a change
    });
  control.addEventListener("keydown", (event) => {
    const { key, shiftKey, isComposing } = /** @type {KeyboardEvent} */ (event);
    event.stopPropagation();
    pointed = false;
    if (key === "Escape") finish(false, true);
    if (key === "Enter" && !shiftKey && !isComposing) {
      event.preventDefault();
      finish(true, true);
    }
  });
  cell.replaceChildren(control, ...(editor.beside ? [editor.beside(control, entry)] : []));
  cell.classList.add("cell-editing");
  // Who has gone on to another field meanwhile is not called back from it.
  if (again === null || !document.activeElement?.matches("input, select, textarea")) control.focus();
  return () => finish(true, false);
}

/**
 * What the cell of an entry holds, as it would be typed.
 * @param {Editable} field
 * @param {Entry} entry
 */
export function textOf(field, entry) {
  return textIn(EDITORS[field].control(entry));
}

/** @param {Control} control */
function textIn(control) {
  return control instanceof HTMLSelectElement ? (control.selectedOptions[0]?.text ?? "") : control.value;
}

/**
 * @param {string} value
 * @param {number} longest
 */
function input(value, longest) {
  const field = h("input", { type: "text", maxlength: longest });
  field.value = value;
  return field;
}
