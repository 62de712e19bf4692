// A question that has to be answered before something large is done.

import { button, h } from "./dom.js";
import { t } from "../words/texts.js";

/**
 * Ask; gives whether the person agreed. Escape and Cancel do not agree, and Cancel has the focus.
 * @param {string} title
 * @param {(string | Node | false | null | undefined)[]} lines
 * @param {string} agree the word on the button
 * @returns {Promise<boolean>}
 */
export function ask(title, lines, agree) {
  return new Promise((resolve) => {
    const dialog = h("dialog", { class: "card", "aria-labelledby": "ask-title" });
    let agreed = false;
    const cancel = button(t("web.cancel"), "", () => dialog.close());
    const yes = button(agree, "button-risk", () => {
      agreed = true;
      dialog.close();
    });
    dialog.append(
      h("h2", { id: "ask-title" }, title),
      ...lines.flatMap((line) => (typeof line === "string" ? h("p", {}, line) : line || [])),
      h("div", { class: "actions" }, yes, cancel),
    );
    // Closing gives the focus back to what had it before; taking the dialog away would not.
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(agreed);
    });
    document.body.append(dialog);
    dialog.showModal();
    cancel.focus();
  });
}
