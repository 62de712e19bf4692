// What else is done to those who are chosen: an owner, an asked price, a reason; and their names for the clipboard.

import { h } from "../../parts/preact.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { MOST_LETTERS } from "../../data/money.js";
import { platformOf, shownName } from "../../words/creator_names.js";
import { t } from "../../words/texts.js";
import { meantBy } from "./money_question.js";

/** @typedef {import("../../data/bulk.js").BulkChange} BulkChange */
/** @typedef {(text: string, names: string[]) => Promise<BulkChange | null> | BulkChange} Read null: the person did not say */

/**
 * A menu with a form each.
 * @param {{ chosen: string[], run: (wanted: BulkChange) => Promise<void> }} props
 */
export function MoreChanges({ chosen, run }) {
  const part = (/** @type {string} */ key, /** @type {number} */ longest, /** @type {Read} */ read) => {
    const onSubmit = async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.currentTarget);
      const field = /** @type {HTMLInputElement} */ (form.elements[0]);
      try {
        const wanted = await read(field.value.trim(), chosen);
        if (!wanted) return;
        field.value = "";
        await run(wanted);
      } catch (error) {
        toast(troubleText(error), { trouble: true });
      }
    };
    return h(
      "form",
      { class: "view-form", onSubmit },
      h("span", { class: "hint" }, t(key)),
      h("input", { type: "text", class: "field", maxlength: longest, "aria-label": t(key) }),
      h("button", { class: "button button-small" }, t("web.bulk_set")),
    );
  };
  return h(
    "details",
    { class: "menu bulk-more" },
    h("summary", { class: "button button-small" }, t("web.bulk_more")),
    h(
      "div",
      { class: "menu-parts" },
      part("web.list_owner", 100, (owner) => ({ set: { owner: owner || null } })),
      part("web.price_asked", MOST_LETTERS, priced),
      part("web.bulk_reject", 500, (reason) => ({ set: { status: "rejected", reject_reason: reason || null } })),
    ),
  );
}

/** @type {Read} */
async function priced(text, names) {
  if (!text) return { set: { price_asked: null } };
  const price = await meantBy(text, null, undefined, t("web.bulk_n", { n: names.length }));
  return price === undefined ? null : { set: { price_asked: price } };
}

/** One a line, as they are pasted into a message or a sheet. @param {string[]} names */
export async function copyHandles(names) {
  const lines = names.map((name) => (platformOf(name) === "instagram" ? `@${name}` : shownName(name)));
  try {
    await navigator.clipboard.writeText(lines.join("\n"));
    toast(t("web.bulk_copied", { n: names.length }));
  } catch {
    toast(t("web.bulk_copy_failed"), { trouble: true });
  }
}
