// The marketer's own judgement of a sign: harmless, or confirmed, with a note. It stays, and every later check follows it.

import { button, labelled } from "../../parts/elements.js";
import { followAgain, heldBy } from "../../parts/forms.js";
import { h, useRef } from "../../parts/preact.js";
import { call } from "../../data/api.js";
import { may } from "../../data/may.js";
import { day } from "../../words/dates.js";
import { t } from "../../words/texts.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";

/** @typedef {import("api").Judgement} Ruling */

const LONGEST = 2_000;
const RULES = "PUT /creators/<username>/rulings/<signal>";

/**
 * What stands under one sign: the two rulings, the note, and how to take it back.
 * @param {{ username: string, signal: { id: string, ruling?: Ruling | null }, ruled: () => Promise<void> }} props
 */
export function RulingForm({ username, signal, ruled }) {
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const present = signal.ruling ?? null;
  const path = pathOf(username, signal.id);
  const note = () => String(form.current && new FormData(form.current).get("note")).trim();
  /** @param {"PUT" | "DELETE"} method @param {unknown} [body] */
  const send = async (method, body) => {
    const sent = form.current && heldBy(form.current);
    try {
      await call(method, path, body);
    } catch (error) {
      toast(troubleText(error), { trouble: true });
      return false;
    }
    await ruled();
    if (form.current && sent !== null) followAgain(form.current, sent);
    return true;
  };
  const takeBack = async () => {
    const again = () => present && send("PUT", { ruling: present.verdict, note: present.note });
    if (await send("DELETE")) toast(t("web.ruling_removed"), { undo: again });
  };
  const choice = (/** @type {"innocent" | "confirmed"} */ ruling) => {
    const pressed = present?.verdict === ruling;
    const press = () => (pressed ? takeBack() : send("PUT", { ruling, note: note() }));
    return button(t(`web.ruling_${ruling}`), "button-small", press, { "aria-pressed": String(pressed) });
  };
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (present) send("PUT", { ruling: present.verdict, note: note() });
  };
  if (!may(RULES)) return present && h("p", { class: "hint" }, saidOn(present));
  return h(
    "div",
    { class: "ruling", role: "group", "aria-label": t("web.ruling") },
    h(
      "div",
      { class: "actions" },
      h("span", { class: "hint" }, t("web.ruling")),
      choice("innocent"),
      choice("confirmed"),
    ),
    present && h("p", { class: "hint" }, saidOn(present)),
    h(
      "form",
      { class: "ruling-note", "data-keep": `ruling ${signal.id}`, ref: form, onSubmit: submit },
      labelled(
        "web.ruling_note",
        h("input", {
          name: "note",
          type: "text",
          class: "field",
          maxlength: LONGEST,
          defaultValue: present?.note ?? "",
        }),
      ),
      present && h("button", { class: "button button-small" }, t("web.ruling_note_save")),
      present && button(t("web.ruling_remove"), "button-small", takeBack),
    ),
  );
}

/** @param {string} username @param {string} signal */
function pathOf(username, signal) {
  return /** @type {const} */ (`/creators/${encodeURIComponent(username)}/rulings/${encodeURIComponent(signal)}`);
}

/** "Harmless since 23/11/2026: “asked her, she ran ads”". @param {Ruling} ruling */
function saidOn({ verdict, note, at }) {
  const values = { ruling: t(`web.ruling_${verdict}`), day: at ? day(at) : "–", note };
  return t(note ? "web.ruling_said_note" : "web.ruling_said", values);
}
