"""Words that the brief requires."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text


def find(draft: Draft) -> Iterator[Spot]:
    """Each required text that is not said."""
    return (Spot(told=required) for required in draft.brief.required if not draft.says(required))


RULE = AdvertisingRule(
    id="required_missing",
    level="must",
    title=Text(en="Words that the brief requires are not there", vi="Thiếu lời mà brief yêu cầu"),
    text=Text(
        en='The brief asks for "{told}". Add it.',
        vi='Brief yêu cầu có "{told}". Hãy thêm vào.',
    ),
    source="BRIEF.json",
    from_brief=True,
    applies=lambda draft: bool(draft.brief.required),
    find=find,
    passing=(
        Example("Da mình cấp ẩm 24h luôn", {"required": ["cấp ẩm 24h"]}),
        Example("CAP AM 24H", {"required": ["cấp ẩm 24h"]}),
    ),
    failing=(Example("Da mình mềm", {"required": ["cấp ẩm 24h"]}),),
)
