// The sheet's words for how far things are: each stays as the own stage, and counts as one of the seven statuses.

import { scrolling, titleRow } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { STATUSES } from "../../words/shared_facts.js";
import { t } from "../../words/texts.js";
import { job, say } from "./job.js";

/** @param {import("api").ImportAnswer} answer */
export function wordTable({ preview }) {
  /** @type {Map<string, { status: string, n: number }>} */
  const words = new Map();
  for (const { values } of preview) {
    const word = values["stage"];
    if (typeof word !== "string") continue;
    const n = (words.get(word)?.n ?? 0) + 1;
    words.set(word, { status: String(values["status"] ?? ""), n });
  }
  if (!words.size) return null;
  return h(
    "section",
    { class: "block" },
    h("h2", {}, t("web.import_words_title")),
    h("p", { class: "hint" }, t("web.import_words_hint")),
    scrolling(
      h(
        "table",
        { class: "evidence fitting" },
        titleRow(["web.import_word", "web.list_status"]),
        h(
          "tbody",
          {},
          [...words].map(([word, found]) => line(word, found)),
        ),
      ),
    ),
  );
}

/**
 * @param {string} word
 * @param {{ status: string, n: number }} found
 */
function line(word, { status, n }) {
  const onChange = (/** @type {{ currentTarget: HTMLSelectElement }} */ event) =>
    say({ statuses: { ...job.choice.statuses, [word]: event.currentTarget.value } });
  const options = STATUSES.map((code) => h("option", { value: code }, t(`status.${code}`)));
  const unknown = status ? null : h("option", { value: "" }, t("web.import_word_unknown"));
  return h(
    "tr",
    { key: word },
    h("th", { scope: "row" }, h("bdi", {}, word), " ", h("span", { class: "hint" }, t("web.import_word_n", { n }))),
    h("td", {}, h("select", { "aria-label": word, value: status, onChange }, unknown, options)),
  );
}
