"""How records lie in the tables: plain JSON documents, short because every visit is one.

Tables: ``creators`` (a creator with its shortlist entry or what was removed, rulings and undo), ``listed`` (the order of the
entries), ``activity`` (what was done to the list),
``visits``, ``audits``, ``evidence`` (what is known of a creator's page, for the next check), ``settings``, and, never in a backup, ``devices``, ``members`` and
``notices``.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import asdict

from server import own_json
from server.handles import address
from server.money import Money, Price
from server.scoring.main_topics import main_topics
from server.scoring.thresholds import PUBLISHED, level
from server.store.contacts import contacts_of
from server.store.engine.frames import storable
from server.store.list_records import Standing
from server.store.packed import pack, unpack
from server.store.records import (
    REVIEW_AFTER,
    Creator,
    Device,
    Entry,
    Figure,
    FormerHandle,
    Move,
    Outcome,
    RecentCheck,
    Ruling,
    Sketch,
    Visit,
)
from server.store.reports import Notice
from server.store.work import Doc

CREATORS, LISTED, VISITS, AUDITS, EVIDENCE = "creators", "listed", "visits", "audits", "evidence"
ACTIVITY = "activity"
SETTINGS, DEVICES, NOTICES, MEMBERS = "settings", "devices", "notices", "members"
ONLY = 1
"""The id of the one document of a collection such as SETTINGS."""

_FIGURES = ("followers", "following", "post_count", "engagement_rate", "suspicion")
_VISIT_TIMES = ("at", "since", "newest_post_at")
_VISIT_LISTS = ("seen", "absent")
_VISIT_FIELDS = Visit.__struct_fields__
_CREATOR_TEXTS = ("profile_id", "full_name", "category", "is_verified", "is_private")
_DEVICE_TIMES = ("created_at", "last_seen", "expires_at")


def time_text(time: datetime) -> str:
    """A moment as documents have it: ISO 8601 in UTC, "…+00:00"."""
    return time.astimezone(UTC).isoformat()


def time_of(text: str) -> datetime:
    """Raises ValueError for a time without a zone, which could be compared with no other."""
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError("a time without a zone")
    return time


def _figure_of(row: list[float]) -> Figure:
    return Figure(*row)


_IN_VISIT = frozenset(_VISIT_FIELDS)
_VISIT_READERS: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    *((name, _figure_of) for name in _FIGURES),
    *((name, time_of) for name in _VISIT_TIMES),
    *((name, tuple) for name in _VISIT_LISTS),
)
"""Fields of a visit that lie in its document in another form."""


# --- visits and audits ---------------------------------------------------------------------------------------


def visit_document(visit: Visit, creator: int) -> Doc:
    """A row of visits: the fields of ``Visit`` that say something, and the id of its creator."""
    document: Doc = {"creator": creator}
    for name in _VISIT_FIELDS:
        value = getattr(visit, name)
        if isinstance(value, Figure):
            value = [value.value, value.low, value.high]
        if isinstance(value, tuple):
            value = list(value)
        if value is not None:
            document[name] = time_text(value) if name in _VISIT_TIMES else value
    return document


def visit_of(document: Doc) -> Visit:
    """The visit of a row; what an older version did not write is None."""
    values = {name: value for name, value in document.items() if name in _IN_VISIT}
    for name, read in _VISIT_READERS:
        if name in values:
            values[name] = read(values[name])
    return Visit(**_worded(values))


def _worded(row: Doc) -> Doc:
    """A visit or an outcome with the word of its score, which older versions did not keep."""
    score, is_new = row.get("suspicion"), "trust_word" in row or "seen" in row
    if score is None or is_new or row.get("verdict") in (None, "not_enough_data"):
        return row
    return row | {"trust_word": level(score.value, PUBLISHED)}


def audit_document(audit_id: str, audit: Any, creator: int) -> Doc:
    """A row of audits: the file of one check, packed, under its id and its creator's."""
    return {"creator": creator, "audit_id": audit_id, "packed": pack(storable(audit))}


def evidence_document(evidence: dict[str, Any], creator: int) -> Doc:
    """A row of evidence, one a creator: what the last check left for the next one, packed."""
    return {"creator": creator, "packed": pack(storable(evidence))}


def unpacked(document: Doc) -> dict[str, Any]:
    """The audit or the evidence in a document."""
    value: dict[str, Any] = own_json.loads(unpack(document["packed"]))
    return value


# --- creators ------------------------------------------------------------------------------------------------


def address_of(document: Doc) -> str:
    """The user name of a creator, behind its platform where that is not Instagram."""
    return address(document["platform"], document["handle"])


def creator_of(document: Doc) -> Creator:
    """Who a creator's document is about, without entry, rulings and outcome, which stand in it too."""
    return Creator(
        username=address_of(document),
        platform=document["platform"],
        former=former_of(document),
        first_seen=_time(document, "first_seen"),
        last_seen=_time(document, "last_seen"),
        visit_count=document.get("visits", 0),
        **{name: document.get(name) for name in _CREATOR_TEXTS},
    )


def former_of(document: Doc) -> tuple[FormerHandle, ...]:
    """Earlier handles, oldest first, with the time until when each was the creator's."""
    former = document.get("former")
    if not former:
        return ()  # like almost everybody
    platform = document["platform"]
    return tuple(FormerHandle(address(platform, handle), time_of(until)) for handle, until in former)


def rulings_of(document: Doc) -> tuple[Ruling, ...]:
    """``{signal: [ruling, at, note]}`` of a creator's document."""
    rulings = document.get("rulings", {})
    return tuple(Ruling(signal, word, time_of(at), note) for signal, (word, at, note) in rulings.items())


def sketch_document(sketch: Sketch) -> list[Any]:
    """``[key_id, n, places]`` as a creator's document keeps it, the places in base64."""
    return [sketch.key_id, sketch.n, b64encode(sketch.places).decode("ascii")]


def sketch_of(document: Doc) -> Sketch | None:
    """None where no check has read any comments."""
    row = document.get("sketch")
    return None if row is None else Sketch(row[0], row[1], b64decode(row[2]))


def outcome_document(outcome: Outcome) -> Doc:
    """Without the handle, which the creator's document has."""
    document = asdict(outcome)
    del document["username"]
    sales, figure = outcome.sales, outcome.suspicion
    return document | {
        "recorded_at": time_text(outcome.recorded_at),
        "updated_at": time_text(outcome.updated_at),
        "sales": [sales.amount, sales.currency] if sales else None,
        "suspicion": [figure.value, figure.low, figure.high] if figure else None,
    }


def outcome_of(document: Doc) -> Outcome | None:
    """None while nobody has recorded any."""
    row = document.get("outcome")
    if row is None:
        return None
    read = {
        "recorded_at": time_of(row["recorded_at"]),
        "updated_at": time_of(row["updated_at"]),
        "sales": Money(*row["sales"]) if row["sales"] else None,
        "suspicion": Figure(*row["suspicion"]) if row["suspicion"] else None,
    }
    return Outcome(username=address_of(document), **_worded(row | read))


def price_of(entry: Doc) -> Price | None:
    """What the creator of a kept entry asks for a post."""
    price = entry.get("price")
    return Price(**price) if price else None


def moves_of(entry: Doc) -> list[list[Any]]:
    """``[at, status, stage]`` of each change, the present one last; an older version kept only that."""
    moves: list[list[Any]] = entry.get("moves") or [[entry["status_at"], entry["status"], entry.get("stage")]]
    return moves


def entry_of(document: Doc, last_check: Doc | None) -> Entry:
    """The entry in a creator's document, which must have one."""
    entry = document["entry"]
    status, status_at = entry["status"], time_of(entry["status_at"])
    visit = visit_of(last_check) if last_check else None
    return Entry(
        username=address_of(document),
        profile_id=document.get("profile_id"),
        status=status,
        reject_reason=entry.get("reject_reason"),
        status_at=status_at,
        tags=tuple(entry.get("tags", ())),
        note=entry.get("note", ""),
        owner=entry.get("owner"),
        price_asked=price_of(entry),
        added_at=time_of(entry["added_at"]),
        version=entry["version"],
        full_name=document.get("full_name"),
        platform=document["platform"],
        stage=entry.get("stage"),
        contacts=contacts_of(entry.get("contacts")),
        extra=dict(entry.get("extra", ())),
        dates=dict(entry.get("dates", ())),
        history=_history_of(entry, status_at),
        waiting_since=status_at if status == "contacted" else None,
        former=former_of(document),
        last_check=visit,
        review_at=visit.at + REVIEW_AFTER if visit else None,
        topics=topics_of(document),
    )


def _history_of(entry: Doc, status_at: datetime) -> tuple[Move, ...]:
    """``moves_of`` as records; most entries have none but the present one, whose time is read already."""
    if not entry.get("moves"):
        return (Move(status_at, entry["status"], entry.get("stage")),)
    return tuple([Move(time_of(at), status, stage) for at, status, stage in entry["moves"]])


def topics_of(document: Doc) -> tuple[str, ...] | None:
    """The main topics in what the last check left in a creator's document; see ``Entry``."""
    standing = document.get("standing")  # an audit's id, and what the verdict was given on
    return main_topics(standing[1].get("values") or {}) if standing else None


def standing_of(document: Doc, last_check: Doc | None) -> Standing:
    """Of a creator's document, which must have an entry, what ``Standing`` holds."""
    entry = document["entry"]
    return Standing(
        address_of(document),
        entry["status"],
        time_of(entry["status_at"]),
        entry.get("reject_reason"),
        last_check.get("verdict") if last_check else None,
    )


def recent_of(visit: Doc, creator: Doc) -> RecentCheck:
    """A row of visits with the document of its creator."""
    return RecentCheck(address_of(creator), creator.get("full_name"), visit_of(visit))


# --- this machine --------------------------------------------------------------------------------------------


def device_document(device: Device) -> Doc:
    """A row of devices: all fields, the bearer token only as its SHA-256."""
    document = asdict(device)
    for name in _DEVICE_TIMES:
        document[name] = time_text(document[name]) if document[name] else None
    return document


def device_of(document: Doc) -> Device:
    """Raises ValueError for a time without a zone."""
    return Device(**document | {name: _time(document, name) for name in _DEVICE_TIMES})


def notice_document(notice: Notice) -> Doc:
    """The store's own trouble as it is kept until it is dismissed."""
    taken = notice.backup_taken_at
    times = {"at": time_text(notice.at), "backup_taken_at": time_text(taken) if taken else None}
    return asdict(notice) | times | {"files": list(notice.files)}


def notice_of(document: Doc) -> Notice:
    """Raises ValueError for a time without a zone."""
    times = {"at": time_of(document["at"]), "backup_taken_at": _time(document, "backup_taken_at")}
    return Notice(**document | times | {"files": tuple(document["files"])})


def _time(document: Doc, name: str) -> datetime | None:
    text = document.get(name)
    return time_of(text) if text else None
