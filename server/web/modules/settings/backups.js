// What is kept on this machine, the automatic backups, and getting one of them back.

import { Refused, call } from "../api.js";
import { second } from "../dates.js";
import { busy, button, h } from "../dom.js";
import { fileButton, saveFile } from "../files.js";
import { scrolling, titleRow } from "../tables.js";
import { number, t } from "../texts.js";
import { toast } from "../toast.js";
import { troubleText } from "../trouble.js";
import { restoreFile, restoreKept, restoredNote } from "./restoring.js";
import { showTrouble, troublePlace } from "./saving.js";

/** @typedef {{ id: string, taken_at: string, bytes: number, entries: number | null }} Backup */
/** @typedef {{ backups: Backup[], limits: { bytes: number } }} Answer */
/** @typedef {{ entries: number, creators: number, visits: number, bytes_on_disk: number }} Stats */

/** Do it, and say what went wrong; `busy` says that it takes a moment. @typedef {(act: (busy: () => void) => Promise<unknown>) => Promise<void>} Attempt */

const MEGABYTE = 1_048_576;
const TITLES = ["web.backups_when", "web.backups_entries", "web.backups_size", "web.backups_do"];

/**
 * @param {Stats} stats
 * @param {Answer} answer
 * @param {() => Promise<unknown>} redraw the whole page: after a restore everything on it is another
 */
export function dataCard(stats, answer, redraw) {
  const trouble = troublePlace();
  const place = h("div", { class: "block" });
  const restoring = () => trouble.replaceChildren(busy(t("web.restore_busy"), { role: "status" }));
  /** @type {Attempt} */
  const attempt = async (act) => {
    showTrouble(trouble);
    try {
      await act(restoring);
    } catch (error) {
      showRefusal(trouble, error);
    }
  };
  /** @param {Backup[]} backups */
  const draw = (backups) => place.replaceChildren(tableOf(backups, stats, attempt, redraw));
  const make = button(t("web.backups_make"), "", () =>
    attempt(async () => {
      const before = (await call("GET", "/storage/backups")).backups[0]?.id;
      const made = await call("POST", "/storage/backups");
      draw((await call("GET", "/storage/backups")).backups);
      toast(t(made.id === before ? "web.backups_made_already" : "web.backups_made"));
    }),
  );
  draw(answer.backups);
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.settings_data")),
    restoredNote(attempt, redraw),
    h("p", {}, keptText(stats)),
    h("p", { class: "hint" }, t("web.backups_text")),
    place,
    trouble,
    h("div", { class: "actions" }, make),
    upload(answer.limits.bytes, stats, attempt, redraw),
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
    const download = fileButton(t("web.backups_download"), "button-small", () =>
      attempt(() => saveFile(`/storage/backups/${backup.id}`, `soi-backup-${backup.id}.json.gz`)),
    );
    download.setAttribute("aria-label", t("web.backups_download_name", { when }));
    const restore = button(t("web.backups_restore"), "button-small", () =>
      attempt((wait) => restoreKept(backup, when, stats.entries, { busy: wait, redraw })),
    );
    restore.setAttribute("aria-label", t("web.backups_restore_name", { when }));
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, h("time", { datetime: backup.taken_at }, when)),
      h(
        "td",
        { "data-label": t("web.backups_entries") },
        backup.entries === null ? t("web.backups_unknown") : number(backup.entries),
      ),
      h("td", { "data-label": t("web.backups_size") }, sizeText(backup.bytes)),
      h("td", {}, h("div", { class: "actions" }, download, restore)),
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
function upload(most, stats, attempt, redraw) {
  const input = h("input", { type: "file", class: "visually-hidden", id: "restore-file", accept: ".json,.gz" });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    input.value = "";
    if (file) attempt((wait) => restoreFile(file, most, stats.entries, { busy: wait, redraw }));
  });
  return h(
    "div",
    { class: "block" },
    h(
      "div",
      { class: "actions file-choice" },
      input,
      h("label", { class: "button", for: input.id }, t("web.backups_file")),
    ),
    h(
      "p",
      { class: "hint" },
      `${t("web.backups_file_hint", { size: number(most / MEGABYTE) })} `,
      h("code", {}, "soi restore FILE"),
    ),
  );
}

/**
 * @param {HTMLElement} place
 * @param {unknown} error
 */
function showRefusal(place, error) {
  const code = error instanceof Refused ? error.code : "internal";
  if (code === "bad_file" || code === "not_found") showTrouble(place, t(`web.restore_${code}`));
  else if (code !== "too_large") showTrouble(place, troubleText(error));
  else {
    const line = h("p", { class: "message message-risk", role: "alert" }, `${t("web.restore_too_large")} `);
    line.append(h("code", {}, "soi restore FILE"));
    place.replaceChildren(line);
  }
}
