"""What Soi knows of Instagram itself, in one place for both sides.

``scripts/make_shared_facts.py`` writes the copies of the extension and of the web app from here; a test holds them
against it.
"""

from __future__ import annotations

NOT_USERNAMES = frozenset(
    [
        "about",
        "accounts",
        "api",
        "challenge",
        "developer",
        "direct",
        "directory",
        "emails",
        "explore",
        "graphql",
        "legal",
        "locations",
        "p",
        "press",
        "privacy",
        "reel",
        "reels",
        "stories",
        "terms",
        "threads",
        "tv",
        "web",
        "www",
        "your_activity",
    ]
)
"""First parts of an address that belong to Instagram, not to a person."""

DEFAULT_PICTURES = (
    "44884218_345707102882519",
    "464760996_1254146839119862",
    "YW5vbnltb3VzX3Byb2ZpbGVfcGlj",
)
"""Parts of a picture's address that only an account without a photo has: the files that Instagram shows in its place,
by the numbers that stay the same in every size, and their name in base64."""


def is_default_picture(address: str) -> bool:
    """Whether the picture at ``address`` is Instagram's own, in place of a photo; a saved page keeps the file's name.

    >>> is_default_picture("Hoa_files/464760996_1254146839119862_3605321457742435801_n.jpg")
    True
    """
    return any(mark in address for mark in DEFAULT_PICTURES)
