// How the team reaches a creator, and the fields that came with their sheets: shown, copied, edited.

import { button, labelled } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { day } from "../../words/dates.js";
import { t } from "../../words/texts.js";
import { copy } from "./contacts.js";
import { useKeeper } from "./keeping.js";

/** @typedef {import("../../data/entry_cache.js").Entry} Entry */

const LISTS = /** @type {const} */ (["phones", "emails", "zalo"]);
const LONGEST = 2_000;
const SAVES = "PATCH /shortlist/<username>";

/** @param {{ entry: Entry, reload: () => Promise<void> }} props */
export function OwnContacts({ entry, reload }) {
  const { touch, keep } = useKeeper(entry, reload);
  const { contacts, extra, dates } = entry;
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    keep(form, differing(entry, new FormData(form)));
  };
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.own_contacts")),
    h(
      "form",
      { class: "entry-form", "data-keep": "contacts", onInput: touch, onSubmit: submit },
      LISTS.map((kind) => line(`web.own_${kind}`, kind, contacts[kind].join(", "))),
      line("web.own_address", "address", contacts.address ?? ""),
      Object.entries(extra).map(([heading, value]) => own(heading, `extra:${heading}`, value)),
      Object.entries(dates).map(([heading, value]) => own(heading, `dates:${heading}`, value, "date")),
      h("button", { needs: SAVES, class: "button" }, t("web.view_save")),
    ),
    Object.keys(dates).length ? h("p", { class: "hint" }, daysText(dates)) : null,
  );
}

/** @param {Record<string, string>} dates */
function daysText(dates) {
  return Object.entries(dates)
    .map(([heading, at]) => `${heading}: ${day(at)}`)
    .join(" · ");
}

/** @param {string} key @param {string} name @param {string} value */
function line(key, name, value) {
  return h("div", { class: "copied", key: name }, labelled(key, field(name, value)), copyButton(value));
}

/** @param {string} heading @param {string} name @param {string} value @param {string} [type] */
function own(heading, name, value, type) {
  const label = h("label", { class: "labelled" }, h("bdi", {}, heading), field(name, value, type));
  return h("div", { class: "copied", key: name }, label, copyButton(value));
}

/** @param {string} name @param {string} value @param {string} [type] */
function field(name, value, type = "text") {
  return h("input", { needs: SAVES, name, type, class: "field", maxlength: LONGEST, defaultValue: value });
}

/** @param {string} value */
function copyButton(value) {
  if (!value) return null;
  return button(t("web.copy"), "button-small", () => copy(value), {
    "aria-label": t("web.copy_name", { what: value }),
  });
}

/**
 * What of the form is other than in the entry, as the API takes it: a field that was emptied goes.
 * @param {Entry} entry
 * @param {FormData} form
 */
function differing(entry, form) {
  const held = (/** @type {string} */ name) => String(form.get(name) ?? "").trim();
  const listOf = (/** @type {string} */ name) =>
    held(name)
      .split(/[,;]/)
      .map((each) => each.trim())
      .filter(Boolean);
  const lists = { phones: listOf("phones"), emails: listOf("emails"), zalo: listOf("zalo") };
  const after = {
    contacts: { ...lists, address: held("address") || null },
    extra: kept(entry.extra, "extra", held),
    dates: kept(entry.dates, "dates", held),
  };
  const before = { contacts: { ...entry.contacts }, extra: entry.extra, dates: entry.dates };
  const names = /** @type {const} */ (["contacts", "extra", "dates"]);
  return Object.fromEntries(
    names.filter((name) => !isSame(before[name], after[name])).map((name) => [name, after[name]]),
  );
}

/**
 * @param {Record<string, string>} fields
 * @param {string} part
 * @param {(name: string) => string} held
 */
function kept(fields, part, held) {
  const pairs = Object.keys(fields).map((heading) => [heading, held(`${part}:${heading}`)]);
  return Object.fromEntries(pairs.filter(([, value]) => value));
}

/** @param {Record<string, unknown>} one @param {Record<string, unknown>} other */
function isSame(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}
