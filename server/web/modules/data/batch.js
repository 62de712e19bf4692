// Creators that belong together for now, as those of the last import: the list can show them alone.

const KEY = "soi.batch";

/** @param {string[]} names */
export function keepBatch(names) {
  sessionStorage.setItem(KEY, JSON.stringify(names));
}

/** @param {string} name of somebody who is erased */
export function forgetBatched(name) {
  const names = keptBatch();
  if (names?.delete(name)) keepBatch([...names]);
}

/** The names of the newest batch; null where there is none in this tab. @returns {Set<string> | null} */
export function keptBatch() {
  try {
    const names = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return Array.isArray(names) ? new Set(names) : null;
  } catch {
    return null;
  }
}
