"""Whether one document is one that this Soi writes: its shape, and every value one that the API would take.

Every function raises for a broken document, whatever is wrong with it: see ``BROKEN``. What nobody reads is not judged.
"""

from __future__ import annotations

import math
import re
import zlib
from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any

import orjson

from server.capture import POSITIONS
from server.errors import SoiError
from server.handles import clean_handle
from server.metrics.tiers import TIERS
from server.money import Price
from server.schemas import prices
from server.schemas.creator_fields import ProfileId
from server.schemas.fields import Field
from server.store import values
from server.store.documents import (
    AUDITS,
    CREATORS,
    DEVICES,
    EVIDENCE,
    LISTED,
    NOTICES,
    SETTINGS,
    VISITS,
    device_of,
    entry_of,
    notice_of,
    outcome_of,
    sketch_of,
    time_of,
    visit_of,
)
from server.store.records import Visit
from server.store.work import Doc

BROKEN = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError, SoiError)
"""What reading a document raises that this Soi has not written."""
_MOST_AUDIT = 4 * 2**20
"""Bytes of one audit, unpacked."""
_MOST_LISTED = 100
_MOST = 10**15
"""No number that is kept is larger."""
_YEARS = range(1900, 9000)
"""Times outside of these cannot be reckoned with in every time zone."""
_WORD = re.compile(r"[a-z_]{1,40}")
_ENTRY: Mapping[str, Field] = {**values.ENTRY, **values.JOINED}
"""Two records of one person become one with the notes and tags of both."""
_SAMPLE_PARTS = frozenset(
    {"n_with_signs", "n_no_photo", "n_photo_known", "n_digit_names", "n_no_full_name", "n_full_name_known"}
    | {"n_made_names", "n_bare"}
    | {"n_generic", "n_emoji_only", "n_mention_only", "n_duplicate", "n_duplicate_across_posts", "n_spam"}
    | {"n_people", "n_posts", "n_regulars"}
)
"""Counts of a sample that are of its ``n`` rows."""


# --- values --------------------------------------------------------------------------------------------------


def _need(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(what)


def _number(value: Any) -> None:
    _need(type(value) in (int, float) and math.isfinite(value) and abs(value) <= _MOST, "a number")


def _count(value: Any) -> None:
    _need(type(value) is int and 0 <= value <= _MOST, "a count")


def _id(value: Any) -> None:
    _need(type(value) is int and value > 0, "an id")


def _flag(value: Any) -> None:
    _need(type(value) is bool, "true or false")


def _text(value: Any) -> None:
    _need(type(value) is str and len(value) <= 10_000, "a text")


def _word(value: Any) -> None:
    _need(type(value) is str and _WORD.fullmatch(value) is not None, "a word")


def _time(value: Any) -> None:
    _need(time_of(value).year in _YEARS, "a time")


def _username(value: Any) -> None:
    _need(clean_handle(value) == value, "a user name")


def _figure(value: Any) -> None:
    """Value, low and high."""
    _need(type(value) is list and len(value) == 3, "a figure")
    for part in value:
        _number(part)


def _choice(*words: str) -> Callable[[Any], None]:
    return lambda value: _need(value in words, "one of some words")


@cache
def _words(kind: str) -> frozenset[str]:
    from server.scoring.verdict import CODES  # noqa: PLC0415 - numpy is loaded after the port is bound

    return frozenset(CODES if kind == "verdict" else TIERS)


def _verdict(value: Any) -> None:
    _need(value in _words("verdict"), "a verdict")


def _tier(value: Any) -> None:
    _need(value in _words("tier"), "a tier")


def _sample(value: Any) -> None:
    """Counts of one sample, none larger than the whole."""
    n = value["n"]
    for name, kept in value.items():
        if name == "position":
            _choice(*POSITIONS)(kept)
        elif name == "model":
            _text(kept)
        elif name == "n" or name.startswith("n_"):
            _count(kept)
            _need(name not in _SAMPLE_PARTS or kept <= n, "a part of the sample")
        else:
            _number(kept)


def _word_list(value: Any) -> None:
    _need(type(value) is list and len(value) <= _MOST_LISTED, "a short list")
    for word in value:
        _word(word)


def _contacts(value: Any) -> None:
    """Lists of texts by kind."""
    _need(set(value) <= {"emails", "phones", "zalo", "links"}, "kinds of contacts")
    for found in value.values():
        _need(type(found) is list and len(found) <= _MOST_LISTED, "a short list")
        for text in found:
            _text(text)


# --- documents -----------------------------------------------------------------------------------------------

VISIT: Mapping[str, Callable[[Any], None]] = {
    "at": _time,
    "page": _word,
    "verdict": _verdict,
    "tier": _tier,
    "followers": _figure,
    "following": _figure,
    "post_count": _figure,
    "engagement_rate": _figure,
    "engagement_score": _number,
    "n_posts": _count,
    "suspicion": _figure,
    "trust_word": _choice("low", "medium", "high"),
    "seen": _word_list,
    "absent": _word_list,
    "contacts": _contacts,
    "newest_post_at": _time,
    "posts_per_week": _number,
    "model_version": _text,
    "capture_digest": _text,
    "audit_id": _text,
    "follower_sample": _sample,
    "comment_sample": _sample,
    "since": _time,
    "is_past": _flag,
    "is_undated": _flag,
}
"""Every field of a visit and what it may hold; a new field gets its line here (a test holds the two together)."""
_CREATOR: Mapping[str, Callable[[Any], None]] = {
    "username": _username,
    "full_name": _text,
    "category": _text,
    "is_verified": _flag,
    "is_private": _flag,
    "first_seen": _time,
    "last_seen": _time,
    "visits": _count,
    "entry_version": _count,
}


def _each(document: Doc, judges: Mapping[str, Callable[[Any], None]]) -> None:
    """Every field that is known; None says that a value is not known."""
    for name, value in document.items():
        if value is not None and (judge := judges.get(name)) is not None:
            judge(value)


def _creator(document: Doc) -> None:
    _each(document, _CREATOR)
    _username(document["username"])
    ProfileId().read("profile_id", document.get("profile_id"))
    for handle, until in document.get("former", ()):
        _username(handle)
        _time(until)
    _judge_rulings(document)
    if document.get("entry") is not None:
        _entry(document, document["entry"])
    _undo(document)
    _outcome(document)
    _judge_sketch(document)
    if document.get("standing") is not None:
        audit_id, kept = document["standing"]
        _need(audit_id is None or type(audit_id) is str, "an audit's id")
        _need(type(kept) is dict, "what a verdict was given on")


def _entry(document: Doc, entry: Doc) -> None:
    entry_of(document | {"entry": entry}, None)
    for name, field in _ENTRY.items():
        if name in entry:
            field.read(name, entry[name])
    _id(entry["order"])
    _id(entry["version"])
    _time(entry["added_at"])
    _time(entry["status_at"])
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
    _time(undo["at"])
    if undo["entry"] is not None:
        _entry(document, undo["entry"])


def _judge_rulings(document: Doc) -> None:
    for signal, (word, at, note) in document.get("rulings", {}).items():
        values.SIGNAL.read("signal", signal)
        values.RULING.read({"ruling": word, "note": note})
        _time(at)


def _outcome(document: Doc) -> None:
    outcome = outcome_of(document)
    if outcome is None:
        return
    row = document["outcome"]
    for name, field in values.OUTCOME.items():
        field.read(name, row[name])
    _time(row["recorded_at"])
    _time(row["updated_at"])
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
        _text(sketch.key_id)
        _count(sketch.n)


def _listed(document: Doc) -> None:
    _id(document["creator"])


def _visit(document: Doc) -> None:
    _id(document["creator"])
    _time(document["at"])
    _each(document, dict(VISIT) | {"columns": _text})
    visit_of(document)


def _audit(document: Doc) -> None:
    _text(document["audit_id"])
    _packed(document)


def _packed(document: Doc) -> None:
    """An audit or the evidence of a creator."""
    _id(document["creator"])
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(b64decode(document["packed"], validate=True), _MOST_AUDIT)
    except zlib.error as error:
        raise ValueError("an audit or evidence that is damaged") from error
    _need(unpacker.eof, "an audit or evidence that is cut off, or far too large")
    _need(isinstance(orjson.loads(unpacked), dict), "an audit or evidence that is no object")


def _settings(document: Doc) -> None:
    _need(type(document["value"]) is dict, "settings")
    _count(document["version"])


def _device(document: Doc) -> None:
    device = device_of(document)
    for text in (device.client_id, device.name, device.kind, device.token_sha256, device.proof_key):
        _text(text)


def _notice(document: Doc) -> None:
    notice_of(document)


JUDGES: Mapping[str, Callable[[Doc], None]] = {
    CREATORS: _creator,
    LISTED: _listed,
    VISITS: _visit,
    AUDITS: _audit,
    EVIDENCE: _packed,
    SETTINGS: _settings,
    DEVICES: _device,
    NOTICES: _notice,
}
"""By table. A new table gets its line here."""
VISIT_FIELDS = frozenset(field.name for field in fields(Visit))


def is_whole(table: str, document: Any) -> bool:
    """Whether a document of ``table`` is one that this Soi writes."""
    try:
        JUDGES[table](document)
    except BROKEN:
        return False
    return True
