/** From the place that a number was read, as the parser states it, to where it can be seen on the page. */

/** @typedef {import("../../../types/messages").Evidence} Evidence */
/** @typedef {import("../../../types/messages").Place} Place */

const MAX_SELECTOR = 300;
/** Where the header shows what an answer or a meta states. @type {[RegExp, string[]][]} */
const FIELDS = [
  [/follower|followed_by/i, ['header a[href$="/followers/"]', "header [title]"]],
  [/following|edge_follow\b|\bfollows\b/i, ['header a[href$="/following/"]']],
  [/media_count|post_count|owner_to_timeline/i, ["header ul > li:first-child", "header .html-span"]],
];

/** A CSS selector, not a path in JSON or the name of a meta. @param {string} locator */
function isSelector(locator) {
  return locator !== "" && locator.length <= MAX_SELECTOR && !locator.startsWith("$") && !locator.includes("og:");
}

/** @param {Evidence} evidence @param {readonly string[]} shortcodes of the creator's known posts @returns {Place} */
export function placeOf({ locator, raw }, shortcodes) {
  const shortcode = shortcodes.find((code) => locator.includes(code) || raw.includes(code)) ?? null;
  const field = FIELDS.find(([name]) => name.test(locator));
  return { shortcode, selectors: [...(isSelector(locator) ? [locator] : []), ...(field?.[1] ?? [])] };
}
