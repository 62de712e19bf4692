"""Whole documents: head with its metas, Instagram's JSON script blocks with the viewer as a decoy, and the body."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from tests.browser.standin.answers import comments, post_root, profile_content, timeline
from tests.browser.standin.creators import VIEWER, Creator, Post
from tests.browser.standin.tree import Tree, el, to_html
from tests.browser.standin.views import CDN
from tests.browser.standin.wording import Wording, og_number

ROUTES = {
    "profile": "PolarisProfilePostsTabRoute",
    "profile_out": "PolarisProfileRoute",
    "post": "PolarisPostRoute",
    "error": "PolarisErrorRoute",
    "landing": "PolarisLoginRoute",
    "challenge": "PolarisChallengeRoute",
}


@dataclass(frozen=True, slots=True)
class Head:
    """What an address's document says about itself before any script runs."""

    title: str = "Instagram"
    metas: tuple[tuple[str, str], ...] = ()
    """(property or name, text)"""
    canonical: str | None = None
    blocks: tuple[Any, ...] = ()
    """Bodies of the JSON script blocks."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What the live site adds to a document: its script and style with a nonce, and ballast."""

    head_html: str = ""
    ballast_bytes: int = 0
    dark: bool = False


def profile_head(creator: Creator, wording: Wording, logged_in: bool = True, title: bool = True) -> Head:
    """A profile's head. A wall has the same metas; og counts are rounded and may be stale."""
    url = f"https://www.instagram.com/{creator.username}/"
    values = {
        "followers": og_number(creator.followers),
        "following": og_number(creator.following),
        "posts": og_number(creator.post_count),
        "name": creator.full_name,
        "user": creator.username,
        "bio": creator.biography.replace("\n", " "),
    }
    shown = wording.title.format(**values)
    metas = (
        ("og:type", "profile"),
        ("og:image", f"{CDN}/profile/{creator.username}.svg"),
        ("og:title", shown),
        ("og:description", wording.meta.format(**values)),
        ("og:url", url),
        ("description", wording.description.format(**values)),
    )
    route = "profile" if logged_in else "profile_out"
    props = {
        "id": creator.profile_id,
        "page_logging": {
            "name": "profilePage",
            "params": {"page_id": f"profilePage_{creator.profile_id}", "profile_id": creator.profile_id},
        },
        "polaris_preload": {"profile": {"request": {"params": {"query": {"username": creator.username}}}}},
    }
    blocks = (
        *environment(wording, logged_in),
        route_block(route, "profilePage", f"/{creator.username}/", props),
    )
    return Head(shown if title else "Instagram", metas, url, blocks)


def with_answers(head: Head, creator: Creator) -> Head:
    """The head with the profile's first answers in it, which its script then need not ask for."""
    blocks = (
        relay_block("PolarisProfilePageContentQueryRelayPreloader", profile_content(creator)),
        relay_block("PolarisProfilePostsQueryRelayPreloader", timeline(creator)),
    )
    return replace(head, blocks=(*head.blocks, *blocks))


def post_head(creator: Creator, post: Post, wording: Wording) -> Head:
    """A post's own page: counts in words in the description, the post and its comments as JSON."""
    path = "reel" if post.kind == "reel" else "p"
    url = f"https://www.instagram.com/{path}/{post.shortcode}/"
    counts = f"{og_number(post.likes)} likes, {og_number(post.comments)} comments"
    said = f'{counts} - {creator.username} on {post.taken_at:%B %-d, %Y}: "{post.caption}"'
    title = f'{creator.full_name} on Instagram: "{post.caption}"'
    metas = (
        ("og:type", "article"),
        ("og:title", title),
        ("og:url", url),
        ("og:description", said),
        ("description", said),
    )
    logging = {"name": "postPage", "params": {"page_id": f"postPage_{post.pk}"}}
    props = {"media_id": post.pk, "media_owner_id": creator.profile_id, "page_logging": logging}
    blocks = (
        *environment(wording, True),
        route_block("post", "postPage", f"/{path}/{post.shortcode}/", props),
        relay_block("PolarisPostRootQueryRelayPreloader", post_root(creator, post)),
        relay_block("PolarisPostCommentsContainerQueryRelayPreloader", comments(creator, post)),
    )
    return Head(title, metas, url, blocks)


def plain_head(kind: str, page: str, path: str, wording: Wording, title: str = "Instagram") -> Head:
    """A page about nobody: error, landing, challenge."""
    blocks = (
        *environment(wording, False),
        route_block(kind, page, path, {"page_logging": {"name": page, "params": {}}}),
    )
    return Head(title, (("og:site_name", "Instagram"),), None, blocks)


def document(head: Head, body: Iterable[Tree], wording: Wording, extras: Extras | None = None) -> str:
    """The whole page as HTML."""
    extras = extras or Extras()
    theme = " __fb-dark-mode" if extras.dark else " __fb-light-mode"
    blocks = [_script(block) for block in head.blocks]
    if extras.ballast_bytes:
        blocks += _ballast(extras.ballast_bytes)
    mount = to_html(el("div", *body, id="mount_0_0_s1"))
    return (
        f'<!DOCTYPE html><html class="_9dls _ar44{theme}" lang="{wording.code}" dir="ltr"><head>'
        f'<meta charset="utf-8"><title>{escape(head.title, quote=False)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{''.join(_meta(*pair) for pair in head.metas)}{_canonical(head)}{extras.head_html}"
        f'</head><body class="_a3wf system-fonts--body">{mount}\n' + "\n".join(blocks) + "\n</body></html>\n"
    )


def environment(wording: Wording, logged_in: bool) -> tuple[Any, ...]:
    """The blocks of every page: number grammar, and the account that looks (never the one looked at)."""
    data: dict[str, Any] | None = None
    if logged_in:
        data = {
            "id": VIEWER[0],
            "username": VIEWER[1],
            "full_name": VIEWER[2],
            "biography": "",
            "is_private": False,
        }
        data |= {
            "follower_count": 41,
            "following_count": 77,
            "profile_pic_url": f"{CDN}/profile/{VIEWER[1]}.svg",
        }
    viewer = ["PolarisViewer", [], {"data": data, "id": VIEWER[0] if logged_in else None}, 7365]
    first = {"define": [*wording.grammar(), viewer], "require": [["JSScheduler"], ["ServerJS"]]}
    return (
        _bbox(first),
        {"require": [["Bootloader", "handlePayload", None, [{"consistency": {"rev": 1031228453}}]]]},
    )


def route_block(kind: str, page: str, path: str, props: dict[str, Any]) -> Any:
    """The route that the page was served for."""
    route = {
        "actorID": "0",
        "rootView": {"props": props},
        "canonicalRouteName": f"comet.igweb.{ROUTES[kind]}",
        "hostableView": {"props": props},
        "polarisRouteConfig": {"pageID": page},
        "url": path,
    }
    handle = [
        "CometPlatformRootClient",
        "setInitDeferredPayload",
        [],
        [{"initialRouteInfo": {"route": route}}],
    ]
    return _bbox({"require": [handle]})


def relay_block(name: str, answer: dict[str, Any]) -> Any:
    """An answer that came with the page."""
    box = {"__bbox": {"complete": True, "result": answer, "sequence_number": 0}}
    return _bbox({"require": [["RelayPrefetchedStreamCache", "next", [], [f"adp_{name}_0", box]]]})


def _bbox(content: dict[str, Any]) -> Any:
    return {"require": [["ScheduledServerJS", "handle", None, [{"__bbox": content}]]]}


def _script(content: Any) -> str:
    text = (
        json.dumps(content, ensure_ascii=True, separators=(",", ":"))
        .replace("/", "\\/")
        .replace("<", "\\u003C")
    )
    return f'<script type="application/json" data-content-len="{len(text)}" data-sjs>{text}</script>'


def _ballast(size: int) -> list[str]:
    """Blocks of modules and experiments, as most of a real page is."""
    entries = [
        [f"qe:{number}", ["Scheduler"], {"g": f"{number:08x}" * 8, "p": {"is_enabled": False}}, -1]
        for number in range(400)
    ]
    block = _script(_bbox({"define": entries}))
    return [block] * (size // len(block) + 1)


def _meta(name: str, text: str) -> str:
    """Text of metas is served with every character beyond ASCII as an entity."""
    kind = "property" if name.startswith("og:") else "name"
    encoded = "".join(c if ord(c) < 128 else f"&#x{ord(c):x};" for c in escape(text))
    return f'<meta {kind}="{name}" content="{encoded}">'


def _canonical(head: Head) -> str:
    return f'<link rel="canonical" href="{escape(head.canonical)}">' if head.canonical else ""
