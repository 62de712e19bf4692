"""Campaigns in the store: whatever is done in whatever order, the log only grows, the sums are those of the rows, and
the whole stays whole."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server.campaigns import moves, pictures, pipeline
from server.campaigns.budget import PARTS, budget_of
from server.campaigns.pictures import MOST_BYTES, SentPicture, sent_picture
from server.campaigns.records import (
    DELIVERABLE_STATES,
    Brand,
    BudgetFrame,
    Campaign,
    Decision,
    Deliverable,
    DraftVersion,
    Slot,
    Tick,
)
from server.campaigns.ticking import ticked
from server.campaigns.today import Work
from server.errors import Gone, Inconsistent, NotFound, TooMany
from server.money import exactly
from server.store.campaign_documents import PICTURES, KeptCampaign
from server.store.records import Check, Visit
from server.store.store import Store
from tests.store.conftest import OpenedStore
from tests.store.stores import T0

NAMES = ("an.vi.o", "binh.minh", "tiktok:co.tam", "du.phong")
AT = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
MOVES = (
    "slot",
    "unslot",
    "drop",
    "fill",
    "post",
    "unpost",
    "hand_in",
    "approve",
    "undo",
    *DELIVERABLE_STATES,
)
SLOTS = tuple(
    Slot(f"s{n}", "beauty", exactly(5_000_000, "VND"), name, ("du.phong",))
    for n, name in enumerate(NAMES[:2])
)
START = Work(
    Campaign("", "Tết", Brand("Mây"), budget=BudgetFrame(50_000_000), slots=SLOTS),
    tuple(
        Deliverable(
            "", slot.id, slot.creator or "", price=exactly(3_000_000, "VND"), due_post=date(2027, 1, 5)
        )
        for slot in SLOTS
    ),
)


def moved(work: Work, move: str, place: int) -> Work:
    slot = work.campaign.slots[place % len(work.campaign.slots)].id if work.campaign.slots else "s0"
    post = work.deliverables[place % len(work.deliverables)].id if work.deliverables else "0"
    name, price = NAMES[place % len(NAMES)], exactly(1_000_000 * (place + 1), "VND")
    taken = {one.id for one in work.campaign.slots} | {one.slot for one in work.deliverables}
    new = Slot(next(free for n in count() if (free := f"n{n}") not in taken), creator=name)
    draft, said = DraftVersion(f"Bản {place}", AT, "lan"), Decision("approved", AT, "tu")
    state = {"state": move, "post_url": "https://example.com/p/1"}
    of_post = partial(moves.change_deliverable, work, post)
    ways: dict[str, Callable[[], Work]] = {
        "slot": lambda: moves.with_slot(work, new),
        "unslot": lambda: moves.without_slot(work, slot),
        "drop": lambda: moves.drop_creator(work, slot),
        "fill": lambda: moves.fill(work, slot, name, price),
        "post": lambda: moves.with_deliverable(work, slot, {"price": price}),
        "unpost": lambda: moves.without_deliverable(work, post),
        "hand_in": lambda: of_post(lambda one: pipeline.hand_in(one, draft)),
        "approve": lambda: of_post(lambda one: pipeline.decide(one, said)),
    }
    return ways.get(move, lambda: of_post(lambda one: moves.planned(one, state)))()


def after(store: Store, kept: KeptCampaign, move: str, place: int) -> KeptCampaign:
    """The campaign after one move; as it was where there is no such move."""
    campaign_id = kept.work.campaign.id
    with suppress(Inconsistent, Gone):
        if move == "undo":
            return store.campaigns.undo(campaign_id)
        return store.campaigns.change(campaign_id, lambda work: moved(work, move, place))
    return kept


def log_of(kept: KeptCampaign) -> dict[str, list[tuple[str, bool]]]:
    rows = {
        one.id: [(v.text, v.decision is not None) for v in one.versions] for one in kept.work.deliverables
    }
    return {name: log for name, log in rows.items() if log}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(MOVES), st.integers(0, 7)), max_size=25))
def test_whatever_is_done_the_log_only_grows_and_the_sums_are_those_of_the_rows(
    store: Store, steps: list[tuple[str, int]]
) -> None:
    """Undo included; what is read back is what was answered. Each example is one more campaign of the same store."""
    kept = store.campaigns.add(START)
    for move, place in steps:
        before, kept = log_of(kept), after(store, kept, move, place)
        now = log_of(kept)
        for post, log in before.items():
            assert [text for text, _ in now[post][: len(log)]] == [text for text, _ in log]
            both = zip(log, now[post], strict=False)
            assert all(is_decided or not was for (_, was), (_, is_decided) in both)
        sums = budget_of(kept.work.campaign.budget, kept.work.deliverables)
        assert sums.spent.low == sum(row.cost.low for row in sums.rows if row.part in PARTS)
    assert store.campaigns.get(kept.work.campaign.id) == kept
    assert dict(store.loose()) == {}


def test_undo_brings_back_what_was_there(store: Store) -> None:
    """Slots, posts and states, after each kind of change."""
    kept = store.campaigns.add(START)
    for move in ("slot", "unslot", "drop", "post", "unpost", "dropped"):
        before = kept.work
        changed = after(store, kept, move, 3)
        assert changed.work != before, move
        kept = store.campaigns.undo(kept.work.campaign.id)
        assert kept.work == before, move


def test_campaigns_come_back_from_a_backup_and_after_a_restart(opened: OpenedStore, tmp_path: Path) -> None:
    """With log and people."""
    kept = opened.store.campaigns.add(START)
    kept = after(opened.store, after(opened.store, kept, "hand_in", 0), "approve", 0)
    opened.store.backup(tmp_path / "copy.json")
    assert opened.again().campaigns.all() == (kept,)
    opened.store.wipe(keep_devices=True)
    opened.store.restore(tmp_path / "copy.json")
    assert opened.store.campaigns.all() == (kept,)


def test_a_renamed_creator_is_called_by_the_new_name(store: Store) -> None:
    """A campaign knows who, not what they are called: two records that turn out one person are one in it too."""
    kept = store.campaigns.add(START)
    store.campaigns.change("1", lambda work: moves.change_slot(work, "s0", {"backups": ("co.ba",)}))
    store.checks.add(Check("an.vi.o", Visit(T0), profile_id="77"))
    store.checks.add(Check("an.moi", Visit(T0), profile_id="77"))
    found = store.campaigns.get(kept.work.campaign.id).work
    assert ("an.moi", "an.moi", {}) == (
        found.campaign.slots[0].creator,
        found.deliverables[0].creator,
        dict(store.loose()),
    )


def test_two_records_of_one_person_are_one_in_a_campaign(store: Store) -> None:
    """A handle that a campaign names turns out to be the new name of somebody who is known by number."""
    store.checks.add(Check("ten.cu", Visit(T0), profile_id="77"))
    store.campaigns.add(START)
    store.checks.add(Check("an.vi.o", Visit(T0), profile_id="77"))
    found = store.campaigns.get("1").work
    assert ("an.vi.o", "an.vi.o", {}) == (
        found.campaign.slots[0].creator,
        found.deliverables[0].creator,
        dict(store.loose()),
    )


def test_erasing_reaches_what_undo_would_bring_back(store: Store) -> None:
    """Somebody who was dropped, then erased, does not come back with undo."""
    store.campaigns.add(
        replace(START, campaign=replace(START.campaign, slots=SLOTS[:1]), deliverables=START.deliverables[:1])
    )
    store.campaigns.change(
        "1", lambda work: moves.without_deliverable(moves.drop_creator(work, "s0"), work.deliverables[0].id)
    )
    store.erase("an.vi.o")
    assert ({}, None) == (dict(store.loose()), store.campaigns.get("1").undo_at)


def test_a_campaign_leaves_the_bin_after_thirty_days(opened: OpenedStore) -> None:
    """With its posts; a younger one stays."""
    store = opened.store
    for _ in range(3):
        store.campaigns.add(START)
    store.campaigns.remove("1")
    opened.clock.forward(days=20)
    store.campaigns.remove("2")
    opened.clock.forward(days=11)
    store.campaigns.remove("3")
    assert (["3", "2"], {}) == (
        [kept.work.campaign.id for kept in store.campaigns.all()],
        dict(store.loose()),
    )


def _with_picture(store: Store) -> tuple[str, str, SentPicture]:
    """A campaign whose first post has a version with a picture: ids and the picture."""
    kept = store.campaigns.add(START)
    campaign, post = kept.work.campaign.id, kept.work.deliverables[0].id
    sent = sent_picture("a.png", b"\x89PNG\r\n\x1a\n0123")
    draft = DraftVersion("", AT, "lan", pictures=(sent.told,))
    hand_in = partial(pipeline.hand_in, version=draft)
    store.campaigns.change(
        campaign, lambda work: moves.change_deliverable(work, post, hand_in), pictures={post: (sent,)}
    )
    return campaign, post, sent


def test_a_picture_comes_back_from_a_backup_and_after_a_restart(opened: OpenedStore, tmp_path: Path) -> None:
    """Byte for byte."""
    campaign, post, sent = _with_picture(opened.store)
    again = opened.again()
    first = again.pictures.get(campaign, post, sent.told.sha256)
    again.backup(tmp_path / "copy.json")
    again.wipe(keep_devices=True)
    again.restore(tmp_path / "copy.json")
    second = again.pictures.get(campaign, post, sent.told.sha256)
    assert (("image/png", sent.data),) * 2 == (first, second)


def test_erasing_a_creator_takes_the_pictures_of_their_drafts_too(store: Store) -> None:
    """As the texts go; what the post cost stays."""
    campaign, post, sent = _with_picture(store)
    store.erase("an.vi.o")
    with pytest.raises(NotFound):
        store.pictures.get(campaign, post, sent.told.sha256)
    kept = store.campaigns.get(campaign).work.deliverables[0]
    assert ("", (), {}) == (kept.creator, kept.versions, dict(store.loose()))


def test_a_picture_goes_with_its_campaign_when_the_bin_is_emptied(opened: OpenedStore) -> None:
    """Not before."""
    store = opened.store
    campaign, post, sent = _with_picture(store)
    store.campaigns.remove(campaign)
    assert store.pictures.get(campaign, post, sent.told.sha256)[1] == sent.data
    opened.clock.forward(days=31)
    other = store.campaigns.add(START)
    store.campaigns.remove(other.work.campaign.id)
    with store.database.reading() as view:
        assert ([], {}) == (list(view.ids(PICTURES)), dict(store.loose()))


def test_a_picture_follows_its_creator_to_another_record(store: Store) -> None:
    """Two records of one person become one: erasing them then takes the picture too."""
    store.checks.add(Check("ten.cu", Visit(T0), profile_id="77"))
    campaign, post, sent = _with_picture(store)
    store.checks.add(Check("an.vi.o", Visit(T0), profile_id="77"))
    assert store.pictures.get(campaign, post, sent.told.sha256)[1] == sent.data
    store.erase("an.vi.o")
    with store.database.reading() as view:
        assert ([], {}) == (list(view.ids(PICTURES)), dict(store.loose()))


def _filled(store: Store, first: int, many: int) -> str:
    """The id of a campaign with so many pictures of 200 kB, none like another."""
    kept = store.campaigns.add(START)
    campaign, post = kept.work.campaign.id, kept.work.deliverables[0].id
    for number in range(first, first + many):
        _hand_in_picture(store, campaign, post, number)
    return campaign


def _hand_in_picture(store: Store, campaign: str, post: str, number: int) -> None:
    sent = sent_picture("a.png", b"\x89PNG\r\n\x1a\n" + number.to_bytes(8, "big") * (MOST_BYTES // 8 - 1))
    hand_in = partial(pipeline.hand_in, version=DraftVersion("", AT, "lan", pictures=(sent.told,)))
    store.campaigns.change(
        campaign, lambda work: moves.change_deliverable(work, post, hand_in), pictures={post: (sent,)}
    )


def test_all_pictures_together_are_bounded_and_removing_a_campaign_makes_room(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is refused leaves nothing behind; the bin has as much again, and no more."""
    monkeypatch.setattr(pictures, "MOST_MEGABYTES", 1)  # five of 200 kB
    said = []
    for start, many in ((0, 3), (10, 3), (20, 4), (30, 5), (40, 1)):
        try:
            _filled(store, start, many)
            said.append("kept")
        except TooMany as refused:
            said.append(refused.detail[:9])
            for kept in store.campaigns.all():
                if kept.removed_at is None:
                    store.campaigns.remove(kept.work.campaign.id)
    with store.database.reading() as view:
        there = len(view.ids(PICTURES))
    assert (["kept", "The pictu", "kept", "The pictu", "With thos"], 10) == (said, there)


def test_a_tick_outlives_undo_and_costs_none(opened: OpenedStore, tmp_path: Path) -> None:
    """A change made before it is taken back after it; the ticks of campaign and post stay, in a backup too."""
    store = opened.store
    kept = store.campaigns.add(START)
    post, tick = kept.work.deliverables[0].id, Tick("takedown", is_done=True, at=AT, by="lan")
    used = replace(tick, rule="used_it")
    store.campaigns.change("1", lambda work: moves.change_slot(work, "s0", {"niche": "food"}))
    changed = store.campaigns.change("1", lambda work: replace(work, campaign=ticked(work.campaign, tick)))
    store.campaigns.observe(
        "1", lambda work: moves.change_deliverable(work, post, lambda one: ticked(one, used))
    )
    undone = store.campaigns.undo("1")
    store.backup(tmp_path / "copy.json")
    store.wipe(keep_devices=True)
    store.restore(tmp_path / "copy.json")
    again = store.campaigns.get("1")
    assert (2, "beauty", (tick,), (used,), 1, undone) == (
        changed.version,
        again.work.campaign.slots[0].niche,
        again.work.campaign.ticks,
        again.work.deliverables[0].ticks,
        again.versions[post],
        again,
    )


def test_what_a_creator_confirmed_goes_with_them(store: Store) -> None:
    """The tick on their post; the one of the campaign stays."""
    kept = store.campaigns.add(START)
    tick = Tick("used_it", is_done=True, at=AT, by="lan")
    post = kept.work.deliverables[0].id
    store.campaigns.observe(
        "1", lambda work: moves.change_deliverable(work, post, lambda one: ticked(one, tick))
    )
    store.erase("an.vi.o")
    assert () == store.campaigns.get("1").work.deliverables[0].ticks
