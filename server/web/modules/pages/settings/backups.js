// What is kept on this machine, the automatic backups, and getting one of them back.

import { busy as waiting, button, scrolling, titleRow } from "../../parts/elements.js";
import { h, useState } from "../../parts/preact.js";
import { Refused, call } from "../../data/api.js";
import { second } from "../../words/dates.js";
import { fileButton, saveFile } from "../../parts/files.js";
import { number, t } from "../../words/texts.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { mergeFile } from "./merging.js";
import { restoreFile, restoreKept, restoredNote } from "./restoring.js";
import { useAnswer } from "./saving.js";

/** @typedef {import("api").Backup} Backup */
/** @typedef {import("api").BackupsAnswer} Answer */
/** @typedef {import("api").PublicStats} Stats */

/** @typedef {import("./restoring.js").Sending} Sending */
/** Do it, and say what went wrong; `busy` says that it takes a moment. @typedef {(act: (busy: (sending?: Sending) => void) => Promise<unknown>) => Promise<void>} Attempt */

const MEGABYTE = 1_048_576;
const TITLES = ["web.backups_when", "web.backups_entries", "web.backups_size", "web.backups_do"];

/** What went wrong, or that it takes a moment. @typedef {{ error?: unknown, busy?: boolean, sending?: Sending | undefined }} Said */

/**
 * @param {{ stats: Stats, answer: Answer, redraw: () => Promise<unknown> }} props `redraw` draws the whole page: after a
 *   restore everything on it is another
 */
export function DataCard({ stats, answer, redraw }) {
  const [backups, setBackups] = useAnswer(answer.backups);
  const [said, say] = useState(/** @type {Said} */ ({}));
  /** @type {Attempt} */
  const attempt = async (act) => {
    say({});
    try {
      await act((sending) => say({ busy: true, sending }));
      say({});
    } catch (error) {
      say({ error });
    }
  };
  const make = () =>
    attempt(async () => {
      const before = (await call("GET", "/storage/backups")).backups[0]?.id;
      const made = await call("POST", "/storage/backups");
      setBackups((await call("GET", "/storage/backups")).backups);
      toast(t(made.id === before ? "web.backups_made_already" : "web.backups_made"));
    });
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.settings_data")),
    restoredNote(attempt, redraw),
    h("p", {}, keptText(stats)),
    h("p", { class: "hint" }, t("web.backups_text")),
    h("div", { class: "block" }, tableOf(backups, stats, attempt, redraw)),
    h("div", { class: "trouble" }, saidText(said)),
    h("div", { class: "actions" }, button(t("web.backups_make"), "", make)),
    fromFiles(answer.limits.sent_bytes, stats, attempt, redraw),
  );
}

/** @param {Stats} stats */
function keptText(stats) {
  const [entries, creators, visits] = [stats.entries, stats.creators, stats.visits].map((n) => number(n));
  const size = number(stats.bytes_on_disk / MEGABYTE, 1);
  return t("web.data_kept", { entries: entries ?? "", creators: creators ?? "", visits: visits ?? "", size });
}

/**
 * @param {Backup[]} backups
 * @param {Stats} stats
 * @param {Attempt} attempt
 * @param {() => Promise<unknown>} redraw
 */
function tableOf(backups, stats, attempt, redraw) {
  if (!backups.length) return h("p", { class: "quiet" }, t("web.backups_none"));
  const lines = backups.map((backup) => {
    const when = second(backup.taken_at);
    const named = (/** @type {string} */ key) => ({ "aria-label": t(key, { when }) });
    const save = () => attempt(() => saveFile(`/storage/backups/${backup.id}`, `soi-backup-${backup.id}.json.gz`));
    const restore = () => attempt((busy) => restoreKept(backup, when, stats.entries, { busy, redraw }));
    return h(
      "tr",
      { key: backup.id },
      h("th", { scope: "row" }, h("time", { datetime: backup.taken_at }, when)),
      h(
        "td",
        { "data-label": t("web.backups_entries") },
        backup.entries === null ? t("web.backups_unknown") : number(backup.entries),
      ),
      h("td", { "data-label": t("web.backups_size") }, sizeText(backup.bytes)),
      h(
        "td",
        {},
        h(
          "div",
          { class: "actions" },
          fileButton(t("web.backups_download"), "button-small", save, named("web.backups_download_name")),
          button(t("web.backups_restore"), "button-small", restore, named("web.backups_restore_name")),
        ),
      ),
    );
  });
  const head = titleRow(TITLES);
  return scrolling(h("table", { class: "evidence stacking" }, head, h("tbody", {}, ...lines)));
}

/** @param {number} bytes */
function sizeText(bytes) {
  return bytes < MEGABYTE ? `${number(bytes / 1024)} kB` : `${number(bytes / MEGABYTE, 1)} MB`;
}

/**
 * @param {number} most bytes
 * @param {Stats} stats
 * @param {Attempt} attempt
 * @param {() => Promise<unknown>} redraw
 */
function fromFiles(most, stats, attempt, redraw) {
  const restore = (/** @type {File} */ file) =>
    attempt((busy) => restoreFile(file, most, stats.entries, { busy, redraw }));
  const merge = (/** @type {File} */ file) => attempt((busy) => mergeFile(file, { busy, redraw }));
  return h(
    "div",
    { class: "block" },
    h("div", { class: "actions" }, fileChoice("restore-file", restore), fileChoice("merge-file", merge)),
    h("p", { class: "hint" }, t("web.backups_file_hint")),
  );
}

/** @param {"restore-file" | "merge-file"} id @param {(file: File) => unknown} taken */
function fileChoice(id, taken) {
  const onChange = (/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget: input }) => {
    const [file] = input.files ?? [];
    input.value = "";
    if (file) taken(file);
  };
  const words = t(id === "merge-file" ? "web.merge_file" : "web.backups_file");
  return h(
    "span",
    { class: "file-choice" },
    h("input", { type: "file", class: "visually-hidden", id, accept: ".json,.gz,.zip", onChange }),
    h("label", { class: "button", for: id }, words),
  );
}

/** @param {Sending} sending */
function sendingLine({ sent, all, stop }) {
  const counts = { sent: number(sent / MEGABYTE, 1), all: number(all / MEGABYTE, 1) };
  return h(
    "div",
    { class: "queue-progress", role: "status" },
    h("progress", { max: all, value: sent, "aria-label": t("web.restore_sending") }),
    h("span", {}, t("web.restore_sent", counts)),
    button(t("web.cancel"), "button-small", stop),
  );
}

/** @param {Said} said */
function saidText({ error, busy, sending }) {
  if (sending && sending.sent < sending.all) return sendingLine(sending);
  if (busy) return waiting(t("web.restore_busy"), { role: "status" });
  if (!error) return null;
  const code = error instanceof Refused ? error.code : "internal";
  const own = code === "bad_file" || code === "not_found" ? t(`web.restore_${code}`) : troubleText(error);
  const isLarge = code === "too_large";
  return h(
    "p",
    { class: "message message-risk", role: "alert" },
    isLarge ? [`${t("web.restore_too_large")} `, h("code", {}, "soi restore FILE")] : own,
  );
}
