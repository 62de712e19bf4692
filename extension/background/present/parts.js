/** The six things that a full check rests on, and which of them have been seen. */

/** @typedef {"header" | "posts" | "likes" | "comments" | "followers" | "history"} Part */

/** @type {Part[]} */
export const PARTS = ["header", "posts", "likes", "comments", "followers", "history"];
/** Visits of one's own from which a change can be seen at all. */
const ENOUGH_VISITS = 2;

/**
 * @param {import("../../../types/messages").Checked} checked
 * @param {number} followerRows in the sample @returns {Part[]}
 */
export function missingParts({ analysis: { facts }, history }, followerRows) {
  /** @type {Record<Part, boolean>} */
  const seen = {
    header: facts.followers !== null,
    posts: facts.posts.length > 0,
    likes: facts.posts.some((post) => post.likes !== null),
    comments: facts.posts.some((post) => post.comments !== null),
    followers: followerRows > 0,
    history: (history?.visits ?? 0) >= ENOUGH_VISITS,
  };
  return PARTS.filter((part) => !seen[part]);
}
