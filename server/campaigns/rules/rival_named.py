"""A rival of the brief is named."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text


def find(draft: Draft) -> Iterator[Spot]:
    """Every place of a rival's name (words, mention or hashtag) that is no part of the own one."""
    own = draft.own_name_tokens()
    for rival in draft.brief.rivals:
        hits = (hit for hit in draft.names(rival) if not own.issuperset(range(hit.first, hit.end)))
        yield from (Spot(*span, told=rival) for span in dict.fromkeys(map(draft.span, hits)))


RULE = AdvertisingRule(
    id="rival_named",
    level="must",
    title=Text(en="A rival of the brief is named", vi="Có nhắc tên đối thủ"),
    text=Text(
        en='"{told}" is a rival of the brand. Leave it out.',
        vi='"{told}" là đối thủ của nhãn hàng. Hãy bỏ đi.',
    ),
    source="BRIEF.json",
    from_brief=True,
    applies=lambda draft: bool(draft.brief.rivals),
    find=find,
    passing=(
        Example("Serum Lá Xanh", {"rivals": ["Hoa Sen"]}),
        Example("Balo Hoa Sen Đỏ, @hoasendo", {"rivals": ["Hoa Sen"], "brand": "Hoa Sen Đỏ"}),
    ),
    failing=(
        Example("Ngon hơn hoa sen nha", {"rivals": ["Hoa Sen"]}),
        Example("Cảm ơn @hoasen.official", {"rivals": ["Hoa Sen"]}),
        Example("Mình đổi từ hoa sen đỏ qua Hoa Sen", {"rivals": ["Hoa Sen"], "brand": "Hoa Sen Đỏ"}),
        Example("Ngày trước mình dùng hoa sen do, nhớ lắm", {"rivals": ["Hoa Sen Đỏ"]}),
    ),
)
