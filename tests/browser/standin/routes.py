"""What the live site's script draws for an address: kind of page, its elements, and what loads later."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tests.browser.standin.creators import Creator, Post
from tests.browser.standin.dialogs import (
    comment_entry,
    follower_row,
    followers_dialog,
    post_dialog,
    post_page,
)
from tests.browser.standin.saved import login_form, wall
from tests.browser.standin.tree import Tree, el
from tests.browser.standin.views import Layout, overlay, photo, profile, tile
from tests.browser.standin.wording import Wording

Json = dict[str, Any]
_PROFILE = re.compile(r"/([a-z0-9._]{1,30})/(?:(followers|following|reels|tagged)/)?(?:mutualOnly/)?")
_POST = re.compile(r"/(?:[a-z0-9._]{1,30}/)?(?:p|reel)/([A-Za-z0-9_-]+)/.*")


@dataclass(frozen=True, slots=True)
class Place:
    """What an address means: a creator, perhaps a part of the profile, perhaps a post."""

    creator: Creator | None = None
    part: str = ""
    post: Post | None = None


def place_of(path: str, creators: dict[str, Creator]) -> Place:
    """Read an address's path. An unknown name or post gives an empty Place."""
    found = _POST.fullmatch(path)
    if found:
        for creator in creators.values():
            post = creator.post(found[1])
            if post:
                return Place(creator, "post", post)
        return Place()
    named = _PROFILE.fullmatch(path)
    return Place(creators.get(named[1]), named[2] or "") if named else Place()


def definition(place: Place, wording: Wording, layout: Layout, walled: bool) -> Json:
    """The answer to the script's question what to draw at ``place``."""
    if place.creator is None:
        return {"kind": "error", "view": error(wording), "title": "Instagram"}
    if walled:
        return {"kind": "wall", "view": wall(place.creator, wording), "title": "Instagram"}
    if place.post is not None:
        return _post(place.creator, place.post, wording)
    if place.part == "followers":
        return _followers(place.creator, wording)
    return _profile(place.creator, wording, layout, place.part)


def _profile(creator: Creator, wording: Wording, layout: Layout, part: str) -> Json:
    shown = creator.reels if part == "reels" else creator.posts
    return {
        "kind": "profile",
        "part": part,
        "username": creator.username,
        "profile_id": creator.profile_id,
        "title": wording.title.format(name=creator.full_name, user=creator.username),
        "view": profile(creator, wording, layout),
        "tiles": [
            {
                "shortcode": post.shortcode,
                "view": tile(creator, post, wording),
                "overlay": overlay(post, wording),
            }
            for post in shown
        ],
    }


def _followers(creator: Creator, wording: Wording) -> Json:
    rows = [follower_row(person, wording) for person in creator.follower_rows]
    identity = {"username": creator.username, "profile_id": creator.profile_id}
    return {"kind": "followers", "view": followers_dialog(wording, []), "rows": rows, **identity}


def _post(creator: Creator, post: Post, wording: Wording) -> Json:
    rows = [comment_entry(post, comment, wording) for comment in creator.comments_on(post)]
    identity = {"username": creator.username, "profile_id": creator.profile_id, "shortcode": post.shortcode}
    views = {
        "view": post_dialog(creator, post, wording, []),
        "page": post_page(creator, post, wording, []),
    }
    return {"kind": "post", "rows": rows, **views, **identity}


def error(wording: Wording) -> Tree:
    """The page of a name that does not exist."""
    title, text = wording.words["error_title"], wording.words["error_text"]
    return el("main", el("div", el("h2", title), el("span", text), css="note"), role="main")


def navigation(creators: dict[str, Creator], wording: Wording) -> Tree:
    """The bar at the side with links to every creator: other people's names beside each profile."""
    links = [
        el(
            "a",
            photo(name, wording, 24),
            el("span", name),
            href=f"/{name}/",
            role="link",
            tabindex=0,
            css="sidelink",
        )
        for name in creators
    ]
    home = el("a", el("span", "Instagram", css="logo"), href="/", role="link", tabindex=0, css="sidelink")
    return el("nav", home, *links, css="sidebar", aria_label=wording.words["home"])


def landing(wording: Wording) -> Tree:
    """What stands at the root without an account."""
    return el("main", el("h1", wording.words["landing"]), login_form(wording), role="main", css="column")
