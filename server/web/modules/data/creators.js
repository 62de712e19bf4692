// One creator as the server knows it.

import { Refused, call } from "./api.js";
import { adopt } from "./entry_cache.js";
import { references } from "./references.js";

/** @typedef {Awaited<ReturnType<typeof knownOf>>} Known */

/**
 * Everything that is known of a creator; the analysis is null where no check's audit is kept.
 * @param {string} username
 */
export async function knownOf(username) {
  const path = /** @type {const} */ (`/creators/${encodeURIComponent(username)}`);
  const [state, again, tables] = await Promise.all([
    call("GET", path),
    call("GET", `${path}/analysis`).catch(nothing),
    references(),
  ]);
  if (state.shortlist) adopt(state.shortlist);
  const found = again ?? { analysis: null, audit_id: null, at: null, standing: null };
  return { state, analysis: found.analysis, audit: found.audit_id, at: found.at, standing: found.standing, tables };
}

/** @param {unknown} error */
function nothing(error) {
  if (error instanceof Refused && error.status === 404) return null;
  throw error;
}
