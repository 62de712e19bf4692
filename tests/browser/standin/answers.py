"""The page's own network answers, in the shapes that Instagram's web app gets."""

from __future__ import annotations

from typing import Any

from tests.browser.standin.creators import VIEWER, Creator, Post
from tests.browser.standin.people import Comment, Person

PAGE = 12
"""Posts, reels, followers and comments come twelve at a time."""
Json = dict[str, Any]


def profile_content(creator: Creator) -> Json:
    """PolarisProfilePageContentQuery: the counts of the profile that is open."""
    user = _user(creator.profile_id, creator.username, creator.full_name)
    user |= {
        "biography": creator.biography,
        "follower_count": creator.followers,
        "following_count": creator.following,
        "media_count": creator.post_count,
        "is_private": creator.is_private,
        "is_verified": creator.is_verified,
        "category": creator.category,
        "external_url": creator.external_url or "",
        "bio_links": [{"url": creator.external_url, "title": ""}] if creator.external_url else [],
        "account_type": 2 if creator.category else 1,
        "is_memorialized": False,
    }
    viewer = {"user": {"pk": VIEWER[0], "id": VIEWER[0], "username": VIEWER[1], "can_follow_hashtag": True}}
    return {"data": {"user": user, "viewer": viewer}, "extensions": {"is_final": True}, "status": "ok"}


def timeline(creator: Creator, after: int = 0) -> Json:
    """PolarisProfilePostsQuery: a page of the grid."""
    edges = [{"node": media(creator, post), "cursor": ""} for post in creator.posts[after : after + PAGE]]
    root = "xdt_api__v1__feed__user_timeline_graphql_connection"
    return _connection(root, edges, after + PAGE, len(creator.posts))


def clips(creator: Creator, after: int = 0) -> Json:
    """PolarisProfileReelsTabContentQuery: plays, and no dates."""
    edges = [
        {"node": {"media": _clip(creator, post)}, "cursor": ""}
        for post in creator.reels[after : after + PAGE]
    ]
    return _connection("xdt_api__v1__clips__user__connection_v2", edges, after + PAGE, len(creator.reels))


def followers(creator: Creator, after: int = 0) -> Json:
    """/api/v1/friendships/ID/followers/: twelve rows and where the next begin."""
    rows = creator.follower_rows[after : after + PAGE]
    more = after + PAGE < len(creator.follower_rows)
    answer: Json = {
        "users": [_follower(person) for person in rows],
        "big_list": more,
        "page_size": PAGE,
        "has_more": more,
        "should_limit_list_of_followers": False,
        "status": "ok",
    }
    return answer | {"next_max_id": str(after + PAGE)} if more else answer


def comments(creator: Creator, post: Post, after: int = 0) -> Json:
    """PolarisPostCommentsContainerQuery: twelve comments of an opened post."""
    thread = creator.comments_on(post)
    edges = [{"node": _comment(thread, entry), "cursor": ""} for entry in thread[after : after + PAGE]]
    root = "xdt_api__v1__media__media_id__comments__connection"
    return _connection(root, edges, after + PAGE, len(thread))


def post_root(creator: Creator, post: Post | None) -> Json:
    """PolarisPostRootQuery: the opened post; ``items`` is null behind a login wall."""
    info = {"items": [media(creator, post)] if post else None}
    return {"data": {"xdt_api__v1__media__shortcode__web_info": info}, "status": "ok"}


def direct_messages(secret: str) -> Json:
    """IGDThreadDetailMainViewContainerQuery: passes the same way and is nobody else's business."""
    message = {"text_body": secret, "sender_fbid": VIEWER[0]}
    return {
        "data": {"get_slide_thread_nullable": {"slide_messages": {"edges": [{"node": message}]}}},
        "status": "ok",
    }


def suggested(count: int) -> Json:
    """PolarisProfileSuggestedUsersWithPreloadableQuery: other people's follower counts."""
    users = [
        _user(str(5550 + i), f"goiy{i}.vidu", f"Gợi Ý {i}") | {"follower_count": 690_000 + i}
        for i in range(count)
    ]
    return {"data": {"xdt_api__v1__discover__chaining": {"users": users}}, "status": "ok"}


def media(creator: Creator, post: Post) -> Json:
    """One post as the timeline and the post page carry it. Hidden likes come with a like_count of 3."""
    lead = post.led_by or (creator.profile_id, creator.username)
    author = _user(lead[0], lead[1], creator.full_name if post.led_by is None else "Bạn Bè")
    partner = [_user(creator.profile_id, creator.username, creator.full_name)] if post.led_by else []
    return {
        "pk": post.pk,
        "id": f"{post.pk}_{lead[0]}",
        "code": post.shortcode,
        "taken_at": int(post.taken_at.timestamp()),
        "media_type": {"image": 1, "reel": 2, "carousel": 8}[post.kind],
        "product_type": {"image": "feed", "reel": "clips", "carousel": "carousel_container"}[post.kind],
        "like_count": 3 if post.likes_hidden else post.likes,
        "comment_count": post.comments,
        "view_count": None,
        "like_and_view_counts_disabled": post.likes_hidden,
        "comments_disabled": None,
        "is_paid_partnership": post.is_sponsored,
        "sponsor_tags": [{"sponsor": {"username": "nhanhang.vidu"}}] if post.is_sponsored else None,
        "coauthor_producers": partner,
        "invited_coauthor_producers": [],
        "timeline_pinned_user_ids": [creator.profile_id] if post.is_pinned else [],
        "caption": {"pk": f"1{post.pk}", "text": post.caption, "has_translation": None},
        "caption_is_edited": False,
        "user": author,
        "owner": {"id": lead[0], "pk": lead[0], "username": lead[1]},
        "__typename": "XDTMediaDict",
    }


def _clip(creator: Creator, post: Post) -> Json:
    owner = post.led_by[0] if post.led_by else creator.profile_id
    return {
        "pk": post.pk,
        "id": f"{post.pk}_{owner}",
        "code": post.shortcode,
        "media_type": 2,
        "product_type": "clips",
        "play_count": post.plays,
        "view_count": None,
        "like_count": 3 if post.likes_hidden else post.likes,
        "comment_count": post.comments,
        "like_and_view_counts_disabled": post.likes_hidden,
        "clips_tab_pinned_user_ids": [],
        "user": {"pk": owner, "id": owner},
    }


def _comment(thread: tuple[Comment, ...], comment: Comment) -> Json:
    parent = None if comment.parent is None else thread[comment.parent]
    return {
        "pk": str(int(comment.author.pk) + 17_000_000_000_000_000),
        "user": {"pk": comment.author.pk, "id": comment.author.pk, "username": comment.author.username}
        | {"is_verified": comment.author.is_verified},
        "text": comment.text,
        "created_at": 1_760_000_000 + comment.age_seconds,
        "parent_comment_id": parent and str(int(parent.author.pk) + 17_000_000_000_000_000),
        "comment_like_count": comment.likes,
        "child_comment_count": 0,
        "has_liked_comment": False,
        "__typename": "XDTCommentDict",
    }


def _follower(person: Person) -> Json:
    picture = "44884218_345707102882519_2446069589734326272_n" if not person.has_photo else person.username
    return {
        "strong_id__": person.pk,
        "pk": person.pk,
        "pk_id": person.pk,
        "id": person.pk,
        "username": person.username,
        "full_name": person.full_name,
        "is_private": person.is_private,
        "is_verified": person.is_verified,
        "has_anonymous_profile_picture": not person.has_photo,
        "profile_pic_url": f"https://scontent.cdninstagram.com/profile/{picture}.svg",
        "account_badges": [],
        "latest_reel_media": 0,
    }


def _user(pk: str, username: str, full_name: str) -> Json:
    return {
        "pk": pk,
        "id": pk,
        "username": username,
        "full_name": full_name,
        "is_verified": False,
        "is_private": False,
        "profile_pic_url": f"https://scontent.cdninstagram.com/profile/{username}.svg",
        "__typename": "XDTUserDict",
    }


def _connection(root: str, edges: list[Json], end: int, total: int) -> Json:
    info = {
        "has_next_page": end < total,
        "end_cursor": str(end),
        "has_previous_page": False,
        "start_cursor": None,
    }
    return {
        "data": {root: {"edges": edges, "page_info": info}},
        "extensions": {"is_final": True},
        "status": "ok",
    }
