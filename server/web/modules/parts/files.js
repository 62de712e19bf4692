// Handing files to the browser's downloads.

import { fileOf } from "../data/api.js";
import { h } from "./preact.js";
import { t } from "../words/texts.js";
import { toast } from "./toast.js";
import { troubleText } from "./trouble.js";

const NOTICED = 200; // milliseconds; what is ready sooner needs no words

/**
 * A button that prepares a file. It is out of use meanwhile, and a file that does not come is said.
 * @param {string} label
 * @param {string} className
 * @param {() => Promise<unknown>} make
 * @param {Record<string, unknown>} [more]
 */
export function fileButton(label, className, make, more = {}) {
  const onClick = (/** @type {{ currentTarget: HTMLButtonElement }} */ event) => prepare(event.currentTarget, make);
  return h("button", { type: "button", class: `button ${className}`, onClick, ...more }, label);
}

/**
 * @param {HTMLButtonElement} made
 * @param {() => Promise<unknown>} make
 */
async function prepare(made, make) {
  const stop = announce(made);
  try {
    await make();
  } catch (error) {
    toast(t("web.file_failed", { why: troubleText(error) }), { trouble: true });
  } finally {
    stop();
  }
}

/**
 * Take the button out of use, and say so where it takes a while; gives what puts it back.
 * @param {HTMLButtonElement} made
 */
function announce(made) {
  let close = () => {};
  const timer = setTimeout(() => {
    close = toast(t("web.file_preparing"), { awaits: true });
  }, NOTICED);
  const focused = document.activeElement === made;
  made.disabled = true;
  made.ariaBusy = "true";
  return () => {
    clearTimeout(timer);
    close();
    made.disabled = false;
    made.ariaBusy = null;
    if (focused && document.activeElement === document.body) made.focus(); // out of use, it could not keep it
  };
}

/**
 * @param {string} path of the API
 * @param {string} name
 */
export async function saveFile(path, name) {
  saveBlob(await fileOf(path), name);
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
export function saveBlob(blob, name) {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * The bytes as an address that an image can show: no page and no program is made of them.
 * @param {Blob} blob
 * @returns {Promise<string>}
 */
export function dataUrlOf(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error ?? new Error("unreadable")));
    reader.readAsDataURL(blob);
  });
}
