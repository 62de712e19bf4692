// Saving a part of the settings: one way for all cards. Nothing that was typed is lost when it fails, and nothing that
// another tab saved is replaced before it was shown.

import { Refused, call } from "../api.js";
import { button, h } from "../dom.js";
import { scrolling, titleRow } from "../tables.js";
import { t } from "../texts.js";
import { toast } from "../toast.js";
import { troubleText } from "../trouble.js";
import { markTyped } from "../unsaved.js";

const TRIES = 3;

/** What is saved now may be replaced at this version of the settings. @typedef {{ version: number }} Versioned */
/** @typedef {{ method?: string, body?: unknown }} Change */

/**
 * What a card saves, and how it shows what another tab saved there.
 * @template {Versioned} Answer
 * @typedef {object} Part
 * @property {string} path where it is asked for and saved
 * @property {Answer} answer that the card was drawn from
 * @property {(answer: Answer) => unknown} shown what of an answer the card shows
 * @property {(present: Answer, seen: Answer) => { text: string, table: HTMLElement | null, take: string }} theirs `take` is
 *   the word on the button that draws the card from `present`
 * @property {(present: Answer) => void} draw
 */

/** A place in a card for what went wrong; empty while all is well. */
export function troublePlace() {
  return h("div", { class: "trouble" });
}

/**
 * @param {HTMLElement} place
 * @param {string} [text]
 */
export function showTrouble(place, text) {
  place.replaceChildren(text ? h("p", { class: "message message-risk", role: "alert" }, text) : "");
}

/**
 * Saves a part. Each save asks first what is saved now: what this tab has not shown is shown instead, and the second
 * press means it. `places` belong into the card; `save` gives the answer, null where nothing was saved; `seen` is what is
 * saved as far as this tab has shown it.
 * @template {Versioned} Answer
 * @param {Part<Answer>} part
 */
export function keeper(part) {
  const trouble = troublePlace();
  const theirs = h("div", { class: "block trouble" }); // not in `trouble`: a narrow window has to scroll its table
  let seen = part.answer;
  let saving = false;
  const clear = () => {
    showTrouble(trouble);
    theirs.replaceChildren();
  };
  /** @param {Answer} present */
  const show = (present) => {
    const { text, table, take } = part.theirs(present, seen);
    seen = present; // pressed again, it is meant
    showTrouble(trouble, text);
    theirs.replaceChildren(
      table ?? "",
      h(
        "div",
        { class: "actions" },
        button(take, "", () => part.draw(present)),
      ),
    );
  };
  /** @param {Answer} present */
  const isSeen = (present) => JSON.stringify(part.shown(present)) === JSON.stringify(part.shown(seen));
  /** @param {(present: Answer) => Change} change @returns {Promise<Answer | null>} */
  const send = async (change) => {
    for (let tries = 1; ; tries += 1) {
      const present = await call("GET", part.path);
      if (!isSeen(present)) {
        show(present);
        return null;
      }
      const { method = "PUT", body } = change(present);
      try {
        return await call(method, part.path, body, { "If-Match": `"${present.version}"` });
      } catch (error) {
        if (!isConflict(error) || tries === TRIES) throw error; // another card may have been saved meanwhile
      }
    }
  };
  /**
   * @param {HTMLFormElement | null} form
   * @param {string} done the key of the words when it is saved
   * @param {(present: Answer) => Change} change
   */
  const save = async (form, done, change) => {
    if (saving) return null;
    saving = true;
    clear();
    const answered = await send(change).catch((error) => {
      showTrouble(trouble, t("web.settings_failed", { why: troubleText(error) }));
      return null;
    });
    saving = false;
    if (answered) {
      seen = answered;
      toast(t(done));
    } else if (form) markTyped(form);
    return answered;
  };
  return { places: [trouble, theirs], seen: () => seen, clear, save };
}

/**
 * The settings that another tab changed, with what it saved.
 * @param {[string, string][]} rows the words of a setting and of its value
 */
export function theirSettings(rows) {
  const titles = ["web.settings_theirs_name", "web.settings_theirs_value"];
  const lines = rows.map(([name, value]) => h("tr", {}, h("td", {}, name), h("td", {}, value)));
  const caption = h("caption", { class: "visually-hidden" }, t("web.settings_theirs"));
  const table = h("table", { class: "evidence fitting" }, caption, titleRow(titles), h("tbody", {}, ...lines));
  return { text: t("web.settings_conflict"), table: scrolling(table), take: t("web.settings_take") };
}

/** @param {unknown} error */
function isConflict(error) {
  return error instanceof Refused && error.code === "conflict";
}
