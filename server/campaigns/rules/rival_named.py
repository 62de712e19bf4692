"""A rival of the brief is named."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.phrases import Hit, keys_of
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import RuleLevel, Spot
from server.messages import Text

_COMPARED = (
    "hơn", "bằng", "như", "hãng", "nhãn", "brand", "thương hiệu", "của", "dùng", "xài", "mua", "đổi từ", "đổi qua", "bỏ", "chuyển từ", "thay", "thay cho", "so với", "cũ", "bên", "shop",
    "than", "from", "vs", "versus", "like", "by", "buy", "bought", "use", "used", "using", "instead of", "left", "old", "love", "my", "drink", "drank", "ditched",
)  # fmt: skip
"""Right before a name in small letters they leave no doubt that it is one."""


def find(draft: Draft) -> Iterator[Spot]:
    """Every place of a rival's name (words, run together, spelled out, mention or hashtag) that is no part of the own one."""
    own = draft.own_names
    compared = {hit.end for hit in draft.hits(_COMPARED)} if draft.brief.rivals else set()
    for rival in draft.brief.rivals:
        hits = (hit for hit in draft.names(rival) if not own.issuperset(range(hit.first, hit.end)))
        spots = {draft.span(hit): _level(draft, hit, compared) for hit in hits}
        yield from (Spot(*span, level=level, told=rival) for span, level in spots.items())


def _level(draft: Draft, hit: Hit, compared: set[int]) -> RuleLevel | None:
    """*ask* for an ordinary word in running text: in small letters, though the name and the text have capitals."""
    start, end = draft.span(hit)
    is_small = (
        draft.text[start:end].islower() and not hit.phrase.islower() and any(map(str.isupper, draft.text))
    )
    is_running = (
        draft.folded.prefix(hit.first) not in tuple("#@") and len(keys_of(hit.phrase)) == hit.end - hit.first
    )
    return "ask" if is_small and is_running and hit.first not in compared else None


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
        Example("Mình bỏ hoasen rồi", {"rivals": ["Hoa Sen"]}),
        Example("mua o super mart re hon", {"rivals": ["SuperMart"]}),
        Example("Hồi đó mình hay đặt bên Super Mart", {"rivals": ["SuperMart"]}),
        Example("Hoa Sen's new tea", {"rivals": ["Hoa Sen"]}),
        Example("t h u o n g h o a s e n", {"rivals": ["Thương Hoa Sen"]}),
        Example("Ngon hơn hoa sen nha", {"rivals": ["Hoa Sen"]}),
        Example("Cảm ơn @hoasen.official", {"rivals": ["Hoa Sen"]}),
        Example("Mình đổi từ hoa sen đỏ qua Hoa Sen", {"rivals": ["Hoa Sen"], "brand": "Hoa Sen Đỏ"}),
        Example("Ngày trước mình dùng hoa sen do, nhớ lắm", {"rivals": ["Hoa Sen Đỏ"]}),
    ),
)
