"""Campaigns with their deliverables: changed as one, each with its own version, the last change to be taken back.

What a change is stands in ``server.campaigns``: a pure function from one ``Work`` to the next. Texts and decisions of a
deliverable only grow (``pipeline``), and nothing here takes one out again, undo neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from server.campaigns.pictures import SentPicture
from server.campaigns.records import Deliverable
from server.campaigns.today import Work
from server.errors import Conflict, Gone, NotFound
from server.store import judging_campaigns
from server.store.campaign_documents import (
    CAMPAIGNS,
    DELIVERABLES,
    KeptCampaign,
    campaign_document,
    creators_in,
    deliverable_document,
    doc_id_of,
    kept_campaign,
    names_in,
    of_another_creator,
    without_creators,
)
from server.store.changes import told
from server.store.collection import Collection
from server.store.documents import CREATORS, address_of, time_of, time_text
from server.store.records import UNDO_TIME
from server.store.resource import Resource
from server.store.rules.creators import claim, find
from server.store.rules.deliverables import with_state_of
from server.store.rules.pictures import drop_pictures, put_pictures
from server.store.work import Doc, Told, UnitOfWork, View

COLLECTIONS = (
    Collection(
        CAMPAIGNS,
        judging_campaigns.campaign,
        indexes={"creator": creators_in},
        references={"creator": CREATORS},
        left=without_creators,
        of_another=of_another_creator,
    ),
)
BIN_TIME = timedelta(days=30)
"""How long a removed campaign can be brought back."""
WorkChange = Callable[[Work], Work]
_NOTED = ("outreach", "ticks")
"""What only grows, beside all that is changed and taken back."""
_NEVER_BACK = ("version", "changed_at", *_NOTED)
Touched = tuple[int, Doc | None, int | None]
"""A deliverable that a change touched: its id, the document before, and the version after; None: there is none."""


class Campaigns(Resource):
    """``store.campaigns``."""

    def all(self) -> tuple[KeptCampaign, ...]:
        """All campaigns, newest first, those in the bin too; the number of reads is the same for any number of them."""
        return self._read(lambda view: _kept(view, view.newest(CAMPAIGNS)))

    def get(self, campaign_id: str) -> KeptCampaign:
        """One campaign. Raises NotFound."""
        return self._read(lambda view: _one(view, doc_id_of(campaign_id)))

    def add(self, work: Work) -> KeptCampaign:
        """Keep a new one; ids of it and of its deliverables are given here."""
        now = self._now()
        return self._write(lambda unit: _one(unit, _add(unit, work, now)), _told)

    def change(
        self,
        campaign_id: str,
        change: WorkChange,
        expected: int | None = None,
        of_deliverables: Mapping[str, int] | None = None,
        pictures: Mapping[str, Sequence[SentPicture]] | None = None,
    ) -> KeptCampaign:
        """What ``change`` makes of a campaign; deliverables without an id are new, those left out are taken away.

        ``expected``: the version of the campaign, ``of_deliverables``: those of some of its deliverables, that the
        sender has seen. ``pictures``: the bytes of new versions, by deliverable. Raises NotFound, Conflict, and what
        ``change`` raises.
        """
        now, doc_id = self._now(), doc_id_of(campaign_id)

        def plan(unit: UnitOfWork) -> KeptCampaign:
            present = _expected(unit, doc_id, expected, of_deliverables or {})
            _apply(unit, doc_id, present.work, change(present.work), now)
            for deliverable_id, sent in (pictures or {}).items():
                put_pictures(unit, int(deliverable_id), sent)
            return _one(unit, doc_id)

        return self._write(plan, _told)

    def of_creator(self, username: str, profile_id: str | None = None) -> tuple[KeptCampaign, ...]:
        """Campaigns that have deliverables of a creator, those in the bin left out."""

        def look(view: View) -> tuple[KeptCampaign, ...]:
            creator = find(view, username, profile_id)
            ids = [] if creator is None else view.find(DELIVERABLES, "creator", creator)
            rows = view.get_many(DELIVERABLES, ids)
            found = _kept(view, list(dict.fromkeys(row["campaign"] for row in rows.values())))
            return tuple(one for one in found if one.removed_at is None)

        return self._read(look)

    def naming(self, username: str, profile_id: str | None = None) -> tuple[tuple[str, str], ...]:
        """Id and name of each campaign in which a creator has a slot, newest first, those in the bin left out."""

        def look(view: View) -> tuple[tuple[str, str], ...]:
            creator = find(view, username, profile_id)
            ids = [] if creator is None else view.find(CAMPAIGNS, "creator", creator)
            documents = view.get_many(CAMPAIGNS, sorted(ids, reverse=True))
            return tuple(
                (str(doc_id), document["name"])
                for doc_id, document in documents.items()
                if not document.get("removed_at")
                and creator in {slot["creator"] for slot in document["slots"]}
            )

        return self._read(look)

    def observe(self, campaign_id: str, seen: WorkChange) -> KeptCampaign:
        """What a public page tells of deliverables, or a tick of their checklist. It is no change of the plan: undo
        neither has nor loses anything by it, and only a state or an address that changed makes a new version.
        Raises NotFound."""
        doc_id = doc_id_of(campaign_id)

        def plan(unit: UnitOfWork) -> KeptCampaign:
            present = _expected(unit, doc_id, None, {})
            _observe(unit, doc_id, present.work, seen(present.work))
            return _one(unit, doc_id)

        return self._write(plan, _told)

    def remove(self, campaign_id: str, expected: int | None = None) -> None:
        """Put it into the bin, and drop what has lain there for longer than BIN_TIME. Raises NotFound, Conflict."""
        now, doc_id = self._now(), doc_id_of(campaign_id)
        self._write(lambda unit: _remove(unit, doc_id, expected, now), _told)

    def undo(self, campaign_id: str) -> KeptCampaign:
        """Take a campaign out of the bin, else take its last change back, once, within UNDO_TIME.

        Raises NotFound, and Gone where there is nothing to take back, or what it touched has changed since.
        """
        now, doc_id = self._now(), doc_id_of(campaign_id)

        def plan(unit: UnitOfWork) -> KeptCampaign:
            _undo(unit, doc_id, now)
            return _one(unit, doc_id)

        return self._write(plan, _told)


def _told(_: object) -> tuple[Told, ...]:
    return told("campaign")


def _kept(view: View, ids: Iterable[int]) -> tuple[KeptCampaign, ...]:
    documents = view.get_many(CAMPAIGNS, ids)
    of_each = view.find_many(DELIVERABLES, "campaign", list(documents))
    rows = view.get_many(DELIVERABLES, [i for found in of_each.values() for i in found])
    people = {creator for document in documents.values() for creator in creators_in(document)}
    people |= {row["creator"] for row in rows.values() if row["creator"] is not None}
    names = {i: address_of(document) for i, document in view.get_many(CREATORS, people).items()}
    return tuple(
        kept_campaign(doc_id, document, {i: rows[i] for i in of_each[doc_id]}, names.__getitem__)
        for doc_id, document in documents.items()
    )


def _one(view: View, campaign_id: int) -> KeptCampaign:
    found = _kept(view, [campaign_id])
    if not found:
        raise NotFound
    return found[0]


def _expected(
    view: View, campaign_id: int, expected: int | None, of_deliverables: Mapping[str, int]
) -> KeptCampaign:
    present = _one(view, campaign_id)
    if present.removed_at is not None:
        raise NotFound
    if any(name not in present.versions for name in of_deliverables):
        raise NotFound
    changed = any(present.versions[name] != version for name, version in of_deliverables.items())
    if changed or expected not in (None, present.version):
        raise Conflict("The campaign was changed meanwhile. Load it again and repeat the change.")
    return present


def _add(unit: UnitOfWork, work: Work, now: datetime) -> int:
    id_of = {name: claim(unit, name, None, now) for name in names_in([work])}
    at = time_text(now)
    own = {"version": 1, "created_at": at, "changed_at": at}
    campaign_id = unit.insert(CAMPAIGNS, campaign_document(work.campaign, id_of) | own)
    for one in work.deliverables:
        unit.insert(DELIVERABLES, deliverable_document(one, campaign_id, id_of) | {"version": 1})
    return campaign_id


def _apply(unit: UnitOfWork, campaign_id: int, old: Work, new: Work, now: datetime) -> None:
    """Put what differs, and keep what was there for undo; a new draft or decision is never taken back."""
    if new == old:
        return
    id_of = {name: claim(unit, name, None, now) for name in names_in([new])}
    noted = replace(new.campaign, outreach=old.campaign.outreach, ticks=old.campaign.ticks)
    if replace(new, campaign=noted) == old:
        _note(unit, campaign_id, campaign_document(new.campaign, id_of), now)
        return
    touched = list(_put_deliverables(unit, campaign_id, old, new, id_of))
    before = unit.get(CAMPAIGNS, campaign_id) or {}
    document = {name: value for name, value in before.items() if name != "undo"} | {
        "changed_at": time_text(now)
    }
    if new.campaign != old.campaign:
        document |= campaign_document(new.campaign, id_of) | {"version": before["version"] + 1}
    if _log_of(old.deliverables) == _log_of(new.deliverables):
        kept = {name: value for name, value in before.items() if name not in ("undo", "removed_at")}
        is_changed = new.campaign != old.campaign
        document["undo"] = {
            "at": time_text(now),
            "before": kept if is_changed else None,
            "deliverables": [
                [doc_id, None if row is None else row | {"versions": [], "posted": None}, after]
                for doc_id, row, after in touched
            ],
        }
    unit.put(CAMPAIGNS, campaign_id, document)


def _note(unit: UnitOfWork, campaign_id: int, document: Doc, now: datetime) -> None:
    """A message or a tick more: nobody's form is out of date by it, and what can be taken back stays so."""
    before = unit.get(CAMPAIGNS, campaign_id) or {}
    own = {name: document[name] for name in _NOTED} | {"changed_at": time_text(now)}
    unit.put(CAMPAIGNS, campaign_id, before | own)


def _observe(unit: UnitOfWork, campaign_id: int, old: Work, new: Work) -> None:
    there = {one.id: one for one in old.deliverables}
    for one in new.deliverables:
        before = there[one.id]
        if one == before:
            continue
        is_moved = (one.state, one.post_url) != (before.state, before.post_url)
        document = unit.get(DELIVERABLES, int(one.id)) or {}
        seen = deliverable_document(one, campaign_id, {}) | {"creator": document["creator"]}
        unit.put(DELIVERABLES, int(one.id), seen | {"version": document["version"] + is_moved})


def _log_of(deliverables: Iterable[Deliverable]) -> dict[str, object]:
    return {one.id: one.versions for one in deliverables if one.versions}


def _put_deliverables(
    unit: UnitOfWork, campaign_id: int, old: Work, new: Work, id_of: Mapping[str, int]
) -> Iterable[Touched]:
    there = {one.id: one for one in old.deliverables}
    for one in new.deliverables:
        present = there.pop(one.id, None)
        document = deliverable_document(one, campaign_id, id_of)
        if present is None:
            yield unit.insert(DELIVERABLES, document | {"version": 1}), None, 1
        elif present != one:
            doc_id = int(one.id)
            before = unit.get(DELIVERABLES, doc_id) or {}
            unit.put(DELIVERABLES, doc_id, document | {"version": before["version"] + 1})
            yield doc_id, before, before["version"] + 1
    for gone in there:
        yield int(gone), unit.get(DELIVERABLES, int(gone)), None
        unit.delete(DELIVERABLES, int(gone))


def _remove(unit: UnitOfWork, campaign_id: int, expected: int | None, now: datetime) -> None:
    _expected(unit, campaign_id, expected, {})
    document = dict(unit.get(CAMPAIGNS, campaign_id) or {})
    document.pop("undo", None)
    unit.put(
        CAMPAIGNS,
        campaign_id,
        document | {"removed_at": time_text(now), "version": document["version"] + 1},
    )
    for doc_id, each in unit.get_many(CAMPAIGNS, unit.ids(CAMPAIGNS)).items():
        if each.get("removed_at") and now - time_of(each["removed_at"]) > BIN_TIME:
            for row in unit.find(DELIVERABLES, "campaign", doc_id):
                drop_pictures(unit, row)
                unit.delete(DELIVERABLES, row)
            unit.delete(CAMPAIGNS, doc_id)


def _undo(unit: UnitOfWork, campaign_id: int, now: datetime) -> None:
    document = unit.get(CAMPAIGNS, campaign_id)
    if document is None:
        raise NotFound
    undo = document.get("undo")
    rest = {name: value for name, value in document.items() if name not in ("undo", "removed_at")}
    back = rest | {"version": document["version"] + 1, "changed_at": time_text(now)}
    if document.get("removed_at"):
        unit.put(CAMPAIGNS, campaign_id, back)
        return
    if undo is None or now - time_of(undo["at"]) > UNDO_TIME:
        raise Gone("There is nothing left to undo in this campaign.")
    for doc_id, before, after in undo["deliverables"]:
        _take_back(unit, doc_id, before, after)
    if undo["before"] is not None:
        back |= {name: value for name, value in undo["before"].items() if name not in _NEVER_BACK}
    unit.put(CAMPAIGNS, campaign_id, back)


def _take_back(unit: UnitOfWork, doc_id: int, before: Doc | None, after: int | None) -> None:
    present = unit.get(DELIVERABLES, doc_id)
    if (None if present is None else present["version"]) != after:
        raise Gone("It was changed again since: there is nothing left to undo.")
    if before is None:
        unit.delete(DELIVERABLES, doc_id)
    elif present is None:
        unit.put(DELIVERABLES, doc_id, before)
    else:
        unit.put(DELIVERABLES, doc_id, with_state_of(present, before))
