// The bar that stands while creators are chosen.

import { may } from "../../data/may.js";
import { ask } from "../../parts/dialog.js";
import { button } from "../../parts/elements.js";
import { h, useRef, useState } from "../../parts/preact.js";
import { choiceOptions, readChoice } from "../../parts/status_choice.js";
import { address } from "../../words/address.js";
import { tagsOf } from "../../words/tags.js";
import { number, t } from "../../words/texts.js";
import { changeAll, eraseSoon } from "./bulk_actions.js";
import { MoreChanges, copyHandles } from "./bulk_more.js";

/** @typedef {import("./bulk_actions.js").Changed} Changed */
/** @typedef {(wanted: import("../../data/bulk.js").BulkChange) => Promise<void>} Run */

const CHANGES = "POST /shortlist/changes";
const LEAST_COMPARED = 2;
const MOST_COMPARED = 10;
const MOST_REPORTED = 40;
const NAMED = 12;

/** A tag that is half typed outlives another page. */
let typed = "";

/** @param {{ chosen: string[], unseen: number, changed: Changed }} props `unseen`: how many the filter leaves out */
export function BulkBar({ chosen, unseen, changed }) {
  const [busy, setBusy] = useState(false);
  if (!chosen.length && !busy) return null;
  /** One change at a time, whoever it concerns. @type {Run} */
  const run = async (wanted) => {
    if (busy || !chosen.length) return;
    setBusy(true);
    try {
      await changeAll(chosen, wanted, changed);
    } finally {
      setBusy(false);
    }
  };
  const comparable = chosen.length >= LEAST_COMPARED && chosen.length <= MOST_COMPARED;
  const reportable = chosen.length <= MOST_REPORTED;
  const limits = [
    comparable ? "" : t("web.bulk_compare_limit", { least: LEAST_COMPARED, most: MOST_COMPARED }),
    reportable ? "" : t("web.bulk_report_limit", { most: MOST_REPORTED }),
  ];
  const counts = { n: chosen.length, m: number(unseen) };
  return h(
    "div",
    { class: "bulk", role: "group", "aria-label": t("web.bulk_title"), "aria-busy": busy ? "true" : null },
    h("strong", {}, t(unseen ? "web.bulk_n_unseen" : "web.bulk_n", counts)),
    may(CHANGES) && statusChoice(run),
    h(TagForm, { needs: CHANGES, run, busy }),
    link("compare", comparable ? chosen : null),
    link("report", reportable ? chosen : null),
    h(MoreChanges, { needs: CHANGES, chosen, run }),
    button(t("web.bulk_copy"), "button-small", () => copyHandles(chosen)),
    button(t("web.bulk_remove"), "button-small", () => run({ remove: true }), { needs: CHANGES }),
    button(t("web.bulk_erase"), "button-small button-risk", () => confirmErase(chosen, changed), {
      needs: "DELETE /creators/<username>",
    }),
    h("span", { class: "hint" }, limits.filter(Boolean).join(" ")),
  );
}

/** @param {Run} run */
function statusChoice(run) {
  const onChange = (/** @type {{ currentTarget: HTMLSelectElement }} */ { currentTarget: select }) => {
    const { value } = select;
    select.value = "";
    if (value) run({ set: readChoice(value) });
  };
  const label = t("web.bulk_status");
  return h("select", { "aria-label": label, onChange }, h("option", { value: "" }, label), ...choiceOptions());
}

/** @param {{ run: Run, busy: boolean }} props */
function TagForm({ run, busy }) {
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const label = t("web.bulk_tag");
  const onSubmit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const tags = tagsOf(typed);
    if (!tags.length || busy) return;
    typed = "";
    if (field.current) field.current.value = "";
    run(event.submitter?.getAttribute("name") === "remove" ? { remove_tags: tags } : { add_tags: tags });
  };
  const control = {
    ...{ ref: field, type: "text", name: "tag", maxlength: 60, required: true },
    ...{ "aria-label": label, placeholder: label, defaultValue: typed },
    onInput: (/** @type {{ currentTarget: HTMLInputElement }} */ event) => {
      typed = event.currentTarget.value;
    },
  };
  return h(
    "form",
    { class: "view-form", onSubmit },
    h("input", control),
    h("button", { class: "button button-small", name: "add" }, t("web.bulk_tag_add")),
    h("button", { class: "button button-small", name: "remove" }, t("web.bulk_tag_remove")),
  );
}

/**
 * @param {string} page
 * @param {string[] | null} names null where these cannot be shown
 */
function link(page, names) {
  const href = names && address(page, "", { names: names.join(",") });
  const off = names ? null : "true";
  return h("a", { class: "button button-small", role: "link", href, "aria-disabled": off }, t(`web.bulk_${page}`));
}

/**
 * @param {string[]} names
 * @param {Changed} changed
 */
async function confirmErase(names, changed) {
  const more = names.length > NAMED ? " …" : "";
  const who = h("p", { class: "hint names" }, h("bdi", {}, names.slice(0, NAMED).join(", ")), more);
  const title = t("web.erase_title", { n: names.length });
  if (await ask(title, [t("web.erase_text"), who], t("web.bulk_erase"))) eraseSoon(names, changed);
}
