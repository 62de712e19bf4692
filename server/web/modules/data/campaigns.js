// Campaigns as the API has them: where they are, whose day it is, and who asks.

import { call } from "./api.js";

/** @typedef {import("api").CampaignAnswer} Kept */
/** @typedef {import("api").PlannedPost} Post */
/** @typedef {import("api").Campaign["slots"][number]} Slot */

const ME = "soi.me";

/** The name under which this browser hands in and decides. */
export function myName() {
  return localStorage.getItem(ME) ?? "";
}

/** @param {string} name */
export function rememberMe(name) {
  localStorage.setItem(ME, name.trim().slice(0, 100));
}

/** This day where the person is, like 2026-11-30. */
export function thisDay() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The query that every route of a campaign takes. */
export function asking() {
  return /** @type {const} */ (`?${String(new URLSearchParams({ today: thisDay(), me: myName() }))}`);
}

/**
 * Where a campaign is, or what follows in its address.
 * @template {string} [Rest=""]
 * @param {string} id
 * @param {Rest} [rest]
 */
export function path(id, rest = /** @type {Rest} */ ("")) {
  return /** @type {const} */ (`/campaigns/${encodeURIComponent(id)}${rest}`);
}

/**
 * The same with the day and who asks.
 * @template {string} [Rest=""]
 * @param {string} id
 * @param {Rest} [rest]
 */
export function pathToday(id, rest = /** @type {Rest} */ ("")) {
  return /** @type {const} */ (`${path(id, rest)}${asking()}`);
}

/** @param {string} id @returns {Promise<Kept>} */
export function campaignOf(id) {
  return call("GET", pathToday(id));
}

/** @param {number} version */
export function seen(version) {
  return { "If-Match": `"${version}"` };
}

/** Take back what was done last in a campaign. @param {string} id */
export function undo(id) {
  return call("POST", pathToday(id, "/undo"));
}
