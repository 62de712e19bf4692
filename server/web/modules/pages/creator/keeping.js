// Saving what was typed about an entry: what somebody else changed meanwhile is said once, and nothing typed is lost.

import { Refused } from "../../data/api.js";
import { change } from "../../data/entry_cache.js";
import { followAgain, heldBy } from "../../parts/forms.js";
import { useRef } from "../../parts/preact.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { t } from "../../words/texts.js";

/** @typedef {import("../../data/entry_cache.js").Entry} Entry */

/**
 * `touch` belongs to the input events of a form, `keep` saves what differs and tells whether it did.
 * @param {Entry | null} entry as it is shown; null where there is none to keep anything of
 * @param {() => Promise<void>} reload
 */
export function useKeeper(entry, reload) {
  /** The entry as it was when somebody began to type. */
  const seen = useRef(/** @type {Entry | null} */ (null));
  const touch = () => {
    seen.current ??= entry;
  };
  /**
   * @param {HTMLFormElement} form
   * @param {Record<string, unknown>} changes
   */
  const keep = async (form, changes) => {
    if (!entry) return false;
    const sent = heldBy(form);
    const version = versionFor(changes, seen.current ?? entry, entry);
    try {
      if (Object.keys(changes).length) await change(entry.username, changes, version);
      toast(t("web.list_saved", { name: entry.username }));
    } catch (error) {
      const conflict = error instanceof Refused && error.code === "conflict";
      toast(conflict ? t("web.entry_conflict", { name: entry.username }) : troubleText(error), { trouble: true });
      if (!conflict) return false;
      await reload();
      seen.current = null; // pressed again, it is meant
      return false;
    }
    await reload();
    seen.current = null;
    followAgain(form, sent);
    return true;
  };
  return { touch, keep };
}

/**
 * Where somebody else has changed one of these fields since, the version that was seen: the server then refuses once.
 * @param {Record<string, unknown>} changes
 * @param {Entry} seen
 * @param {Entry} entry
 */
function versionFor(changes, seen, entry) {
  const fieldOf = (/** @type {Entry} */ each, /** @type {string} */ name) =>
    JSON.stringify(/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (each))[name] ?? null);
  const crossed = Object.keys(changes).some((name) => fieldOf(seen, name) !== fieldOf(entry, name));
  return crossed ? seen.version : entry.version;
}
