// The list of another Soi's backup, put together with this one: told before, and offered to be taken back.

import { call } from "../../data/api.js";
import { lookNow } from "../../data/entry_sync.js";
import { dropFile, sendFile } from "../../data/uploads.js";
import { ask } from "../../parts/dialog.js";
import { h } from "../../parts/preact.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { has, number, t } from "../../words/texts.js";

/** @typedef {import("api").MergeAnswer} MergeAnswer */

const MOST_SAID = 50;

/**
 * @param {File} file
 * @param {import("./restoring.js").Show} show
 */
export async function mergeFile(file, { busy, redraw }) {
  const over = new AbortController();
  const path = await sendFile(file, (sent, all) => busy({ sent, all, stop: () => over.abort() }), over.signal);
  if (!path) return;
  busy();
  const told = await call("POST", `${path}/merge`);
  if (!(await agreed(file.name, told))) {
    await dropFile(path);
    return;
  }
  const done = await call("POST", `${path}/merge?dry_run=false`);
  lookNow();
  await redraw();
  tell(done, redraw);
}

/** @param {string} name @param {MergeAnswer} told */
function agreed(name, told) {
  const counts = { entries: number(told.entries), n: told.new.length, m: number(told.merged.length) };
  const differing = told.differing.length
    ? h(
        "details",
        {},
        h("summary", {}, t("web.merge_differing", { n: told.differing.length })),
        h("ul", { class: "names" }, told.differing.slice(0, MOST_SAID).map(differenceLine)),
      )
    : false;
  const lines = [t("web.merge_would", { ...counts, same: number(told.same) }), differing, t("web.merge_keeps")];
  return ask(t("web.merge_title", { name }), lines, t("web.merge_do"));
}

/** @param {MergeAnswer["differing"][number]} difference */
function differenceLine({ username, field, kept, other }) {
  const what = has(`column.${field}`) ? t(`column.${field}`) : field;
  return h("li", {}, t("web.merge_difference", { name: username, what, kept, other }));
}

/**
 * @param {MergeAnswer} done
 * @param {() => Promise<unknown>} redraw
 */
function tell({ new: fresh, merged, saved }, redraw) {
  const undo = async () => {
    await call("POST", "/shortlist/undo", { entries: saved }).catch((error) =>
      toast(troubleText(error), { trouble: true }),
    );
    lookNow();
    await redraw();
  };
  toast(t("web.merge_done", { n: fresh.length, m: number(merged.length) }), saved.length ? { undo } : {});
}
