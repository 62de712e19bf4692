// What became of an import: counts, the way to these creators, and taking all of it back.

import { button } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { address } from "../../words/address.js";
import { number, t } from "../../words/texts.js";
import { keepBatch } from "../../data/batch.js";
import { leave, undoAll } from "./job.js";
import { remarks } from "./remarks.js";

const NAMED = 5;

/**
 * @param {import("api").ImportAnswer} answer
 * @param {boolean} undone
 */
export function done(answer, undone) {
  if (undone)
    return [
      h("p", { class: "message", role: "status" }, t("web.import_undone")),
      h("div", { class: "actions" }, button(t("web.import_another"), "", leave)),
    ];
  const names = [...answer.new, ...answer.duplicates].map((line) => line.username);
  const said = t("web.import_done", { n: answer.new.length, m: number(answer.duplicates.length) });
  return [
    h("p", { class: "message", role: "status" }, said),
    h(
      "div",
      { class: "actions" },
      h(
        "a",
        {
          class: "button button-primary",
          href: address("list", "", { batch: "import" }),
          onClick: () => keepBatch(names),
        },
        t("web.import_show"),
      ),
      answer.saved.length ? button(t("web.import_undo"), "", takeBack) : null,
      button(t("web.import_another"), "", leave),
    ),
    ...remarks({ ...answer, asked: [] }),
  ];
}

async function takeBack() {
  try {
    const kept = await undoAll();
    if (kept.length) toast(t("web.undo_gone", { names: inShort(kept) }), { trouble: true });
  } catch (error) {
    toast(troubleText(error), { trouble: true });
  }
}

/** @param {string[]} names */
function inShort(names) {
  return names.slice(0, NAMED).join(", ") + (names.length > NAMED ? " …" : "");
}
