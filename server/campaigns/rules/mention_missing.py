"""Accounts that the brief wants mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

_MENTION = re.compile(r"(?<![\w.+-])@([\w.]*\w)", re.ASCII)
"""The "@" of an e-mail address mentions nobody."""


def find(draft: Draft) -> Iterator[Spot]:
    """Each account that is not mentioned."""
    given = {name.lower() for name in _MENTION.findall(draft.text)}
    wanted = (name.lstrip("@").rstrip(".") for name in draft.brief.mentions)
    return (Spot(told=name) for name in wanted if name.lower() not in given)


RULE = AdvertisingRule(
    id="mention_missing",
    level="must",
    title=Text(en="A mention that the brief asks for is not there", vi="Thiếu mention mà brief yêu cầu"),
    text=Text(
        en="The brief asks for the mention @{told}. Add it.",
        vi="Brief yêu cầu mention @{told}. Hãy thêm vào.",
    ),
    source="BRIEF.json",
    from_brief=True,
    applies=lambda draft: bool(draft.brief.mentions),
    find=find,
    passing=(Example("Cảm ơn @LaXanh.vn.", {"mentions": ["@laxanh.vn"]}),),
    failing=(
        Example("Cảm ơn laxanh.vn", {"mentions": ["laxanh.vn"]}),
        Example("@laxanh.vn2", {"mentions": ["@laxanh.vn"]}),
        Example("Thư: chao@laxanh.vn", {"mentions": ["@laxanh.vn"]}),
    ),
)
