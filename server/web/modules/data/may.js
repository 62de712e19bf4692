// What the role of who is signed in may do: the server's table of roles, by the route that an action calls.

import { call } from "./api.js";

/** Routes as "PUT /shortlist/<username>"; null: all of them, where one person works alone. @type {ReadonlySet<string> | null} */
let granted = null;
/** The role that they were asked for. @type {string | null} */
let asked = null;

/** Whether an action that calls this route is offered. @param {string} route */
export function may(route) {
  return granted?.has(route) ?? true;
}

/**
 * Ask what a role may do, unless it is known; gives whether that is another than before.
 * @param {string | null} role as the server said now
 */
export async function learnRole(role) {
  if (role === asked) return false;
  const { may: routes } = role === null ? { may: null } : await call("GET", "/sessions/current");
  granted = routes && new Set(routes);
  asked = role;
  return true;
}
