"""Past paid partnerships are told with date and brand."""

from __future__ import annotations

import unicodedata

import pytest
from msgspec.structs import replace

from server.analysis import judge
from tests.creators import NOW, posts, reading

LABELLED, TAGGED, PLAIN, MENTIONED = posts()[:4]


def test_paid_posts_are_named_with_their_brands():
    given = (
        replace(LABELLED, is_sponsored=True, sponsors=("tra.sua.vidu",)),
        replace(TAGGED, caption="Son mới nè @son.vidu. #quảngcáo @an.vi.o", owner="an.vi.o"),
        replace(PLAIN, caption="Cảm ơn @ban.than #adidas #adventure"),
        replace(MENTIONED, is_sponsored=True, caption="Cùng @tra.sua.vidu"),
    )
    found = judge(reading(posts=given), now=NOW).to_json()["partnerships"]
    expected = [
        ("code0", ["tra.sua.vidu"], "instagram"),
        ("code1", ["son.vidu"], "caption"),
        ("code3", ["tra.sua.vidu"], "instagram"),
    ]
    assert expected == [(row["shortcode"], row["with"], row["label"]) for row in found]
    assert all(row["taken_at"].endswith("Z") for row in found)


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("QC: son mới @son.vidu", True),
        ("[Quảng cáo] Trà mới nè", True),
        ("Quang cao | tra moi", True),
        ("Mùa này uống gì? #hoptac #trasua", True),
        ("Bài viết được tài trợ bởi @tra.vidu", True),
        ("Hợp tác cùng nhãn hàng mình thích từ lâu", True),
        ("In partnership with @tea.vidu", True),
        ("Sponsored by Tea Vidu", True),
        ("Hợp tác: linh@vidu.example", False),
        ("Ghét quảng cáo trên TV ghê", False),
        ("Mua ở hợp tác xã quê ngoại", False),
        ("Paid partnership or not, I would buy it again", False),
        ("Cảm ơn bạn đã tài trợ bữa trưa", False),
        ("ad hoc plans, bad ads", False),
        ("#qcvn #adventure #hoptacxa", False),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_caption_says_that_it_is_paid(caption, expected, form):
    """By the words of the trade in both languages, composed or not; a word that means something else is none."""
    given = (replace(PLAIN, caption=unicodedata.normalize(form, caption)),)
    assert bool(judge(reading(posts=given), now=NOW).to_json()["partnerships"]) is expected
