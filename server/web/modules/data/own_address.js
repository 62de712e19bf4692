// The address that the present page has given itself, as the list does for what is on show: nothing is to be drawn anew.

let standing = "";

/** @param {string} hash */
export function standAt(hash) {
  standing = hash;
}

/** "" where the page stands as it was opened. */
export function standsAt() {
  return standing;
}
