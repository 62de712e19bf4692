"""Saved pages: the stand-in's documents as a browser would have saved them, each with its truth."""

from __future__ import annotations

from collections.abc import Iterator
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
from tests.browser.standin.document import Head, document, plain_head, post_head, profile_head
from tests.browser.standin.tree import Tree, el
from tests.browser.standin.views import Layout, profile, tile
from tests.browser.standin.wording import EN, VI, Wording

Truth = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SavedPage:
    """``truth`` says what a reader of the page must find; its keys are those of an analysis' facts."""

    file: str
    html: str
    truth: Truth


def pages(creators: dict[str, Creator]) -> Iterator[SavedPage]:
    """Every shape of page at least once, in both languages and both header layouts."""
    yield from _profiles(creators)
    yield from _spa_leftovers(creators)
    yield from _dialogs(creators)
    yield from _posts(creators)
    yield from _nobody()


def _profiles(creators: dict[str, Creator]) -> Iterator[SavedPage]:
    linh, maya, gym = creators["linhdan.vidu"], creators["maya.vidu"], creators["gymlab.vidu"]
    yield _profile("profile_vi_div.html", linh, VI, "div", hovered=2)
    yield _profile("profile_vi_list.html", linh, VI, "list", hovered=0)
    yield _profile("profile_en_div.html", maya, EN, "div", hovered=12)
    yield _profile("profile_en_list.html", gym, EN, "list", hovered=3)
    yield _profile("profile_vi_decoy_number_in_bio.html", creators["tuanxe.vidu"], VI, "div", hovered=1)
    yield _profile("profile_en_markup_in_bio.html", creators["quatang.vidu"], EN, "div", hovered=1)
    yield _profile("profile_vi_hidden_likes.html", creators["kimglow.vidu"], VI, "div", hovered=4)
    yield _profile("profile_vi_mega.html", creators["saolon.vidu"], VI, "div", hovered=1)
    yield _profile("profile_vi_empty.html", creators["moitao.vidu"], VI, "div", hovered=0)
    yield _profile("private_vi_div.html", creators["nhacuaan.vidu"], VI, "div", hovered=0)
    yield _profile("private_en_list.html", creators["nhacuaan.vidu"], EN, "list", hovered=0)
    yield _unrendered("profile_en_unrendered.html", maya, EN)
    yield _wall("wall_vi.html", linh, VI)
    yield _wall("wall_en.html", maya, EN)


def _spa_leftovers(creators: dict[str, Creator]) -> Iterator[SavedPage]:
    """Reached by pushState: head and JSON are still those of the first profile."""
    first, second = creators["maya.vidu"], creators["linhdan.vidu"]
    body = rendered(second, VI, "div", 1)
    truth = _truth("spa_vi_stale_metas.html", second, VI, 1) | {"stale": first.username}
    yield SavedPage(truth["file"], document(profile_head(first, VI), [body], VI), truth)


def _dialogs(creators: dict[str, Creator]) -> Iterator[SavedPage]:
    gym = creators["gymlab.vidu"]
    rows = gym.follower_rows[:24]
    dialog = followers_dialog(VI, [follower_row(person, VI) for person in rows])
    truth = _truth("followers_dialog_vi.html", gym, VI, 0)
    truth["follower_rows"] = [{"username": row.username, "has_photo": row.has_photo} for row in rows]
    yield SavedPage(
        truth["file"], document(profile_head(gym, VI), [rendered(gym, VI, "div", 0), dialog], VI), truth
    )
    linh = creators["linhdan.vidu"]
    post = linh.posts[1]
    thread = linh.comments_on(post)[:12]
    dialog = post_dialog(linh, post, VI, [comment_entry(post, comment, VI) for comment in thread])
    truth = _truth("post_dialog_vi.html", linh, VI, 0)
    truth["comment_rows"] = [{"username": entry.author.username, "text": entry.text} for entry in thread]
    yield SavedPage(
        truth["file"], document(profile_head(linh, VI), [rendered(linh, VI, "div", 0), dialog], VI), truth
    )


def _posts(creators: dict[str, Creator]) -> Iterator[SavedPage]:
    for name, creator, place, wording in (("vi", "linhdan.vidu", 1, VI), ("en", "maya.vidu", 2, EN)):
        owner = creators[creator]
        post = owner.posts[place]
        entries = [comment_entry(post, comment, wording) for comment in owner.comments_on(post)[:12]]
        body = post_page(owner, post, wording, entries)
        truth: Truth = {"file": f"post_{name}.html", "page": "post", "language": wording.code}
        truth |= {"username": owner.username, "posts": [_post_truth(post)]}
        yield SavedPage(truth["file"], document(post_head(owner, post, wording), [body], wording), truth)


def _nobody() -> Iterator[SavedPage]:
    for wording in (VI, EN):
        words = wording.words
        note = el("main", el("h2", words["error_title"]), el("span", words["error_text"]), role="main")
        error = plain_head("error", "httpErrorPage", "/khongco.vidu/", wording)
        yield _plain(f"error_{wording.code}.html", "error_page", error, note, wording)
        form = el("main", el("h1", words["landing"]), login_form(wording), role="main")
        landing = plain_head("landing", "loginPage", "/", wording)
        yield _plain(f"landing_{wording.code}.html", "other", landing, form, wording)
    code = el("main", el("h2", "Help us confirm it's you"), el("input", name="security_code"), role="main")
    challenge = plain_head("challenge", "challenge", "/challenge/action/", EN)
    yield _plain("challenge_en.html", "challenge", challenge, code, EN)


def _plain(file: str, page: str, head: Head, body: Tree, wording: Wording) -> SavedPage:
    truth = {"file": file, "page": page, "language": wording.code, "username": None}
    return SavedPage(file, document(head, [body], wording), truth)


def login_form(wording: Wording) -> Tree:
    """Name and password, as on the landing page and over a wall."""
    fields = [
        el("input", name=name, type=kind, aria_label=name)
        for name, kind in (("username", "text"), ("password", "password"))
    ]
    return el(
        "form", *fields, el("button", wording.words["login"], type="submit"), id="loginForm", css="note"
    )


def wall(creator: Creator, wording: Wording) -> Tree:
    """What a visitor without an account gets after a while: the name, no counts, a way in."""
    invitation = el("span", wording.words["wall"].format(creator.username))
    link = el("a", wording.words["login"], href="/accounts/login/", role="link")
    return el(
        "main", el("div", invitation, link, login_form(wording), role="dialog", css="note"), role="main"
    )


def rendered(creator: Creator, wording: Wording, layout: Layout, hovered: int) -> Tree:
    """A profile with the first twelve tiles in place, the first ``hovered`` of them with their counts."""
    main = profile(creator, wording, layout)
    tiles = [tile(creator, post, wording, place < hovered) for place, post in enumerate(creator.posts[:12])]
    grid = next((part for part in main[2][0][2] if part[1].get("id") == "grid"), None)
    if grid is not None:
        grid[2][0][2].extend(el("div", *tiles[row : row + 3], css="tiles") for row in range(0, len(tiles), 3))
    return main


def _profile(file: str, creator: Creator, wording: Wording, layout: Layout, hovered: int) -> SavedPage:
    head = profile_head(creator, wording, title=layout == "list")
    html = document(head, [rendered(creator, wording, layout, hovered)], wording)
    return SavedPage(file, html, _truth(file, creator, wording, hovered) | {"layout": layout})


def _unrendered(file: str, creator: Creator, wording: Wording) -> SavedPage:
    """As served, before any script ran: counts stand in the metas alone."""
    truth = _truth(file, creator, wording, 0) | {"exact": False, "visible_posts": []}
    return SavedPage(file, document(profile_head(creator, wording), [], wording), truth)


def _wall(file: str, creator: Creator, wording: Wording) -> SavedPage:
    html = document(profile_head(creator, wording, logged_in=False), [wall(creator, wording)], wording)
    truth = _truth(file, creator, wording, 0) | {"page": "login_wall", "exact": False, "visible_posts": []}
    return SavedPage(file, html, truth)


def _truth(file: str, creator: Creator, wording: Wording, hovered: int) -> Truth:
    visible = [
        _post_truth(post) | {"hovered": place < hovered} for place, post in enumerate(creator.posts[:12])
    ]
    return {
        "file": file,
        "page": "private_profile" if creator.is_private else "profile",
        "language": wording.code,
        "username": creator.username,
        "profile_id": creator.profile_id,
        "full_name": creator.full_name,
        "biography": creator.biography,
        "external_url": creator.external_url,
        "category": creator.category,
        "is_private": creator.is_private,
        "is_verified": creator.is_verified,
        "followers": creator.followers,
        "following": creator.following,
        "post_count": creator.post_count,
        "exact": True,
        "following_text": wording.compact(creator.following),
        "visible_posts": visible,
    }


def _post_truth(post: Post) -> Truth:
    """Counts of the post; a page shows them only where ``hovered`` is true, rounded down from 10,000 on."""
    return {
        "shortcode": post.shortcode,
        "type": post.kind,
        "taken_at": post.taken_at.isoformat(),
        "likes": None if post.likes_hidden else post.likes,
        "comments": post.comments,
        "likes_hidden": post.likes_hidden,
        "is_pinned": post.is_pinned,
        "is_collaboration": post.led_by is not None,
        "caption": post.caption,
    }
