// What is done to creators of the list, one or thousands, and how it is taken back.

import { Refused } from "../../data/api.js";
import { changeMany, undoMany } from "../../data/bulk.js";
import { entryOf, erase, known, undo } from "../../data/entry_cache.js";
import { t } from "../../words/texts.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { textOf } from "./editors.js";

/** @typedef {(names: string[]) => void} Changed hears whose rows are to be drawn anew */
/** What a change led to: the version of the entry, or 0 where it went off the list. @typedef {Map<string, number>} Made */
/** Names that were refused, by the code of the refusal. @typedef {Map<string, { names: string[], error: Refused }>} Refusals */

const AT_ONCE = 4;
const GRACE = 10_000;
const NAMED = 5;
const ELSEWHERE = new Set(["conflict", "not_found"]);
const STOPS = new Set(["server_off", "unauthorized", "disk_full", "storage_readonly"]); // for one as for all

/** Names that are about to be erased: no page shows them meanwhile. @type {Set<string>} */
export const leaving = new Set();

/**
 * Do something to each name, a few at a time; gives those that were refused.
 * @param {string[]} names
 * @param {(name: string) => Promise<unknown>} action
 * @returns {Promise<Refusals>}
 */
async function forEach(names, action) {
  const waiting = [...names];
  /** @type {Refusals} */
  const refused = new Map();
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      try {
        await action(name);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const rest = STOPS.has(error.code) ? waiting.splice(0) : [];
        const before = refused.get(error.code)?.names ?? [];
        refused.set(error.code, { names: [...before, name, ...rest], error });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return refused;
}

/**
 * Change several entries by one request, and offer to take all of it back.
 * @param {string[]} names
 * @param {import("../../data/bulk.js").BulkChange} wanted
 * @param {Changed} changed
 */
export async function changeAll(names, wanted, changed) {
  const key = wanted.remove ? "web.bulk_removed" : "web.bulk_changed";
  try {
    const { activity, done, refused } = await changeMany(names, wanted);
    changed([...done, ...refused]);
    if (activity === null) toast(t("web.bulk_same"));
    else toast(t(key, { n: done.length }), { undo: () => undoStep(activity, changed), about: done });
    if (refused.length)
      sayRefused(new Map([["conflict", { names: refused, error: new Refused("conflict", 412, "") }]]));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    sayRefused(new Map([[error.code, { names, error }]]));
  }
}

/**
 * @param {number} activity
 * @param {Changed} changed
 */
async function undoStep(activity, changed) {
  try {
    const { undone, kept } = await undoMany(activity);
    changed([...undone, ...kept]);
    if (kept.length) toast(t("web.undo_gone", { names: inShort(kept) }), { trouble: true });
  } catch (error) {
    toast(troubleText(error), { trouble: true });
  }
}

/**
 * Take changes back, unless there is a newer one: the server would take back that one.
 * @param {Made} made
 * @param {Changed} changed
 */
export async function takeBack(made, changed) {
  const names = [...made.keys()];
  const mine = names.filter((name) => (known.get(name)?.version ?? 0) === made.get(name));
  const refused = await forEach(mine, undo);
  const late = names.filter((name) => !mine.includes(name));
  for (const code of ["gone", "not_found"]) {
    late.push(...(refused.get(code)?.names ?? []));
    refused.delete(code);
  }
  changed(names);
  if (late.length) toast(t("web.undo_gone", { names: inShort(late) }), { trouble: true });
  sayRefused(refused);
}

/** @param {Refusals} refused */
function sayRefused(refused) {
  for (const [code, { names, error }] of refused) {
    const key = ELSEWHERE.has(code) ? "web.bulk_refused" : "web.bulk_failed";
    toast(t(key, { n: names.length, names: inShort(names), why: troubleText(error) }), { trouble: true });
  }
}

/** @param {string[]} names */
function inShort(names) {
  return names.slice(0, NAMED).join(", ") + (names.length > NAMED ? " …" : "");
}

/**
 * Erase after a while in which it can still be called off: afterwards nothing brings it back.
 * @param {string[]} names
 * @param {Changed} changed
 */
export function eraseSoon(names, changed) {
  const hide = (/** @type {boolean} */ hidden) => {
    for (const name of names) {
      if (hidden) leaving.add(name);
      else leaving.delete(name);
    }
    changed(names);
  };
  hide(true);
  const warn = (/** @type {BeforeUnloadEvent} */ event) => event.preventDefault();
  window.addEventListener("beforeunload", warn);
  const timer = setTimeout(async () => {
    close();
    const refused = await forEach(names, erase);
    window.removeEventListener("beforeunload", warn);
    hide(false);
    const left = [...refused.values()].flatMap((each) => each.names).length;
    if (left < names.length) toast(t("web.bulk_erased", { n: names.length - left }));
    sayRefused(refused);
  }, GRACE);
  const close = toast(t("web.bulk_erasing", { n: names.length, s: GRACE / 1000 }), {
    awaits: true,
    undo: () => {
      clearTimeout(timer);
      window.removeEventListener("beforeunload", warn);
      hide(false);
    },
  });
}

/**
 * Why a cell was not saved, and where that is which was typed into it.
 * @param {unknown} error
 * @param {string} name
 * @param {import("./editors.js").Typed} typed
 * @param {boolean} open whether the cell holds it again
 */
export function notSaved(error, name, { field, text }, open) {
  const entry = entryOf(name);
  const conflict = error instanceof Refused && error.code === "conflict" && entry;
  const why = conflict
    ? t("web.list_conflict", { name, now: textOf(field, entry) || "–" })
    : t("web.list_not_saved", { name, why: troubleText(error) });
  return `${why} ${open ? t("web.list_typed_there") : t("web.list_typed", { text })}`;
}
