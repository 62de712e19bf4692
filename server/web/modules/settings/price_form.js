// The form of an own price list in one currency.

import { button, h } from "../dom.js";
import { exact, range } from "../figures.js";
import { scrolling } from "../tables.js";
import { number, t } from "../texts.js";
import { markTyped } from "../unsaved.js";
import { troubleText } from "../trouble.js";
import { doubtsOf, listCell } from "./price_cells.js";
import { MOST_ROWS, faultOf } from "./price_rows.js";
import { showTrouble, troublePlace } from "./saving.js";

/** @typedef {import("./price_rows.js").Row} Row */
/** @typedef {import("./price_cells.js").Cell} Cell */
/** @typedef {{ element: HTMLTableRowElement, inputs: Record<keyof Row, HTMLInputElement>, read: () => Row, settle: () => Promise<void>, isUnclear: () => boolean }} Line */

const PAUSE = 150; // ms without a key before the server is asked
const COLUMNS = /** @type {const} */ ([
  ["from", "web.setting_prices_from"],
  ["to", "web.setting_prices_to"],
  ["low", "web.prices_low"],
  ["high", "web.prices_high"],
]);

/**
 * @param {string} currency
 * @param {Row[]} ranges
 * @param {(rows: Row[]) => void} save
 * @param {() => void} leave back to the published lists
 */
export function priceForm(currency, ranges, save, leave) {
  const trouble = troublePlace();
  const body = h("tbody");
  /** @type {Line[]} */
  let lines = [];
  /** @param {Line} line */
  const remove = (line) => {
    const at = lines.indexOf(line);
    lines = lines.filter((each) => each !== line);
    line.element.remove();
    markTyped(form);
    rename(lines);
    (lines[Math.min(at, lines.length - 1)]?.inputs.from ?? add).focus();
  };
  /** @param {Row} row */
  const append = (row) => {
    const line = lineOf(row, currency, () => remove(line));
    lines.push(line);
    body.append(line.element);
    rename(lines);
    return line;
  };
  const add = button(t("web.prices_add"), "", () => {
    const last = lines.at(-1)?.read();
    if (lines.length < MOST_ROWS) append({ from: last?.to ?? 0, to: NaN, low: NaN, high: NaN }).inputs.to.focus();
  });
  for (const row of ranges) append(row);
  const form = h(
    "form",
    { class: "price-list", novalidate: true },
    h("p", { class: "hint" }, t("web.prices_own_text", { currency })),
    scrolling(h("table", { class: "evidence price-table stacking" }, head(currency), body)),
    trouble,
    h(
      "div",
      { class: "actions" },
      h("button", { class: "button button-primary" }, t("web.prices_save", { currency })),
      add,
      button(t("web.prices_reset", { currency }), "", leave),
    ),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await Promise.all(lines.map((line) => line.settle()));
    } catch (error) {
      showTrouble(trouble, t("web.settings_failed", { why: troubleText(error) }));
      markTyped(form);
      return;
    }
    const rows = lines.map((line) => line.read());
    if (accepted(lines, rows, trouble)) save(rows);
    else markTyped(form);
  });
  return form;
}

/** @param {string} currency */
function head(currency) {
  const titles = [...COLUMNS.map(([, key]) => t(key)), t("web.prices_read"), t("web.prices_remove_short")];
  return h(
    "thead",
    {},
    h(
      "tr",
      {},
      ...titles.map((title, at) => h("th", { scope: "col" }, at === 2 || at === 3 ? `${title} (${currency})` : title)),
    ),
  );
}

/**
 * @param {Row} row
 * @param {string} currency
 * @param {() => void} remove
 * @returns {Line}
 */
function lineOf(row, currency, remove) {
  const isPrice = (/** @type {string} */ name) => name === "low" || name === "high";
  const cells = /** @type {Record<keyof Row, Cell>} */ (
    Object.fromEntries(COLUMNS.map(([name]) => [name, listCell(row[name], isPrice(name) ? currency : null)]))
  );
  const inputs = /** @type {Line["inputs"]} */ (Object.fromEntries(COLUMNS.map(([name]) => [name, cells[name].input])));
  const read = () => /** @type {Row} */ (Object.fromEntries(COLUMNS.map(([name]) => [name, cells[name].value()])));
  const settle = async () => {
    await Promise.all(Object.values(cells).map((cell) => cell.settle()));
    show();
  };
  const isUnclear = () => Object.values(cells).some((cell) => cell.others().length > 0);
  const said = h("td", { class: "hint", "data-label": t("web.prices_read"), role: "status" });
  const show = () =>
    said.replaceChildren(inWords(read(), currency), ...doubtsOf([cells.low, cells.high], currency, show));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const tell = () => {
    clearTimeout(timer);
    timer = setTimeout(() => settle().catch(() => show()), PAUSE); // saving says what is wrong
  };
  const element = h(
    "tr",
    {},
    ...COLUMNS.map(([name, key]) => h("td", { "data-label": t(key) }, inputs[name])),
    said,
    h("td", {}, button("×", "button-small", remove)),
  );
  element.addEventListener("input", tell);
  show();
  return { element, inputs, read, settle, isUnclear };
}

/**
 * Long numbers are easily mistyped, so nothing is rounded: "10.000 – 100.000: 2.050.000 ₫ – 10.000.000 ₫".
 * @param {Row} row
 * @param {string} currency
 */
function inWords(row, currency) {
  if (faultOf([row])) return "–";
  return `${range(number(row.from), number(row.to))}: ${range(exact(row.low, currency), exact(row.high, currency))}`;
}

/** Names go by the present place of a row. @param {Line[]} lines */
function rename(lines) {
  for (const [at, line] of lines.entries()) {
    for (const [name, key] of COLUMNS) {
      line.inputs[name].setAttribute("aria-label", t("web.prices_cell", { n: at + 1, what: t(key) }));
    }
    line.element.querySelector("button")?.setAttribute("aria-label", t("web.prices_remove", { n: at + 1 }));
  }
}

/**
 * @param {Line[]} lines
 * @param {Row[]} rows
 * @param {HTMLElement} trouble
 */
function accepted(lines, rows, trouble) {
  const unclear = lines.findIndex((line) => line.isUnclear());
  const wrong = rows.length ? faultOf(rows) : { key: "web.prices_missing", row: 0 };
  const fault = unclear < 0 ? wrong : { key: "web.prices_unclear", row: unclear };
  const marked = new Set(fault ? [fault.row, fault.other ?? fault.row] : []);
  for (const [at, line] of lines.entries()) {
    for (const input of Object.values(line.inputs)) input.setAttribute("aria-invalid", String(marked.has(at)));
  }
  if (!fault) return true;
  const [n, other] = [fault.row + 1, (fault.other ?? 0) + 1];
  showTrouble(trouble, t(fault.key, { n, a: n, b: other }));
  lines[fault.row]?.inputs.from.focus();
  return false;
}
