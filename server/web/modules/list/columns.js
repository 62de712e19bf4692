// The columns. Each cell is built from nodes: a name or note of a stranger is never markup.

import { h, icon, svg } from "../dom.js";
import { compact, countText, day, money, moneyRange, percent, range } from "../figures.js";
import { address } from "../routes.js";
import { moment, number, t } from "../texts.js";
import { inOrder } from "./rows.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {{ field: string, title: string, width: number, grow?: number, draw: (row: Row) => Node, editable?: boolean, hidden?: boolean }} Column */

/** @param {string} currency @returns {Column[]} */
function wide(currency) {
  return [
    { field: "verdict_rank", title: "web.list_verdict", width: 142, draw: verdict },
    { field: "username", title: "web.list_creator", width: 140, grow: 2, draw: creator },
    { field: "followers", title: "web.followers", width: 92, draw: followers },
    { field: "rate", title: "web.list_engagement", width: 96, draw: engagement },
    { field: "suspicion", title: "web.list_suspicion", width: 100, draw: suspicion },
    { field: "price_low", title: "web.list_price", width: 124, draw: (row) => price(row, currency) },
    { field: "status_rank", title: "web.list_status", width: 112, draw: status, editable: true },
    { field: "tags", title: "web.list_tag", width: 100, grow: 1, draw: tags, editable: true },
    { field: "note", title: "web.list_note", width: 92, grow: 1, draw: (row) => plain(row.note), editable: true },
    { field: "owner", title: "web.list_owner", width: 84, draw: (row) => plain(row.owner), editable: true },
    { field: "seen", title: "web.list_seen", width: 92, draw: seen },
  ];
}

/** One column holds the figures where there is no room for ten. @returns {Column[]} */
function narrow() {
  return [
    { field: "username", title: "web.list_creator", width: 180, grow: 1, draw: card },
    { field: "status_rank", title: "web.list_status", width: 116, draw: status, editable: true },
    { field: "seen", title: "web.list_seen", width: 1, draw: seen, hidden: true }, // what the list is sorted by at first
  ];
}

/**
 * Definitions for the table.
 * @param {boolean} isNarrow
 * @param {string} currency
 * @param {Column} selection the column of boxes
 */
export function columnsFor(isNarrow, currency, selection) {
  return [selection, ...(isNarrow ? narrow() : wide(currency))].map(definition);
}

/** @param {Column} column */
function definition(column) {
  return {
    field: column.field,
    title: column.title && t(column.title),
    titleFormatter: () =>
      column.title
        ? h("button", { type: "button", class: "column-title" }, t(column.title))
        : column.draw(/** @type {any} */ (null)),
    width: column.grow ? undefined : column.width,
    minWidth: column.width,
    widthGrow: column.grow,
    visible: !column.hidden,
    headerSort: Boolean(column.title),
    cssClass: column.editable ? `cell-${column.field} cell-editable` : `cell-${column.field}`,
    sorter: (
      /** @type {any} */ a,
      /** @type {any} */ b,
      /** @type {any} */ _a,
      /** @type {any} */ _b,
      /** @type {any} */ _c,
      /** @type {string} */ direction,
    ) => inOrder(a, b, direction),
    formatter: (/** @type {any} */ cell) => column.draw(cell.getData()),
  };
}

/** @param {Row} row */
function verdict(row) {
  if (!row.verdict) return h("span", { class: "quiet" }, t("web.list_unchecked"));
  return h("span", { class: `verdict-chip tone-${row.verdict}` }, icon(row.verdict), t(`verdict.${row.verdict}`));
}

/** @param {Row} row */
function creator(row) {
  const name = h("a", { href: address("creators", row.username), tabindex: -1 }, h("bdi", {}, `@${row.username}`));
  return h(
    "span",
    { class: "two-lines" },
    name,
    row.entry.full_name && h("bdi", { class: "hint" }, row.entry.full_name),
  );
}

/** @param {Row} row */
function followers(row) {
  const figure = row.entry.last_check?.followers;
  if (!figure) return unknown();
  return lines(compact(figure.value), row.tier && t(`tier.${row.tier}`), countText(figure));
}

/** @param {Row} row */
function engagement(row) {
  const visit = row.entry.last_check;
  const rate = visit?.engagement_rate;
  if (!rate) return unknown();
  const interval = range(number(rate.low, 1), percent(rate.high));
  return lines(percent(rate.value), interval, t("web.posts_n", { n: visit.n_posts ?? 0 }));
}

/** @param {Row} row */
function suspicion(row) {
  const figure = row.entry.last_check?.suspicion;
  if (!figure) return unknown();
  const bar = svg(
    "svg",
    { class: "range-bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "scale-track", x: 0.5, y: 1.5, width: 99, height: 3 }),
    svg("rect", { class: "scale-range", x: figure.low, y: 0, width: Math.max(2, figure.high - figure.low), height: 6 }),
  );
  return h("span", { class: "two-lines" }, h("span", {}, range(number(figure.low), number(figure.high))), bar);
}

/**
 * @param {Row} row
 * @param {string} currency
 */
function price(row, currency) {
  if (!row.price) return unknown();
  const asked = row.entry.price_asked;
  const expected = moneyRange(row.price, currency);
  return lines(expected, asked ? t("web.list_asked", { price: money(asked.amount, asked.currency, true) }) : "");
}

/** @param {Row} row */
function status(row) {
  const reason = row.entry.reject_reason;
  return lines(t(`status.${row.entry.status}`), reason ?? "", reason ?? "");
}

/** @param {Row} row */
function tags(row) {
  return h("span", { class: "tags" }, ...row.entry.tags.map((tag) => h("bdi", { class: "tag" }, tag)));
}

/** @param {Row} row */
function seen(row) {
  const at = row.entry.last_check?.at;
  return at ? h("time", { class: "hint", datetime: at, title: moment(at) }, day(at)) : unknown();
}

/** @param {Row} row */
function card(row) {
  const visit = row.entry.last_check;
  const figures = [
    visit?.followers && compact(visit.followers.value),
    visit?.engagement_rate && percent(visit.engagement_rate.value),
    visit?.suspicion &&
      t("web.list_suspicion_short", { range: range(number(visit.suspicion.low), number(visit.suspicion.high)) }),
  ];
  return h(
    "span",
    { class: "card-lines" },
    creator(row),
    verdict(row),
    h("span", { class: "hint" }, figures.filter(Boolean).join(" · ")),
  );
}

/**
 * @param {string} first
 * @param {string | null | undefined} second
 * @param {string} [title]
 */
function lines(first, second, title) {
  return h(
    "span",
    { class: "two-lines", title },
    h("span", {}, first),
    second ? h("span", { class: "hint" }, second) : null,
  );
}

/** @param {string} text */
function plain(text) {
  return h("bdi", { class: "clamped", title: text || null }, text);
}

function unknown() {
  return h("span", { class: "quiet" }, "–", h("span", { class: "visually-hidden" }, t("web.not_shown")));
}
