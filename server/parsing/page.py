"""What kind of page a capture is: told by address, route, structure; by fixed texts only where nothing else is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import urlsplit

from server.capture import username_of_url
from server.facts import PageKind
from server.parsing.embedded import route_name
from server.parsing.grammar import words
from server.parsing.view import CaptureView

_LEGACY: dict[str, PageKind] = {
    "ProfilePage": "profile",
    "PostPage": "post",
    "Challenge": "challenge",
    "LoginAndSignupPage": "login_wall",
    "HttpErrorPage": "error_page",
    "StoriesPage": "story",
    "LandingPage": "other",
    "FeedPage": "other",
}
# Parts of the names that pages give themselves (page id or route), most telling first.
_NAMES: tuple[tuple[str, PageKind], ...] = (
    ("error", "error_page"),
    ("stories", "story"),
    ("challenge", "challenge"),
    ("checkpoint", "challenge"),
    ("authplatform", "challenge"),
    ("login", "login_wall"),
    ("post", "post"),
    ("clipstab", "post"),
    ("reelstab", "post"),
    ("profile", "profile"),
)
_FIRST_SEGMENTS: dict[str, PageKind] = {
    "p": "post",
    "reel": "post",
    "reels": "post",
    "tv": "post",
    "stories": "story",
    "challenge": "challenge",
    "auth_platform": "challenge",
}


def page_kind(view: CaptureView, has_counts: bool, is_private: bool | None) -> PageKind:
    """One of the contract's kinds. ``has_counts``: some source gave a count of the creator."""
    kind = _named_kind(view)
    if kind == "profile":
        return _profile_kind(view, has_counts, is_private)
    if kind == "login_wall":
        return "login_wall" if _asks_for_a_page(view) else "other"
    if kind == "post" and view.header is not None and view.header.counts and view.capture.url:
        return "private_profile" if is_private else "profile"  # a post opened over its creator's profile
    if kind == "post" and not _has_post(view) and _has_login_form(view):
        return "login_wall"
    return kind


def _profile_kind(view: CaptureView, has_counts: bool, is_private: bool | None) -> PageKind:
    if not has_counts:
        return _empty_profile(view)
    rendered = view.legacy or (view.header and view.header.counts)
    behind_form = not rendered and _has_login_form(view)
    if behind_form and not view.capture.responses:
        return "login_wall"  # its metas still tell the counts
    return "private_profile" if is_private else "profile"


def _asks_for_a_page(view: CaptureView) -> bool:
    """A login page stands before something; the landing page stands for itself."""
    title = (view.document.title() or "").casefold()
    return view.address is not None or view.username is not None or title.startswith("login")


def _named_kind(view: CaptureView) -> PageKind:
    """The first answer of: old page data, live address, the page's own name, og address, structure."""
    steps: tuple[Callable[[CaptureView], PageKind | None], ...] = (
        _by_legacy,
        _by_live_address,
        _by_route,
        _by_address,
    )
    for step in steps:
        kind = step(view)
        if kind is not None:
            return kind
    return _by_structure(view)


def _by_legacy(view: CaptureView) -> PageKind | None:
    for name, kind in _LEGACY.items():
        if name in view.legacy_pages:
            return kind
    return None


def _by_live_address(view: CaptureView) -> PageKind | None:
    if view.capture.url is None:
        return None
    stale = view.capture.navigation == "spa"
    named = None if stale else _by_route(view)
    if named in ("error_page", "challenge", "login_wall"):
        return named
    return _kind_of_address(view.capture.url) or named


def _by_route(view: CaptureView) -> PageKind | None:
    for name in _own_names(view):
        folded = (name or "").lower()
        for part, kind in _NAMES:
            if part in folded:
                # A profile whose header is there is one, whatever the first page was.
                return "profile" if kind != "profile" and view.header and view.header.counts else kind
    return None


def _own_names(view: CaptureView) -> Iterator[str | None]:
    """What the page calls itself, the short way to tell first."""
    yield view.route.page_id
    yield route_name(view.document)


def _by_address(view: CaptureView) -> PageKind | None:
    return _kind_of_address(view.address) if view.address else None


def _kind_of_address(url: str) -> PageKind | None:
    try:
        segments = [s for s in urlsplit(url).path.split("/") if s]
    except ValueError:
        return None
    if not segments:
        return "other"
    if segments[0] in _FIRST_SEGMENTS:
        return _FIRST_SEGMENTS[segments[0]]
    if segments[:2] == ["accounts", "login"]:
        return "login_wall"
    if username_of_url(url) is None:
        return "other"
    return "post" if len(segments) > 2 and segments[1] in ("p", "reel", "tv") else "profile"


def _by_structure(view: CaptureView) -> PageKind:
    if view.header is not None and view.header.counts:
        return "profile"
    if view.meta.og_type == "profile" or view.meta.profile_counts:
        return "profile"
    title = (view.document.title() or "").casefold()
    if _says(view, "missing", view.document.markup) or "page not found" in title:
        return "error_page"
    return "login_wall" if title.startswith("login") else "other"


def _empty_profile(view: CaptureView) -> PageKind:
    """A profile's address without any count: a wall, an error, or a page that has not loaded."""
    if _says(view, "missing", view.document.markup):
        return "error_page"
    logged_out = (route_name(view.document) or "").endswith("PolarisProfileRoute")
    return "login_wall" if _has_login_form(view) or logged_out else "other"


def says_private(view: CaptureView) -> bool:
    """True where the page itself, below the header, says that the account is private."""
    end = view.document.markup.find(b"</header")
    return end > 0 and _says(view, "private", view.document.markup[end:])


def _says(view: CaptureView, kind: str, markup: bytes) -> bool:
    return any(form in markup for word in words(view.grammar.language, kind) for form in _spellings(word))


@cache
def _spellings(word: str) -> tuple[bytes, ...]:
    """As a page may write a text: plainly, or with entities for all that is not ASCII and for apostrophes."""
    entities = "".join(c if c.isascii() else f"&#x{ord(c):x};" for c in word)
    apostrophes = [entities.replace("'", sign) for sign in ("&#039;", "&#39;", "&#x27;", "\u2019")]
    return tuple(dict.fromkeys(text.encode() for text in (word, entities, *apostrophes)))


def _has_login_form(view: CaptureView) -> bool:
    markup = view.document.markup
    return any(mark in markup for mark in (b'name="password"', b'type="password"', b'id="loginForm"'))


def _has_post(view: CaptureView) -> bool:
    return bool(view.meta.post_counts or view.legacy_post or view.embedded)
