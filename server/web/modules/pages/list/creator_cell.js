// The cell of a creator: the way to what is known of them, to their own page, and to mail and phone.

import { h } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { pageOf, shownName } from "../../words/creator_names.js";
import { t } from "../../words/texts.js";

/** @typedef {import("./rows.js").Row} Row */

/** @param {Row} row */
export function creatorCell(row) {
  const name = shownName(row.username);
  const page = pageOf(row.username);
  const out = { class: "out", tabindex: -1, target: "_blank", rel: "noopener noreferrer", href: page };
  const link = h("a", { tabindex: -1, href: address("creators", row.username) }, h("bdi", {}, name));
  const leads = page && h("a", { ...out, "aria-label": t("web.list_open_page", { name }) }, "↗");
  return h(
    "span",
    { class: "two-lines" },
    h("span", {}, link, " ", leads),
    h("span", { class: "hint" }, h("bdi", {}, row.entry.full_name ?? ""), waysTo(row, name)),
  );
}

/** Marks that lead somewhere, of what is known. @param {Row} row @param {string} name */
function waysTo(row, name) {
  return [
    way("✉", first(row, "emails"), name, (value) => /^[^\s?&#]+@[^\s?&#]+$/.test(value) && `mailto:${value}`),
    way("☎", first(row, "phones"), name, (value) => {
      const digits = value.replace(/[\s.()-]/g, "");
      return /^\+?\d+$/.test(digits) && `tel:${digits}`;
    }),
    way("Zalo", first(row, "zalo"), name, (value) => /^[\w.]+$/.test(value) && `https://zalo.me/${value}`),
  ];
}

/**
 * @param {string} mark
 * @param {string | null} value
 * @param {string} name
 * @param {(value: string) => string | false} leads
 */
function way(mark, value, name, leads) {
  if (value === null) return null;
  const said = { title: value, "aria-label": `${mark} ${name}: ${value}` };
  return h("a", { class: "way", tabindex: -1, href: leads(value) || null, ...said }, mark);
}

/** @param {Row} row @param {"emails" | "phones" | "zalo"} kind */
function first({ entry }, kind) {
  return entry.contacts[kind][0] ?? entry.last_check?.contacts?.[kind]?.[0] ?? null;
}
