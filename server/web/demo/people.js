// Invented followers and commenters: people with names, and accounts of the kind that is sold by the thousand.

import { pick } from "./random.js";

/** @typedef {import("./random.js").Random} Random */
/** @typedef {{ username: string, name: string, photo: boolean }} Person */

const GIVEN =
  "an bao chi dung giang ha hieu huong khanh lan linh long mai minh nam nga nhi phong quan thao trang vy".split(" ");
const FAMILY = [
  ["nguyen", "Nguyễn"],
  ["tran", "Trần"],
  ["le", "Lê"],
  ["pham", "Phạm"],
  ["hoang", "Hoàng"],
  ["phan", "Phan"],
  ["vu", "Vũ"],
  ["dang", "Đặng"],
];
const LETTERS = [..."abcdefghijkmnopqrstuvwxyz"];
const DIGITS = [..."0123456789"];

/** @param {Random} random @returns {Person} */
function ordinary(random) {
  const given = pick(random, GIVEN);
  const [plain, shown] = /** @type {[string, string]} */ (pick(random, FAMILY));
  const tail = pick(random, ["", "", "vn", String(1 + Math.floor(random() * 98))]);
  const name = `${shown} ${given.charAt(0).toUpperCase()}${given.slice(1)}`;
  return { username: `${given}${pick(random, [".", "_", ""])}${plain}${tail}`, name, photo: random() < 0.95 };
}

/** @param {Random} random @returns {Person} */
function bought(random) {
  const run = (/** @type {string[]} */ of, /** @type {number} */ least) =>
    Array.from({ length: least + Math.floor(random() * 4) }, () => pick(random, of)).join("");
  const letters = run(LETTERS, 4);
  return { username: letters + run(DIGITS, 4), name: random() < 0.6 ? "" : letters, photo: random() < 0.25 };
}

/**
 * So many different people, about that share of them bought.
 * @param {Random} random
 * @param {number} size
 * @param {number} share
 * @returns {Person[]}
 */
export function crowd(random, size, share) {
  /** @type {Map<string, Person>} */
  const found = new Map();
  while (found.size < size) {
    const person = random() < share ? bought(random) : ordinary(random);
    found.set(person.username, found.get(person.username) ?? person);
  }
  return [...found.values()];
}
