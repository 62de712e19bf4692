"""One row, and what rows share: what people do weighs nothing, what machines do shows, and order never matters."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.research.handles.bots import KINDS, bot
from scripts.research.handles.crowds import crowd
from scripts.research.handles.names import CULTURES, entries
from scripts.research.handles.people import person
from server.facts import FollowerRow
from server.samples import followers
from server.samples.handles import odd_digits
from server.samples.row_scores import score_rows

ORDINARY = FollowerRow("thuha.ng", "Thu Hà", True)


def seeded(seed: int | str) -> Random:
    return Random(seed)  # noqa: S311 - invents rows, no secret


def has_signs(username: str, full_name: str | None = "Lan Trần", *, has_photo: bool | None = True) -> bool:
    return score_rows([FollowerRow(username, full_name, has_photo)])[0].has_signs


@pytest.mark.parametrize(
    "username",
    [
        "lantran1998", "lan.1940", "lan_2015", "lantran99", "lan7", "lan.2503", "lan310898", "lan31081998", "19980831.lan",
        "lan2541", "tuan6868", "tuan888", "tuan123", "shop.0912345678", "_l.a.n_", "xx.lan.xx", "zlantranz", "lannnnn",
        "nth.trang", "ntmh_98", "pthao.ng", "trng.nguyen", "phngthao", "лана.нгуен", "jessica_knightley", "katarzyna",
        "bangkok.cafe", "beautyshopdaily", "love2eat", "h4nguyen",
    ],
)  # fmt: skip
@pytest.mark.parametrize("full_name", ["Lan Trần", "", None])
def test_what_people_do_shows_no_signs(username: str, full_name: str | None) -> None:
    """Years, days, luck, telephones, marks, decorations, initials and short forms, with or without a name."""
    assert has_signs(username, full_name) is False


@pytest.mark.parametrize(
    "username",
    ["qwxkzvbn", "xkvtqzw_lpj", "user84719302", "hgkd83620", "a8k3jx92fq", "lan48271934", "zqwlkfhgt"],
)
@pytest.mark.parametrize("has_photo", [True, False, None])
def test_what_machines_do_shows_signs(username: str, has_photo: bool | None) -> None:
    """Letters or digits at random, also beside a photo."""
    assert has_signs(username, "", has_photo=has_photo) is True


@pytest.mark.parametrize("culture", CULTURES)
def test_ordinary_handles_of_each_culture_seldom_show_signs(culture: str) -> None:
    """At most 5 % of the judging half, a third of them with digits; with names and without."""
    random = seeded(culture)
    rows = [person(random, culture, "judging") for _ in range(400)]
    nameless = [FollowerRow(row.username, "", True) for row in rows]
    found = [sum(one.has_signs for one in followers.scored_rows(some)) for some in (rows, nameless)]
    assert (found[0] <= 20, found[1] <= 20) == (True, True)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_bot_shows_in_a_list_of_its_own(kind: str) -> None:
    """At least 75 % of the judging half."""
    random = seeded(kind)
    found = followers.scored_rows([bot(random, kind, "judging") for _ in range(300)])
    assert sum(one.has_signs for one in found) >= 225


@pytest.mark.parametrize(
    ("digits", "expected"),
    [("1939", 4), ("1940", 0), ("3112", 0), ("3213", 4), ("482", 3), ("48", 0), ("1998.2503", 0), ("1.2.3", 3), ("317", 3)],
)  # fmt: skip
def test_digits_that_people_choose_are_not_odd(digits: str, expected: int) -> None:
    """Years from 1940, days of a calendar, one or two digits, and at most two places with digits."""
    assert odd_digits(f"lan{digits}") == expected


def test_a_photo_that_was_not_shown_is_no_missing_photo() -> None:
    """Three digits beside no photo show signs; beside an unknown one they do not."""
    found = [has_signs("lantrannguyen482", has_photo=photo) for photo in (False, None, True)]
    assert found == [True, False, False]


def test_a_verified_account_shows_no_signs() -> None:
    """Whatever its handle."""
    assert score_rows([FollowerRow("qwxkzvbn83620", "", False, True)])[0].has_signs is False


def test_a_block_without_photo_and_name_shows_only_as_a_block() -> None:
    """Four of a hundred are in every list; thirty are not, and without them the same rows are ordinary again."""
    names = entries("vi", "given", "judging")
    bare = [FollowerRow(f"{a}.{b}", "", False) for a, b in zip(names, names[30:], strict=False)][:30]
    people = [FollowerRow(f"{a}_{b}", "Lan", True) for a in names for b in names[:2]][:96]
    found = [followers.tally([*people, *some]) for some in (bare[:4], bare)]
    assert [(one.n_with_signs, one.n_bare) for one in found] == [(0, 4), (30, 0)]


def test_names_that_are_missing_throughout_say_nothing() -> None:
    """A list read without names, a tenth of it without photos."""
    random = seeded(5)
    rows = [person(random, "vi", "judging", digits=0.2) for _ in range(300)]
    rows = [FollowerRow(row.username, "", place % 10 > 0) for place, row in enumerate(rows)]
    assert followers.tally(rows).n_with_signs <= 15


def drawn(seed: int, bad: list[bool]) -> list[FollowerRow]:
    return crowd(seeded(seed), bad, "tuning")


lists = st.builds(
    drawn,
    st.integers(0, 10_000),
    st.lists(st.booleans(), min_size=1, max_size=60),
)


@given(rows=lists, seed=st.integers(0, 100))
def test_the_order_of_rows_changes_nothing(rows: list[FollowerRow], seed: int) -> None:
    """Neither the tally nor what is said of a row."""
    mixed = seeded(seed).sample(rows, len(rows))
    said = dict(zip((row.username for row in mixed), followers.scored_rows(mixed), strict=True))
    assert followers.tally(mixed) == followers.tally(rows)
    assert [said[row.username] for row in rows] == followers.scored_rows(rows)


@given(rows=lists)
def test_an_ordinary_row_more_never_raises_the_share(rows: list[FollowerRow]) -> None:
    """Neither its low end nor the rows with signs: patterns only get weaker."""
    before, after = followers.tally(rows), followers.tally([*rows, ORDINARY])
    assert before.suspicious is not None
    assert after.suspicious is not None
    assert (after.n_with_signs <= before.n_with_signs, after.suspicious.low <= before.suspicious.low) == (
        True,
        True,
    )


@given(rows=lists)
def test_a_value_is_said_only_inside_one_band(rows: list[FollowerRow]) -> None:
    """And it lies in the interval."""
    found = followers.tally(rows)
    assert found.suspicious is not None
    value = found.suspicious.value
    assert (value is not None) is (len(found.bands) == 1)
    assert value is None or found.suspicious.low <= value <= found.suspicious.high


@given(
    st.text(max_size=300), st.one_of(st.none(), st.text(max_size=300)), st.sampled_from([None, True, False])
)
def test_any_text_is_a_row(username: str, full_name: str | None, has_photo: bool | None) -> None:
    """Other scripts, control characters and endless names give finite points."""
    points = score_rows([FollowerRow(username, full_name, has_photo)])[0].points
    assert 0 <= points < 20
