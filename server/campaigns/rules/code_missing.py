"""The code that the brief asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text


def find(draft: Draft) -> Iterator[Spot]:
    """The code as a word of its own, whatever its case."""
    code = draft.brief.code or ""
    if not re.search(rf"(?<!\w){re.escape(code)}(?!\w)", draft.text, re.IGNORECASE):
        yield Spot(told=code)


RULE = AdvertisingRule(
    id="code_missing",
    level="must",
    title=Text(en="The code of the brief is not there", vi="Thiếu mã của brief"),
    text=Text(
        en="The brief asks for the code {told}. Add it.",
        vi="Brief yêu cầu ghi mã {told}. Hãy thêm vào.",
    ),
    source="BRIEF.json",
    from_brief=True,
    applies=lambda draft: draft.brief.code is not None,
    find=find,
    passing=(Example("Nhập mã LAXANH10 nha", {"code": "LAXANH10"}),),
    failing=(
        Example("Nhập mã nha", {"code": "LAXANH10"}),
        Example("Nhập LAXANH100", {"code": "LAXANH10"}),
    ),
)
