// Price lists: the published ones to read, and the user's own in their place.

import { call } from "../api.js";
import { button, h } from "../dom.js";
import { money } from "../figures.js";
import { forgetReferences, listName } from "../references.js";
import { scrolling, titleRow } from "../tables.js";
import { inLanguage, number, t } from "../texts.js";
import { troubleText } from "../trouble.js";
import { markTyped } from "../unsaved.js";
import { priceForm } from "./price_form.js";
import { keep, showTrouble, troublePlace } from "./saving.js";

/** @typedef {import("./price_rows.js").Row} Row */
/** @typedef {{ currency: string, ranges: Row[] }} List */
/** @typedef {{ own: List[] | null, published: { version: string, markets: import("../references.js").Market[] }, version: number }} Answer */

const CURRENCIES = ["VND", "USD"];
const PATH = "/settings/prices";

/**
 * @param {Answer} answer
 * @param {import("./page.js").Saved} saved
 */
export function pricesCard(answer, saved) {
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.settings_prices")),
    h("p", { class: "hint" }, t("web.settings_prices_text")),
    ...CURRENCIES.map((currency) => currencyPart(currency, answer, saved)),
  );
}

/**
 * The lists in one currency. What another tab saved there is shown before it is replaced: each save asks first.
 * @param {string} currency
 * @param {Answer} answer
 * @param {import("./page.js").Saved} saved
 */
function currencyPart(currency, answer, saved) {
  const part = h("section", { class: "block", "aria-labelledby": `prices-${currency}` });
  const trouble = troublePlace();
  let seen = rangesIn(answer, currency);
  /** What another tab saved; beside `trouble`, not in it, so that a narrow window can scroll it. @type {HTMLElement[]} */
  let theirsShown = [];
  /** Whether what is saved now is what this tab has shown; if not, it is shown. @param {Answer} present */
  const isSeen = (present) => {
    const theirs = rangesIn(present, currency);
    if (sameRows(theirs, seen)) return true;
    showTrouble(trouble, t(theirs ? "web.prices_conflict" : "web.prices_conflict_published", { currency }));
    theirsShown = theirsOf(currency, theirs, draw);
    part.append(...theirsShown);
    seen = theirs; // pressed again, it is meant
    return false;
  };
  /** @param {Row[] | null} ranges null: the published lists again */
  const save = async (ranges) => {
    const form = part.querySelector("form");
    for (const element of theirsShown) element.remove();
    const present = await presentLists(trouble);
    if (!present || !isSeen(present)) {
      if (form) markTyped(form);
      return;
    }
    const version = { version: present.version };
    const answered = await keep(version, trouble, {
      path: PATH,
      done: "web.prices_saved",
      form,
      ...changeOf(present, currency, ranges),
    });
    if (!answered) return;
    // Where another tab saved something else meanwhile, the other cards have not seen that yet.
    if (saved.version === present.version) saved.version = version.version;
    seen = rangesIn(answered, currency);
    forgetReferences();
    draw();
  };
  /** @param {Row[]} [draft] */
  const place = (draft) => {
    const ranges = draft ?? seen;
    const title = h("h3", { id: `prices-${currency}` }, t("web.prices_in", { currency }));
    const published = answer.published.markets.filter((market) => market.currency === currency);
    const begin = button(t("web.prices_begin", { currency }), "", () => {
      place(copyOf(published));
      part.querySelector("input")?.focus();
    });
    const body = ranges
      ? [priceForm(currency, ranges, save, () => (draft ? place() : save(null)))]
      : [...published.map(listOf), h("div", { class: "actions" }, begin)];
    showTrouble(trouble);
    part.replaceChildren(title, ...body.flat(), trouble);
  };
  const draw = () => {
    place();
    part.querySelector("button")?.focus();
  };
  place();
  return part;
}

/** @param {Answer} answer @param {string} currency */
function rangesIn(answer, currency) {
  return answer.own?.find((list) => list.currency === currency)?.ranges ?? null;
}

/**
 * The request that saves `ranges` in a currency and leaves the other one as it is.
 * @param {Answer} present
 * @param {string} currency
 * @param {Row[] | null} ranges
 */
function changeOf(present, currency, ranges) {
  const others = (present.own ?? []).filter((list) => list.currency !== currency);
  const lists = ranges ? [...others, { currency, ranges }] : others;
  return lists.length ? { body: { lists } } : { method: "DELETE" };
}

/** @param {Row[] | null} a @param {Row[] | null} b */
function sameRows(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * What is saved now; null where it cannot be asked, with the reason in `place`.
 * @param {HTMLElement} place
 * @returns {Promise<Answer | null>}
 */
async function presentLists(place) {
  try {
    return await call("GET", PATH);
  } catch (error) {
    showTrouble(place, t("web.settings_failed", { why: troubleText(error) }));
    return null;
  }
}

/**
 * The list that another tab saved, and a button to go on with it.
 * @param {string} currency
 * @param {Row[] | null} theirs null: the published lists
 * @param {() => void} take
 */
function theirsOf(currency, theirs, take) {
  const rows = (theirs ?? []).map((row) => lineOf([row.from, row.to, row.low, row.high], currency));
  const table = theirs ? [priceTable(t("web.prices_theirs", { currency }), rows)] : [];
  return [...table, h("div", { class: "actions" }, button(t("web.prices_take", { currency }), "", take))];
}

/** The rows of the first published list with fixed prices, to begin with. @param {import("../references.js").Market[]} markets */
function copyOf(markets) {
  const ranges = markets.find((market) => market.per_follower == null)?.ranges ?? [[5000, 100_000, 0, 0]];
  return ranges.map(([from, to, low, high]) => ({ from, to, low, high }));
}

/** @param {import("../references.js").Market} market */
function listOf(market) {
  const rows = market.ranges.map((row) => lineOf(row, market.currency, market.per_follower));
  return [
    h("p", {}, h("strong", {}, listName(market)), h("span", { class: "hint" }, ` ${inLanguage(market.note)}`)),
    priceTable(listName(market), rows),
  ];
}

/**
 * @param {string} caption
 * @param {HTMLElement[]} rows
 */
function priceTable(caption, rows) {
  const titles = ["web.setting_prices_from", "web.setting_prices_to", "web.list_price"];
  return scrolling(
    h(
      "table",
      { class: "evidence" },
      h("caption", { class: "visually-hidden" }, caption),
      titleRow(titles),
      h("tbody", {}, ...rows),
    ),
  );
}

/**
 * @param {[number, number, number, number]} row
 * @param {string} currency
 * @param {number | null} [perFollower]
 */
function lineOf([from, to, low, high], currency, perFollower) {
  const price =
    perFollower == null
      ? `${money(low, currency)} – ${money(high, currency)}`
      : t("web.setting_per_follower", { price: money(perFollower, currency) });
  return h("tr", {}, h("td", {}, number(from)), h("td", {}, number(to)), h("td", {}, price));
}
