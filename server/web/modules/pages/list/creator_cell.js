// The cell of a creator: the way to what is known of them, to their own page, and to mail and phone.

import { h } from "../../parts/dom.js";
import { address } from "../../words/address.js";
import { pageOf, shownName } from "../../words/creator_names.js";
import { t } from "../../words/texts.js";
import { set, write } from "./cells.js";

/** @typedef {import("./rows.js").Row} Row */

/** @param {HTMLElement} cell */
export function creatorCell(cell) {
  const name = h("bdi");
  const link = h("a", { tabindex: -1 }, name);
  const out = h("a", { class: "out", tabindex: -1, target: "_blank", rel: "noopener noreferrer" }, "↗");
  const below = h("bdi");
  const marks = [ways("✉", mailOf), ways("☎", phoneOf), ways("Zalo", zaloOf)];
  const line = h("span", { class: "hint" }, below, ...marks.map(({ element }) => element));
  cell.append(h("span", { class: "two-lines" }, h("span", {}, link, " ", out), line));
  return (/** @type {Row} */ row) => {
    const shown = shownName(row.username);
    set(link, "href", address("creators", row.username));
    write(name, shown);
    const page = pageOf(row.username);
    out.hidden = page === null;
    if (page) set(out, "href", page);
    set(out, "aria-label", t("web.list_open_page", { name: shown }));
    write(below, row.entry.full_name ?? "");
    for (const { fill } of marks) fill(row, shown);
  };
}

/**
 * A mark that leads somewhere; hidden where there is nothing.
 * @param {string} mark
 * @param {(row: Row) => { href: string | null, value: string } | null} read
 */
function ways(mark, read) {
  const element = h("a", { class: "way", tabindex: -1 }, mark);
  const fill = (/** @type {Row} */ row, /** @type {string} */ name) => {
    const way = read(row);
    element.hidden = way === null;
    if (!way) return;
    if (way.href) set(element, "href", way.href);
    else element.removeAttribute("href");
    set(element, "aria-label", `${mark} ${name}: ${way.value}`);
    set(element, "title", way.value);
  };
  return { element, fill };
}

/** @param {Row} row @param {"emails" | "phones" | "zalo"} kind */
function first({ entry }, kind) {
  return entry.contacts[kind][0] ?? entry.last_check?.contacts?.[kind]?.[0] ?? null;
}

/** @param {Row} row */
function mailOf(row) {
  const value = first(row, "emails");
  return value === null ? null : { href: /^[^\s?&#]+@[^\s?&#]+$/.test(value) ? `mailto:${value}` : null, value };
}

/** @param {Row} row */
function phoneOf(row) {
  const value = first(row, "phones");
  const digits = value?.replace(/[\s.()-]/g, "") ?? "";
  return value === null ? null : { href: /^\+?\d+$/.test(digits) ? `tel:${digits}` : null, value };
}

/** @param {Row} row */
function zaloOf(row) {
  const value = first(row, "zalo");
  return value === null ? null : { href: /^[\w.]+$/.test(value) ? `https://zalo.me/${value}` : null, value };
}
