"""``soi check --out FILE``: results as JSON lines or as CSV columns, gone on with where an earlier run stopped.

A line is written when its input is judged, in one write, so a run that is killed loses at most what was under way. A
half line at the end is cut off before the next one goes on.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct

from server import own_json
from server.cli._judging import CheckedInput
from server.errors import BadFile, Inconsistent
from server.exports.cells import guard, printable

_FOREIGN = "FILE of --out is there and holds no results of soi check. Name another one."
_OTHER = "FILE of --out was judged by another model or another search. Name another one."


def _at(body: Any, path: str) -> Any:
    """The value at a path of keys, None where a part of it is null."""
    for key in path.split("."):
        body = None if body is None else body.get(key)
    return body


COLUMNS = {
    "input": "input",
    "ok": "ok",
    "page": "page",
    "error": "error.code",
    "username": "facts.username",
    "profile_id": "facts.profile_id",
    "full_name": "facts.full_name",
    "followers": "facts.followers.value",
    "followers_low": "facts.followers.low",
    "followers_high": "facts.followers.high",
    "following": "facts.following.value",
    "post_count": "facts.post_count.value",
    "tier": "tier",
    "engagement_rate_pct": "engagement.rate_pct.value",
    "engagement_rate_low": "engagement.rate_pct.low",
    "engagement_rate_high": "engagement.rate_pct.high",
    "engagement_band": "engagement.band",
    "suspicion": "suspicion.score",
    "suspicion_low": "suspicion.low",
    "suspicion_high": "suspicion.high",
    "trust": "trust.code",
    "fits": "fit.fits",
    "verdict": "verdict.code",
    "search": "fit.search.id",
    "model_version": "model_version",
    "audit_id": "audit_id",
}
"""Heading -> where it stands in an Analysis."""


class Earlier(Struct, frozen=True):
    """What a file of results already holds."""

    ok: Mapping[str, bool]
    """Whether it was a profile, by the input's name as it stands in the file."""
    size: int
    """Bytes up to the end of the last whole line."""
    judged_by: tuple[str, str] | None
    """Model version and search of its first profile."""


class Results:
    """A file that results are added to."""

    def __init__(self, path: Path, file: BinaryIO, earlier: Earlier, *, is_csv: bool) -> None:
        self.path, self._file, self._is_csv, self.earlier = path, file, is_csv, earlier
        self._judged_by = earlier.judged_by
        if is_csv and not earlier.size:
            self._file.write(_csv_line(list(COLUMNS)))

    def holds(self, name: str) -> bool:
        """Whether the input of this name was judged by an earlier run."""
        return (_cell(name) if self._is_csv else name) in self.earlier.ok

    def add(self, outcome: CheckedInput) -> None:
        """Raises Inconsistent, before it writes, where the results of before were judged by something else."""
        body = own_json.loads(outcome.line)
        if outcome.ok:
            judged_by = _judged_by(body["model_version"], _at(body, "fit.search.id"))
            if self._judged_by not in (None, judged_by):
                raise Inconsistent(_OTHER)
            self._judged_by = judged_by
        cells = (_at(body, path) for path in COLUMNS.values())
        self._file.write(_csv_line(map(_cell, cells)) if self._is_csv else outcome.line + b"\n")


@contextmanager
def results(path: Path) -> Iterator[Results]:
    """The results at ``path``, CSV where it ends in .csv. Raises BadFile for a file that holds something else."""
    is_csv = path.suffix.lower() == ".csv"
    with path.open("ab+", buffering=0) as file, path.open("rb") as before:
        earlier = (_earlier_csv if is_csv else _earlier_json)(before)
        file.truncate(earlier.size)
        yield Results(path, file, earlier, is_csv=is_csv)


def _earlier_json(file: BinaryIO) -> Earlier:
    """Line by line: a file of many results is larger than the memory that a check may take."""
    ok: dict[str, bool] = {}
    size, judged_by = 0, None
    for line in file:
        if not line.endswith(b"\n"):
            if not size and not line.startswith(b'{"input":'):
                raise BadFile(_FOREIGN)
            break
        try:
            body = own_json.loads(line)
            ok[body["input"]] = body["ok"]
            if body["ok"] and judged_by is None:
                judged_by = _judged_by(body["model_version"], _at(body, "fit.search.id"))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadFile(_FOREIGN) from error
        size += len(line)
    return Earlier(ok, size, judged_by)


def _earlier_csv(file: BinaryIO) -> Earlier:
    data = file.read()
    whole = data[: data.rfind(b"\r\n") + 2] if b"\r\n" in data else b""
    head = _csv_line(list(COLUMNS))
    if not (whole or data).startswith(head[: len(whole or data)]):
        raise BadFile(_FOREIGN)
    try:
        rows = list(csv.DictReader(io.StringIO(whole.decode(), newline="")))
        ok = {row["input"]: row["ok"] == "true" for row in rows}
        first = next((row for row in rows if row["ok"] == "true"), None)
        judged_by = None if first is None else _judged_by(first["model_version"], first["search"])
    except (ValueError, KeyError, csv.Error) as error:
        raise BadFile(_FOREIGN) from error
    return Earlier(ok, len(whole), judged_by)


def _judged_by(model_version: str, search: str | None) -> tuple[str, str]:
    return model_version, search or ""


def _cell(value: Any) -> str:
    """As text: null is empty, never 0; what a spreadsheet would calculate is guarded."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return guard(" ".join(printable(value).split("\n")))
    return "" if value is None else str(value)


def _csv_line(cells: Any) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode("utf-8", "replace")
