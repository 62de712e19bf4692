// Many saved pages: each is checked and put on the list with its own date, a few at a time, and what failed is said.

import { Refused, call, check } from "../../data/api.js";
import { captureOf } from "./files.js";

const AT_ONCE = 3;
const TRIES = 20;
const WAIT = 500; // milliseconds after an answer that the server is busy

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
 * @param {() => void} tell after each page
 */
export async function saveAll(files, batch, tell) {
  const rest = files.values();
  const work = async () => {
    for (const file of rest) {
      if (batch.stopped) return;
      const code = await saved(file);
      if (code) batch.failed.push({ name: file.name, code });
      else batch.saved += 1;
      batch.done += 1;
      if (code === "server_off") batch.stopped = true;
      tell();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  batch.over = true;
  tell();
}

/** Check a page and put it on the list; "" or what is wrong with it. @param {File} file */
async function saved(file) {
  try {
    const analysis = await patiently(await captureOf(file));
    if (!analysis.ok) return `page_${analysis.page}`;
    await call("PUT", `/shortlist/${encodeURIComponent(analysis.facts.username)}`, {});
    return "";
  } catch (error) {
    return error instanceof Refused ? error.code : "internal";
  }
}

/** @param {unknown} capture */
async function patiently(capture) {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await check(capture);
    } catch (error) {
      if (!(error instanceof Refused && error.code === "busy") || left === 0) throw error;
      await new Promise((go) => void setTimeout(go, WAIT));
    }
  }
}
