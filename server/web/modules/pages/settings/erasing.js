// Erasing everything, behind a word that has to be typed.

import { trouble } from "../../parts/elements.js";
import { h, useRef, useState } from "../../parts/preact.js";
import { call } from "../../data/api.js";
import { forgetList } from "../../data/entry_sync.js";
import { forgetEverybody } from "../../data/erased.js";
import { forgetReferences } from "../../data/references.js";
import { number, t } from "../../words/texts.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { forgetRestore } from "./restoring.js";

/** What the server wants to read, in every language. */
const CONFIRM = "erase everything";
/** What this browser keeps and holds no creator. */
const SPARED = new Set(["soi.language", "soi.theme"]);

/** @param {{ redraw: () => Promise<unknown> }} props */
export function ErasingCard({ redraw }) {
  /** That another word was typed, or what went wrong. */
  const [said, say] = useState(/** @type {{ isOther?: boolean, error?: unknown }} */ ({}));
  const typed = useRef(/** @type {HTMLInputElement | null} */ (null));
  const word = t("web.erase_all_word");
  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const isOther = typed.current?.value.trim().normalize() !== word;
    say({ isOther });
    if (isOther) {
      typed.current?.focus();
      return;
    }
    try {
      await erase(new FormData(form).has("keep"));
      form.reset();
      await redraw();
    } catch (error) {
      say({ error });
    }
  };
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.settings_erase")),
    h("p", {}, t("web.erase_all_goes")),
    h("p", { class: "hint" }, t("web.erase_all_stays")),
    h(
      "form",
      { class: "erase-all", onSubmit: submit },
      h(
        "label",
        { class: "row" },
        h("input", { name: "keep", type: "checkbox", defaultChecked: true, "aria-describedby": "erase-keep-hint" }),
        h("span", {}, t("web.erase_all_keep")),
      ),
      h("p", { class: "hint", id: "erase-keep-hint" }, t("web.erase_all_keep_hint")),
      h(
        "label",
        { class: "labelled" },
        h("span", {}, t("web.erase_all_type", { word })),
        h("input", {
          type: "text",
          class: "field",
          autocomplete: "off",
          spellcheck: false,
          maxlength: 30,
          ref: typed,
          "aria-invalid": said.isOther ? "true" : null,
        }),
      ),
      trouble(troubleIn(said, word)),
      h("div", { class: "actions" }, h("button", { class: "button button-risk" }, t("web.erase_all_button"))),
    ),
  );
}

/**
 * @param {{ isOther?: boolean, error?: unknown }} said
 * @param {string} word that has to be typed
 */
function troubleIn({ isOther, error }, word) {
  if (isOther) return t("web.erase_all_wrong", { word });
  return error ? troubleText(error) : null;
}

/** @param {boolean} keepBrowsers */
async function erase(keepBrowsers) {
  const { erased } = await call("POST", "/storage/erasure", { confirm: CONFIRM, keep_browsers: keepBrowsers });
  forgetHere();
  const [entries, visits, backups] = [erased.entries, erased.visits, erased.backups].map((n) => number(n));
  toast(t("web.erase_all_done", { entries: entries ?? "", visits: visits ?? "", backups: backups ?? "" }));
  if (erased.still_in.length) {
    toast(t("web.erase_all_left", { names: erased.still_in.join(", ") }), { trouble: true });
  }
}

/** What this tab and this browser know of creators. */
function forgetHere() {
  forgetList();
  forgetReferences();
  forgetRestore();
  forgetEverybody(SPARED);
}
