"""What opens over a profile: the followers list and a post with its comments; and that post as a page of its own."""

from __future__ import annotations

from datetime import timedelta

from tests.browser.standin.creators import Creator, Post
from tests.browser.standin.people import Comment, Person
from tests.browser.standin.tree import Tree, el, lines
from tests.browser.standin.views import CDN, icon, photo, tile
from tests.browser.standin.wording import Wording


def followers_dialog(wording: Wording, rows: list[Tree]) -> Tree:
    """The dialog with its rows; the live site opens it empty and adds twelve at a time."""
    title = wording.words["followers_title"]
    top = el("div", el("h1", title, css="strong"), _close(wording), css="nameline")
    return _dialog(title, top, el("div", el("div", *rows), id="rows", css="scroll", tabindex=0))


def follower_row(person: Person, wording: Wording) -> Tree:
    """One account of the list; without a photo it shows Instagram's anonymous picture."""
    picture = photo(person.username, wording, 44)
    if not person.has_photo:
        picture[1]["src"] = f"{CDN}/profile/44884218_345707102882519_2446069589734326272_n.svg"
    handle = el("span", person.username, dir="auto", css="strong")
    link = el("a", handle, href=f"/{person.username}/", role="link", tabindex=0)
    mark = icon(wording.words["verified"]) if person.is_verified else None
    name = el("span", person.full_name, dir="auto", css="quiet")
    button = el("button", el("div", wording.words["follow"], dir="auto"), type="button", css="secondary")
    return el("div", picture, el("div", el("div", link, mark), name, css="grow"), button, css="row")


def post_dialog(creator: Creator, post: Post, wording: Wording, comments: list[Tree]) -> Tree:
    """A post opened over the profile."""
    picture, *side = _post_parts(creator, post, wording, comments)
    article = el("article", picture, el("div", *side, css="side"), role="presentation", css="article")
    return _dialog(creator.username, el("div", _close(wording), css="corner"), article)


def post_page(creator: Creator, post: Post, wording: Wording, comments: list[Tree]) -> Tree:
    """A post as a page of its own, as in narrow windows and at its address.

    No dialog, no article and no header: the owner's name first, a dated link that names the owner, more posts below.
    """
    picture, *side = _post_parts(creator, post, wording, comments, heading="div")
    path = f"/{_author_of(creator, post)}/{'reel' if post.kind == 'reel' else 'p'}/{post.shortcode}/"
    dated = el("section", _time(post, 0, path), css="row")
    others = [other for other in creator.posts if other is not post and other.led_by is None][:3]
    more = el("div", *(tile(creator, other, wording) for other in others), css="grid")
    said = el(
        "div", el("span", wording.words["more_posts"].format(creator.username), dir="auto"), css="quiet"
    )
    body = el(
        "div",
        el("div", picture, el("div", *side, dated, css="side"), css="article"),
        said,
        more,
        css="column",
    )
    return el("main", body, role="main")


def _author_of(creator: Creator, post: Post) -> str:
    """A collaboration is under the name of who leads it."""
    return post.led_by[1] if post.led_by else creator.username


def _post_parts(
    creator: Creator, post: Post, wording: Wording, comments: list[Tree], heading: str = "header"
) -> list[Tree | None]:
    """Picture, author, caption with its date and comments, likes."""
    author = _author_of(creator, post)
    picture = el("img", alt="", src=f"{CDN}/post/{post.shortcode}.svg", crossorigin="anonymous", css="cover")
    written = el(
        "div", caption(author, post, wording), el("div", *comments), id="comments", css="scroll", tabindex=0
    )
    return [
        el("div", picture, css="picture"),
        el(heading, photo(author, wording, 32), _author(author), _paid(post, wording), css="row"),
        written,
        _likes(post, wording),
    ]


def caption(author: str, post: Post, wording: Wording) -> Tree:
    """The caption, which stands before the comments and looks like one."""
    return _entry(author, post.caption, _time(post, 0, None), wording)


def comment_entry(post: Post, comment: Comment, wording: Wording) -> Tree:
    """One comment, with a permalink of its own, a reply button and a heart."""
    path = f"/p/{post.shortcode}/c/{int(comment.author.pk) + 17_000_000_000_000_000}/"
    entry = _entry(comment.author.username, comment.text, _time(post, comment.age_seconds, path), wording)
    reply = el("div", el("span", wording.words["reply"]), role="button", tabindex=0, css="quiet")
    heart = el("div", icon(wording.words["like"]), role="button", tabindex=0)
    entry[2].extend((reply, heart))
    return el("ul", el("div", el("li", entry))) if comment.parent is not None else entry


def _entry(username: str, text: str, time: Tree, wording: Wording) -> Tree:
    words = el("span", *lines(text), dir="auto")
    return el(
        "div",
        photo(username, wording, 32),
        el("div", el("div", _author(username), " ", time), words),
        css="row",
    )


def _author(username: str) -> Tree:
    return el(
        "a", el("span", username, dir="auto", css="strong"), href=f"/{username}/", role="link", tabindex=0
    )


def _time(post: Post, later_seconds: int, path: str | None) -> Tree:
    moment = post.taken_at + timedelta(seconds=later_seconds)
    stamp = el(
        "time", f"{moment:%d/%m}", datetime=f"{moment:%Y-%m-%dT%H:%M:%S}.000Z", title=f"{moment:%d/%m/%Y}"
    )
    return (
        el("a", stamp, href=path, role="link", tabindex=0, css="quiet")
        if path
        else el("span", stamp, css="quiet")
    )


def _paid(post: Post, wording: Wording) -> Tree | None:
    if not post.is_sponsored:
        return None
    before, after = wording.words["paid"].split("{}")
    brand = el("a", "nhanhang.vidu", href="/nhanhang.vidu/", role="link", tabindex=0)
    return el("span", before, brand, after, css="quiet")


def _likes(post: Post, wording: Wording) -> Tree | None:
    if post.likes_hidden:
        return None
    words = "lượt thích" if wording.code == "vi" else "likes"
    number = el("span", wording.plain(post.likes), css="html-span")
    link = f"/p/{post.shortcode}/liked_by/"
    return el(
        "section", el("a", el("span", number, f" {words}"), href=link, role="link", tabindex=0), css="row"
    )


def _close(wording: Wording) -> Tree:
    return el("button", icon(wording.words["close"]), type="button", id="close")


def _dialog(label: str, *children: Tree) -> Tree:
    return el(
        "div",
        el("div", *children, role="dialog", aria_label=label, aria_modal="true", css="dialog"),
        css="shade",
    )
