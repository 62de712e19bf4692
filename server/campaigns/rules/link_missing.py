"""Links that the brief asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def find(draft: Draft) -> Iterator[Spot]:
    """Each link that is not there, with or without its scheme."""
    text = draft.text.lower()
    for link in draft.brief.links:
        address = _SCHEME.sub("", link).rstrip("/").lower()
        if not re.search(rf"(?<![\w-]){re.escape(address)}(?![\w-])", text):
            yield Spot(told=link)


RULE = AdvertisingRule(
    id="link_missing",
    level="must",
    title=Text(en="A link of the brief is not there", vi="Thiếu link của brief"),
    text=Text(
        en="The brief asks for the link {told}. Add it.",
        vi="Brief yêu cầu có link {told}. Hãy thêm vào.",
    ),
    source="BRIEF.json",
    from_brief=True,
    applies=lambda draft: bool(draft.brief.links),
    find=find,
    passing=(Example("Mua ở laxanh.example/serum nha", {"links": ["https://laxanh.example/serum"]}),),
    failing=(Example("Mua ở laxanh.example nha", {"links": ["https://laxanh.example/serum"]}),),
)
