// What is meant by a price that was typed into a cell: a person is asked where that is not clear.

import { plain, readMoney } from "../../data/money.js";
import { openDialog } from "../../parts/dialog.js";
import { button } from "../../parts/elements.js";
import { moneyChoices } from "../../parts/money_choices.js";
import { h } from "../../parts/preact.js";
import { t } from "../../words/texts.js";

/** @typedef {import("../../data/money.js").Price} Price */

/**
 * What is meant by a text; undefined where the question was left.
 * @param {string} text
 * @param {string | null | undefined} currency
 * @param {string} [username] whose price list it is held against
 * @param {string} [called] who it is about
 * @returns {Promise<Price | null | undefined>}
 */
export async function meantBy(text, currency, username, called = username ?? "") {
  const reading = await readMoney(text, currency, username);
  if (!reading.others.length) return reading.price && plain(reading.price);
  const title = t("web.money_ask_of", { text, name: called });
  return openDialog(title, (close) => [
    moneyChoices(reading, text, (price) => close(plain(price))),
    h(
      "div",
      { class: "actions" },
      button(t("web.cancel"), "", () => close(undefined)),
    ),
  ]);
}
