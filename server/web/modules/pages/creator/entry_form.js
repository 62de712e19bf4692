// The marketer's own fields of a creator: status, tags, owner, note, reason of a rejection.

import { labelled } from "../../parts/elements.js";
import { changeable } from "../../parts/forms.js";
import { h, useState } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { chosenOf, choiceOptions, readChoice } from "../../parts/status_choice.js";
import { day, daysSince } from "../../words/dates.js";
import { tagsOf } from "../../words/tags.js";
import { t } from "../../words/texts.js";
import { useKeeper } from "./keeping.js";

/** @typedef {import("../../data/entry_cache.js").Entry & { status_at?: string }} Entry */

const SAVES = "PATCH /shortlist/<username>";

/** @param {{ entry: Entry, reload: () => Promise<void> }} props */
export function EntryForm({ entry, reload }) {
  const [chosen, setChosen] = useState(/** @type {string | null} */ (null));
  const { touch, keep } = useKeeper(entry, reload);
  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const saved = await keep(form, differing(valuesOf(entry), read(form, entry)));
    if (saved) setChosen(null);
  };
  const since = t("web.entry_since", { added: day(entry.added_at), changed: day(entry.status_at ?? entry.added_at) });
  return h(
    "section",
    { class: "card own-work" },
    h("h2", {}, t("web.entry_title")),
    h(
      "form",
      { class: "entry-form", "data-keep": "entry", onInput: touch, onSubmit: submit },
      changeable(
        SAVES,
        labelled(
          "web.list_status",
          h(Select, {
            name: "status",
            value: chosenOf(entry),
            drawn: choiceOptions(entry.stage),
            onChoose: setChosen,
          }),
        ),
        labelled("web.entry_reason", text("reject_reason", entry.reject_reason ?? "", 500), {
          hidden: (chosen === null ? entry : readChoice(chosen, entry)).status !== "rejected",
        }),
        labelled("web.list_owner", text("owner", entry.owner ?? "", 100)),
        labelled("web.list_tags_edit", text("tags", entry.tags.join(", "), 2_000)),
        labelled(
          "web.list_note",
          h("textarea", { name: "note", rows: 4, maxlength: 10_000, defaultValue: entry.note }),
        ),
      ),
      h("button", { needs: SAVES, class: "button button-primary" }, t("web.view_save")),
    ),
    h("p", { class: "hint" }, since),
    entry.waiting_since && h("p", { class: "message message-closer" }, unanswered(entry.waiting_since)),
  );
}

/** How long an answer is awaited. @param {string} since */
function unanswered(since) {
  const n = daysSince(since);
  return n < 1 ? t("web.entry_waiting_today") : t("web.entry_waiting", { n, since: day(since) });
}

/**
 * What the form holds, as the API takes it.
 * @param {HTMLFormElement} form
 * @param {Entry} entry
 * @returns {Record<string, unknown>}
 */
function read(form, entry) {
  const data = new FormData(form);
  const held = (/** @type {string} */ name) => String(data.get(name) ?? "");
  const place = readChoice(held("status"), entry);
  return {
    ...place,
    ...(place.status === "rejected" ? { reject_reason: held("reject_reason").trim() || null } : {}),
    owner: held("owner").trim() || null,
    tags: tagsOf(held("tags")),
    note: held("note").replaceAll("\r\n", "\n"), // as it stands in the field
  };
}

/** The same of an entry. @param {Entry} entry @returns {Record<string, unknown>} */
function valuesOf({ status, stage, reject_reason, owner, tags, note }) {
  return { status, stage, reject_reason, owner, tags, note };
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
  return h("input", { name, type: "text", class: "field", maxlength: longest, defaultValue: value });
}
