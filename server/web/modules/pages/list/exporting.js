// The list as a file: those that are chosen or shown, all of it where nothing is; and as cells to be pasted into a sheet.

import { fileOf } from "../../data/api.js";
import { fileButton, saveBlob } from "../../parts/files.js";
import { currentLanguage, t } from "../../words/texts.js";
import { toast } from "../../parts/toast.js";

/** @param {() => string[] | null} wanted null for the whole list */
export function exportButtons(wanted) {
  const save = (/** @type {string} */ kind) =>
    fileButton(kind.toUpperCase(), "button-small", async () =>
      saveBlob(await exported(kind, wanted()), `soi-shortlist.${kind}`),
    );
  const copy = fileButton(t("web.export_copy"), "button-small", async () => {
    const file = await exported("tsv", wanted());
    await navigator.clipboard.writeText(await file.text());
    toast(t("web.export_copied"));
  });
  return [save("csv"), save("xlsx"), copy];
}

/**
 * @param {string} kind
 * @param {string[] | null} names
 */
function exported(kind, names) {
  const lang = currentLanguage();
  if (names === null) return fileOf(`/shortlist.${kind}?lang=${lang}`);
  return fileOf("/shortlist/exports", { format: kind, names, lang });
}

/**
 * Those that go into a file: the chosen, else those that are shown, in their order; null for the whole list.
 * @param {import("./rows.js").Row[]} rows that are shown
 * @param {Set<string>} selected
 * @param {boolean} isPart whether some are not shown
 */
export function toExport(rows, selected, isPart) {
  const shown = rows.map((row) => row.username);
  if (!selected.size) return isPart ? shown : null;
  const seen = new Set(shown);
  return [...shown.filter((name) => selected.has(name)), ...[...selected].filter((name) => !seen.has(name))];
}
