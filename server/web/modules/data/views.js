// Saved views of the list, kept by the server; those that this browser kept before are taken over once.

import { Refused, call } from "./api.js";

/** @typedef {import("api").SavedView} View */
/** @typedef {Partial<View> & { name: string, filters: Record<string, unknown> }} NewView */

const BEFORE = "soi.views"; // of the browser
const MOST = 100;

/** As the server has them. @type {{ views: View[], version: number }} */
let now = { views: [], version: 0 };

export function views() {
  return now.views;
}

/** Ask for them; where that fails, those of the last time stand. */
export async function loadViews() {
  try {
    const answer = await call("GET", "/views");
    now = answer;
    const old = answer.own ? [] : viewsBefore();
    if (old.length) await changeViews((kept) => [...kept, ...old]);
    localStorage.removeItem(BEFORE);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

/**
 * Change them all; where another tab was quicker, what it did stands and this is done to it.
 * @param {(views: View[]) => NewView[]} change
 */
export async function changeViews(change) {
  const send = async () => {
    const wanted = change(now.views).slice(0, MOST);
    now = await call("PUT", "/views", { views: wanted }, { "If-Match": `"${now.version}"` }, true);
  };
  try {
    await send();
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== "conflict") throw error;
    now = await call("GET", "/views");
    await send();
  }
}

/** @returns {NewView[]} */
function viewsBefore() {
  try {
    const kept = JSON.parse(localStorage.getItem(BEFORE) ?? "[]");
    const named = Array.isArray(kept) ? kept.filter((view) => typeof view?.name === "string" && view.filters) : [];
    return named.map(({ name, filters, sort }) => ({
      name,
      filters,
      sort: sort?.field ? { by: String(sort.field), descending: sort.dir === "desc" } : null,
    }));
  } catch {
    return [];
  }
}
