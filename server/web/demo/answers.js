// The network answers that Instagram's page would have got: the counts of the profile and its first posts, as the
// content scripts hear them.

import { postsOf } from "./cast.js";

/** @typedef {import("./cast.js").Creator} Creator */
/** @typedef {import("./cast.js").Post} Post */

/** Hand over what the page of a creator would have asked for. @param {Creator} creator */
export function answer(creator) {
  tell("PolarisProfilePageContentQuery", profile(creator));
  if (!creator.isPrivate) tell("PolarisProfilePostsQuery", timeline(creator));
}

/** @param {string} name @param {object} body */
function tell(name, body) {
  const detail = JSON.stringify({ path: "/graphql/query", name, body });
  document.dispatchEvent(new CustomEvent("soi:answer", { detail }));
}

/** @param {Creator} creator */
function profile(creator) {
  const user = {
    ...userOf(creator),
    biography: creator.bio,
    follower_count: creator.followers,
    following_count: creator.following,
    media_count: creator.posts,
    is_private: creator.isPrivate === true,
    category: creator.category || null,
    external_url: "",
    bio_links: [],
  };
  return { data: { user }, status: "ok" };
}

/** @param {Creator} creator */
function timeline(creator) {
  const edges = postsOf(creator).map((post) => ({ node: media(creator, post) }));
  const page_info = { has_next_page: true, end_cursor: "12" };
  return { data: { xdt_api__v1__feed__user_timeline_graphql_connection: { edges, page_info } }, status: "ok" };
}

/** Hidden likes come with a count that means nothing. @param {Creator} creator @param {Post} post */
function media(creator, post) {
  const isReel = post.kind === "reel";
  return {
    pk: post.id,
    id: `${post.id}_${creator.id}`,
    code: post.code,
    taken_at: Math.round(post.at / 1000),
    media_type: isReel ? 2 : 1,
    product_type: isReel ? "clips" : "feed",
    like_count: post.hidden ? 3 : post.likes,
    comment_count: post.comments,
    like_and_view_counts_disabled: post.hidden,
    is_paid_partnership: false,
    coauthor_producers: [],
    timeline_pinned_user_ids: [],
    caption: { text: post.caption },
    user: userOf(creator),
    __typename: "XDTMediaDict",
  };
}

/** @param {Creator} creator */
const userOf = ({ id, username, name }) => ({ pk: id, id, username, full_name: name, __typename: "XDTUserDict" });
