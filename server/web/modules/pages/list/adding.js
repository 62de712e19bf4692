// Creators added by hand: names or links, read as an import reads them, so that a link of any platform will do.

import { call } from "../../data/api.js";
import { lookNow } from "../../data/entry_sync.js";
import { h } from "../../parts/dom.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { inLanguage, number, t } from "../../words/texts.js";

const MOST_LETTERS = 20_000;

/** What is half typed outlives a list that is drawn anew. */
let typed = "";

/** The menu with the box. @param {boolean} [open] */
export function addMenu(open = typed !== "") {
  const box = h("textarea", {
    rows: 3,
    maxlength: MOST_LETTERS,
    "aria-label": t("web.queue_add_label"),
    placeholder: t("web.list_add_hint"),
  });
  box.value = typed;
  box.addEventListener("input", () => {
    typed = box.value;
  });
  const said = h("p", { class: "hint names", role: "status" });
  const button = h("button", { class: "button button-small button-primary" }, t("web.list_add"));
  const form = h("form", { class: "add-form" }, box, said, button);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const names = box.value.split(/[\s,;]+/).filter(Boolean);
    if (!names.length) return;
    button.disabled = true;
    try {
      const answer = await add(names);
      box.value = typed = answer.left_out.map((each) => each.value).join("\n"); // to be put right
      said.textContent = answer.left_out.map((each) => inLanguage(each.reason)).join(" ");
      tell(answer);
    } catch (error) {
      said.textContent = troubleText(error);
    } finally {
      button.disabled = false;
    }
  });
  return h(
    "details",
    { class: "menu", open },
    h("summary", { class: "button button-small" }, t("web.list_add_menu")),
    form,
  );
}

/** @param {string[]} names @returns {Promise<import("api").ImportAnswer>} */
async function add(names) {
  const cells = names.map((name) => `"${name.replaceAll('"', "")}"`);
  const table = new Blob([["username", ...cells].join("\n")], { type: "text/csv" });
  const answer = await call("POST", "/shortlist/imports?dry_run=false", table);
  lookNow();
  return answer;
}

/** @param {import("api").ImportAnswer} answer */
function tell({ new: fresh, duplicates, saved }) {
  if (!fresh.length && !duplicates.length) return;
  const undo = async () => {
    await call("POST", "/shortlist/undo", { entries: saved }).catch((error) =>
      toast(troubleText(error), { trouble: true }),
    );
    lookNow();
  };
  const text = t("web.list_added_n", { n: fresh.length, m: number(duplicates.length) });
  toast(text, saved.length ? { undo, about: saved.map((each) => each.username) } : {});
}
