// A saved page or capture, dropped or chosen, becomes a check; many of them go on the list.

import { Refused, check } from "../../data/api.js";
import { may } from "../../data/may.js";
import { askNow } from "../../data/rounds.js";
import { useDropZone } from "../../parts/drop_zone.js";
import { busy, button, foldable } from "../../parts/elements.js";
import { h, useEffect, useRef, useState } from "../../parts/preact.js";
import { has, number, t } from "../../words/texts.js";
import { verdictView } from "../../verdict/view.js";
import { MOST_FILES, captureOf, filesOf, pagesOf } from "./files.js";
import { freshBatch, saveAll } from "./many.js";

const SAVES = "POST /checks/pages";
const PAUSE = 100; // milliseconds between two pictures of the progress

/**
 * What became of the last files; it stands there after a visit to another page.
 * @typedef {{ busy?: true, code?: string, analysis?: Awaited<ReturnType<typeof check>>, batch?: import("./many.js").Batch, more?: boolean }} Answer
 */

/** @type {Answer} */
let answer = {};
/** The box that is on show, if one is. @type {() => void} */
let redrawn = () => {};

/** @param {Answer} next */
function show(next) {
  answer = next;
  redrawn();
}

/** The box for files, and what became of them. */
export function Dropping() {
  const [, redraw] = useState(0);
  const zone = useDropZone((dropped) => void filesOf(dropped).then(takeAll, () => show({ code: "internal" })));
  const folder = useRef(/** @type {HTMLInputElement | null} */ (null));
  useEffect(() => {
    redrawn = () => redraw((n) => n + 1);
    folder.current?.toggleAttribute("webkitdirectory", true);
    return () => void (redrawn = () => {});
  }, []);
  return [
    h(
      "div",
      { id: "drop", ...zone },
      h("p", { class: "drop-title" }, t("web.drop_title")),
      h("p", { class: "hint" }, t("web.drop_hint")),
      h("input", { ...chooser("file"), accept: ".html,.htm,.mhtml,.mht,.json,text/html,application/json" }),
      may(SAVES) && h("input", { ...chooser("folder"), ref: folder }),
      h(
        "div",
        { class: "actions" },
        h("label", { class: "button", for: "file" }, t("web.drop_button")),
        h("label", { needs: SAVES, class: "button", for: "folder" }, t("web.drop_folder")),
      ),
    ),
    h("div", { id: "verdict", "aria-live": "polite" }, view()),
  ];
}

/** @param {string} id */
function chooser(id) {
  const onChange = (/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget: input }) => {
    const files = [...(input.files ?? [])];
    if (files.length) takeAll(id === "folder" ? pagesOf(files) : files);
    input.value = "";
  };
  return { class: "visually-hidden", id, type: "file", multiple: may(SAVES), onChange };
}

function view() {
  if (answer.busy) return busy(t("web.checking"));
  if (answer.code) return h("p", { class: "message message-risk", role: "alert" }, errorText(answer.code));
  if (answer.batch) return batchView(answer.batch, answer.more ?? false);
  return answer.analysis ? verdictView(answer.analysis) : null;
}

/** How far it is, what is on the list, and what was left out and why. @param {import("./many.js").Batch} batch @param {boolean} more */
function batchView(batch, more) {
  const { total, done, saved, failed, over } = batch;
  const stop = () => {
    batch.stopped = true;
  };
  return h(
    "div",
    { class: "block" },
    h("progress", { max: total, value: done, "aria-label": t("web.drop_progress") }),
    h("p", { "aria-live": "off" }, t("web.drop_many", { n: done, all: number(total) })),
    !over && h("div", { class: "actions" }, button(t("web.drop_stop"), "button-small", stop)),
    over && h("p", { role: "status" }, t("web.drop_saved", { n: saved })),
    over && done < total && h("p", {}, t("web.drop_stopped", { n: total - done })),
    more && h("p", { class: "message message-closer" }, t("web.drop_most", { n: MOST_FILES })),
    failed.length > 0 &&
      foldable(t("web.drop_failed", { n: failed.length }), h("ul", { class: "points" }, failed.map(failure))),
  );
}

/** @param {{ name: string, code: string }} one @param {number} index */
function failure({ name, code }, index) {
  const words = code.startsWith("page_") ? t(`web.${code}`) : errorText(code);
  return h("li", { key: index }, h("bdi", {}, name), h("span", { class: "hint" }, ` ${words}`));
}

/** One file gets its verdict, several go on the list. @param {File[]} files */
async function takeAll(files) {
  if (answer.busy || (answer.batch && !answer.batch.over)) return; // what is under way is seen through
  const [first] = files;
  if (!first) show({ code: "no_files" });
  else if (files.length === 1) await take(first);
  else if (!may(SAVES)) show({ code: "forbidden" });
  else await takeMany(files.slice(0, MOST_FILES), files.length > MOST_FILES);
}

/** @param {File[]} files @param {boolean} more */
async function takeMany(files, more) {
  const batch = freshBatch(files.length);
  let drawn = 0;
  show({ batch, more });
  await saveAll(files, batch, () => {
    if (!batch.over && performance.now() - drawn < PAUSE) return;
    drawn = performance.now();
    redrawn();
  });
  await askNow();
}

/** @param {File} file */
async function take(file) {
  show({ busy: true });
  try {
    show({ analysis: await check(await captureOf(file)) });
    await askNow();
  } catch (error) {
    show({ code: error instanceof Refused ? error.code : "internal" });
  }
}

/** @param {string} code */
function errorText(code) {
  return t([`web.error_${code}`, `error.${code}`].find(has) ?? "web.error_internal");
}
