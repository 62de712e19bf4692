// The marketer's own fields of a creator: status, tags, owner, note, reason of a rejection.

import { h } from "../dom.js";
import { t } from "../texts.js";
import { tagsOf } from "../list/editors.js";
import { STATUSES } from "../list/rows.js";
import { labelled } from "./prices.js";
import { day } from "../figures.js";

/**
 * @param {import("../entries.js").Entry & { status_at?: string }} entry
 * @param {(changes: Record<string, unknown>) => void} save
 */
export function entryForm(entry, save) {
  const status = h("select", {}, ...STATUSES.map((code) => h("option", { value: code }, t(`status.${code}`))));
  status.value = entry.status;
  const reason = text(entry.reject_reason ?? "", 500);
  const owner = text(entry.owner ?? "", 100);
  const tags = text(entry.tags.join(", "), 2_000);
  const note = h("textarea", { rows: 4, maxlength: 10_000 });
  note.value = entry.note;
  const why = labelled("web.entry_reason", reason);
  const showReason = () => {
    why.hidden = status.value !== "rejected";
  };
  status.addEventListener("change", showReason);
  showReason();
  const form = h(
    "form",
    { class: "entry-form", "data-keep": "entry" },
    labelled("web.list_status", status),
    why,
    labelled("web.list_owner", owner),
    labelled("web.list_tags_edit", tags),
    labelled("web.list_note", note),
    h("button", { class: "button button-primary" }, t("web.view_save")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save({
      status: status.value,
      ...(status.value === "rejected" ? { reject_reason: reason.value.trim() || null } : {}),
      owner: owner.value.trim() || null,
      tags: tagsOf(tags.value),
      note: note.value,
    });
  });
  const since = t("web.entry_since", { added: day(entry.added_at), changed: day(entry.status_at ?? entry.added_at) });
  return h("section", { class: "card" }, h("h2", {}, t("web.entry_title")), form, h("p", { class: "hint" }, since));
}

/**
 * @param {string} value
 * @param {number} longest
 */
function text(value, longest) {
  const field = h("input", { type: "text", class: "field", maxlength: longest });
  field.value = value;
  return field;
}
