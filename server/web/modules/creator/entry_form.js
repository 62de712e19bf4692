// The marketer's own fields of a creator: status, tags, owner, note, reason of a rejection.

import { Refused } from "../api.js";
import { day } from "../dates.js";
import { h } from "../dom.js";
import { change } from "../entries.js";
import { labelled } from "../fields.js";
import { t } from "../texts.js";
import { toast } from "../toast.js";
import { troubleText } from "../trouble.js";
import { markTyped } from "../unsaved.js";
import { tagsOf } from "../list/editors.js";
import { STATUSES } from "../shared_facts.js";

/** Hears what differs from what was drawn. @typedef {(changes: Record<string, unknown>, form: HTMLFormElement) => void} Save */

/**
 * @param {import("../entries.js").Entry & { status_at?: string }} entry
 * @param {Save} save
 */
export function entryForm(entry, save) {
  const status = h(
    "select",
    { name: "status" },
    ...STATUSES.map((code) => h("option", { value: code }, t(`status.${code}`))),
  );
  status.value = entry.status;
  const reason = text("reject_reason", entry.reject_reason ?? "", 500);
  const owner = text("owner", entry.owner ?? "", 100);
  const tags = text("tags", entry.tags.join(", "), 2_000);
  const note = h("textarea", { name: "note", rows: 4, maxlength: 10_000 });
  note.value = entry.note;
  const why = labelled("web.entry_reason", reason);
  const showReason = () => {
    why.hidden = status.value !== "rejected";
  };
  status.addEventListener("change", showReason);
  showReason();
  const form = h(
    "form",
    { class: "entry-form", "data-keep": "entry", "data-version": entry.version },
    labelled("web.list_status", status),
    why,
    labelled("web.list_owner", owner),
    labelled("web.list_tags_edit", tags),
    labelled("web.list_note", note),
    h("button", { class: "button button-primary" }, t("web.view_save")),
  );
  /** @returns {Record<string, unknown>} */
  const read = () => ({
    status: status.value,
    ...(status.value === "rejected" ? { reject_reason: reason.value.trim() || null } : {}),
    owner: owner.value.trim() || null,
    tags: tagsOf(tags.value),
    note: note.value,
  });
  const before = read();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(differing(before, read()), form);
  });
  const since = t("web.entry_since", { added: day(entry.added_at), changed: day(entry.status_at ?? entry.added_at) });
  return h("section", { class: "card" }, h("h2", {}, t("web.entry_title")), form, h("p", { class: "hint" }, since));
}

/**
 * Only these are sent: another field may have been changed elsewhere meanwhile.
 * @param {Record<string, unknown>} before
 * @param {Record<string, unknown>} after
 */
function differing(before, after) {
  const same = (/** @type {string} */ name) => JSON.stringify(before[name] ?? null) === JSON.stringify(after[name]);
  return Object.fromEntries(Object.entries(after).filter(([name]) => !same(name)));
}

/**
 * @param {string} name
 * @param {string} value
 * @param {number} longest
 */
function text(name, value, longest) {
  const field = h("input", { name, type: "text", class: "field", maxlength: longest });
  field.value = value;
  return field;
}

/**
 * Save what differs; on a failure what was typed stays.
 * @param {string} username
 * @param {Record<string, unknown>} changes
 * @param {HTMLFormElement} form that was drawn from one version of the entry
 * @param {() => void} redraw
 */
export async function keepEntry(username, changes, form, redraw) {
  try {
    if (Object.keys(changes).length) await change(username, changes, Number(form.dataset["version"]));
    toast(t("web.list_saved", { name: username }));
  } catch (error) {
    markTyped(form);
    const conflict = error instanceof Refused && error.code === "conflict";
    toast(conflict ? t("web.entry_conflict", { name: username }) : troubleText(error), { trouble: true });
    if (!conflict) return;
    delete form.dataset["version"]; // pressed again, it is meant
  }
  redraw();
}
