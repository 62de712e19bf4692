"""The page's own answers with fields missing, empty or of another type: what is there is read, the rest is unknown."""

from __future__ import annotations

import json
from typing import Any

import pytest

from server.analysis import analyze
from server.audit import audit_of
from server.capture import Capture, Response
from server.facts import Facts, Post
from server.parsing import followers, read_capture, timelines
from server.strict_json import may_hold_halves

GRAPHQL = "/graphql/query"
CODE = "DeZqarPhWST"
USER = {
    "pk": "123",
    "username": "abc",
    "full_name": "Abc",
    "follower_count": 12_512,
    "following_count": 512,
    "media_count": 24,
    "is_private": False,
}


def post(**changes: Any) -> dict[str, Any]:
    """A post as the timeline gives it; a field set to ... is left out."""
    node = {
        "code": CODE,
        "pk": "3001",
        "media_type": 1,
        "taken_at": 1_789_000_000,
        "like_count": 586,
        "comment_count": 11,
        "user": {"pk": "123", "username": "abc"},
        "like_and_view_counts_disabled": False,
        "coauthor_producers": None,
        "timeline_pinned_user_ids": [],
    }
    return {name: value for name, value in (node | changes).items() if value is not ...}


def timeline(*nodes: Any) -> dict[str, Any]:
    edges = [{"node": node} for node in nodes]
    return {"data": {"xdt_api__v1__feed__user_timeline_graphql_connection": {"edges": edges}}}


def clips(*media: Any) -> dict[str, Any]:
    edges = [{"node": {"media": one}} for one in media]
    return {"data": {"xdt_api__v1__clips__user__connection_v2": {"edges": edges}}}


def facts(*bodies: dict[str, Any]) -> Facts:
    answers = tuple(Response(GRAPHQL, "", None, body) for body in ({"data": {"user": USER}}, *bodies))
    return read_capture(
        Capture("<html lang='en'></html>", "https://www.instagram.com/abc/", responses=answers)
    ).facts


def only(*bodies: dict[str, Any]) -> Post:
    (found,) = facts(*bodies).posts
    return found


def value(count: Any) -> int | None:
    return None if count is None else count.value


@pytest.mark.parametrize(
    ("changes", "likes", "hidden"),
    [
        ({}, 586, False),
        ({"like_count": 0}, 0, False),
        ({"like_count": None}, None, False),
        ({"like_count": "586"}, None, False),
        ({"like_count": True}, None, False),
        ({"like_count": 10**14}, None, False),
        ({"like_count": 3, "like_and_view_counts_disabled": True}, None, True),
        ({"like_count": -1, "like_and_view_counts_disabled": ...}, None, True),
        ({"like_count": -1, "like_and_view_counts_disabled": None}, None, True),
        ({"like_count": 586, "like_and_view_counts_disabled": "no"}, 586, None),
        (
            {
                "like_count": ...,
                "edge_media_preview_like": {"count": -1},
                "like_and_view_counts_disabled": ...,
            },
            None,
            True,
        ),
        (
            {"like_count": ..., "edge_liked_by": {"count": -1}, "edge_media_preview_like": {"count": 7}}
            | {"like_and_view_counts_disabled": ...},
            7,
            None,
        ),
        ({"like_count": ..., "edge_liked_by": None, "like_and_view_counts_disabled": ...}, None, None),
    ],
)
def test_likes_are_a_number_hidden_or_unknown(
    changes: dict[str, Any], likes: int | None, hidden: bool | None
) -> None:
    """Never a guess: the switch wins over any number, -1 stands for it, other types say nothing."""
    found = only(timeline(post(**changes)))
    assert (value(found.likes), found.likes_hidden, value(found.comments)) == (likes, hidden, 11)


@pytest.mark.parametrize(
    ("changes", "plays"),
    [
        ({"play_count": 9_000}, 9_000),
        ({"play_count": 0}, 0),
        ({"play_count": None}, None),
        ({"play_count": -1}, None),
        ({"play_count": "9000"}, None),
        ({"play_count": None, "ig_play_count": 70}, 70),
        ({"view_count": 70}, None),
    ],
)
def test_plays_are_plays(changes: dict[str, Any], plays: int | None) -> None:
    """Of a reel, whose owner the reels tab names by number only; what a view_count counts is another thing."""
    found = only(clips(post(product_type="clips", media_type=2, user={"pk": "123"}, **changes)))
    assert (found.type, found.owner, value(found.plays)) == ("reel", "abc", plays)


@pytest.mark.parametrize(
    ("changes", "pinned", "shared", "led_by"),
    [
        ({"timeline_pinned_user_ids": ["123"]}, True, False, "abc"),
        ({"timeline_pinned_user_ids": "123"}, None, False, "abc"),
        ({"coauthor_producers": [{"pk": "9", "username": "xyz"}]}, False, True, "abc"),
        ({"coauthor_producers": [None, 5, {}]}, False, False, "abc"),
        ({"coauthor_producers": ...}, False, None, "abc"),
        (
            {"user": {"pk": "9", "username": "xyz"}, "coauthor_producers": [{"pk": "123"}]},
            False,
            True,
            "xyz",
        ),
    ],
)
def test_pinned_and_shared_posts_say_so(
    changes: dict[str, Any], pinned: bool | None, shared: bool | None, led_by: str
) -> None:
    """A list of the wrong type is no list; a post led by somebody else is the creator's only where it is shared."""
    found = only(timeline(post(**changes)))
    assert (found.is_pinned, found.is_collaboration, found.owner) == (pinned, shared, led_by)


@pytest.mark.parametrize(
    "node",
    [
        None,
        5,
        "x",
        [],
        {},
        post(code=None),
        post(code=""),
        post(code=7),
        post(code="DeZqarPhWSU", user={"pk": "9", "username": "xyz"}),
    ],
)
def test_what_is_no_post_of_the_creator_is_left_out(node: Any) -> None:
    """And costs none of its neighbours."""
    assert only(timeline(node, post())).shortcode == CODE


@pytest.mark.parametrize("taken_at", [None, "2026", 0, -5, 10**14, True, ...])
def test_an_impossible_date_is_read_from_the_code(taken_at: Any) -> None:
    """The code of a post tells its day."""
    found = only(timeline(post(taken_at=taken_at)))
    assert (found.taken_at_source, str(found.taken_at)[:10]) == ("shortcode", "2026-10-12")


@pytest.mark.parametrize("caption", [None, "", 5, [], {}, {"text": None}, {"text": 5}])
def test_a_caption_without_text_is_none(caption: Any) -> None:
    assert only(timeline(post(caption=caption))).caption is None


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"data": None},
        {"data": []},
        {"errors": [{"message": "x"}], "data": None},
        {"data": {"user": None}},
        {"data": {"user": "abc"}},
        {"data": {"user": {"username": "abc"}}},
        {"data": {"xdt_api__v1__feed__user_timeline_graphql_connection": None}},
        {"data": {"xdt_api__v1__clips__user__connection_v2": {"edges": None}}},
        {"data": {"xdt_api__v1__clips__user__connection_v2": {"edges": [None, {"node": {"media": None}}]}}},
    ],
)
def test_an_empty_answer_changes_nothing(body: dict[str, Any]) -> None:
    found = facts(body)
    assert (value(found.followers), value(found.following), value(found.post_count), found.posts) == (
        12_512,
        512,
        24,
        (),
    )


@pytest.mark.parametrize(
    ("row", "has_photo"),
    [
        ({"has_anonymous_profile_picture": True}, False),
        ({"has_anonymous_profile_picture": False}, True),
        (
            {"profile_pic_url": "https://cdn.example/44884218_345707102882519_2446069589734326272_n.jpg"},
            False,
        ),
        ({"profile_pic_url": "https://cdn.example/1_2_3_n.jpg"}, True),
        ({"profile_pic_url": None}, None),
        ({"has_anonymous_profile_picture": "no", "profile_pic_url": 5}, None),
    ],
)
def test_a_followers_photo_is_told_by_the_flag_or_the_picture(
    row: dict[str, Any], has_photo: bool | None
) -> None:
    """The flag first; without both it is unknown, not missing."""
    (found,) = followers({"users": [{"username": "fan", "full_name": ""} | row]})
    assert found.has_photo == has_photo


@pytest.mark.parametrize("rows", [None, {}, "x", [None, 5, {}, {"username": None}, {"username": "no_row"}]])
def test_what_is_no_follower_is_no_row(rows: Any) -> None:
    assert followers({"users": rows}) == []


def test_parts_of_a_carousel_are_not_posts() -> None:
    """One post with its parts, however many they are."""
    whole = post(media_type=8, carousel_media=[post(code="DeZqarPhWSU"), post(code="DeZqarPhWSV")])
    assert [one.shortcode for one in timelines(timeline(whole))] == [CODE]


def test_no_text_is_longer_than_any_on_instagram() -> None:
    """An answer of megabytes makes no audit file that cannot be read back."""
    long = "x" * 3_000_000
    user = {"data": {"user": USER | {"full_name": long, "biography": long, "category": long}}}
    found = facts(user, timeline(post(caption={"text": long})))
    texts = (found.full_name, found.biography, found.category, found.posts[0].caption)
    assert {len(text or "") for text in texts} == {4_000}


HALF = "Bún bò \ud83c"
"""A text that was cut in the middle of an emoji."""


def test_a_text_cut_in_the_middle_of_an_emoji_costs_no_check() -> None:
    """In an answer: half a character becomes a replacement character, wherever it stands; whole ones stay."""
    user = USER | {"full_name": HALF, "biography": "🍜 " + HALF, HALF: [HALF]}
    answers = [{"data": {"user": user}}, timeline(post(caption={"text": HALF}))]
    capture = {
        "url": "https://www.instagram.com/abc/",
        "html": "<html></html>",
        "responses": [{"path": GRAPHQL, "body": answer} for answer in answers],
    }
    for body in (json.dumps(capture).encode(), json.dumps(capture)):
        found = analyze(Capture.from_json(body))
        whole = found.facts.full_name, found.facts.biography, found.facts.posts[0].caption
        assert whole == ("Bún bò \ufffd", "🍜 Bún bò \ufffd", "Bún bò \ufffd")
        assert json.dumps(audit_of(found), ensure_ascii=False).encode()


def test_a_page_with_such_a_text_in_its_own_json_is_read() -> None:
    """The pages of 2018 to 2021, and the blocks of a post page."""
    user = {"username": "abc", "id": "123", "full_name": HALF, "edge_followed_by": {"count": 7}}
    data = json.dumps({"entry_data": {"ProfilePage": [{"graphql": {"user": user}}]}})
    found = read_capture(
        Capture.from_page(f"<html><script>window._sharedData = {data};</script>".encode())
    ).facts
    assert (found.full_name, value(found.followers)) == ("Bún bò \ufffd", 7)


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        (r'"\ud83c\udf5c"', False),
        (r'"\ud83c"', True),
        (r'"\udf5c"', True),
        (r'"\uD83C\uDF5C\udf5c"', True),
        (r'"\ud83c\ud83c\udf5c"', True),
        (r'"\u1ee9"', False),
        ('"🍜"', False),
    ],
)
def test_half_a_character_is_told_from_a_whole_one(text: str, halves: bool) -> None:
    """By its escapes, before anything is parsed."""
    assert may_hold_halves(text.encode()) == halves


@pytest.mark.parametrize(
    "prefix",
    [
        "file://",
        "file:///C:",
        "https://www.instagram.com",
        "/web/20260101000000/https://www.instagram.com",
        "https://web.archive.org/web/20260101000000im_/https://www.instagram.com",
    ],
)
def test_the_grid_of_a_page_saved_elsewhere_is_read(prefix: str) -> None:
    """Saved twice, or from an archive: links then lead through another place."""
    tile = f'<a href="{prefix}/abc/p/{CODE}/"><ul><li>586</li><li>11</li></ul></a>'
    page = f"<html lang='en'><header><h2>abc</h2></header>{tile}</html>"
    (found,) = read_capture(Capture(page)).facts.posts
    assert (found.shortcode, value(found.likes), value(found.comments)) == (CODE, 586, 11)
