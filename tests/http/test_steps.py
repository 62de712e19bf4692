"""The three steps of a check: gathering changes nothing, judging needs no store, and only keeping writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server import own_json
from server.capture import Capture
from server.parsing import read_capture
from server.services.checks import Checker
from server.services.gathered import Gathered, Gatherer
from server.services.judged import judge_look
from server.services.looks import looked
from server.services.own_lists import ReadLists
from server.services.own_rates import OwnRates
from server.services.retention import present_settings
from server.services.shared_commenters import SharedCommenters
from server.services.sketch_key import SketchKey
from server.settings import Settings
from server.store import open_store
from server.store.store import Store
from tests.http.looks import NAME, capture, comments, fans

NOW = datetime(2025, 3, 5, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"tinydb://{tmp_path}")
    yield opened
    opened.close()


def body(day: float, followers: int = 12_000) -> bytes:
    return json.dumps(capture(NAME, followers, "42", day, {"comments": comments(fans(0, 20))})).encode()


def shared(store: Store, home: Path) -> SharedCommenters:
    settings = Settings(home=home)
    return SharedCommenters(store, SketchKey(store, home, lambda: present_settings(settings, store)))


def checker(store: Store, home: Path) -> Checker:
    return Checker(store, 2, 4, shared(store, home), OwnRates(store))


def gathered(store: Store, home: Path, sent: bytes) -> Gathered:
    look = looked(Capture.from_json(sent), NOW)
    return Gatherer(store, shared(store, home), ReadLists(store)).gather(look, read_capture(look.capture))


def test_gathering_reads_and_changes_nothing(store: Store, tmp_path: Path) -> None:
    """What an earlier visit left is in it, and the store stands where it stood."""
    checker(store, tmp_path).check(body(0))
    before = (store.stats().sequence, store.checks.recent())
    found = gathered(store, tmp_path, body(1, followers=12_400))
    assert found.before == store.creators.find(NAME)
    assert (store.stats().sequence, store.checks.recent()) == before


def test_the_same_gathered_parts_are_judged_the_same_without_a_store(tmp_path: Path) -> None:
    """Byte for byte, also after the store is closed: answer, audit, and what is to be kept."""
    opened = open_store(f"tinydb://{tmp_path}")
    checker(opened, tmp_path).check(body(0))
    found = gathered(opened, tmp_path, body(1, followers=12_400))
    first = judge_look(found)
    opened.close()
    again = judge_look(found)
    assert own_json.dumps((again.answer, again.check)) == own_json.dumps((first.answer, first.check))


def test_what_is_judged_is_what_is_kept(store: Store, tmp_path: Path) -> None:
    """The visit and the audit in the store are those of the judgement."""
    judged = judge_look(gathered(store, tmp_path, body(0)))
    assert judged.check is not None
    checker(store, tmp_path).check(body(0))
    state = store.creators.find(NAME)
    assert state is not None
    assert state.last == judged.check.visit
    assert store.audits.get(judged.analysis.audit_id) == own_json.plain(judged.check.audit)


def test_a_page_that_names_nobody_is_judged_and_not_kept(store: Store, tmp_path: Path) -> None:
    """There is nothing to keep it under."""
    sent = json.dumps({"html": "<html><body></body></html>", "url": "https://www.instagram.com/"}).encode()
    judged = judge_look(gathered(store, tmp_path, sent))
    assert (judged.analysis.ok, judged.check) == (False, None)
