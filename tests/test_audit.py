"""Audit files: what is kept, what is not, and a replay that comes out byte for byte the same."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from server.analysis import Analysis, judge
from server.audit import canonical, read_audit, replay, write_audit
from server.errors import BadFile
from server.facts import Disagreement
from server.scoring.model import Model, load_model
from server.scoring.own import PRICES, THRESHOLDS, own_of
from server.scoring.records import EarlierVisit, Judgement
from tests.creators import NOW, comment_rows, compact, count, follower_rows, reading

STRICT = {"look_closer_from": 5}

FULL = reading(
    followers=compact(12_300, 12_250, 12_399, "12,3K"),
    follower_rows=follower_rows(30, 9),
    followers_position="top",
    comment_rows=comment_rows(["đẹp quá", "🔥🔥", "shop ở đâu vậy ạ?"] * 4),
    disagreements=(Disagreement("followers", (count(12_300), count(13_100))),),
    rules=("cldr:vi",),
)


def full_analysis(model: Model | None = None) -> Analysis:
    """A check with samples, history and rulings."""
    history = [
        EarlierVisit(NOW - timedelta(weeks=i), count(12_300 - 40 * i), 540, 300, 3.1) for i in range(5, 0, -1)
    ]
    rulings = [Judgement("likes_even", "confirmed", "talked to her", NOW), Judgement("rate_high", "innocent")]
    return judge(FULL, model, now=NOW, history=history, rulings=rulings, name="a.html", capture_hash="c0ffee")


@pytest.fixture
def written(tmp_path: Path) -> dict[str, Any]:
    return read_audit(write_audit(tmp_path / "audits", full_analysis()))


def test_a_replay_gives_the_same_bytes(written: dict[str, Any]) -> None:
    """From the file alone, without the page: the whole Analysis, not only its verdict."""
    found = replay(written)
    assert (found.same, found.differences(), found.versions) == (True, [], {})
    assert canonical(full_analysis().to_json()) == canonical(found.analysis.to_json())


def test_it_names_no_follower_and_no_commenter(written: dict[str, Any]) -> None:
    """Samples are kept as counts."""
    text = json.dumps(written, ensure_ascii=False)
    names = {row.username for row in FULL.follower_rows} | {row.username for row in FULL.comment_rows}
    assert set() == {name for name in names if name in text}
    assert written["samples"]["followers"]["n"] == 39


def test_it_keeps_everything_a_verdict_depends_on(written: dict[str, Any]) -> None:
    """Facts, tallies, visits, rulings, time, hash and versions."""
    assert {"soi", "model", "verdict_table", "prices"} == written["versions"].keys()
    assert (
        len(written["history"]),
        len(written["rulings"]),
        written["capture_hash"],
        written["now"],
    ) == (5, 2, "c0ffee", "2026-11-20T08:00:00Z")


def test_under_another_model_it_says_what_differs(written: dict[str, Any]) -> None:
    """A replay under a newer model names the versions and every value that came out otherwise."""
    newer = replace(load_model(), version="2031.1", prior=0.4)
    found = replay(written, newer)
    assert (False, {"model": (load_model().version, "2031.1")}) == (found.same, found.versions)
    lines = found.differences()
    assert any(line.startswith("suspicion.score: ") for line in lines)
    assert any(line.startswith("model_version: ") for line in lines)


def test_the_audit_id_follows_the_inputs() -> None:
    """Equal inputs, equal id; another ruling or another model, another id."""
    same = {full_analysis().audit_id for _ in range(2)}
    other = {
        judge(FULL, now=NOW, capture_hash="c0ffee").audit_id,
        full_analysis(replace(load_model(), version="2031.1")).audit_id,
    }
    assert (1, 2, set()) == (len(same), len(other), same & other)


def test_a_check_without_samples_or_time_is_replayed_too(tmp_path: Path) -> None:
    """The simplest check: a saved page of unknown age."""
    path = write_audit(tmp_path, judge(reading(), capture_hash="00"))
    assert replay(read_audit(path)).same


def test_a_check_with_own_tables_is_replayed_with_them(tmp_path: Path) -> None:
    """Own prices and thresholds travel with the audit: changing them later changes no old check."""
    rows = [{"from": 1, "to": 10**9, "low": 5, "high": 6}]
    own = own_of({PRICES: {"lists": [{"currency": "VND", "ranges": rows}], "year": 2026}, THRESHOLDS: STRICT})
    checked = judge(reading(), now=NOW, capture_hash="00", prices=own.prices, thresholds=own.thresholds)
    found = replay(read_audit(write_audit(tmp_path, checked)))
    assert (True, {}, "Your own list") == (found.same, found.versions, found.analysis.price[0].market.name.en)
    assert checked.model_version == load_model().version + own.thresholds.suffix
    assert judge(reading(), now=NOW, capture_hash="00").audit_id != checked.audit_id


def own_price(price: float, year: int = 2026) -> Analysis:
    rows = [{"from": 1, "to": 10**9, "low": price, "high": price}]
    own = own_of({PRICES: {"lists": [{"currency": "VND", "ranges": rows}], "year": year}})
    return judge(reading(), now=NOW, capture_hash="00", prices=own.prices)


def test_the_audit_id_follows_the_own_prices(tmp_path: Path) -> None:
    """Two lists, or the same one of two years, are two audits; each replays to its own id."""
    checks = [judge(reading(), now=NOW, capture_hash="00"), own_price(5), own_price(6), own_price(5, 2025)]
    assert len({check.audit_id for check in checks}) == 4
    assert own_price(5).audit_id == own_price(5).audit_id
    for check in checks:
        found = replay(read_audit(write_audit(tmp_path, check)))
        assert (found.same, found.analysis.audit_id) == (True, check.audit_id)


def test_an_audit_from_before_own_thresholds_is_replayed_with_the_published_ones(
    written: dict[str, Any],
) -> None:
    """The part is new; a file without it was judged by the published table."""
    del written["thresholds"]
    assert replay(written).same


def test_an_audit_from_before_there_were_searches_is_replayed_without_one(written: dict[str, Any]) -> None:
    """A file that names no search, and a threshold that is no more, is judged by signs alone and by the others."""
    del written["search"]
    written["thresholds"] = {"contact_range_below": 60}
    found = replay(written).analysis
    assert (None, (), "") == (found.fit.fits, found.fit.checks, found.inputs.thresholds.suffix)


def test_a_changed_file_is_noticed(written: dict[str, Any]) -> None:
    """Facts that do not give the recorded analysis are reported, not believed."""
    written["facts"]["posts"][0]["likes"]["value"] = 900_000
    assert not replay(written).same


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 2}', '{"schema": 1', '{"schema": 1, "a": NaN}'])
def test_another_file_is_refused(tmp_path: Path, text: str) -> None:
    """Anything that is no audit file of this schema is an error with words."""
    path = tmp_path / "other.json"
    path.write_text(text)
    with pytest.raises(BadFile):
        read_audit(path)


@pytest.mark.parametrize("lacking", ["facts", "samples", "now", "history", "rulings", "analysis", "versions"])
def test_a_file_that_lacks_a_part_is_refused(written: dict[str, Any], lacking: str) -> None:
    """A replay says that a part is missing instead of guessing it."""
    del written[lacking]
    with pytest.raises(BadFile):
        replay(written)


@pytest.mark.parametrize(
    ("part", "broken"),
    [("thresholds", {"risky_from": -1}), ("facts", 3), ("history", [{}]), ("samples", []), ("rulings", [1])],
)
def test_a_broken_part_is_refused(written: dict[str, Any], part: str, broken: Any) -> None:
    """Hand-edited parts of another shape are an error with words too."""
    written[part] = broken
    with pytest.raises(BadFile):
        replay(written)
