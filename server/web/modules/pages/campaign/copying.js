// What is copied for a creator: texts alone, nothing is sent.

import { toast } from "../../parts/toast.js";
import { inLanguage, t } from "../../words/texts.js";

/**
 * A draft with what is to be mended, as a message.
 * @param {{ text: string }} version
 * @param {import("api").DraftChecked} check
 */
export function copyText({ text }, check) {
  const lines = check.findings.map(
    (found, at) => `${at + 1}. ${found.quote ? `“${found.quote}”: ` : ""}${inLanguage(found.text)}`,
  );
  return copy([t("web.draft_please"), ...lines, "", text].join("\n"), t("web.draft_findings"));
}

/** @param {string} text @param {string} what */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("web.copied", { what }));
  } catch {
    toast(t("web.copy_failed", { what: text }), { trouble: true });
  }
}
