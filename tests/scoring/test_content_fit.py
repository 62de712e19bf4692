"""Niche, language and rivals of the active search, answered by what the posts say."""

from __future__ import annotations

import pytest
from msgspec import structs

from server.analysis import judge
from server.errors import BadSetting
from server.scoring.searches import RIVAL_DAYS, Search, read_search
from tests.creators import NOW, posts, reading

FOOD = tuple(structs.replace(post, caption="Hôm nay mình nấu bún bò, công thức ở đây") for post in posts())
SILENT = tuple(structs.replace(post, caption=None) for post in posts())
PAID = (structs.replace(FOOD[0], is_sponsored=True, sponsors=("hoasen.vn",)), *FOOD[1:])
LOOKED_BACK = int((NOW - min(post.taken_at for post in FOOD)).days)


def answered(given, **asked) -> dict[str, bool | None]:
    search = Search("s", "S", public=False, **asked)
    silent = {"biography": None} if given is SILENT else {}
    checks = judge(reading(posts=given, **silent), now=NOW, search=search).to_json()["fit"]["checks"]
    return {check["id"]: check["ok"] for check in checks}


@pytest.mark.parametrize(
    ("given", "asked", "expected"),
    [
        (FOOD, {"niches": ("food", "travel")}, {"niche": True}),
        (FOOD, {"niches": ("beauty",)}, {"niche": False}),
        (SILENT, {"niches": ("beauty",)}, {"niche": None}),
        (FOOD, {"languages": ("vi",)}, {"language": True}),
        (FOOD, {"languages": ("en", "th")}, {"language": False}),
        (SILENT, {"languages": ("en",)}, {"language": None}),
        (PAID, {"rivals": ("Hoa Sen",)}, {"rival": False}),
        (PAID, {"rivals": ("Lá Xanh",), "rival_days": LOOKED_BACK}, {"rival": True}),
        (PAID, {"rivals": ("Lá Xanh",), "rival_days": LOOKED_BACK + 1}, {"rival": None}),
        (SILENT, {"rivals": ("Lá Xanh",)}, {"rival": None}),
    ],
)
def test_the_search_is_answered(given, asked, expected):
    """What was not seen is open: it neither fails nor passes."""
    assert expected == answered(given, **asked)


def test_work_with_a_rival_long_ago_does_not_count():
    """Only the last days of the search do."""
    old = tuple(structs.replace(post, sponsors=("hoasen",), is_sponsored=True) for post in FOOD[-1:])
    given = (*FOOD[:-1], *old)
    ago = int((NOW - old[0].taken_at).days)
    found = [answered(given, rivals=("Hoa Sen",), rival_days=days)["rival"] for days in (ago - 1, ago)]
    assert [True, False] == found


def test_a_rival_makes_somebody_unfit_in_words():
    """The check is the reason, and names whom."""
    search = Search("s", "S", rivals=("Hoa Sen",))
    found = judge(reading(posts=PAID), now=NOW, search=search).to_json()
    told = next(check["text"]["en"] for check in found["fit"]["checks"] if check["id"] == "rival")
    expected = ("not_a_fit", f"Worked with a rival in the last {RIVAL_DAYS} days: @hoasen.vn.")
    assert expected == (found["verdict"]["code"], told)


def test_a_niche_may_be_named_in_either_language():
    """Kept by id."""
    found = read_search({"name": "A", "niches": ["Làm đẹp", "beauty", "Food"], "languages": ["VI"]})
    assert (("beauty", "food"), ("vi",)) == (found.niches, found.languages)


@pytest.mark.parametrize("part", [{"niches": ["bếp"]}, {"languages": ["fr"]}, {"rival_days": 0}])
def test_what_no_check_could_answer_is_refused(part):
    with pytest.raises(BadSetting) as caught:
        read_search({"name": "A", **part})
    assert (next(iter(part)) in caught.value.detail) is True
