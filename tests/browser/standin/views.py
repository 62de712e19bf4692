"""What stands on a profile: header in both layouts, tabs, grid, hover overlay, suggestions, private and empty notes."""

from __future__ import annotations

from typing import Literal

from tests.browser.standin.creators import Creator, Post
from tests.browser.standin.tree import Tree, el, lines
from tests.browser.standin.wording import Wording

Layout = Literal["list", "div"]
"""``list`` is the header of early 2025 (ul > li), ``div`` the one since the end of 2025."""
CDN = "https://scontent.cdninstagram.com"
_SUGGESTED = (("phohaiu.vidu", "690K"), ("traicay.vidu", "12.4K"), ("muaxuan.vidu", "2,112"))


def profile(creator: Creator, wording: Wording, layout: Layout, viewer: bool = True) -> Tree:
    """The ``main`` of a profile, without tiles (they come with the page's answers)."""
    header = _list_header(creator, wording) if layout == "list" else _div_header(creator, wording)
    below = [private_note(wording)] if creator.is_private else [tabs(creator, wording), _grid()]
    if not creator.is_private and not creator.post_count:
        below = [tabs(creator, wording), el("div", el("span", wording.words["no_posts"]), css="note")]
    suggested = [suggestions(wording)] if viewer else []
    return el("main", el("div", header, *suggested, *below, css="column"), role="main")


def _list_header(creator: Creator, wording: Wording) -> Tree:
    name = el("a", el("h2", el("span", creator.username), dir="auto"), href="#", role="link", tabindex=0)
    cells = el(
        "ul", *(el("li", cell, css="cell") for cell in _counts(creator, wording, "list")), css="counts"
    )
    return el(
        "header",
        el("section", photo(creator.username, wording, 150), css="portrait"),
        el("section", el("div", name, _badge(creator, wording), *_buttons(wording), css="nameline"), cells),
        el("section", *_about(creator, wording), css="about"),
        css="header",
    )


def _div_header(creator: Creator, wording: Wording) -> Tree:
    name = el("a", el("h2", el("span", creator.username), dir="auto"), href="#", role="link", tabindex=0)
    cells = el(
        "div", *(el("div", cell, css="cell") for cell in _counts(creator, wording, "div")), css="counts"
    )
    full_name = el("div", el("span", creator.full_name, dir="auto"))
    top = el("section", el("div", name, _badge(creator, wording), css="nameline"), full_name, cells)
    rest = el("div", *_about(creator, wording)[1:], css="about")
    return el(
        "header",
        el("div", el("section", photo(creator.username, wording, 150), css="portrait"), top, rest),
        el("section", el("div", *_buttons(wording), css="nameline")),
        css="header",
    )


def _counts(creator: Creator, wording: Wording, layout: Layout) -> list[Tree]:
    """Posts, followers, following; the exact count is a title and stands on followers alone."""
    following = wording.following if layout == "list" else wording.following_alternative
    link = "#" if layout == "div" and creator.language == "en" else f"/{creator.username}/followers/"
    exact = el("span", _number(wording.compact(creator.followers)), title=wording.plain(creator.followers))
    follows = el("span", _number(wording.compact(creator.following)))
    shut = creator.is_private
    return [
        _cell(wording.posts, el("span", _number(wording.plain(creator.post_count))), None, False),
        _cell(wording.followers, exact, link, shut or not creator.followers),
        _cell(following, follows, f"/{creator.username}/following/", shut or not creator.following),
    ]


def _cell(words: str, number: Tree, link: str | None, button: bool) -> Tree:
    before, after = words.split("{}")
    text = el("span", before, number, after, dir="auto")
    if link is None:
        return text
    if button:
        return el("button", text, type="button")
    return el("a", text, href=link, role="link", tabindex=0)


def _number(shown: str) -> Tree:
    return el("span", shown, css="html-span")


def _badge(creator: Creator, wording: Wording) -> Tree | None:
    return icon(wording.words["verified"]) if creator.is_verified else None


def icon(label: str) -> Tree:
    """A labelled picture: Instagram's icons are svg with a title."""
    shape = el("circle", cx=12, cy=12, r=9, fill="currentColor")
    return el(
        "svg",
        el("title", label),
        shape,
        aria_label=label,
        role="img",
        viewBox="0 0 24 24",
        width=16,
        height=16,
    )


def _buttons(wording: Wording) -> list[Tree]:
    return [
        el("button", el("div", wording.words["follow"], dir="auto"), type="button", css="primary"),
        el("div", wording.words["message"], role="button", tabindex=0, css="secondary"),
        el("div", icon(wording.words["options"]), role="button", tabindex=0),
    ]


def _about(creator: Creator, wording: Wording) -> list[Tree]:
    """Name, category, biography, link, and a line of mutual followers with a number that is not the creator's."""
    parts = [el("div", el("span", creator.full_name, dir="auto"), css="strong")]
    if creator.category:
        parts.append(el("div", el("div", creator.category, dir="auto"), css="quiet"))
    if creator.biography:
        words = el("span", *lines(creator.biography), dir="auto")
        parts.append(el("span", el("div", words, role="button", tabindex=0), dir="auto"))
    if creator.external_url:
        shown = creator.external_url.removeprefix("https://")
        target = f"https://l.instagram.com/?u={creator.external_url}&e=x"
        parts.append(
            el("div", el("a", el("div", shown, dir="auto"), href=target, target="_blank", rel="me nofollow"))
        )
    if not creator.is_private:
        link = f"/{creator.username}/followers/mutualOnly/"
        parts.append(
            el("a", el("span", wording.words["mutual"]), href=link, role="link", tabindex=0, css="quiet")
        )
    return parts


def photo(username: str, wording: Wording, size: int) -> Tree:
    """A round profile picture."""
    alt = wording.words["photo_of"].format(username)
    source = f"{CDN}/profile/{username}.svg"
    return el("img", alt=alt, src=source, width=size, height=size, draggable="false", css="round")


def tabs(creator: Creator, wording: Wording) -> Tree:
    """Posts, Reels, Tagged."""
    names = (("", "posts_tab"), ("reels/", "reels_tab"), ("tagged/", "tagged_tab"))
    links = [
        el("a", el("span", wording.words[word]), href=f"/{creator.username}/{path}", role="tab", tabindex=0)
        for path, word in names
    ]
    return el("div", *links, role="tablist", css="tabs")


def _grid() -> Tree:
    return el("div", el("div", css="grid"), id="grid")


def tile(creator: Creator, post: Post, wording: Wording, hovered: bool = False) -> Tree:
    """One post of the grid. Counts stand on it only while it is hovered."""
    owner = post.led_by[1] if post.led_by else creator.username
    path = "reel" if post.kind == "reel" else "p"
    alt = wording.words["photo_by"].format(creator.full_name, f"{post.taken_at:%B %d, %Y}")
    picture = el("img", alt=alt, src=f"{CDN}/post/{post.shortcode}.svg", crossorigin="anonymous", css="cover")
    marks = [icon(wording.words[name]) for name, here in _marks(post).items() if here]
    children = [el("div", picture, el("div")), el("div", *marks, css="marks")]
    if hovered:
        children.append(overlay(post, wording))
    link = el("a", *children, href=f"/{owner}/{path}/{post.shortcode}/", role="link", tabindex=0, css="tile")
    return el("div", link)


def _marks(post: Post) -> dict[str, bool]:
    return {"pinned": post.is_pinned, "carousel": post.kind == "carousel", "clip": post.kind == "reel"}


def overlay(post: Post, wording: Wording) -> Tree:
    """What a hovered tile shows: likes, then comments; comments alone where likes are hidden."""
    counts = [post.comments] if post.likes_hidden else [post.likes, post.comments]
    items = [
        el("li", el("span", _number(wording.compact(count)), dir="auto"), el("span", css="mark"), css="cell")
        for count in counts
    ]
    return el("div", el("ul", *items, css="counts"), css="overlay")


def suggestions(wording: Wording) -> Tree:
    """Other accounts with counts of their own: decoys."""
    cards = [
        el(
            "div",
            el("a", el("span", name, dir="auto"), href=f"/{name}/", role="link", tabindex=0),
            el(
                "span",
                el("span", shown, title=shown),
                " ",
                wording.words["followers_title"].lower(),
                css="quiet",
            ),
            css="card",
        )
        for name, shown in _SUGGESTED
    ]
    return el(
        "div",
        el("div", wording.words["suggested"], css="quiet"),
        el("div", *cards, css="cards"),
        css="suggested",
    )


def private_note(wording: Wording) -> Tree:
    """What stands in place of a private account's grid."""
    title, text = wording.words["private_title"], wording.words["private_text"]
    return el("div", el("h2", title, css="strong"), el("span", text, dir="auto"), css="note")
