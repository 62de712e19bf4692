// Editing in the cell itself: a control takes the place of the text until Enter, Escape or leaving it.

import { may } from "../../data/may.js";
import { MOST_LETTERS, readMoney } from "../../data/money.js";
import { h, useLayoutEffect, useRef, useState } from "../../parts/preact.js";
import { chosenOf, choiceOptions, choiceText, readChoice } from "../../parts/status_choice.js";
import { inFull } from "../../words/figures.js";
import { t } from "../../words/texts.js";
import { tagsOf } from "../../words/tags.js";

/** @typedef {import("../../data/entry_cache.js").Entry} Entry */
/** @typedef {"status_rank" | "tags" | "note" | "owner" | "asked"} Editable */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/**
 * @typedef {object} Editor
 * @property {string} label
 * @property {(entry: Entry) => string} value as the control has it
 * @property {(value: string, entry: Entry) => Record<string, unknown>} read what a value changes
 * @property {"input" | "textarea" | "select"} [tag]
 * @property {Record<string, unknown>} [attributes]
 * @property {boolean} [money] whether the server's reading is said beside it
 */
/**
 * What was typed into a cell.
 * @typedef {object} Typed
 * @property {Editable} field
 * @property {string} value as the control has it
 * @property {string} text as a person reads it
 * @property {Record<string, unknown>} changes
 * @property {boolean} [open] whether, for all that is known, a price may mean something else
 */

/** What is said of a price while it is typed, and the text that means one thing. @typedef {{ words: string, clear: string | null }} Echo */
/** @type {Echo} */
const NOTHING_SAID = { words: "", clear: null };

/** @type {Record<Editable, Editor>} */
const EDITORS = {
  status_rank: {
    label: "web.list_status",
    value: chosenOf,
    read: readChoice,
    tag: "select",
  },
  tags: {
    label: "web.list_tags_edit",
    value: (entry) => entry.tags.join(", "),
    read: (value) => ({ tags: tagsOf(value) }),
    attributes: { maxlength: 2000 },
  },
  note: {
    label: "web.list_note",
    value: (entry) => entry.note,
    read: (value) => ({ note: value }),
    tag: "textarea",
    attributes: { rows: 3, maxlength: 10_000 },
  },
  owner: {
    label: "web.list_owner",
    value: (entry) => entry.owner ?? "",
    read: (value) => ({ owner: value.trim() || null }),
    attributes: { maxlength: 100 },
  },
  asked: {
    label: "web.price_asked",
    value: (entry) => entry.price_asked?.text ?? "",
    read: (value) => ({ price_asked: value.trim() || null }),
    attributes: { maxlength: MOST_LETTERS },
    money: true,
  },
};

/** Whether a cell may be opened. @param {string} field @returns {field is Editable} */
export function isEditable(field) {
  return field in EDITORS && may("PATCH /shortlist/<username>");
}

/** What the cell of an entry holds, as it is read. @param {Editable} field @param {Entry} entry */
export function textOf(field, entry) {
  return wordsFor(field, EDITORS[field].value(entry));
}

/** @param {Editable} field @param {string} value */
function wordsFor(field, value) {
  return field === "status_rank" ? choiceText(value) : value;
}

/**
 * `done` hears what was typed, or null when nothing is to change, and whether the focus goes back to the row: it does not
 * where the person has put it elsewhere already. `gone`: the tab is being closed or loaded anew, nobody can be asked.
 * @typedef {object} EditorProps
 * @property {Editable} field
 * @property {Entry} entry as it stood when the cell was opened
 * @property {string | null} again what was typed before and could not be saved
 * @property {(typed: Typed | null, back: boolean, gone?: boolean) => void} done
 */

/** @param {EditorProps} props */
export function CellEditor({ field, entry, again, done }) {
  const editor = EDITORS[field];
  const control = useRef(/** @type {Control | null} */ (null));
  const [echo, setEcho] = useState(NOTHING_SAID);
  const said = useRef(echo);
  said.current = echo;
  const pointed = useRef(true);
  const over = useRef(false);
  const finish = (/** @type {boolean} */ keep, /** @type {boolean} */ back, gone = false) => {
    if (over.current || !control.current) return;
    over.current = true;
    const { value } = control.current;
    const changes = editor.read(value, entry);
    const isOther = JSON.stringify(changes) !== JSON.stringify(editor.read(editor.value(entry), entry));
    const open = Boolean(editor.money && value.trim()) && said.current.clear !== value;
    done(keep && isOther ? { field, value, text: wordsFor(field, value), changes, open } : null, back, gone);
  };
  useLayoutEffect(() => {
    const made = /** @type {Control} */ (control.current);
    made.value = again ?? editor.value(entry);
    // Who has gone on to another field meanwhile is not called back from it.
    if (again === null || !document.activeElement?.matches("input, select, textarea")) made.focus();
    const away = () => finish(true, false, true);
    addEventListener("pagehide", away);
    return () => {
      removeEventListener("pagehide", away);
      finish(true, false); // left with the page: what is typed is saved, as ever
    };
  }, []);
  return [
    h(
      editor.tag ?? "input",
      {
        ...editor.attributes,
        ref: control,
        class: "cell-control",
        "aria-label": t("web.list_edit", { what: t(editor.label), name: entry.username }),
        "aria-invalid": again === null ? null : "true",
        onInput: () => editor.money && sayMeant(control.current, entry, setEcho),
        onPointerDown: () => {
          pointed.current = true;
        },
        // Arrow keys walk through the options, each of which is a change.
        onChange: () => editor.tag === "select" && pointed.current && finish(true, true),
        onBlur: (/** @type {FocusEvent} */ { relatedTarget: to }) => {
          if (!(to instanceof Element && to.closest(".toast"))) finish(true, false); // who dismisses a message comes back
        },
        onKeyDown: (/** @type {KeyboardEvent} */ event) => {
          event.stopPropagation();
          pointed.current = false;
          if (event.key === "Escape") finish(false, true);
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          finish(true, true);
        },
      },
      editor.tag === "select" ? choiceOptions(entry.stage) : null,
    ),
    editor.money && h("div", { class: "cell-echo", role: "status" }, echo.words),
  ];
}

/**
 * What is typed, as the server reads it, while it is typed; what it may mean instead is asked when it is saved.
 * @param {Control | null} control
 * @param {Entry} entry
 * @param {(echo: Echo) => void} say
 */
async function sayMeant(control, entry, say) {
  const text = control?.value ?? "";
  const found = await readMoney(text, entry.price_asked?.currency, entry.username).catch(() => null);
  if (!found || text !== control?.value) return;
  const meant = found.others[0] ?? found.price;
  const words = meant ? `= ${inFull(meant)}${found.others.length ? " ?" : ""}` : "";
  say({ words, clear: found.others.length ? null : text });
}
