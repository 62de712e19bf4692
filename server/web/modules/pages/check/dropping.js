// A saved page or capture, dropped or chosen, becomes a check.

import { Refused, check } from "../../data/api.js";
import { askNow } from "../../data/rounds.js";
import { busy } from "../../parts/elements.js";
import { h, useEffect, useRef, useState } from "../../parts/preact.js";
import { has, t } from "../../words/texts.js";
import { verdictView } from "../../verdict/view.js";

const MAX_BYTES = 8 * 1024 * 1024;

/** What became of the last file; it stands there after a visit to another page. @type {{ busy?: true, code?: string, analysis?: any }} */
let answer = {};

/** The box for a file, and what became of it. */
export function Dropping() {
  const [, redraw] = useState(0);
  const [over, setOver] = useState(false);
  const heard = useRef(true);
  useEffect(() => () => void (heard.current = false), []);
  /** @param {typeof answer} next */
  const show = (next) => {
    answer = next;
    if (heard.current) redraw((n) => n + 1);
  };
  const taken = (/** @type {File | undefined} */ file) => take(file, show);
  return [
    h(
      "div",
      { class: over ? "drop drop-over" : "drop", id: "drop", ...listeners(setOver, taken) },
      h("p", { class: "drop-title" }, t("web.drop_title")),
      h("p", { class: "hint" }, t("web.drop_hint")),
      h("input", {
        class: "visually-hidden",
        id: "file",
        type: "file",
        accept: ".html,.htm,.mhtml,.mht,.json,text/html,application/json",
        onChange: (/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget: input }) => {
          taken(input.files?.[0]);
          input.value = "";
        },
      }),
      h("label", { class: "button", for: "file" }, t("web.drop_button")),
    ),
    h("div", { id: "verdict", "aria-live": "polite" }, view()),
  ];
}

/**
 * @param {(over: boolean) => void} setOver
 * @param {(file: File | undefined) => void} taken
 */
function listeners(setOver, taken) {
  const hover = (/** @type {Event} */ event) => {
    event.preventDefault();
    setOver(true);
  };
  return {
    onDragEnter: hover,
    onDragOver: hover,
    onDragLeave: () => setOver(false),
    onDrop: (/** @type {DragEvent} */ event) => {
      event.preventDefault();
      setOver(false);
      taken(event.dataTransfer?.files[0]);
    },
  };
}

function view() {
  if (answer.busy) return busy(t("web.checking"));
  if (answer.code) return h("p", { class: "message message-risk", role: "alert" }, errorText(answer.code));
  return answer.analysis ? verdictView(answer.analysis) : null;
}

/**
 * @param {File | undefined} file
 * @param {(next: typeof answer) => void} show
 */
async function take(file, show) {
  if (!file) return;
  show({ busy: true });
  try {
    if (file.size > MAX_BYTES) throw new Refused("too_large", 413, "");
    show({ analysis: await check(await captureOf(file)) });
    await askNow();
  } catch (error) {
    show({ code: error instanceof Refused ? error.code : "internal" });
  }
}

/**
 * A capture as it is, or the capture that a saved page makes.
 * @param {File} file
 */
async function captureOf(file) {
  const text = textOf(await file.arrayBuffer());
  if (file.name.toLowerCase().endsWith(".json")) {
    try {
      return JSON.parse(text);
    } catch {
      throw new Refused("bad_json", 400, "");
    }
  }
  return { schema: 1, html: text };
}

/**
 * Windows tools write UTF-16, with and without a mark; a page and a capture begin with a plain character.
 * @param {ArrayBuffer} buffer
 */
function textOf(buffer) {
  const [first, second] = new Uint8Array(buffer, 0, Math.min(2, buffer.byteLength));
  if (first === 0 || (first === 0xfe && second === 0xff)) return new TextDecoder("utf-16be").decode(buffer);
  if (second === 0 || (first === 0xff && second === 0xfe)) return new TextDecoder("utf-16le").decode(buffer);
  return new TextDecoder().decode(buffer);
}

/** @param {string} code */
function errorText(code) {
  return has(`web.error_${code}`) ? t(`web.error_${code}`) : t("web.error_internal");
}
