"""Pages and answers as they have been since 2026: lists inside the creator's own object, types as text, no codes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from server.capture import Capture, Response
from server.facts import Facts, Post
from server.parsing import read_capture
from server.parsing.media import number_of_shortcode, shortcode_of
from server.parsing.nodes import Node
from server.parsing.responses import media_rows

NAME, PK, GRAPH_ID = "bep.nha.vidu", "51230000017", "17841400000000017"
FIRST = 3_990_000_000_000_000_000
STEP = 2_900_000_000_000_000


def node(index: int, **changes: Any) -> dict[str, Any]:
    """A post of a list that stands in its creator's object; a field set to ... is left out."""
    number = FIRST - index * STEP
    whole = {
        "__typename": "XIGPolarisImageMedia",
        "id": f"POLARIS_{number}",
        "pk": str(number),
        "code": shortcode_of(number),
        "media_type": "1",
        "like_count": 400 + index,
        "comment_count": 12,
    }
    return {name: value for name, value in (whole | changes).items() if value is not ...}


def holder(*nodes: dict[str, Any], key: str = "polaris_timeline_connection", **user: Any) -> dict[str, Any]:
    edges = [{"node": one} for one in nodes]
    return user | {key: {"edges": edges, "page_info": {"has_next_page": True}}}


def served(data: dict[str, Any], head: str = "", profile: str | None = PK) -> str:
    """A page with an answer that came along with it."""
    route = {"polarisRouteConfig": {}, "page_logging": {"params": {"profile_id": profile}}}
    route |= {"polaris_preload": {"variables": {"username": NAME}}}
    cache = ["adp_PolarisLoggedOutQueryRelayPreloader_1", {"__bbox": {"result": {"data": data}}}]
    block = {"require": [["RelayPrefetchedStreamCache", "next", [], cache]]}
    scripts = [route, block] if profile else [block]
    written = "".join(f'<script type="application/json">{json.dumps(one)}</script>' for one in scripts)
    return f"<html lang='vi'><head>{head}</head><body>{written}</body></html>"


def facts(*bodies: dict[str, Any], html: str = "<html lang='vi'></html>") -> Facts:
    answers = tuple(Response("/graphql/query", "", None, body) for body in bodies)
    return read_capture(Capture(html, f"https://www.instagram.com/{NAME}/", responses=answers)).facts


def told(posts: tuple[Post, ...]) -> list[tuple[str | None, int | None]]:
    return [(post.owner, post.likes.value if post.likes else None) for post in posts]


USER = {"pk": PK, "username": NAME, "follower_count": 8_123, "id": GRAPH_ID}


@pytest.mark.parametrize(
    "key",
    ["polaris_timeline_connection", "polaris_ordered_timeline_connection", "edge_any_new_connection"],
)
@pytest.mark.parametrize("told_by", [USER, {"pk": PK, "follower_count": 8_123}, {"username": NAME}])
def test_posts_without_an_owner_inside_the_creators_object_are_the_creators(
    key: str, told_by: dict[str, Any]
) -> None:
    page = served({"xig_user_by_username": holder(node(0), node(1), key=key, **told_by)})
    assert told(facts(html=page).posts) == [(NAME, 400), (NAME, 401)]


def test_the_next_posts_are_told_by_the_number_that_an_earlier_answer_gave() -> None:
    first = {"data": {"xig_user_by_username": USER}}
    more = {"data": {"xig_user_by_igid_v2": holder(node(12), id=GRAPH_ID)}}
    assert told(facts(first, more).posts) == [(NAME, 412)]


@pytest.mark.parametrize(
    "other",
    [
        {"xig_user": holder(node(0), pk="99", username="nguoi.khac")},
        {"xig_user": holder(node(0), pk="99")},
        {"xig_user": USER | {"friend": holder(node(0), pk="99", username="nguoi.khac")}},
        {"xig_user": holder(node(0), key="saved_media_connection", **USER)},
        {"xig_user": holder(node(0), key="usertags_connection", **USER)},
        {"xig_user": holder(node(0, user={"pk": "99", "username": "nguoi.khac"}), **USER)},
        {"xig_user": holder(node(0, expiring_at=1_790_000_000, code=...), **USER)},
        {"xig_user": USER, "feed": {"edges": [{"node": node(0)}]}},
    ],
)
def test_posts_of_others_and_stories_are_not_the_creators(other: dict[str, Any]) -> None:
    assert told(facts({"data": other}, {"data": {"user": USER}}).posts) == []


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"media_type": "8"}, "carousel"),
        ({"media_type": "2"}, "video"),
        ({"media_type": "1"}, "image"),
        ({"media_type": 8, "__typename": "XDTMediaDict"}, "carousel"),
        ({"media_type": "2", "product_type": "clips"}, "reel"),
        ({"media_type": "8", "product_type": "feed"}, "carousel"),
        ({"media_type": ..., "__typename": "XIGPolarisCarouselMedia"}, "carousel"),
        ({"media_type": ..., "__typename": "XIGPolarisVideoMedia"}, "video"),
        ({"media_type": ..., "__typename": "XDTGraphImage"}, "image"),
        ({"media_type": ..., "__typename": "GraphSidecar"}, "carousel"),
        ({"media_type": ..., "__typename": ..., "product_type": "carousel_container"}, "carousel"),
        ({"media_type": ..., "__typename": ..., "carousel_media": [{"pk": "1"}]}, "carousel"),
        ({"media_type": ..., "__typename": ..., "is_video": True}, "video"),
        ({"media_type": ..., "__typename": ..., "is_video": False}, None),
        ({"media_type": ..., "__typename": "XDTMediaDict", "product_type": "feed"}, None),
        ({"media_type": True, "__typename": ...}, None),
        ({"media_type": "19", "__typename": ...}, None),
    ],
)
def test_the_type_is_what_the_post_says_and_never_guessed(changes: dict[str, Any], kind: str | None) -> None:
    (post,) = facts({"data": {"user": holder(node(0, **changes), **USER)}}).posts
    assert post.type == kind


@pytest.mark.parametrize(
    "ids",
    [
        {"pk": str(FIRST)},
        {"pk": FIRST},
        {"pk": ..., "id": f"{FIRST}_{PK}"},
        {"pk": ..., "id": f"POLARIS_{FIRST}"},
    ],
)
def test_a_post_without_a_code_has_the_one_that_follows_from_its_id(ids: dict[str, Any]) -> None:
    (post,) = facts({"data": {"user": holder(node(0, code=..., **ids), **USER)}}).posts
    assert (post.shortcode, post.likes and post.likes.value) == (shortcode_of(FIRST), 400)


def test_a_code_found_by_id_is_the_longer_code_of_a_private_accounts_tile() -> None:
    code = shortcode_of(FIRST) + "pQ0hXxVb2kA7c9yTn1rZs4wLmE"
    tile = f"<header><h2>{NAME}</h2></header><main><a href='/{NAME}/p/{code}/'><img></a></main>"
    found = facts(
        {"data": {"user": holder(node(0, code=...), **USER)}}, html=f"<html lang='vi'>{tile}</html>"
    )
    assert [(post.shortcode, post.likes and post.likes.value) for post in found.posts] == [(code, 400)]


@pytest.mark.parametrize(
    "other",
    [
        {"pk": "17900000000000001", "text": "hay quá", "comment_like_count": 3},
        {"pk": PK, "username": NAME, "media_type": 1},
        {"pk": "12", "media_type": 1, "like_count": 5},
        {"pk": "99999999999999999999", "media_type": 1},
        {"pk": None, "id": "abc", "media_type": 1},
    ],
)
def test_an_id_that_no_post_can_have_makes_no_post(other: dict[str, Any]) -> None:
    assert list(media_rows({"rows": [other]}, "response")) == []


def test_parts_of_a_carousel_without_codes_are_no_posts() -> None:
    part = {"pk": str(FIRST + 5), "media_type": "1", "__typename": "XIGPolarisImageMedia"}
    whole = node(0, code=..., media_type="8", slides={"edges": [{"node": part}, {"node": part}]})
    assert [media.post.type for media in media_rows({"x": whole}, "response")] == ["carousel"]


@pytest.mark.parametrize("number", [FIRST, 1_000_000_000_000_000_000, 4_611_686_018_427_387_905])
def test_code_and_number_of_a_post_lead_to_each_other(number: int) -> None:
    assert number_of_shortcode(shortcode_of(number)) == number


# --- post pages ---------------------------------------------------------------------------------------------

CAPTION = 'Bánh xèo "giòn rụm" cuối tuần: 30% #hoptac'


def post_page(
    code: str, description: str, title: str, data: dict[str, Any] | None = None, kind: str = "p"
) -> Facts:
    metas = {"og:type": "article", "og:url": f"https://www.instagram.com/{NAME}/{kind}/{code}/"}
    metas |= {"og:title": title, "og:description": description}
    head = "".join(f"<meta property='{name}' content='{quoted(text)}'>" for name, text in metas.items())
    return read_capture(Capture.from_page(served(data or {}, head, None).encode())).facts


def quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace("'", "&#39;")


@pytest.mark.parametrize(
    ("description", "title"),
    [
        (f'34 likes, 7 comments - {NAME} on November 10, 2026: "{CAPTION}". ', "Bếp on Instagram"),
        (f'34 lượt thích, 7 bình luận - {NAME} vào 10 tháng 11, 2026: "{CAPTION}". ', "Instagram"),
        (f'34 likes, 7 comments - {NAME} on November 10, 2026: "Bánh xèo', f'Bếp on Instagram: "{CAPTION}"'),
        ("34 likes, 7 comments", f"Bếp trên Instagram: \u201c{CAPTION}\u201d"),
    ],
)
def test_the_caption_of_a_post_page_stands_in_its_metas(description: str, title: str) -> None:
    (post,) = post_page(shortcode_of(FIRST), description, title).posts
    assert (post.caption, post.type) == (CAPTION, None)


@pytest.mark.parametrize("text", ["", "34 likes, 7 comments", 'Bếp "nhà" on Instagram', 'Bếp: ""'])
def test_a_post_page_without_a_quoted_caption_has_none(text: str) -> None:
    found = post_page(shortcode_of(FIRST), "34 likes, 7 comments - x on May 1: ", text)
    assert [post.caption for post in found.posts] == [None]


@pytest.mark.parametrize("wrapped", [True, False])
@pytest.mark.parametrize("owner", [{"pk": PK, "username": NAME}, {"pk": PK}])
def test_the_post_of_a_logged_out_post_page_is_decoded(owner: dict[str, Any], wrapped: bool) -> None:
    media = node(0, like_count=..., comment_count=..., media_type="8", user=owner, taken_at=1_790_000_000)
    media["caption"] = {"text": CAPTION}
    data = {"xig_polaris_media": {"if_not_gated_logged_out": media} if wrapped else media}
    found = post_page(shortcode_of(FIRST), f"34 likes, 7 comments - {NAME} on May 1: ", "Instagram", data)
    (post,) = found.posts
    assert (found.profile_id, post.owner, post.type) == (PK, NAME, "carousel")
    assert (post.caption, post.taken_at_source, post.likes and post.likes.value) == (CAPTION, "post_page", 34)


def test_a_post_page_brings_the_owners_other_posts_along() -> None:
    media = node(0, user={"pk": PK, "username": NAME})
    data = {"xig_polaris_media": media, "xig_user": holder(node(3), node(4), pk=PK)}
    found = post_page(
        shortcode_of(FIRST), f"400 likes, 12 comments - {NAME} on May 1: ", "Instagram", data, "reel"
    )
    assert told(found.posts) == [(NAME, 400), (NAME, 403), (NAME, 404)]


@pytest.mark.parametrize(
    ("icons", "kinds"),
    [
        (["", "", ""], [None, None, None]),
        (["Carousel", "", "Clip"], ["carousel", "image", "reel"]),
        (["Carousel", "Unheard of", ""], ["carousel", None, "image"]),
    ],
)
def test_a_tile_is_a_picture_only_where_other_tiles_show_what_they_are(
    icons: list[str], kinds: list[str | None]
) -> None:
    drawn = [f'<svg aria-label="{icon}"></svg>' if icon else "" for icon in icons]
    tiles = "".join(
        f'<a href="/{NAME}/p/{shortcode_of(FIRST - i * STEP)}/"><img>{icon}</a>'
        for i, icon in enumerate(drawn)
    )
    page = f"<html lang='en'><main><header><h2>{NAME}</h2></header>{tiles}</main></html>"
    assert [post.type for post in facts(html=page).posts] == kinds


def test_a_node_of_the_wrong_shape_is_no_post() -> None:
    """Every field of another type than expected."""
    odd = {"pk": [1], "id": {"x": 1}, "code": 5, "media_type": {"a": 1}, "product_type": [], "__typename": 7}
    assert list(media_rows(Node(odd, "", "$").value, "response")) == []
