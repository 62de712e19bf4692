// The marketer's own judgement of a sign: harmless, or confirmed, with a note. It stays, and every later check follows it.

import { call } from "../api.js";
import { day } from "../dates.js";
import { button, h } from "../dom.js";
import { labelled } from "../fields.js";
import { t } from "../texts.js";
import { toast } from "../toast.js";
import { troubleText } from "../trouble.js";
import { markTyped, unmark } from "../unsaved.js";

/** @typedef {{ verdict: "innocent" | "confirmed", note: string, at: string | null }} Ruling */

const LONGEST = 2_000;

/**
 * What stands under one sign: the two rulings, the note, and how to take it back.
 * @param {string} username
 * @param {{ id: string, ruling?: Ruling | null }} signal
 * @param {() => void} ruled
 */
export function rulingButtons(username, signal, ruled) {
  const present = signal.ruling ?? null;
  const path = `/creators/${encodeURIComponent(username)}/rulings/${encodeURIComponent(signal.id)}`;
  const form = h("form", { class: "ruling-note", "data-keep": `ruling ${signal.id}` });
  const send = sender(path, form, ruled);
  const note = h("input", { name: "note", type: "text", class: "field", maxlength: LONGEST });
  note.value = present?.note ?? "";
  const takeBack = () =>
    send("DELETE", undefined, () =>
      toast(t("web.ruling_removed"), {
        undo: () => present && send("PUT", { ruling: present.verdict, note: present.note }),
      }),
    );
  const choice = (/** @type {"innocent" | "confirmed"} */ ruling) => {
    const pressed = present?.verdict === ruling;
    const made = button(t(`web.ruling_${ruling}`), "button-small", () =>
      pressed ? takeBack() : send("PUT", { ruling, note: note.value.trim() }),
    );
    made.setAttribute("aria-pressed", String(pressed));
    return made;
  };
  form.append(labelled("web.ruling_note", note));
  if (present) {
    form.append(
      h("button", { class: "button button-small" }, t("web.ruling_note_save")),
      button(t("web.ruling_remove"), "button-small", takeBack),
    );
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (present) send("PUT", { ruling: present.verdict, note: note.value.trim() });
  });
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
    form,
  );
}

/** "Harmless since 23/11/2026: “asked her, she ran ads”". @param {Ruling} ruling */
function saidOn({ verdict, note, at }) {
  const values = { ruling: t(`web.ruling_${verdict}`), day: at ? day(at) : "–", note };
  return t(note ? "web.ruling_said_note" : "web.ruling_said", values);
}

/**
 * @param {string} path
 * @param {HTMLFormElement} form with the note, which goes with a ruling
 * @param {() => void} ruled
 */
function sender(path, form, ruled) {
  return async (
    /** @type {"PUT" | "DELETE"} */ method,
    /** @type {unknown} */ body,
    /** @type {() => void} */ done = () => {},
  ) => {
    try {
      await call(method, path, body);
      unmark(form);
      done();
    } catch (error) {
      toast(troubleText(error), { trouble: true });
      markTyped(form);
      return;
    }
    ruled();
  };
}
