// Many saved pages: each is checked and put on the list with its own date, as many at a time as fit into one request, and
// what failed is said. The files go as they lie on the disk; nothing of them is read here.

import { Refused, call } from "../../data/api.js";
import { MAX_BYTES } from "./files.js";

const AT_ONCE = 2;
const MOST_BYTES = 6 * 1024 * 1024; // of one request, together; a larger file goes alone
const MOST_PAGES = 50;
const TRIES = 20;
const WAIT = 500; // milliseconds after an answer that the server is busy
const INDEX = 64 * 1024; // bytes kept free for the line that names the files

/**
 * @typedef {object} Batch
 * @property {number} total
 * @property {number} done
 * @property {number} saved
 * @property {{ name: string, code: string }[]} failed the code of a refusal, or "page_KIND" of what is no profile
 * @property {boolean} stopped
 * @property {boolean} over
 */

/** @param {number} total @returns {Batch} */
export function freshBatch(total) {
  return { total, done: 0, saved: 0, failed: [], stopped: false, over: false };
}

/**
 * @param {File[]} files
 * @param {Batch} batch filled while it goes on; `stopped` ends it after the pages that are on their way
 * @param {() => void} tell after each request
 */
export async function saveAll(files, batch, tell) {
  const rest = together(files);
  const work = async () => {
    for (const some of rest) {
      if (batch.stopped) return;
      for (const [index, code] of (await codesOf(some)).entries()) {
        if (code) batch.failed.push({ name: some[index]?.name ?? "", code });
        else batch.saved += 1;
        if (code === "server_off") batch.stopped = true;
      }
      batch.done += some.length;
      tell();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  batch.over = true;
  tell();
}

/** The files of each request, in their order. @param {File[]} files */
export function* together(files) {
  /** @type {File[]} */
  let some = [];
  let bytes = 0;
  for (const file of files) {
    if (some.length && (bytes + file.size > MOST_BYTES || some.length === MOST_PAGES)) {
      yield some;
      [some, bytes] = [[], 0];
    }
    some.push(file);
    bytes += file.size;
  }
  if (some.length) yield some;
}

/** What is wrong with each file; "" where it is on the list. @param {File[]} files */
async function codesOf(files) {
  const [first] = files;
  if (files.length === 1 && first && first.size > MAX_BYTES - INDEX) return ["too_large"];
  try {
    /** @type {import("api").PagesAnswer} */
    const { pages } = await patiently(bodyOf(files));
    return pages.map(({ saved, page, error }) => (saved ? "" : (error?.code ?? `page_${page}`)));
  } catch (error) {
    const code = error instanceof Refused ? error.code : "internal";
    if (code === "server_off" && (await isThere())) return oneByOne(files);
    return files.map(() => code);
  }
}

/** A file that is gone from the disk breaks a request off as a stopped server does. */
function isThere() {
  return call("GET", "/hello").then(
    () => true,
    () => false,
  );
}

/** Which of the files it was shows when each goes alone. @param {File[]} files */
async function oneByOne(files) {
  if (files.length === 1) return ["internal"];
  /** @type {string[]} */
  const codes = [];
  for (const file of files) codes.push(...(await codesOf([file])));
  return codes;
}

/** @param {File[]} files */
function bodyOf(files) {
  const pages = files.map(({ name, size }) => ({ name: name.slice(0, 300), bytes: size }));
  return new Blob([JSON.stringify({ pages }), "\n", ...files]);
}

/** @param {Blob} body */
async function patiently(body) {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await call("POST", "/checks/pages", body);
    } catch (error) {
      if (!(error instanceof Refused && error.code === "busy") || left === 0) throw error;
      await new Promise((go) => void setTimeout(go, WAIT));
    }
  }
}
