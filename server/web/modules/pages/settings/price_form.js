// The form of an own price list in one currency.

import { button, scrolling, trouble } from "../../parts/elements.js";
import { h, useRef, useState } from "../../parts/preact.js";
import { exact, range } from "../../words/figures.js";
import { number, t } from "../../words/texts.js";
import { troubleText } from "../../parts/trouble.js";
import { Cell, doubtsOf } from "./price_cells.js";
import { MOST_ROWS, faultOf } from "./price_rows.js";
import { useLater } from "./later.js";

/** @typedef {import("./price_rows.js").Row} Row */
/** @typedef {{ id: number, cells: Record<keyof Row, Cell> }} Line */

const PAUSE = 150; // ms without a key before the server is asked
const COLUMNS = /** @type {const} */ ([
  ["from", "web.setting_prices_from"],
  ["to", "web.setting_prices_to"],
  ["low", "web.prices_low"],
  ["high", "web.prices_high"],
]);

let made = 0;

/**
 * @param {{ currency: string, ranges: Row[], save: (rows: Row[]) => void, leave: () => void }} props `leave` goes back to
 *   the published lists
 */
export function PriceForm({ currency, ranges, save, leave }) {
  const [lines, setLines] = useState(() => ranges.map((row) => newLine(row, currency)));
  const [wrong, setWrong] = useState(/** @type {{ text: () => string, rows: Set<number> } | null} */ (null));
  const add = useRef(/** @type {HTMLButtonElement | null} */ (null));
  /** @param {number} at */
  const remove = async (at) => {
    const left = lines.filter((_, place) => place !== at);
    setLines(left);
    await null; // it is drawn by then
    (left[Math.min(at, left.length - 1)]?.cells.from.input ?? add.current)?.focus();
  };
  const append = async () => {
    const last = lines.at(-1);
    if (lines.length >= MOST_ROWS) return;
    const line = newLine({ from: last ? read(last).to : 0, to: NaN, low: NaN, high: NaN }, currency);
    setLines([...lines, line]);
    await null; // it is drawn by then
    line.cells.to.input?.focus();
  };
  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    try {
      await Promise.all(lines.map(settle));
    } catch (error) {
      setWrong({ text: () => t("web.settings_failed", { why: troubleText(error) }), rows: new Set() });
      return;
    }
    const fault = faultIn(lines);
    setWrong(fault && { text: () => faultText(fault), rows: new Set([fault.row, fault.other ?? fault.row]) });
    if (fault) lines[fault.row]?.cells.from.input?.focus();
    else save(lines.map(read));
  };
  return h(
    "form",
    { class: "price-list", novalidate: true, onSubmit: submit },
    h("p", { class: "hint" }, t("web.prices_own_text", { currency })),
    scrolling(
      h(
        "table",
        { class: "evidence price-table stacking" },
        head(currency),
        h(
          "tbody",
          {},
          lines.map((line, at) => {
            const isWrong = wrong?.rows.has(at) ?? null;
            return h(PriceLine, { key: String(line.id), line, at, currency, isWrong, remove: () => remove(at) });
          }),
        ),
      ),
    ),
    trouble(wrong?.text()),
    h(
      "div",
      { class: "actions" },
      h("button", { class: "button button-primary" }, t("web.prices_save", { currency })),
      button(t("web.prices_add"), "", append, { ref: add }),
      button(t("web.prices_reset", { currency }), "", leave),
    ),
  );
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
 * @returns {Line}
 */
function newLine(row, currency) {
  made += 1;
  const isPrice = (/** @type {string} */ name) => name === "low" || name === "high";
  const cells = COLUMNS.map(([name]) => [name, new Cell(row[name], isPrice(name) ? currency : null)]);
  return { id: made, cells: Object.fromEntries(cells) };
}

/** @param {Line} line @returns {Row} */
function read({ cells }) {
  return { from: cells.from.value(), to: cells.to.value(), low: cells.low.value(), high: cells.high.value() };
}

/** @param {Line} line */
function settle({ cells }) {
  return Promise.all(Object.values(cells).map((cell) => cell.settle()));
}

/**
 * @param {{ line: Line, at: number, currency: string, isWrong: boolean | null, remove: () => void }} props `at` is the
 *   place of the row, by which it is named; nothing is said of one that was not looked through yet
 */
function PriceLine({ line, at, currency, isWrong, remove }) {
  const [, redraw] = useState(0);
  const show = () => redraw((n) => n + 1);
  const tell = useLater(() => settle(line).then(show, show), PAUSE); // saving says what is wrong
  const invalid = isWrong === null ? null : String(isWrong);
  return h(
    "tr",
    { onInput: tell },
    COLUMNS.map(([name, key]) => {
      const label = t("web.prices_cell", { n: at + 1, what: t(key) });
      const input = { ...line.cells[name].attributes(), "aria-label": label, "aria-invalid": invalid };
      return h("td", { "data-label": t(key) }, h("input", input));
    }),
    h(
      "td",
      { class: "hint", "data-label": t("web.prices_read"), role: "status" },
      inWords(read(line), currency),
      doubtsOf([line.cells.low, line.cells.high], currency, show),
    ),
    h("td", {}, button("×", "button-small", remove, { "aria-label": t("web.prices_remove", { n: at + 1 }) })),
  );
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

/**
 * The first thing that is wrong; null where nothing is.
 * @param {Line[]} lines
 */
function faultIn(lines) {
  const unclear = lines.findIndex(({ cells }) => Object.values(cells).some((cell) => cell.others().length > 0));
  if (unclear >= 0) return { key: "web.prices_unclear", row: unclear };
  return lines.length ? faultOf(lines.map(read)) : { key: "web.prices_missing", row: 0 };
}

/** @param {import("./price_rows.js").Fault} fault */
function faultText({ key, row, other = 0 }) {
  return t(key, { n: row + 1, a: row + 1, b: other + 1 });
}
