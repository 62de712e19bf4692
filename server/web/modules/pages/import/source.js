// Where a list comes from: a file that is chosen or dropped, or cells that are pasted.

import { draftOf, keepDraft, withoutLines } from "../../data/drafts.js";
import { onErased } from "../../data/erased.js";
import { useDropZone } from "../../parts/drop_zone.js";
import { button } from "../../parts/elements.js";
import { h, useEffect, useRef } from "../../parts/preact.js";
import { t } from "../../words/texts.js";
import { begin } from "./job.js";

/** What was typed or pasted outlives a visit to another page and a closed tab. */
let kept = draftOf("paste")?.fields["cells"]?.value ?? "";
onErased((name) => keep(name === null ? "" : withoutLines(kept, name)));

/** @param {string} text */
function keep(text) {
  kept = text;
  keepDraft("paste", text ? { cells: { value: text, before: "" } } : {});
}

/** The box for a file, and the one for cells. */
export function Source() {
  const zone = useDropZone((dropped) => taken(dropped?.files[0]));
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useEffect(() => {
    const paste = (/** @type {ClipboardEvent} */ event) => {
      const file = event.clipboardData?.files[0];
      const target = event.target instanceof Element ? event.target.closest("input, textarea") : null;
      if (target) return;
      if (file) taken(file);
      else pasted(event.clipboardData?.getData("text/plain") ?? "");
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);
  return [
    h(
      "div",
      zone,
      h("p", { class: "drop-title" }, t("web.import_drop")),
      h("p", { class: "hint" }, t("web.import_hint")),
      h("input", {
        class: "visually-hidden",
        id: "import-file",
        type: "file",
        accept: ".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,.htm,.html,text/csv",
        onChange: (/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget: input }) => {
          taken(input.files?.[0]);
          input.value = "";
        },
      }),
      h("label", { class: "button", for: "import-file" }, t("web.drop_button")),
    ),
    h(
      "div",
      { class: "block" },
      h(
        "label",
        { class: "labelled" },
        h("span", {}, t("web.import_paste")),
        h("textarea", {
          rows: 4,
          ref: box,
          defaultValue: kept,
          placeholder: t("web.import_paste_hint"),
          onInput: (/** @type {{ currentTarget: HTMLTextAreaElement }} */ event) => keep(event.currentTarget.value),
        }),
      ),
      h(
        "div",
        { class: "actions" },
        button(t("web.import_paste_read"), "", () => pasted(box.current?.value ?? "")),
      ),
    ),
  ];
}

/** @param {File | undefined} file */
function taken(file) {
  if (file) begin(file, file.name);
}

/** @param {string} text */
function pasted(text) {
  if (!text.trim()) return;
  keep("");
  begin(new Blob([text], { type: "text/csv" }), t("web.import_pasted"));
}
