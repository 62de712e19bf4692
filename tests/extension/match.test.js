import assert from "node:assert/strict";
import { test } from "node:test";
import { answersOf, mergedRows } from "../../extension/background/match.js";

const TIMELINE = "xdt_api__v1__feed__user_timeline_graphql_connection";
const REELS = "xdt_api__v1__clips__user__connection_v2";

/** @param {any} body @param {string} [path] */
const answer = (body, path = "/graphql/query") => ({ path, name: "x", received_at: "2026-11-23T08:00:00Z", body });
/** @param {string} username @param {string} pk */
const profile = (username, pk) => answer({ data: { user: { username, pk, follower_count: 5 } } });
/** @param {string} root @param {...any} nodes */
const posts = (root, ...nodes) => answer({ data: { [root]: { edges: nodes.map((node) => ({ node })) } } });
const list = (/** @type {string} */ id, /** @type {any[]} */ users) =>
  answer({ users }, `/api/v1/friendships/${id}/followers/`);

test("a profile's answer is taken only for its own creator, the newest one", () => {
  const [older, newer] = [profile("hoa.nho", "1"), profile("Hoa.Nho", "1")];
  assert.deepEqual(answersOf("hoa.nho", "", [older, profile("another", "2"), newer]).responses, [newer]);
});

test("posts are taken if one of them is the creator's, also as a co-author", () => {
  const own = posts(TIMELINE, { code: "AAAAA", user: { username: "hoa.nho" } });
  const shared = posts(TIMELINE, {
    code: "BBBBB",
    user: { username: "friend" },
    coauthor_producers: [{ username: "hoa.nho" }],
  });
  const foreign = posts(TIMELINE, { code: "CCCCC", user: { username: "another" } });
  assert.deepEqual(answersOf("hoa.nho", "", [own, shared, foreign]).responses, [own, shared]);
});

test("reels name their user by id only: they are matched once the id is known", () => {
  const reels = posts(REELS, { media: { code: "AAAAA", user: { pk: "4711" } } });
  assert.deepEqual(answersOf("hoa.nho", "", [reels]).responses, []);
  assert.equal(answersOf("hoa.nho", "", [profile("hoa.nho", "4711"), reels]).responses.length, 2);
  assert.equal(answersOf("hoa.nho", '{"page_logging":{"params":{"profile_id":"4711"}}}', [reels]).responses.length, 1);
});

test("a followers list belongs to the id in its path, and becomes rows", () => {
  const users = [
    { username: "An", full_name: "An", is_private: true, is_verified: false, has_anonymous_profile_picture: true },
    { pk: 5 },
    null,
  ];
  const { followers, responses } = answersOf("hoa.nho", "", [
    profile("hoa.nho", "1"),
    list("1", users),
    list("2", [{ username: "other" }]),
  ]);
  assert.deepEqual(followers, [
    { username: "an", full_name: "An", has_photo: false, is_verified: false, is_private: true },
  ]);
  assert.equal(responses.length, 1);
});

test("what an answer states replaces what a drawn row could not show", () => {
  const drawn = { username: "an", full_name: "An Nguyễn", has_photo: true, is_verified: false, is_private: null };
  const stated = { username: "an", full_name: null, has_photo: false, is_verified: false, is_private: true };
  assert.deepEqual(mergedRows([drawn], [stated]), [{ ...stated, full_name: "An Nguyễn" }]);
});

const listed = (/** @type {any} */ user, /** @type {any[]} */ nodes, key = "polaris_timeline_connection") =>
  answer({ data: { xig_user_by_username: { ...user, [key]: { edges: nodes.map((node) => ({ node })) } } } });

test("posts that name nobody are those of whoever's object holds them", () => {
  const post = { pk: "4000000000000000001", media_type: "8", like_count: 7 };
  const byName = listed({ username: "Hoa.Nho", pk: "1" }, [post]);
  const byNumber = listed({ pk: "1" }, [post], "polaris_ordered_timeline_connection");
  const next = listed({ id: "17841400000000001" }, [post]);
  const known = answer({
    data: { user: { username: "hoa.nho", pk: "1", id: "17841400000000001", follower_count: 5 } },
  });
  const other = listed({ username: "another", pk: "2" }, [post]);
  assert.deepEqual(answersOf("hoa.nho", "", [byName, byNumber, next, known, other]).responses, [
    byName,
    byNumber,
    next,
    known,
  ]);
});

test("posts that nobody's object holds are the creator's if the grid shows them", () => {
  const bare = posts(TIMELINE, { code: "AAAAA", like_count: 7 });
  const shown = '<a href="/hoa.nho/p/AAAAA/">';
  assert.deepEqual(
    [answersOf("hoa.nho", shown, [bare]), answersOf("hoa.nho", "", [bare])].map(({ responses }) => responses.length),
    [1, 0],
  );
});

test("an earlier answer about the profile is kept for the posts in it", () => {
  const user = { username: "hoa.nho", pk: "1", follower_count: 5 };
  const early = listed(user, [{ code: "AAAAA", like_count: 7 }]);
  const late = profile("hoa.nho", "1");
  const counts = profile("hoa.nho", "1");
  assert.deepEqual(answersOf("hoa.nho", "", [counts, early, late]).responses, [early, late]);
});

test("a profile in a wrapped object is found, and the viewer's is not taken for it", () => {
  const body = (/** @type {string} */ name) => ({
    data: { xig_user_by_igid_v2: { user_dict: { pk: "1", username: name, follower_count: 5 } } },
  });
  const wrapped = answer(body("hoa.nho"));
  assert.deepEqual(answersOf("hoa.nho", "", [wrapped, answer(body("me.myself"))]).responses, [wrapped]);
});

for (const body of [
  { data: null },
  { data: { user: [] } },
  { data: { x: { edges: "no" } } },
  { data: { x: { edges: [null, 5, { node: null }] } } },
  { users: {} },
]) {
  test(`${JSON.stringify(body)} is about nobody`, () => {
    assert.deepEqual(answersOf("hoa.nho", "", [answer(body), answer(body, "/api/v1/friendships/1/followers/")]), {
      responses: [],
      followers: [],
    });
  });
}
