// What is meant by a price that was typed into a cell: a person is asked where that is not clear.

import { plain, readMoney } from "../../data/money.js";
import { button } from "../../parts/elements.js";
import { moneyChoices } from "../../parts/money_choices.js";
import { h, render } from "../../parts/preact.js";
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
  return new Promise((resolve) => {
    /** @type {Price | undefined} */
    let chosen;
    const dialog = document.createElement("dialog");
    dialog.className = "card";
    dialog.setAttribute("aria-labelledby", "money-title");
    const choose = (/** @type {Price} */ price) => {
      chosen = plain(price);
      dialog.close();
    };
    const title = h("h2", { id: "money-title" }, t("web.money_ask_of", { text, name: called }));
    const cancel = button(t("web.cancel"), "", () => dialog.close());
    const actions = h("div", { class: "actions" }, cancel);
    render(
      h(() => [title, moneyChoices(reading, text, choose), actions], {}),
      dialog,
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(chosen);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
