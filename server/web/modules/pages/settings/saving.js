// Saving a part of the settings: one way for all cards. Nothing that was typed is lost when it fails, and nothing that
// another tab saved is replaced before it was shown.

import { Refused } from "../../data/api.js";
import { button, scrolling, titleRow, trouble } from "../../parts/elements.js";
import { h, useLayoutEffect, useRef, useState } from "../../parts/preact.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { t } from "../../words/texts.js";

const TRIES = 3;

/** What is saved now may be replaced at this version of the settings. @typedef {{ version: number }} Versioned */
/** @template Answer @typedef {(method: "PUT" | "DELETE", body: unknown, seen: Record<string, string>) => Promise<Answer>} Keep */
/** @typedef {{ method?: "PUT" | "DELETE", body?: unknown }} Change */
/** @typedef {import("../../parts/preact.js").Child} Child */

/**
 * What a card saves, and how it shows what another tab saved there.
 * @template {Versioned} Answer
 * @typedef {object} Part
 * @property {() => Promise<Answer>} ask
 * @property {Keep<Answer>} keep
 * @property {Answer} answer that the page was loaded with
 * @property {(answer: Answer) => unknown} shown what of an answer the card shows
 * @property {(present: Answer, seen: Answer) => { text: string, table: Child, take: string }} theirs `take` is the word on
 *   the button that draws the card from `present`
 * @property {(present: Answer) => void} take
 */

/**
 * The answer that a card is drawn from: that of the page, until one of its own comes.
 * @template Answer
 * @param {Answer} answer
 * @returns {[Answer, (answer: Answer) => void]}
 */
export function useAnswer(answer) {
  const [now, setNow] = useState(answer);
  useLayoutEffect(() => setNow(answer), [answer]);
  return [now, setNow];
}

/**
 * Saves a part. Each save asks first what is saved now: what this tab has not shown is shown instead, and the second
 * press means it. `places` belong into the card; `save` gives the answer, null where nothing was saved; `seen` is what is
 * saved as far as this tab has shown it.
 * @template {Versioned} Answer
 * @param {Part<Answer>} part
 */
export function useSaving(part) {
  const seen = useRef(part.answer);
  const saving = useRef(false);
  /** What went wrong, and what another tab saved after what was seen here. */
  const [said, say] = useState(/** @type {{ why?: () => string, theirs?: [Answer, Answer] }} */ ({}));
  useLayoutEffect(() => {
    seen.current = part.answer;
  }, [part.answer]);
  /** @param {Answer} present */
  const isSeen = (present) => JSON.stringify(part.shown(present)) === JSON.stringify(part.shown(seen.current));
  /** @param {(present: Answer) => Change} change @returns {Promise<Answer | null>} */
  const send = async (change) => {
    for (let tries = 1; ; tries += 1) {
      const present = await part.ask();
      if (!isSeen(present)) {
        say({ theirs: [present, seen.current] });
        seen.current = present; // pressed again, it is meant
        return null;
      }
      const { method = "PUT", body } = change(present);
      try {
        return await part.keep(method, body, { "If-Match": `"${present.version}"` });
      } catch (error) {
        if (!isConflict(error) || tries === TRIES) throw error; // another card may have been saved meanwhile
      }
    }
  };
  const clear = () => say({});
  /**
   * @param {string} done the key of the words when it is saved
   * @param {(present: Answer) => Change} change
   */
  const save = async (done, change) => {
    if (saving.current) return null;
    saving.current = true;
    clear();
    const answered = await send(change).catch((error) => {
      say({ why: () => t("web.settings_failed", { why: troubleText(error) }) });
      return null;
    });
    saving.current = false;
    if (answered) {
      seen.current = answered;
      toast(t(done));
    }
    return answered;
  };
  return { places: placesOf(part, said, clear), seen: () => seen.current, clear, save };
}

/**
 * @template {Versioned} Answer
 * @param {Part<Answer>} part
 * @param {{ why?: () => string, theirs?: [Answer, Answer] }} said
 * @param {() => void} clear
 */
function placesOf(part, { why, theirs }, clear) {
  if (!theirs) return [trouble(why?.()), h("div", { class: "block trouble" })];
  const [present, seen] = theirs;
  const { text, table, take } = part.theirs(present, seen);
  const takeIt = () => {
    clear();
    part.take(present);
  };
  const actions = h("div", { class: "actions" }, button(take, "", takeIt));
  // The table is not in the place above: a narrow window has to scroll it.
  return [trouble(text), h("div", { class: "block trouble" }, table, actions)];
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
