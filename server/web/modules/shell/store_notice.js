// What the store met when it was opened, with the one button that brings the last whole backup back.

import { call } from "../data/api.js";
import { askNow } from "../data/rounds.js";
import { second } from "../words/dates.js";
import { button } from "../parts/elements.js";
import { h, useState } from "../parts/preact.js";
import { t } from "../words/texts.js";
import { troubleText } from "../parts/trouble.js";

/** @typedef {import("api").Notice} Notice */

/** @param {{ notice: Notice, restored: () => Promise<unknown> }} props */
export function StoreNotice({ notice, restored }) {
  const [trouble, setTrouble] = useState("");
  const dismiss = () => call("DELETE", "/status/notice").then(askNow, askNow);
  return h(
    "div",
    { class: "message message-closer", role: "alert" },
    h(
      "div",
      {},
      textsOf(notice).map((text) => h("p", {}, text)),
      h("p", { role: "status" }, trouble),
      h(
        "div",
        { class: "actions" },
        notice.backup_id &&
          button(t("web.notice_restore"), "button-small", () => bringBack(notice, setTrouble, restored), {
            needs: "POST /storage/backups/<backup_id>/restore",
          }),
        button(t("web.dismiss"), "button-small", dismiss, { needs: "DELETE /status/notice" }),
      ),
    ),
  );
}

/** @param {Notice} notice */
function textsOf(notice) {
  const files = notice.files.join(", ");
  const rows = notice.missing + notice.loose;
  return [
    t(files ? "web.notice" : "web.notice_not_whole", { files }),
    files && rows ? t("web.notice_rows", { n: rows }) : "",
    t("web.notice_kept", { n: notice.recovered }),
    backupText(notice),
  ].filter(Boolean);
}

/** @param {Notice} notice */
function backupText({ backup_entries: entries, backup_taken_at: when }) {
  if (entries === null || when === null) return t("web.notice_no_backup");
  return t("web.notice_backup", { when: second(when), n: entries });
}

/**
 * Asked first, as on the settings page, where the way back stands afterwards.
 * @param {Notice} notice
 * @param {(text: string) => void} say
 * @param {() => Promise<unknown>} restored
 */
async function bringBack(notice, say, restored) {
  const { restoreKept } = await import("../pages/settings/restoring.js");
  const when = notice.backup_taken_at ? second(notice.backup_taken_at) : "";
  const backup = { id: notice.backup_id ?? "", entries: notice.backup_entries };
  try {
    await restoreKept(backup, when, notice.recovered, {
      busy: () => say(t("web.restore_busy")),
      redraw: restored,
    });
  } catch (error) {
    say(troubleText(error));
  }
}
