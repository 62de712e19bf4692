// Restoring: asked first, and offered to be taken back afterwards.

import { Refused, call } from "../api.js";
import { button, h } from "../dom.js";
import { forgetList } from "../live.js";
import { forgetReferences } from "../references.js";
import { number, t } from "../texts.js";
import { ask } from "../dialog.js";

/** @typedef {{ entries: number, before: string | null }} Restored */
/** Says that it takes a moment; draws the page anew. @typedef {{ busy: () => void, redraw: () => Promise<unknown> }} Show */

/** The last restore of this tab, until another page load. @type {Restored | null} */
let last = null;

/**
 * @param {import("./backups.js").Backup} backup
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
  await take(() => call("POST", "/storage/restores", file), show);
}

/**
 * What was restored, with the way back; nothing before the first restore.
 * @param {import("./backups.js").Attempt} attempt
 * @param {() => Promise<unknown>} redraw
 */
export function restoredNote(attempt, redraw) {
  if (!last) return null;
  const { entries, before } = last;
  const undo = button(t("web.restore_undo"), "button-small", () =>
    attempt((busy) => take(() => call("POST", `/storage/backups/${before}/restore`), { busy, redraw })),
  );
  const text = h("p", {}, t("web.restore_done", { entries: number(entries) }));
  return h("div", { class: "message restored", role: "status" }, text, before ? undo : "");
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
