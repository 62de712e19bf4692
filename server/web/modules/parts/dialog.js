// A question that has to be answered before something large is done.

import { t } from "../words/texts.js";
import { button } from "./elements.js";
import { h, render } from "./preact.js";

/**
 * Ask; gives whether the person agreed. Escape and Cancel do not agree, and Cancel has the focus.
 * @param {string} title
 * @param {(import("./preact.js").Child | false)[]} lines
 * @param {string} agree the word on the button
 * @returns {Promise<boolean>}
 */
export async function ask(title, lines, agree) {
  const said = lines.map((line) => (typeof line === "string" ? h("p", {}, line) : line || null));
  const answer = await openDialog(title, (close) => [
    ...said,
    h(
      "div",
      { class: "actions" },
      button(agree, "button-risk", () => close(true)),
      button(t("web.cancel"), "", () => close(undefined), { autofocus: true }),
    ),
  ]);
  return answer ?? false;
}

/**
 * Open a dialog; gives what it was closed with, undefined where it was left.
 * @template Answer
 * @param {string} title
 * @param {(close: (answer: Answer | undefined) => void) => import("./preact.js").Child[]} content
 * @returns {Promise<Answer | undefined>}
 */
export function openDialog(title, content) {
  return new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    dialog.className = "card";
    dialog.setAttribute("aria-labelledby", "dialog-title");
    /** @type {Answer | undefined} */
    let answer;
    const close = (/** @type {Answer | undefined} */ given) => {
      answer = given;
      dialog.close();
    };
    render(
      h(() => [h("h2", { id: "dialog-title" }, title), ...content(close)], {}),
      dialog,
    );
    // Closing gives the focus back to what had it before; taking the dialog away would not.
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
