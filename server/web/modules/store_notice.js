// What the store met when it was opened, with the one button that brings the last whole backup back.

import { call } from "./api.js";
import { second } from "./dates.js";
import { button, h } from "./dom.js";
import { t } from "./texts.js";
import { troubleText } from "./trouble.js";

/** @typedef {{ code: string, files: string[], recovered: number, missing: number, loose: number, backup_id: string | null, backup_entries: number | null, backup_taken_at: string | null }} Notice */

/**
 * @param {Notice} notice
 * @param {() => Promise<unknown>} refresh
 */
export function storeNotice(notice, refresh) {
  const trouble = h("p", { role: "status" });
  const dismiss = button(t("web.dismiss"), "button-small", () =>
    call("DELETE", "/status/notice").then(refresh, refresh),
  );
  const restore =
    notice.backup_id && button(t("web.notice_restore"), "button-small", () => bringBack(notice, trouble, refresh));
  const texts = textsOf(notice).map((text) => h("p", {}, text));
  return h(
    "div",
    { class: "message message-closer", role: "alert" },
    h("div", {}, ...texts, trouble, h("div", { class: "actions" }, restore || "", dismiss)),
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
 * @param {HTMLElement} trouble
 * @param {() => Promise<unknown>} refresh
 */
async function bringBack(notice, trouble, refresh) {
  const { restoreKept } = await import("./settings/restoring.js");
  const when = notice.backup_taken_at ? second(notice.backup_taken_at) : "";
  const backup = {
    id: notice.backup_id ?? "",
    taken_at: notice.backup_taken_at ?? "",
    bytes: 0,
    entries: notice.backup_entries,
  };
  const busy = () => trouble.replaceChildren(t("web.restore_busy"));
  try {
    await restoreKept(backup, when, notice.recovered, { busy, redraw: refresh });
  } catch (error) {
    trouble.replaceChildren(troubleText(error));
  }
}
