/**
 * Which of the page's answers are about the creator. An answer is taken only if the user it names is the creator, or
 * its posts are the creator's; the rest (other people, a profile visited before) is not sent to the server.
 */

/** @typedef {import("../../types/messages").PageAnswer} PageAnswer */
/** @typedef {import("../../types/messages").FollowerRow} FollowerRow */
/** @typedef {Record<string, unknown>} Json */

const MAX_ANSWERS = 40;
const MAX_USERS = 200;
const LIST = /\/friendships\/(\d{1,25})\/followers/;

/** @param {unknown} value @returns {value is Json} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @param {unknown} value @returns {Json[]} */
const objects = (value) => (Array.isArray(value) ? value.filter(isObject) : []);

/** All numbers that stand for an account: pk, and the id of the graph where it is another one. @param {Json} person */
const idsOf = (person) =>
  [person["pk"], person["id"]].map((id) => String(id ?? "")).filter((id) => /^\d{1,25}$/.test(id));

/** @typedef {{value: Json, holder: Json | null}} Part an object of a body, and the user in whose object it stands */

const COUNTS = ["follower_count", "edge_followed_by"];
const IS_POST = ["code", "shortcode", "media_type", "taken_at", "taken_at_timestamp", "like_count", "comment_count"];
const MAX_PARTS = 20_000;

/** @param {Json} value */
const isPost = (value) => IS_POST.some((key) => key in value);
/** @param {Json} value */
const isUser = (value) => !isPost(value) && (typeof value["username"] === "string" || idsOf(value).length > 0);

/** All objects of a body, the outer before the inner. @param {Json} body @returns {Part[]} */
function partsOf(body) {
  /** @type {Part[]} */
  const parts = [{ value: body, holder: null }];
  for (let at = 0; at < parts.length && parts.length < MAX_PARTS; at += 1) {
    const { value, holder } = /** @type {Part} */ (parts[at]);
    const above = isUser(value) ? value : holder;
    for (const inner of Object.values(value).flatMap((one) => (Array.isArray(one) ? one.flat() : [one])))
      if (isObject(inner)) parts.push({ value: inner, holder: above });
  }
  return parts;
}

/** @param {Json} person */
const nameOf = (person) => (typeof person["username"] === "string" ? person["username"].toLowerCase() : null);

/** The creator's own objects with counts: by name, else by number. @param {Part[]} parts @param {string} creator @param {string | null} id */
const profilesIn = (parts, creator, id) =>
  parts
    .map(({ value }) => value)
    .filter((value) => COUNTS.some((key) => key in value))
    .filter(
      (value) => (nameOf(value) ?? creator) === creator && (nameOf(value) !== null || idsOf(value).includes(id ?? "")),
    );

/** @typedef {{name: string, ids: Set<string>, html: string}} Creator */

/** @param {Json} person @param {Creator} creator */
const isThe = (person, { name, ids }) =>
  (nameOf(person) ?? name) === name && (nameOf(person) !== null || idsOf(person).some((id) => ids.has(id)));

/** By owner or co-author; a post that names nobody is its list's or, failing that, the grid's. @param {Part} part @param {Creator} creator */
function isBy({ value, holder }, creator) {
  const people = [value["user"], value["owner"], ...objects(value["coauthor_producers"])].filter(isObject);
  if (people.length > 0) return people.some((person) => isThe(person, creator));
  const code = value["code"] ?? value["shortcode"];
  return (
    (holder !== null && isThe(holder, creator)) || (typeof code === "string" && creator.html.includes(`/${code}/`))
  );
}

/** @param {Json} user @returns {FollowerRow[]} */
function followerRow(user) {
  const { username, full_name, is_verified, is_private, has_anonymous_profile_picture: anonymous } = user;
  if (typeof username !== "string" || username.length > 60) return [];
  const flag = (/** @type {unknown} */ value) => (typeof value === "boolean" ? value : null);
  const has_photo = typeof anonymous === "boolean" ? !anonymous : null;
  const name = typeof full_name === "string" ? full_name.slice(0, 200) : null;
  return [
    {
      username: username.toLowerCase(),
      full_name: name,
      has_photo,
      is_verified: flag(is_verified),
      is_private: flag(is_private),
    },
  ];
}

/** @param {string} html the reduced page, which holds page data only if it is the creator's own */
function idInPage(html) {
  return /"profile_id":"(\d{1,25})"/.exec(html)?.[1] ?? null;
}

/**
 * @param {string} name of the creator @param {string} html @param {PageAnswer[]} answers oldest first
 * @returns {{responses: PageAnswer[], followers: FollowerRow[]}} the newest about the creator, and those with posts
 */
export function answersOf(name, html, answers) {
  const read = answers.map((answer) => ({ answer, parts: partsOf(answer.body) }));
  const inPage = idInPage(html);
  const profiles = read.map(({ parts }) => profilesIn(parts, name, inPage));
  const newest = profiles.findLastIndex((found) => found.length > 0);
  const own = profiles.flat().flatMap(idsOf);
  const creator = { name, html, ids: new Set(own.length > 0 || inPage === null ? own : [inPage]) };
  const isOwn = (/** @type {Part} */ part) => isPost(part.value) && isBy(part, creator);
  const withPosts = read.filter(({ parts }) => parts.some(isOwn)).map(({ answer }) => answer);
  const posts = new Set(withPosts.filter((answer) => answer !== answers[newest]).slice(-MAX_ANSWERS));
  const lists = answers.filter(({ path }) => creator.ids.has(LIST.exec(path)?.[1] ?? ""));
  const followers = lists.flatMap(({ body }) => objects(body["users"]).slice(0, MAX_USERS).flatMap(followerRow));
  return { responses: answers.filter((answer, at) => at === newest || posts.has(answer)), followers };
}

/** What an answer states (private, no photo) is surer than what a drawn row shows. @param {FollowerRow[]} drawn @param {FollowerRow[]} stated @returns {FollowerRow[]} */
export function mergedRows(drawn, stated) {
  const rows = new Map(drawn.map((row) => [row.username, row]));
  for (const row of stated)
    rows.set(row.username, { ...row, full_name: row.full_name ?? rows.get(row.username)?.full_name ?? null });
  return [...rows.values()];
}
