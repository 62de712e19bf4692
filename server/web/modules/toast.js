// A line at the foot of the page that says what was done, and offers to take it back.

import { button, byId, h } from "./dom.js";
import { t } from "./texts.js";

const STAYS = 12_000;

/**
 * Say something; it goes by itself unless it is trouble.
 * @param {string} text
 * @param {{ undo?: () => void, trouble?: boolean }} [more]
 * @returns {() => void} takes it away
 */
export function toast(text, more = {}) {
  const line = h("div", { class: more.trouble ? "toast toast-trouble" : "toast", role: "group" }, h("p", {}, text));
  const close = () => line.remove();
  if (more.undo) {
    const undo = more.undo;
    line.append(
      button(t("web.undo"), "button-small", () => {
        close();
        undo();
      }),
    );
  }
  const dismiss = button("×", "button-small button-bare", close);
  dismiss.setAttribute("aria-label", t("web.close"));
  line.append(dismiss);
  byId("toasts").append(line);
  if (!more.trouble) setTimeout(close, STAYS);
  return close;
}
