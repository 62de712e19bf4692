// Creators added by hand: names or links, read as an import reads them, so that a link of any platform will do.

import { call } from "../data/api.js";
import { draftOf, keepDraft, withoutWords } from "../data/drafts.js";
import { lookNow } from "../data/entry_sync.js";
import { onErased } from "../data/erased.js";
import { inLanguage, number, t } from "../words/texts.js";
import { h, useRef, useState } from "./preact.js";
import { toast } from "./toast.js";
import { troubleText } from "./trouble.js";

const MOST_LETTERS = 20_000;
const IMPORTS = "POST /shortlist/imports";

/** What is half typed outlives another page and a closed tab. */
let typed = draftOf("add")?.fields["names"]?.value ?? "";
onErased((name) => type(name === null ? "" : withoutWords(typed, name)));

/** @param {string} text */
function type(text) {
  typed = text;
  keepDraft("add", text ? { names: { value: text, before: "" } } : {});
}

/** The menu with the box. @param {{ words?: string }} props key of what stands on it */
export function AddMenu({ words = "web.list_add_menu" }) {
  const open = useRef(typed !== "");
  const summary = h("summary", { class: "button button-small" }, t(words));
  return h("details", { needs: IMPORTS, class: "menu", open: open.current }, summary, h(AddBox, {}));
}

/** The box alone; `added` hears the names that are on the list now. @param {{ added?: (names: string[]) => void }} props */
export function AddBox({ added }) {
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const [said, say] = useState("");
  const [busy, setBusy] = useState(false);
  const onSubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const names = typed.split(/[\s,;]+/).filter(Boolean);
    if (!names.length || busy) return;
    setBusy(true);
    try {
      const answer = await add(names);
      type(answer.left_out.map((each) => each.value).join("\n")); // to be put right
      if (box.current) box.current.value = typed;
      say(answer.left_out.map((each) => inLanguage(each.reason)).join(" "));
      tell(answer);
      added?.(answer.saved.map((each) => each.username));
    } catch (error) {
      say(troubleText(error));
    } finally {
      setBusy(false);
    }
  };
  return h(
    "form",
    { needs: IMPORTS, class: "add-form", onSubmit },
    h("textarea", {
      ref: box,
      rows: 3,
      maxlength: MOST_LETTERS,
      defaultValue: typed,
      "aria-label": t("web.queue_add_label"),
      placeholder: t("web.list_add_hint"),
      onInput: (/** @type {{ currentTarget: HTMLTextAreaElement }} */ event) => type(event.currentTarget.value),
    }),
    h("p", { class: "hint names", role: "status" }, said),
    h("button", { class: "button button-small button-primary", disabled: busy }, t("web.list_add")),
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
