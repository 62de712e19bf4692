// A creator of the preview as columns: what will be saved, and the cell of the sheet that it was read from.

import { shownName } from "../../words/creator_names.js";
import { inFull } from "../../words/figures.js";
import { day } from "../../words/dates.js";
import { t } from "../../words/texts.js";

/** @typedef {import("api").PreviewedCreator} Creator */
/** @typedef {import("api").MappedColumn} MappedColumn */
/** As a person reads it, and as the cell would have it. @typedef {{ shown: string, text: string }} Value */
/** @typedef {{ key: string, title: string, meaning?: string, heading?: string, read: (creator: Creator) => Value | null }} Field */

/** @type {Field[]} */
const FIELDS = [
  {
    ...{ key: "username", title: "web.import_as_username", meaning: "username" },
    read: ({ username }) => ({ shown: shownName(username), text: username }),
  },
  words("full_name", "web.import_as_full_name"),
  { key: "price_asked", title: "web.price_asked", meaning: "price_asked", read: price },
  { key: "status", title: "web.list_status", meaning: "status", read: status },
  contact("phones", "phone"),
  contact("emails", "email"),
  contact("zalo", "zalo"),
  contact("address", "address"),
  words("tags", "web.import_as_tags"),
  words("note", "web.list_note"),
  words("owner", "web.list_owner"),
  words("reject_reason", "web.import_as_reject_reason"),
  {
    ...{ key: "added_at", title: "web.import_as_added_at", meaning: "added_at" },
    read: ({ added_at: at }) => (at ? { shown: day(at), text: at.slice(0, 10) } : null),
  },
];

/** The columns in which any of these creators has something. @param {Creator[]} creators */
export function fieldsOf(creators) {
  const headings = new Set(
    creators.flatMap(({ values: { dates, extra } }) => [...Object.keys(Object(dates)), ...Object.keys(Object(extra))]),
  );
  const fields = FIELDS.filter((field) => creators.some((creator) => field.read(creator)));
  return [...fields, ...[...headings].map(ownField)];
}

/**
 * The letters of the column that a field comes from; null where it comes from none, or from several.
 * @param {Field} field
 * @param {string} sheet
 * @param {MappedColumn[]} mapping
 */
export function lettersOf({ meaning, heading }, sheet, mapping) {
  const found = mapping.filter(
    (column) => column.sheet === sheet && (heading ? column.heading === heading : column.meaning === meaning),
  );
  return found.length === 1 ? (found[0]?.column ?? null) : null;
}

/** @param {string} key @param {string} title @returns {Field} */
function words(key, title) {
  const read = (/** @type {Creator} */ { values }) => {
    const value = values[key];
    const text = Array.isArray(value) ? value.join(", ") : String(value ?? "");
    return text ? { shown: text, text } : null;
  };
  return { key, title, meaning: key, read };
}

/** @param {string} key @param {string} meaning @returns {Field} */
function contact(key, meaning) {
  const read = (/** @type {Creator} */ { values }) => {
    const value = Object(values["contacts"])[key];
    const text = Array.isArray(value) ? value.join(", ") : String(value ?? "");
    return text ? { shown: text, text } : null;
  };
  return { key, title: `web.import_as_${meaning}`, meaning, read };
}

/** A field or day of the user's own, under the heading of its column. @param {string} heading @returns {Field} */
function ownField(heading) {
  const read = (/** @type {Creator} */ { values }) => {
    const at = Object(values["dates"])[heading];
    if (typeof at === "string") return { shown: day(at), text: at };
    const text = String(Object(values["extra"])[heading] ?? "");
    return text ? { shown: text, text } : null;
  };
  return { key: `own:${heading}`, title: heading, heading, read };
}

/** @param {Creator} creator @returns {Value | null} */
function price({ values }) {
  const asked = /** @type {import("api").ShownPrice | undefined} */ (values["price_asked"]);
  return asked ? { shown: inFull(asked), text: asked.text } : null;
}

/** @param {Creator} creator @returns {Value | null} */
function status({ values }) {
  const { status: code, stage } = values;
  if (!code && !stage) return null;
  const said = code ? t(`status.${code}`) : "";
  return { shown: [said, stage].filter(Boolean).join(" · "), text: String(stage ?? said) };
}
