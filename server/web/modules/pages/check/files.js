// Files that were dropped or chosen, those of folders too, and each as a capture.

import { Refused } from "../../data/api.js";

const PAGES = /\.(html?|mht|mhtml|json)$/i;
export const MAX_BYTES = 8 * 1024 * 1024;
export const MOST_FILES = 2_000;

/**
 * What was dropped. Its entries have to be taken at once: after the event they are gone.
 * @param {DataTransfer | null} dropped
 * @returns {Promise<File[]>}
 */
export async function filesOf(dropped) {
  const entries = [...(dropped?.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return [...(dropped?.files ?? [])];
  /** @type {File[]} */
  const found = [];
  for (const entry of entries) await walk(entry, found);
  return pagesOf(found);
}

/** Those that may be pages or captures: a saved page has a folder of pictures beside it. @param {Iterable<File>} files */
export function pagesOf(files) {
  return [...files].filter(({ name }) => PAGES.test(name) && !name.startsWith("."));
}

/**
 * @param {FileSystemEntry} entry
 * @param {File[]} found one more than are taken ends the walk
 */
async function walk(entry, found) {
  if (found.length > MOST_FILES) return;
  if (entry.isFile) {
    const file = /** @type {FileSystemFileEntry} */ (entry);
    if (PAGES.test(entry.name)) found.push(await new Promise((give, refuse) => void file.file(give, refuse)));
    return;
  }
  for (const inside of await entriesOf(/** @type {FileSystemDirectoryEntry} */ (entry))) await walk(inside, found);
}

/** A folder answers a hundred at a time, and nothing when it has said all. @param {FileSystemDirectoryEntry} folder */
async function entriesOf(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  while (all.length <= MOST_FILES) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((give, refuse) => void reader.readEntries(give, refuse));
    if (!some.length) break;
    all.push(...some);
  }
  return all;
}

/**
 * A capture as it is, or the capture that a saved page makes. Throws Refused for what is too large or no capture.
 * @param {File} file
 */
export async function captureOf(file) {
  if (file.size > MAX_BYTES) throw new Refused("too_large", 413, "");
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
