"""Past paid partnerships are told with date and brand."""

from __future__ import annotations

from dataclasses import replace

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
