"""What one input of ``soi check`` becomes: the same in this process, in a worker beside it, and on another machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from server import own_json
from server.cli._inputs import Input, capture_of, read_text
from server.errors import LittleMemory, SoiError
from server.services.collector import loading

if TYPE_CHECKING:
    from server.analysis import Analysis
    from server.capture import Capture
    from server.facts import Reading
    from server.money import Price
    from server.scoring.own import UserTables


@cache
def _steps() -> tuple[Callable[[Capture], Reading], Callable[..., Analysis]]:
    """What reads a capture and what judges it: numpy and lxml load when the first file is checked, and stay."""
    with loading():
        from server.analysis import judge  # noqa: PLC0415 - as above
        from server.parsing import read_capture  # noqa: PLC0415 - as above
    return read_capture, judge


@dataclass(frozen=True, slots=True)
class CheckedInput:
    """What came of one input, small enough to travel between processes."""

    name: str
    ok: bool
    line: bytes
    """The contract's line: an Analysis as JSON, without a line end."""
    error: SoiError | None = None
    """What was wrong with an input that could not be read at all."""


@dataclass(frozen=True, slots=True)
class Judging:
    """What every input is judged by."""

    own: UserTables
    asked: Mapping[str, Price] = field(default_factory=dict)
    """What creators of the list ask, by user name."""
    audit_folder: Path | None = None
    """Where an audit file of each profile is written; None: nowhere."""

    def outcome(self, item: Input, text: bytes | None = None) -> CheckedInput:
        """Whatever is wrong with an input is its line, never an exception. ``text``: what is in it, if that was read."""
        try:
            analysis = self._analysis(item, text)
            if self.audit_folder is not None and analysis.ok:
                from server.audit import write_audit  # noqa: PLC0415 - only where audits are asked for

                write_audit(self.audit_folder, analysis)
        except SoiError as error:
            return refused(item.name, error)
        except MemoryError:
            return refused(item.name, LittleMemory())
        return CheckedInput(item.name, analysis.ok, own_json.dumps(analysis.answer()))

    def outcomes(self, items: Sequence[Input]) -> list[CheckedInput]:
        """In the order of ``items``."""
        return [self.outcome(item) for item in items]

    def _analysis(self, item: Input, text: bytes | None) -> Analysis:
        read_capture, judge = _steps()
        capture = capture_of(read_text(item) if text is None else text)
        reading = read_capture(capture)
        return judge(
            reading,
            now=capture.captured_at,
            name=item.name,
            capture_hash=capture.digest(),
            prices=self.own.prices,
            thresholds=self.own.thresholds,
            search=self.own.search,
            price_asked=self.asked.get(reading.facts.username or ""),
        )


def refused(name: str, error: SoiError) -> CheckedInput:
    """The outcome of an input that cannot be read."""
    empty: dict[str, object] = dict.fromkeys(
        ("facts", "tier", "engagement", "fit", "trust", "suspicion", "verdict", "model_version", "audit_id")
    )
    line = {
        "input": name,
        "ok": False,
        "error": error.answer(),
        "page": "other",
        **empty,
        "disagreements": [],
    }
    return CheckedInput(name, False, own_json.dumps(line), error)
