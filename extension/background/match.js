/**
 * Which of the page's answers are about the creator. An answer is taken only if the user it names is the creator, or
 * its posts are the creator's; the rest (other people, a profile visited before) is not sent to the server.
 */

/** @typedef {import("../../types/messages").PageAnswer} PageAnswer */
/** @typedef {import("../../types/messages").FollowerRow} FollowerRow */
/** @typedef {Record<string, any>} Json */

const MAX_ANSWERS = 40;
const MAX_USERS = 200;
const LIST = /\/friendships\/(\d{1,25})\/followers/;

/** @param {unknown} value @returns {value is Json} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @param {unknown} value @returns {Json[]} */
const objects = (value) => (Array.isArray(value) ? value.filter(isObject) : []);

/** @param {Json} person */
const idOf = (person) => String(person["pk"] ?? person["id"] ?? "");

/** The user that a profile answer is about. @param {Json} body @returns {Json | null} */
function userIn(body) {
  const user = body["data"]?.user ?? body["graphql"]?.user;
  return isObject(user) && typeof user["username"] === "string" ? user : null;
}

/** Posts of a timeline, reels or post answer. @param {Json} body @returns {Json[]} */
function postsIn(body) {
  const data = isObject(body["data"]) ? body["data"] : {};
  const roots = Object.values(data).filter(isObject);
  const connections = roots.map((root) => (isObject(root["clips_connection"]) ? root["clips_connection"] : root));
  const edges = connections.flatMap((root) => [...objects(root["edges"]), ...objects(root["items"])]);
  const rows = [...edges, ...objects(body["items"])].map((edge) => (isObject(edge["node"]) ? edge["node"] : edge));
  return rows
    .map((row) => (isObject(row["media"]) ? row["media"] : row))
    .filter((row) => row["code"] || row["shortcode"]);
}

/** @param {Json} post @param {string} creator @param {string | null} id */
function isBy(post, creator, id) {
  const people = [post["user"], post["owner"], ...objects(post["coauthor_producers"])].filter(isObject);
  return people.some((person) =>
    typeof person["username"] === "string"
      ? person["username"].toLowerCase() === creator
      : id !== null && idOf(person) === id,
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
 * @param {string} creator @param {string} html @param {PageAnswer[]} answers oldest first
 * @returns {{responses: PageAnswer[], followers: FollowerRow[]}}
 */
export function answersOf(creator, html, answers) {
  const profiles = answers.filter(({ body }) => userIn(body)?.["username"].toLowerCase() === creator);
  const newest = profiles.at(-1);
  const id = newest ? idOf(userIn(newest.body) ?? {}) || null : idInPage(html);
  const posts = answers.filter(
    (answer) => !profiles.includes(answer) && postsIn(answer.body).some((post) => isBy(post, creator, id)),
  );
  const lists = answers.filter(({ path }) => id !== null && LIST.exec(path)?.[1] === id);
  const followers = lists.flatMap(({ body }) => objects(body["users"]).slice(0, MAX_USERS).flatMap(followerRow));
  return { responses: [...(newest ? [newest] : []), ...posts.slice(-MAX_ANSWERS)], followers };
}

/** What an answer states (private, no photo) is surer than what a drawn row shows. @param {FollowerRow[]} drawn @param {FollowerRow[]} stated @returns {FollowerRow[]} */
export function mergedRows(drawn, stated) {
  const rows = new Map(drawn.map((row) => [row.username, row]));
  for (const row of stated)
    rows.set(row.username, { ...row, full_name: row.full_name ?? rows.get(row.username)?.full_name ?? null });
  return [...rows.values()];
}
