// A saved page or capture, dropped or chosen, becomes a check.

import { Refused, check } from "./api.js";
import { busy, byId, h } from "./dom.js";
import { has, t } from "./texts.js";
import { verdictView } from "./verdict/view.js";

const MAX_BYTES = 8 * 1024 * 1024;

/** The last answer, to be drawn again in the other language. @type {(() => void) | null} */
let redraw = null;

/**
 * Listen to the box.
 * @param {() => void} checked
 */
export function watchBox(checked) {
  const box = byId("drop");
  const input = /** @type {HTMLInputElement} */ (byId("file"));
  input.addEventListener("change", () => {
    take(input.files?.[0], checked);
    input.value = "";
  });
  for (const name of ["dragenter", "dragover"]) {
    box.addEventListener(name, (event) => {
      event.preventDefault();
      box.classList.add("drop-over");
    });
  }
  box.addEventListener("dragleave", () => box.classList.remove("drop-over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("drop-over");
    take(event.dataTransfer?.files[0], checked);
  });
  // A file that misses the box must not replace this page.
  for (const name of ["dragover", "drop"]) {
    window.addEventListener(name, (event) => event.preventDefault());
  }
}

/** Draw the last answer again. */
export function redrawVerdict() {
  redraw?.();
}

/**
 * @param {File | undefined} file
 * @param {() => void} checked
 */
async function take(file, checked) {
  if (!file) return;
  show(() => busy(t("web.checking")));
  try {
    if (file.size > MAX_BYTES) throw new Refused("too_large", 413, "");
    const analysis = await check(await captureOf(file));
    show(() => verdictView(analysis));
    checked();
  } catch (error) {
    const code = error instanceof Refused ? error.code : "internal";
    show(() => h("p", { class: "message message-risk", role: "alert" }, errorText(code)));
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

/** @param {() => Node} draw */
function show(draw) {
  redraw = () => byId("verdict").replaceChildren(draw());
  redraw();
}
