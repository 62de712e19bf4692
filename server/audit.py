"""Audit files: what a verdict was made from, so that it can be replayed and must come out the same.

Kept are the facts, the tallies of the samples, earlier visits, rulings, the capture's hash, and the versions of
rules and model. Not kept are the rows of the samples: no follower and no commenter is named.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from server import __version__, strict_json
from server.analysis import Analysis, conclude
from server.errors import BadFile, BadSetting, Inconsistent, SoiError
from server.facts import Count, Disagreement, Reading
from server.money import Price
from server.regular_files import read_regular
from server.scoring.facts_json import facts_of, facts_to_json
from server.scoring.measured import Inputs
from server.scoring.model import Model, load_model
from server.scoring.prices import Prices, load_prices, read_prices
from server.scoring.records import EarlierVisit, Judgement, count_to_json, iso, parse_time
from server.scoring.searches import read_search
from server.scoring.tallies import tallies_from_json, tallies_to_json
from server.scoring.thresholds import own_thresholds, table_version

SCHEMA = 1
MAX_BYTES = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Replay:
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


def audit_of(analysis: Analysis) -> dict[str, Any]:
    """The audit file of a check as JSON."""
    given = analysis.inputs
    return {
        "schema": SCHEMA,
        "audit_id": analysis.audit_id,
        "versions": versions(analysis.model_version, given.prices),
        "capture_hash": given.capture_hash,
        "now": iso(given.now),
        "name": given.name,
        "page": given.reading.page,
        "rules": list(given.reading.rules),
        "kept": [[name, iso(at)] for name, at in given.reading.kept],
        "facts": facts_to_json(given.reading.facts),
        "disagreements": [
            {"field": d.field, "values": [count_to_json(c) for c in d.values]}
            for d in given.reading.disagreements
        ],
        "samples": tallies_to_json(given.tallies),
        "history": [visit.to_json() for visit in given.history],
        "rulings": [ruling.to_json() for ruling in given.rulings],
        "prices": None if given.prices is None else asdict(given.prices),
        "thresholds": given.thresholds.to_json(),
        "search": None if given.search is None else given.search.to_json(),
        "price_asked": None if given.price_asked is None else given.price_asked.to_json(),
        "analysis": analysis.to_json(),
    }


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
        page=body["page"],
        facts=facts_of(body["facts"]),
        disagreements=tuple(
            Disagreement(d["field"], tuple(Count(**c) for c in d["values"])) for d in body["disagreements"]
        ),
        kept=tuple((name, time) for name, at in body.get("kept", ()) if (time := parse_time(at)) is not None),
        rules=tuple(body["rules"]),
    )
    return Inputs(
        reading=reading,
        tallies=tallies_from_json(body["samples"]),
        now=parse_time(body["now"]),
        history=tuple(EarlierVisit.from_json(visit) for visit in body["history"]),
        rulings=tuple(Judgement.from_json(ruling) for ruling in body["rulings"]),
        capture_hash=body["capture_hash"],
        name=body["name"],
        prices=None if body.get("prices") is None else read_prices(body["prices"]),
        thresholds=own_thresholds(body.get("thresholds") or {}),
        search=None if body.get("search") is None else read_search(body["search"]),
        price_asked=None if body.get("price_asked") is None else Price(**body["price_asked"]),
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
