"""A campaign's dossier: everything that was decided, in parts whose hashes stand in one list, and a log that is a chain.

A zip of JSON parts and one page to read and print. The same campaign gives the same bytes, but for the time in the list.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Literal

from msgspec import Struct, field

from server import __version__, own_json
from server.campaigns.budget import BudgetSums, budget_of
from server.campaigns.pictures import SUFFIX
from server.campaigns.records import Deliverable, DraftPicture, Tick
from server.campaigns.today import Work

SCHEMA = 1
LIST = "dossier.json"
LOG = "log.jsonl"
BUDGET, POSTS, CAMPAIGN = "budget.json", "deliverables.json", "campaign.json"
AUDITS = "audits/"
PICTURES = "pictures/"
MADE_ON = (2026, 1, 1, 0, 0, 0)
"""Every member's day: what is in the zip says itself when it was."""
Event = Literal["draft", "decision", "tick"]


class DossierCreator(Struct, frozen=True):
    """What is told of one creator: the verdict as it was given, and from what it can be given again."""

    username: str
    full_name: str | None = None
    verdict: str | None = None
    checked_at: datetime | None = None
    model_version: str | None = None
    audit_id: str | None = None


class Dossier(Struct, frozen=True):
    """All that a dossier is made from."""

    work: Work
    creators: tuple[DossierCreator, ...]
    audits: Mapping[str, Any]
    """Audit files by id."""
    checks: Mapping[str, Any]
    """The checks of each deliverable's texts, by its id."""
    checklist: tuple[Any, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Those of the drafts, by their name in the zip."""


def picture_part(told: DraftPicture) -> str:
    """Where a picture lies in the zip; the same bytes lie there once."""
    return f"{PICTURES}{told.sha256}.{SUFFIX[told.media]}"


def parts_of(dossier: Dossier) -> dict[str, bytes]:
    """The JSON parts and the pictures by their name in the zip."""
    work = dossier.work
    budget = budget_of(work.campaign.budget, work.deliverables)
    parts = {
        CAMPAIGN: work.campaign,
        POSTS: work.deliverables,
        BUDGET: sums_of(budget),
        "creators.json": dossier.creators,
        "checks.json": dossier.checks,
        "checklist.json": dossier.checklist,
        **{f"{AUDITS}{audit_id}.json": audit for audit_id, audit in sorted(dossier.audits.items())},
    }
    written_parts = {name: own_json.dumps(value) for name, value in parts.items()}
    return written_parts | dict(sorted(dossier.pictures.items())) | {LOG: _log(work)}


def sums_of(budget: BudgetSums) -> dict[str, Any]:
    """The sums as JSON has them: a month that is not known is null, and no key."""
    return {
        "rows": budget.rows,
        "parts": budget.parts,
        "spent": budget.spent,
        "left": budget.left,
        "by_month": [{"month": month, "cost": cost} for month, cost in budget.by_month.items()],
    }


def written(parts: Mapping[str, bytes], name: str, at: datetime) -> bytes:
    """The zip: the parts, and the list of their hashes."""
    listed = {
        "schema": SCHEMA,
        "campaign": name,
        "made_at": at,
        "soi": __version__,
        "sha256": {part: digest(body) for part, body in sorted(parts.items())},
        "log": chain_end(parts[LOG]),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, body in ({LIST: own_json.dumps(listed)} | dict(parts)).items():
            archive.writestr(zipfile.ZipInfo(part, MADE_ON), body, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def digest(body: bytes) -> str:
    """SHA-256 as 64 hex digits."""
    return hashlib.sha256(body).hexdigest()


def chain_end(log: bytes) -> str:
    """The hash of the log's last line, which holds the one before it, and so on to the first; "" of an empty log."""
    lines = log.splitlines()
    return digest(lines[-1]) if lines else ""


def breaks_in(log: bytes) -> Iterator[int]:
    """Numbers of the lines, from 1, that do not hold the hash of the line before them."""
    before = ""
    for number, line in enumerate(log.splitlines(), start=1):
        try:
            event = own_json.loads(line)
            is_whole = isinstance(event, dict) and event.get("previous") == before
        except ValueError:
            is_whole = False
        if not is_whole:
            yield number
        before = digest(line)


def _log(work: Work) -> bytes:
    """All drafts, decisions and ticks in the order of their time, a line each, every line with the hash of the one before."""
    found = [event for one in work.deliverables for event in _events(one)]
    found += _ticks(work.campaign.ticks, {})
    lines: list[bytes] = []
    for event in sorted(found, key=_place):
        lines.append(own_json.dumps(event | {"previous": digest(lines[-1]) if lines else ""}))
    return b"".join(line + b"\n" for line in lines)


def _place(event: Mapping[str, Any]) -> tuple[datetime, int, int]:
    """Where a line stands: by its time; of one time those of the campaign itself first."""
    return (event["at"], int(event.get("deliverable", 0)), event.get("version", 0))


def _ticks(ticks: Iterable[Tick], of: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for tick in ticks:
        yield _event("tick", tick.at, tick.by, {**of, "rule": tick.rule, "is_done": tick.is_done})


def _events(one: Deliverable) -> Iterator[dict[str, Any]]:
    for number, version in enumerate(one.versions, start=1):
        place = {"deliverable": one.id, "creator": one.creator, "version": number}
        hashed: dict[str, Any] = {"text_sha256": digest(version.text.encode("utf-8", "surrogatepass"))}
        if version.pictures:
            hashed["pictures_sha256"] = [told.sha256 for told in version.pictures]
        yield _event("draft", version.at, version.by, place | hashed | {"findings": version.findings})
        if (decision := version.decision) is not None:
            said = {"ruled": decision.ruled, "note": decision.note}
            yield _event("decision", decision.at, decision.by, place | hashed | said)
    yield from _ticks(one.ticks, {"deliverable": one.id, "creator": one.creator})


def _event(what: Event, at: datetime, by: str, more: Mapping[str, Any]) -> dict[str, Any]:
    return {"at": at, "what": what, "by": by, **more}
