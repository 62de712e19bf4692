// Restoring: asked first, and offered to be taken back afterwards.

import { button } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { Refused, call } from "../../data/api.js";
import { forgetList } from "../../data/entry_sync.js";
import { forgetReferences } from "../../data/references.js";
import { sendFile } from "../../data/uploads.js";
import { number, t } from "../../words/texts.js";
import { ask } from "../../parts/dialog.js";

/** @typedef {import("api").RestoreDone} Restored */
/** How much of a file has been sent, and what ends that. @typedef {{ sent: number, all: number, stop: () => void }} Sending */
/** Says that it takes a moment; draws the page anew. @typedef {{ busy: (sending?: Sending) => void, redraw: () => Promise<unknown> }} Show */

/** The last restore of this tab, until another page load. @type {Restored | null} */
let last = null;

/**
 * @param {{ id: string, entries: number | null }} backup
 * @param {string} when
 * @param {number} present entries that are there now
 * @param {Show} show
 */
export async function restoreKept(backup, when, present, show) {
  const gives = backup.entries !== null && t("web.restore_gives", { entries: number(backup.entries) });
  if (!(await agreed(t("web.restore_title", { when }), present, gives))) return;
  await take(() => call("POST", `/storage/backups/${backup.id}/restore`), show);
}

/**
 * @param {File} file
 * @param {number} most bytes that the server takes
 * @param {number} present
 * @param {Show} show
 */
export async function restoreFile(file, most, present, show) {
  if (file.size > most) throw new Refused("too_large", 413, "");
  const title = t("web.restore_title_file", { name: file.name });
  if (!(await agreed(title, present, t("web.restore_erased")))) return;
  const over = new AbortController();
  const tell = (/** @type {number} */ sent, /** @type {number} */ all) =>
    show.busy({ sent, all, stop: () => over.abort() });
  const path = await sendFile(file, tell, over.signal);
  if (path) await take(() => call("POST", `${path}/restore`), show);
}

/**
 * What was restored, with the way back; nothing before the first restore.
 * @param {import("./backups.js").Attempt} attempt
 * @param {() => Promise<unknown>} redraw
 */
export function restoredNote(attempt, redraw) {
  if (!last) return null;
  const { entries, before } = last;
  const undo = () =>
    attempt((busy) => take(() => call("POST", `/storage/backups/${before}/restore`), { busy, redraw }));
  return h(
    "div",
    { class: "message restored", role: "status" },
    h("p", {}, t("web.restore_done", { entries: number(entries) })),
    before ? button(t("web.restore_undo"), "button-small", undo) : null,
  );
}

/** After erasing everything there is nothing to go back to. */
export function forgetRestore() {
  last = null;
}

/**
 * @param {string} title
 * @param {number} present
 * @param {string | false} more
 */
function agreed(title, present, more) {
  const replaces = t("web.restore_replaces", { entries: number(present) });
  return ask(title, [replaces, more, t("web.restore_keeps")], t("web.backups_restore"));
}

/**
 * Everything that this tab knows is another afterwards.
 * @param {() => Promise<Restored>} restore
 * @param {Show} show
 */
async function take(restore, { busy, redraw }) {
  busy();
  last = await restore();
  forgetList();
  forgetReferences();
  await redraw();
}
