// Handing files to the browser's downloads.

import { fileOf } from "./api.js";
import { h } from "./dom.js";

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
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
