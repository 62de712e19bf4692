// A file of any size, sent in pieces.

import { Refused, call } from "./api.js";

/** How much of it has arrived, in bytes. @typedef {(sent: number, all: number) => void} Tell */

/**
 * Send it; gives the path under which it is used.
 * @param {Blob} file
 * @param {Tell} tell
 * @param {AbortSignal} signal ends it: the server forgets what has arrived
 */
export async function sendFile(file, tell, signal) {
  if (!file.size) throw new Refused("bad_file", 422, "");
  const { id, piece_bytes: size } = await call("POST", "/storage/uploads", { bytes: file.size });
  const path = /** @type {const} */ (`/storage/uploads/${id}`);
  for (let at = 0; at < file.size && !signal.aborted; at += size) {
    tell(at, file.size);
    await call("PUT", `${path}?at=${at}`, file.slice(at, at + size));
  }
  if (signal.aborted) {
    await dropFile(path);
    return null;
  }
  tell(file.size, file.size);
  return path;
}

/** One that is gone already is dropped. @param {`/storage/uploads/${string}`} path */
export async function dropFile(path) {
  await call("DELETE", path).catch((error) => {
    if (!(error instanceof Refused)) throw error;
  });
}
