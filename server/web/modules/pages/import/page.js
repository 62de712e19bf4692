// Taking a list over from a spreadsheet: choose, say what each column is, see what would be saved, then do it.

import { may } from "../../data/may.js";
import { busy, button } from "../../parts/elements.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { refused as notForYou, troubleText } from "../../parts/trouble.js";
import { currentLanguage, t } from "../../words/texts.js";
import { done } from "./done.js";
import { followLanguage, job, leave, onJob, say, takeOver } from "./job.js";
import { columnTables } from "./mapping.js";
import { Preview } from "./preview.js";
import { remarks } from "./remarks.js";
import { sheetChoice } from "./sheets.js";
import { Source } from "./source.js";
import { wordTable } from "./status_words.js";

const MOST_LETTERS = 60;

/** @type {import("../../parts/preact.js").Page<null>} */
export const page = { load: () => null, View: ImportPage };

function ImportPage() {
  const [, redraw] = useState(0);
  useEffect(() => {
    onJob(() => redraw((n) => n + 1));
    return () => onJob(() => {});
  }, []);
  useEffect(() => void followLanguage(), [currentLanguage()]);
  if (!may("POST /shortlist/imports")) return [h("h1", {}, t("web.nav_import")), notForYou()];
  return h(
    "section",
    { class: "card import" },
    h("h1", {}, t("web.nav_import")),
    job.file ? null : h("p", {}, t("web.import_text")),
    job.file ? chosen(job.name) : h(Source, {}),
    h("div", { class: "block", "aria-live": "polite", "aria-busy": job.busy }, state()),
  );
}

/** @param {string} name */
function chosen(name) {
  return h(
    "div",
    { class: "page-head" },
    h("h2", {}, h("bdi", {}, name)),
    button(t("web.import_another"), "button-small", leave),
  );
}

function state() {
  if (job.taken) return done(job.taken, job.undone);
  const { refused, answer } = job;
  return [
    refused && h("p", { class: "message message-risk", role: "alert" }, troubleText(refused)),
    job.busy && !answer && busy(t("web.import_reading")),
    answer && seen(answer),
  ];
}

/** @param {import("api").ImportAnswer} answer */
function seen(answer) {
  const wanted = answer.new.length + answer.duplicates.length;
  if (answer.sheets.every((sheet) => !sheet.read)) return [sheetChoice(answer), columnTables(answer)];
  return [
    summary(answer),
    takingOver(answer, wanted),
    sheetChoice(answer),
    columnTables(answer),
    wordTable(answer),
    ...remarks(answer),
    h(Preview, { answer }),
  ];
}

/** @param {import("api").ImportAnswer} answer */
function summary(answer) {
  const platforms = new Set(answer.preview.map((each) => each.platform));
  platforms.delete("instagram");
  const lines = [
    t("web.import_new", { n: answer.new.length }),
    t("web.import_known", { n: answer.duplicates.length }),
    answer.repeated.length && t("web.import_repeated", { n: answer.repeated.length }),
    answer.left_out.length && t("web.import_bad", { n: answer.left_out.length }),
    platforms.size && t("web.import_elsewhere"),
    answer.ignored_columns.length && t("web.import_ignored", { names: answer.ignored_columns.join(", ") }),
  ];
  const said = lines.filter(Boolean).map((line) => h("li", {}, line));
  return h("ul", { class: "points" }, said);
}

/**
 * @param {import("api").ImportAnswer} answer
 * @param {number} wanted
 */
function takingOver(answer, wanted) {
  if (!wanted) return null;
  const tag = job.choice.tag ?? suggestedTag(answer);
  const take = () => {
    job.choice.tag = tag;
    takeOver();
  };
  const changed = (/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget }) =>
    say({ tag: currentTarget.value.trim() });
  return h(
    "div",
    { class: "import-take" },
    h(
      "label",
      { class: "labelled" },
      h("span", {}, t("web.import_tag")),
      h("input", {
        class: "field",
        type: "text",
        name: "tag",
        maxlength: MOST_LETTERS,
        defaultValue: tag,
        onChange: changed,
      }),
    ),
    button(t("web.import_do", { n: wanted }), "button-primary", take, { disabled: job.busy }),
    h("span", { class: "hint" }, t("web.import_undo_hint")),
  );
}

/** A list that Soi wrote comes back as it went; another one is named by its file. @param {import("api").ImportAnswer} answer */
function suggestedTag({ mapping }) {
  if (!job.file || !("name" in job.file) || mapping.some((column) => column.by === "export")) return "";
  return job.name
    .replace(/\.\w+$/, "")
    .replaceAll(",", " ")
    .trim()
    .slice(0, MOST_LETTERS);
}
