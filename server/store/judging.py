"""Whether one document is one that this Soi writes: its shape, and every value one that the API would take.

Every function raises for a broken document, whatever is wrong with it: see ``BROKEN``. What nobody reads is not judged.
"""

from __future__ import annotations

import zlib
from base64 import b64decode
from collections.abc import Callable, Mapping
from typing import Any, get_args

from server import own_json
from server.errors import SoiError
from server.fields import prices
from server.fields.creators import ProfileId
from server.fields.kinds import Field
from server.handles import PLATFORMS, address
from server.money import Price
from server.store import judging_values as kept
from server.store import values
from server.store.documents import (
    address_of,
    device_of,
    entry_of,
    notice_of,
    outcome_of,
    sketch_of,
    topics_of,
    visit_of,
)
from server.store.list_records import (
    ActivityKind,
    ActorKind,
)
from server.store.work import Doc

BROKEN = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError, SoiError)
"""What reading a document raises that this Soi has not written."""
_MOST_AUDIT = 4 * 2**20
"""Bytes of one audit, unpacked."""
_ENTRY: Mapping[str, Field] = {**values.ENTRY, **values.JOINED}
"""Two records of one person become one with the notes and tags of both."""


# --- documents -----------------------------------------------------------------------------------------------

VISIT: Mapping[str, Callable[[Any], None]] = {
    "at": kept.time,
    "page": kept.word,
    "verdict": kept.verdict,
    "tier": kept.tier,
    "followers": kept.figure,
    "following": kept.figure,
    "post_count": kept.figure,
    "engagement_rate": kept.figure,
    "engagement_score": kept.number,
    "n_posts": kept.count,
    "suspicion": kept.figure,
    "trust_word": kept.choice("low", "medium", "high"),
    "seen": kept.word_list,
    "absent": kept.word_list,
    "contacts": kept.contacts,
    "newest_post_at": kept.time,
    "posts_per_week": kept.number,
    "model_version": kept.text,
    "capture_digest": kept.text,
    "audit_id": kept.text,
    "follower_sample": kept.sample,
    "comment_sample": kept.sample,
    "since": kept.time,
    "is_past": kept.flag,
    "is_undated": kept.flag,
}
"""Every field of a visit and what it may hold; a new field gets its line here (a test holds the two together)."""
_CREATOR: Mapping[str, Callable[[Any], None]] = {
    "platform": kept.choice(*PLATFORMS),
    "full_name": kept.text,
    "category": kept.text,
    "is_verified": kept.flag,
    "is_private": kept.flag,
    "first_seen": kept.time,
    "last_seen": kept.time,
    "visits": kept.count,
    "entry_version": kept.count,
}


def _each(document: Doc, judges: Mapping[str, Callable[[Any], None]]) -> None:
    """Every field that is known; None says that a value is not known."""
    for name, value in document.items():
        if value is not None and (judge := judges.get(name)) is not None:
            judge(value)


def creator(document: Doc) -> None:
    _each(document, _CREATOR)
    kept.count(document.get("visits", 0))
    kept.username(address_of(document))
    ProfileId().read("profile_id", document.get("profile_id"))
    for handle, until in document.get("former", ()):
        kept.username(address(document["platform"], handle))
        kept.time(until)
    _judge_rulings(document)
    if document.get("entry") is not None:
        _entry(document, document["entry"])
    _undo(document)
    _removed(document, document.get("removed"))
    _outcome(document)
    _judge_sketch(document)
    if document.get("standing") is not None:
        audit_id, given = document["standing"]
        kept.need(audit_id is None or type(audit_id) is str, "an audit's id")
        kept.need(type(given) is dict, "what a verdict was given on")
        topics_of(document)


def _entry(document: Doc, entry: Doc) -> None:
    entry_of(document | {"entry": entry}, None)
    for name, field in _ENTRY.items():
        if name in entry:
            field.read(name, entry[name])
    kept.an_id(entry["order"])
    kept.an_id(entry["version"])
    kept.time(entry["added_at"])
    kept.time(entry["status_at"])
    for at, status, stage in entry.get("moves", ()):
        kept.time(at)
        values.ENTRY["status"].read("status", status)
        values.ENTRY["stage"].read("stage", stage)
    if entry.get("contacts") is not None:
        values.CONTACTS.read(entry["contacts"])
    if entry.get("price") is not None:
        Price(**prices.ASKED.read(entry["price"]))  # one of which the ends fit each other


def _sum(row: Any) -> None:
    if row is not None:
        amount, currency = row
        prices.EXACT.read({"amount": amount, "currency": currency})


def _undo(document: Doc) -> None:
    undo = document.get("undo")
    if undo is None:
        return
    kept.time(undo["at"])
    if undo["entry"] is not None:
        _entry(document, undo["entry"])
    _removed(document, undo.get("removed"))


def _removed(document: Doc, removed: Any) -> None:
    """An entry in the bin."""
    if removed is not None:
        kept.time(removed["at"])
        _entry(document, removed["entry"])


def _judge_rulings(document: Doc) -> None:
    for signal, (word, at, note) in document.get("rulings", {}).items():
        values.SIGNAL.read("signal", signal)
        values.RULING.read({"ruling": word, "note": note})
        kept.time(at)


def _outcome(document: Doc) -> None:
    outcome = outcome_of(document)
    if outcome is None:
        return
    row = document["outcome"]
    for name, field in values.OUTCOME.items():
        field.read(name, row[name])
    kept.time(row["recorded_at"])
    kept.time(row["updated_at"])
    _sum(row["sales"])
    _each(
        row,
        {
            name: VISIT[name]
            for name in ("verdict", "suspicion", "trust_word", "engagement_score", "model_version")
        },
    )


def _judge_sketch(document: Doc) -> None:
    sketch = sketch_of(document)
    if sketch is not None:
        kept.text(sketch.key_id)
        kept.count(sketch.n)


def place(document: Doc) -> None:
    kept.an_id(document["creator"])


def visit(document: Doc) -> None:
    kept.an_id(document["creator"])
    kept.time(document["at"])
    _each(document, dict(VISIT) | {"columns": kept.text, "scored_before": _scores_before})
    visit_of(document)


def _scores_before(value: Any) -> None:
    """What stood before a check was judged anew: when that was, the scores, and what they were given on."""
    kept.need(type(value) is list and 0 < len(value) <= 10, "a short list")
    for at, scores, inputs in value:
        kept.time(at)
        _each(scores, VISIT)
        kept.need(isinstance(inputs, dict), "an object")


def audit(document: Doc) -> None:
    kept.text(document["audit_id"])
    packed(document)


def packed(document: Doc) -> None:
    """An audit or the evidence of a creator."""
    kept.an_id(document["creator"])
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(b64decode(document["packed"], validate=True), _MOST_AUDIT)
    except zlib.error as error:
        raise ValueError("an audit or evidence that is damaged") from error
    kept.need(unpacker.eof, "an audit or evidence that is cut off, or far too large")
    kept.need(isinstance(own_json.loads(unpacked), dict), "an audit or evidence that is no object")


def activity(document: Doc) -> None:
    """Who did what to whom; ``saved`` is what an undo needs."""
    kept.time(document["at"])
    kept.count(document["n"])
    kept.need(document["what"] in get_args(ActivityKind), "something that can be done")
    kept.need(document["by"] in get_args(ActorKind), "somebody who may do it")
    kept.need(document.get("member", True) is True, "a member, or nothing said")
    for name in ("name", "undone_at"):
        if document.get(name) is not None:
            (kept.time if name == "undone_at" else kept.text)(document[name])
    for creator_id in document["creators"]:
        kept.an_id(creator_id)
    for creator_id, version in document.get("saved", ()):
        kept.an_id(creator_id)
        kept.an_id(version)
    kept.word_list(document.get("fields", []))
    for name, texts in document.get("values", {}).items():
        kept.word(name)
        for text in texts:
            kept.text(text)


def settings(document: Doc) -> None:
    kept.need(type(document["value"]) is dict, "settings")
    kept.count(document["version"])


def device(document: Doc) -> None:
    known = device_of(document)
    for text in (known.client_id, known.name, known.kind, known.token_sha256, known.proof_key):
        kept.text(text)


def notice(document: Doc) -> None:
    notice_of(document)


def is_whole(judge: Callable[[Doc], None], document: Any) -> bool:
    """Whether a document is one that this Soi writes."""
    try:
        judge(document)
    except BROKEN:
        return False
    return True
