"""The platforms of a list: as words in a cell or heading, and as addresses of somebody's page there."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qs, unquote, urlsplit

from server.handles import INSTAGRAM
from server.sheet_import.words import words_of

_WORDS = {
    INSTAGRAM: "instagram insta ig ins ista instargram intagram",
    "tiktok": "tiktok tt tok douyin tictok titok",
    "youtube": "youtube yt ytb youtuber yotube shorts",
    "facebook": "facebook fb face fanpage meta",
    "threads": "threads thread",
    "x": "twitter x",
    "shopee": "shopee",
    "lemon8": "lemon8",
    "zalo": "zalo",
    "linkedin": "linkedin",
    "pinterest": "pinterest",
    "twitch": "twitch",
    "telegram": "telegram",
    "blog": "blog website web blogger",
}
_BY_WORD = {word: platform for platform, words in _WORDS.items() for word in words.split()}
_WITH_LISTS = frozenset((INSTAGRAM, "tiktok", "youtube", "facebook", "threads"))
"""Platforms after which a sheet of creators is called; "web" or "x" in its name may mean anything."""
_BETWEEN = frozenset(
    [
        "va",
        "and",
        "kenh",
        "channel",
        "page",
        "reels",
        "reel",
        "story",
        "video",
        "post",
        "profile",
        "account",
        "tai",
        "khoan",
        "creator",
        "kol",
        "koc",
    ]
)
_HOSTS = {
    "instagram.com": INSTAGRAM,
    "instagr.am": INSTAGRAM,
    "ig.me": INSTAGRAM,
    "tiktok.com": "tiktok",
    "youtube.com": "youtube",
    "youtu.be": "youtube",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "fb.me": "facebook",
    "threads.net": "threads",
    "threads.com": "threads",
    "twitter.com": "x",
    "x.com": "x",
    "shopee.vn": "shopee",
    "lemon8-app.com": "lemon8",
    "zalo.me": "zalo",
    "linkedin.com": "linkedin",
    "pinterest.com": "pinterest",
    "twitch.tv": "twitch",
    "t.me": "telegram",
}
_ADDRESS = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]{1,63}\.){0,4}(?:"
    + "|".join(re.escape(host) for host in _HOSTS)
    + r")(?![\w.-])(?:[/?][^\s<>\"|,;)\]}]{0,500})?",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"\.(?:" + "|".join(sorted({host.rpartition(".")[2] for host in _HOSTS})) + ")", re.IGNORECASE
)
"""How every address of a known platform goes on somewhere: found in no time where there is none."""
_SKIPPED = {
    INSTAGRAM: {"_u", "_n", "stories", "m", "web"},
    "youtube": {"c", "user", "channel"},
    "linkedin": {"in", "company"},
}
_NO_PAGES = frozenset(
    (
        "p",
        "reel",
        "reels",
        "tv",
        "explore",
        "accounts",
        "video",
        "videos",
        "watch",
        "shorts",
        "playlist",
        "photo",
        "photo.php",
        "share",
        "sharer",
        "groups",
        "hashtag",
        "tag",
        "search",
        "home",
        "t",
        "v",
        "embed",
        "live",
        "feed",
        "results",
        "events",
        "story.php",
        "permalink.php",
        "s",
        "direct",
        "pages",
        "people",
        "i",
        "intent",
        "product",
        "discover",
        "music",
        "highlights",
        "locations",
    )
)
_SHORT_HOSTS = re.compile(r"^(?:vt|vm)\.tiktok\.com$|^youtu\.be$|^fb\.me$")


def named(text: str) -> tuple[str, ...]:
    """The platforms that a cell names; () where anything else stands in it.

    >>> named("IG + TikTok")
    ('instagram', 'tiktok')
    """
    if not text or len(text) > 80:
        return ()
    words = [
        word
        for word in words_of(text).replace("tik tok", "tiktok").replace("you tube", "youtube").split()
        if word not in _BETWEEN
    ]
    found = tuple(dict.fromkeys(_BY_WORD[word] for word in words if word in _BY_WORD))
    return found if all(word in _BY_WORD for word in words) else ()


def mentioned(text: str) -> str | None:
    """The one platform named among the words of a heading."""
    words = words_of(text).replace("tik tok", "tiktok").replace("you tube", "youtube").split()
    found = {_BY_WORD[word] for word in words if word in _BY_WORD}
    return found.pop() if len(found) == 1 else None


@lru_cache(64)
def called_after(title: str) -> tuple[str, ...]:
    """The platform that a sheet's name says its people are on: "List TikTok T12"; () where it says none or several."""
    platform = mentioned(title[:100])
    return (platform,) if platform in _WITH_LISTS else ()


def addresses(text: str) -> list[str]:
    """The addresses of known platforms in a text."""
    return [found.group() for found in _ADDRESS.finditer(text)] if _DOMAIN.search(text) else []


def without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text) if _DOMAIN.search(text) else text


def page_of(address: str) -> tuple[str, str] | None:
    """Platform and name of whose page an address is; the name is "" where it is a post, a short link or no page."""
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    platform = next((p for known, p in _HOSTS.items() if host == known or host.endswith(f".{known}")), None)
    if platform is None:
        return None
    query = parse_qs(parts.query, max_num_fields=20)
    inner = query.get("u") or query.get("next")
    if inner and (host.startswith("l.") or "login" in parts.path):
        target = (
            inner[0] if "." in inner[0].split("/")[0] or "://" in inner[0] else f"https://{host}{inner[0]}"
        )
        return page_of(target) if len(target) < len(address) + 40 and target != address else None
    if _SHORT_HOSTS.match(host):
        return platform, ""
    return platform, _name(platform, [unquote(s) for s in parts.path.split("/") if s], query)


def _name(platform: str, segments: list[str], query: dict[str, list[str]]) -> str:
    if segments[:1] == ["profile.php"]:
        return (query.get("id") or [""])[0]
    if segments and segments[0].lower() in _SKIPPED.get(platform, ()):
        segments = segments[1:]
    if not segments:
        return ""
    first = segments[0]
    name = first.removeprefix("@")
    return "" if not first.startswith("@") and name.lower() in _NO_PAGES else name
