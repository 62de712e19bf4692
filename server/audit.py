"""Audit files: what a verdict was made from, so that it can be replayed and must come out the same.

Kept are the facts, the tallies of the samples, earlier visits, rulings, the capture's hash, and the versions of
rules and model. Not kept are the rows of the samples: no follower and no commenter is named.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import UNSET, Struct, UnsetType

from server import __version__, own_json, strict_json
from server.analysis import Analysis, AnalysisAnswer, conclude
from server.errors import BadFile, BadSetting, Inconsistent, SoiError
from server.facts import Disagreement, Facts, PageKind, Reading
from server.money import Price
from server.regular_files import read_regular
from server.scoring.measured import Inputs
from server.scoring.model import Model, load_model
from server.scoring.prices import Prices, load_prices, read_prices
from server.scoring.records import EarlierVisit, Judgement
from server.scoring.searches import Search, read_search
from server.scoring.shown_facts import ShownFacts
from server.scoring.tallies import Tallies, tallies_from_json
from server.scoring.thresholds import own_thresholds, table_version

SCHEMA = 1
MAX_BYTES = 2 * 1024 * 1024


class Replay(Struct, frozen=True):
    """A check done again from its audit file."""

    recorded: dict[str, Any]
    """The Analysis in the file."""
    analysis: Analysis
    """The Analysis made from the file's inputs."""
    versions: dict[str, tuple[str, str]]
    """Versions that differ: name -> (then, now)."""

    @property
    def same(self) -> bool:
        """Whether the verdict came out byte for byte as recorded."""
        return canonical(self.recorded) == canonical(self.analysis.to_json())

    def differences(self) -> list[str]:
        """What came out otherwise, a line for each value: ``path: then -> now``."""
        return _differences("", self.recorded, json.loads(canonical(self.analysis.to_json())))


class AuditFile(Struct, frozen=True, kw_only=True):
    """What an audit file holds. A part that may be absent came with a later version; older files lack it."""

    schema: int = SCHEMA
    audit_id: str
    versions: dict[str, str]
    capture_hash: str
    now: datetime | None
    name: str
    page: PageKind
    rules: tuple[str, ...]
    kept: tuple[tuple[str, datetime], ...] | UnsetType = UNSET
    facts: ShownFacts
    disagreements: tuple[Disagreement, ...]
    samples: Tallies
    history: tuple[EarlierVisit, ...]
    rulings: tuple[Judgement, ...]
    prices: Prices | UnsetType | None = UNSET
    thresholds: dict[str, float] | UnsetType = UNSET
    search: Search | UnsetType | None = UNSET
    price_asked: Price | UnsetType | None = UNSET
    analysis: AnalysisAnswer


def audit_of(analysis: Analysis) -> dict[str, Any]:
    """The audit file of a check as JSON."""
    body: dict[str, Any] = own_json.plain(audit_file(analysis, analysis.answer()))
    return body


def audit_file(analysis: Analysis, answer: AnalysisAnswer) -> AuditFile:
    """The audit file of a check; ``answer``: what the check said."""
    given = analysis.inputs
    return AuditFile(
        audit_id=analysis.audit_id,
        versions=versions(analysis.model_version, given.prices),
        capture_hash=given.capture_hash,
        now=given.now,
        name=given.name,
        page=given.reading.page,
        rules=given.reading.rules,
        kept=given.reading.kept,
        facts=answer.facts,
        disagreements=given.reading.disagreements,
        samples=given.tallies,
        history=given.history,
        rulings=given.rulings,
        prices=given.prices,
        thresholds=dict(given.thresholds.own),
        search=given.search,
        price_asked=given.price_asked,
        analysis=answer,
    )


def versions(model_version: str, prices: Prices | None = None) -> dict[str, str]:
    """Everything whose change may change what an analysis says. ``model_version`` carries own thresholds."""
    return {
        "soi": __version__,
        "model": model_version,
        "verdict_table": table_version(),
        "prices": (prices or load_prices()).version,
    }


def write_audit(folder: Path, analysis: Analysis) -> Path:
    """Write the audit file into ``folder``, made where it is missing; named by creator and audit id."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{analysis.facts.username or 'unknown'}-{analysis.audit_id}.audit.json"
    path.write_text(json.dumps(audit_of(analysis), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return path


def read_audit(path: Path) -> dict[str, Any]:
    """The audit file at ``path``; raises NotFound, NotAFile, or BadFile for anything else."""
    data = read_regular(path, MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise BadFile("The file is larger than any audit file.")
    try:
        body = strict_json.loads_object(data)
    except SoiError as error:
        raise BadFile("The file is not an audit file.") from error
    if body.get("schema") != SCHEMA:
        raise BadFile("The file is not an audit file of schema 1.")
    return body


def replay(body: dict[str, Any], model: Model | None = None) -> Replay:
    """Judge the recorded inputs again, under ``model`` or the one that ships. Raises BadFile for a broken file."""
    model = model or load_model()
    given = inputs_of(body)
    with reading_audit():
        then = {str(name): str(version) for name, version in body["versions"].items()}
        recorded = body["analysis"]
    with reading_audit():
        again = conclude(given, model)
    now = versions(again.model_version, given.prices)
    differing = {name: (then.get(name, ""), now[name]) for name in now if then.get(name) != now[name]}
    return Replay(recorded, again, differing)


def canonical(analysis: dict[str, Any]) -> bytes:
    """One spelling of an Analysis, to compare byte for byte."""
    return json.dumps(analysis, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


# --- reading the inputs back ---------------------------------------------------------------------------------


@contextmanager
def reading_audit() -> Iterator[None]:
    """Raises BadFile for what reading, judging or showing a broken audit file raises: its values may contradict."""
    try:
        yield
    except (
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        BadSetting,
        Inconsistent,
    ) as error:
        raise BadFile("The audit file lacks a part that a replay needs.") from error


def inputs_of(body: dict[str, Any]) -> Inputs:
    """The inputs in an audit file. Raises BadFile where a part is missing or broken."""
    with reading_audit():
        return _inputs(body)


def _inputs(body: dict[str, Any]) -> Inputs:
    reading = Reading(
        page=own_json.record_of(body["page"], PageKind),
        facts=own_json.record_of(body["facts"], Facts),
        disagreements=own_json.record_of(body["disagreements"], tuple[Disagreement, ...]),
        kept=own_json.record_of(body.get("kept", ()), tuple[tuple[str, datetime], ...]),
        rules=own_json.record_of(body["rules"], tuple[str, ...]),
    )
    prices, search, asked = body.get("prices"), body.get("search"), body.get("price_asked")
    return Inputs(
        reading=reading,
        tallies=tallies_from_json(body["samples"]),
        now=own_json.record_of(body["now"], datetime | None),
        history=own_json.record_of(body["history"], tuple[EarlierVisit, ...]),
        rulings=own_json.record_of(body["rulings"], tuple[Judgement, ...]),
        capture_hash=own_json.record_of(body["capture_hash"], str),
        name=own_json.record_of(body["name"], str),
        prices=None if prices is None else read_prices(prices),
        thresholds=own_thresholds(body.get("thresholds") or {}),
        search=None if search is None else read_search(search),
        price_asked=own_json.record_of(asked, Price | None),
    )


def _differences(path: str, then: Any, now: Any) -> list[str]:
    if isinstance(then, dict) and isinstance(now, dict):
        keys = [*then, *(key for key in now if key not in then)]
        return [
            line
            for key in keys
            for line in _differences(f"{path}.{key}".lstrip("."), then.get(key), now.get(key))
        ]
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        pairs = enumerate(zip(then, now, strict=True))
        return [line for i, (a, b) in pairs for line in _differences(f"{path}[{i}]", a, b)]
    return [] if then == now else [f"{path}: {_short(then)} -> {_short(now)}"]


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else text[:77] + "..."
