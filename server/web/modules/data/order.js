// The creators in the order in which the list last showed them: a creator's page goes on from one to the next.

const KEY = "soi.order";

/** @type {string[] | null} */
let order = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** @param {string[]} names */
export function keepOrder(names) {
  order = names;
  clearTimeout(waiting);
  waiting = setTimeout(() => sessionStorage.setItem(KEY, JSON.stringify(names)), 1000); // outlives a reload
}

/** Somebody is erased, or everybody. @param {string | null} name */
export function forgetOrdered(name) {
  const names = order ?? read();
  clearTimeout(waiting);
  order = name === null ? [] : names.filter((each) => each !== name);
  sessionStorage.setItem(KEY, JSON.stringify(order));
}

/** Who stands before and after a creator; null at the ends, and where the list was not open. @param {string} username */
export function neighbours(username) {
  const names = order ?? read();
  const at = names.indexOf(username);
  if (at < 0) return { before: null, after: null, place: 0, all: 0 };
  return { before: names[at - 1] ?? null, after: names[at + 1] ?? null, place: at + 1, all: names.length };
}

/** @returns {string[]} */
function read() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    order = Array.isArray(kept) ? kept : [];
  } catch {
    order = [];
  }
  return order;
}
