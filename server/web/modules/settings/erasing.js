// Erasing everything, behind a word that has to be typed.

import { call } from "../api.js";
import { h } from "../dom.js";
import { forgetList } from "../live.js";
import { forgetReferences } from "../references.js";
import { number, t } from "../texts.js";
import { toast } from "../toast.js";
import { troubleText } from "../trouble.js";
import { forgetRestore } from "./restoring.js";
import { showTrouble, troublePlace } from "./saving.js";

/** What the server wants to read, in every language. */
const CONFIRM = "erase everything";
/** What this browser keeps and holds no creator. */
const SPARED = new Set(["soi.language", "soi.theme"]);

/** @param {() => Promise<unknown>} redraw */
export function erasingCard(redraw) {
  const trouble = troublePlace();
  const word = t("web.erase_all_word");
  const typed = h("input", { type: "text", class: "field", autocomplete: "off", spellcheck: "false", maxlength: 30 });
  const keep = h("input", { type: "checkbox", checked: true, "aria-describedby": "erase-keep-hint" });
  const form = h(
    "form",
    { class: "erase-all" },
    h("label", { class: "row" }, keep, h("span", {}, t("web.erase_all_keep"))),
    h("p", { class: "hint", id: "erase-keep-hint" }, t("web.erase_all_keep_hint")),
    h("label", { class: "labelled" }, h("span", {}, t("web.erase_all_type", { word })), typed),
    trouble,
    h("div", { class: "actions" }, h("button", { class: "button button-risk" }, t("web.erase_all_button"))),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    showTrouble(trouble);
    if (typed.value.trim().normalize() !== word) {
      typed.setAttribute("aria-invalid", "true");
      showTrouble(trouble, t("web.erase_all_wrong", { word }));
      typed.focus();
      return;
    }
    await erase(keep.checked, trouble, redraw);
  });
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.settings_erase")),
    h("p", {}, t("web.erase_all_goes")),
    h("p", { class: "hint" }, t("web.erase_all_stays")),
    form,
  );
}

/**
 * @param {boolean} keepBrowsers
 * @param {HTMLElement} trouble
 * @param {() => Promise<unknown>} redraw
 */
async function erase(keepBrowsers, trouble, redraw) {
  try {
    const { erased } = await call("POST", "/storage/erasure", { confirm: CONFIRM, keep_browsers: keepBrowsers });
    forgetHere();
    const [entries, visits, backups] = [erased.entries, erased.visits, erased.backups].map((n) => number(n));
    toast(t("web.erase_all_done", { entries: entries ?? "", visits: visits ?? "", backups: backups ?? "" }));
    if (erased.still_in.length) {
      toast(t("web.erase_all_left", { names: erased.still_in.join(", ") }), { trouble: true });
    }
    await redraw();
  } catch (error) {
    showTrouble(trouble, troubleText(error));
  }
}

/** What this tab and this browser know of creators. */
function forgetHere() {
  forgetList();
  forgetReferences();
  forgetRestore();
  for (const key of Object.keys(localStorage)) {
    if (!SPARED.has(key)) localStorage.removeItem(key);
  }
}
