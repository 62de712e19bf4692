// Search that a Vietnamese can type without marks: "da lat" finds "Đà Lạt".

/**
 * Lower case without marks.
 * @param {string} text
 */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/**
 * Whether every word of the query stands somewhere in the text; both folded.
 * @param {string} text
 * @param {string[]} words
 */
export function holds(text, words) {
  return words.every((word) => text.includes(word));
}
