"""Names of creators on every platform: an Instagram user name as it is, any other one behind its platform, "tiktok:NAME"."""

from __future__ import annotations

import re
from urllib.parse import quote

from server.capture import clean_username
from server.errors import BadUsername

INSTAGRAM = "instagram"
PLATFORM_TITLES = {
    INSTAGRAM: "Instagram",
    "tiktok": "TikTok",
    "youtube": "YouTube",
    "facebook": "Facebook",
    "threads": "Threads",
    "x": "X",
    "shopee": "Shopee",
    "lemon8": "Lemon8",
    "zalo": "Zalo",
    "linkedin": "LinkedIn",
    "pinterest": "Pinterest",
    "twitch": "Twitch",
    "telegram": "Telegram",
    "blog": "Blog",
}
"""Platform -> how people write it."""
PLATFORMS = tuple(PLATFORM_TITLES)
"""Where a creator on the list may be; only Instagram is checked."""
_ELSEWHERE = re.compile(r"[\w.\-]{1,100}")

_CHANNEL = re.compile(r"UC[\w-]{22}", re.ASCII)
"""A channel of YouTube by its number, in which capitals count."""

PLATFORM_PAGES = {
    INSTAGRAM: "https://www.instagram.com/{}/",
    "tiktok": "https://www.tiktok.com/@{}",
    "youtube": "https://www.youtube.com/@{}",
    "facebook": "https://www.facebook.com/{}",
    "threads": "https://www.threads.com/@{}",
    "x": "https://x.com/{}",
    "shopee": "https://shopee.vn/{}",
    "linkedin": "https://www.linkedin.com/in/{}",
    "pinterest": "https://www.pinterest.com/{}/",
    "twitch": "https://www.twitch.tv/{}",
    "telegram": "https://t.me/{}",
}
"""Platform -> the address of a page, with {} where the name goes; a platform without an entry has no known address."""
_KNOWN_BY_NUMBER = re.compile(r"id\.[0-9]{1,20}", re.ASCII)
"""Somebody whose name another account has taken over since."""


def page_address(username: str) -> str | None:
    """The creator's page on its platform; None where no address is known."""
    platform, _, name = username.rpartition(":")
    if _KNOWN_BY_NUMBER.fullmatch(username):
        return None
    if platform == "youtube" and _CHANNEL.fullmatch(name):
        return f"https://www.youtube.com/channel/{name}"
    form = PLATFORM_PAGES.get(platform or INSTAGRAM)
    return form.format(quote(name, safe="")) if form else None


def platform_of(username: str) -> str:
    """The platform that stands before a name; Instagram where none does."""
    platform, colon, _ = username.partition(":")
    return platform if colon else INSTAGRAM


def name_on_platform(username: str) -> str:
    """The name without its platform."""
    return username.partition(":")[2] or username


def shown_name(username: str) -> str:
    """How people read a creator's name: "@lan.vidu", or "TikTok · lan" elsewhere."""
    platform = platform_of(username)
    if platform == INSTAGRAM:
        return f"@{username}"
    return f"{PLATFORM_TITLES.get(platform, platform)} · {name_on_platform(username)}"


def address(platform: str, name: str) -> str:
    """How a creator is addressed everywhere: by the bare name on Instagram, else by "tiktok:NAME"."""
    return name if platform == INSTAGRAM else f"{platform}:{name}"


def clean_handle(text: str) -> str:
    """``clean_username``, or "tiktok:name" in lower case for another platform. Raises BadUsername."""
    platform, colon, name = text.partition(":")
    if not colon or platform.lower() not in PLATFORMS:
        return clean_username(text)
    return handle_on(platform.lower(), name)


def handle_on(platform: str, name: str) -> str:
    """A name on a platform in the one form in which the list keeps it. Raises BadUsername."""
    if platform == INSTAGRAM:
        return clean_username(name)
    bare = name.strip().removeprefix("@")
    bare = bare if platform == "youtube" and _CHANNEL.fullmatch(bare) else bare.lower()
    if not _ELSEWHERE.fullmatch(bare) or bare.strip(".-_") == "":
        raise BadUsername
    return address(platform, bare)
