"""Hashtags that the brief asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

_TAG = re.compile(r"#([\w\u0300-\u036f]+)")


def _same(tag: str) -> str:
    return unicodedata.normalize("NFC", tag.lstrip("#")).casefold()


def find(draft: Draft) -> Iterator[Spot]:
    """Each hashtag that is not there, whatever its case."""
    given = {_same(tag) for tag in _TAG.findall(draft.text)}
    return (Spot(told=tag.lstrip("#")) for tag in draft.brief.hashtags if _same(tag) not in given)


RULE = AdvertisingRule(
    id="hashtag_missing",
    level="must",
    title=Text(en="A hashtag that the brief asks for is not there", vi="Thiếu hashtag mà brief yêu cầu"),
    text=Text(
        en="The brief asks for the hashtag #{told}. Add it.",
        vi="Brief yêu cầu hashtag #{told}. Hãy thêm vào.",
    ),
    source="BRIEF.json",
    from_brief=True,
    applies=lambda draft: bool(draft.brief.hashtags),
    find=find,
    passing=(Example("Serum mới #LaXanhGlow", {"hashtags": ["#laxanhglow"]}),),
    failing=(
        Example("Serum mới laxanhglow", {"hashtags": ["laxanhglow"]}),
        Example("#laxanhglow2", {"hashtags": ["laxanhglow"]}),
    ),
)
