// The marketer's own judgement of a sign: harmless, or confirmed. It stays, and every later check follows it.

import { call } from "../api.js";
import { button, h } from "../dom.js";
import { t } from "../texts.js";

/**
 * Buttons under one sign.
 * @param {string} username
 * @param {{ id: string, ruling?: { verdict: string } | null }} signal
 * @param {() => void} ruled
 */
export function rulingButtons(username, signal, ruled) {
  const present = signal.ruling?.verdict ?? "";
  const path = `/creators/${encodeURIComponent(username)}/rulings/${encodeURIComponent(signal.id)}`;
  const choice = (/** @type {string} */ ruling) => {
    const made = button(t(`web.ruling_${ruling}`), "button-small", async () => {
      if (present === ruling) await call("DELETE", path);
      else await call("PUT", path, { ruling });
      ruled();
    });
    made.setAttribute("aria-pressed", String(present === ruling));
    return made;
  };
  return h(
    "div",
    { class: "actions", role: "group", "aria-label": t("web.ruling") },
    h("span", { class: "hint" }, t("web.ruling")),
    choice("innocent"),
    choice("confirmed"),
  );
}
