"""What inputs of ``soi check`` become: the same in this process, in a worker beside it, and on another machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from server import own_json
from server.cli._inputs import Input, capture_of, read_text
from server.errors import LittleMemory, SoiError
from server.services.collector import loading

if TYPE_CHECKING:
    from server.analysis import Analysis
    from server.money import Price
    from server.scoring.measured import Inputs
    from server.scoring.own import UserTables

Read = Callable[[Input], bytes]
"""What is in an input. Raises a SoiError."""
_REFUSALS = (SoiError, MemoryError)
MOST_POSTS = 10_000
"""Of the looks that are judged at once: a page that was saved has some dozens, one that is made to hurt 80,000."""


@cache
def _steps() -> tuple[Callable[..., Inputs], Callable[[Sequence[Inputs]], list[Analysis]]]:
    """What reads a capture and what judges many: numpy and lxml load when the first file is checked, and stay."""
    with loading():
        from server.analysis import conclude_all, look_of  # noqa: PLC0415 - as above
    return look_of, conclude_all


class CheckedInput(Struct, frozen=True):
    """What came of one input, small enough to travel between processes."""

    name: str
    ok: bool
    line: bytes
    """The contract's line: an Analysis as JSON, without a line end."""
    error: SoiError | None = None
    """What was wrong with an input that could not be read at all."""


class Judging(Struct, frozen=True):
    """What every input is judged by."""

    own: UserTables
    asked: Mapping[str, Price] = field(default_factory=dict)
    """What creators of the list ask, by user name."""
    audit_folder: Path | None = None
    """Where an audit file of each profile is written; None: nowhere."""

    def outcomes(self, items: Sequence[Input], read: Read = read_text) -> list[CheckedInput]:
        """In the order of ``items``, judged all at once as far as memory is sure to hold what was read of them. Whatever is
        wrong with an input is its line, never an exception."""
        found: list[CheckedInput] = []
        looks: list[Inputs | CheckedInput] = []
        posts = 0
        for item in items:
            looks.append(look := self._look(item, read))
            posts += 0 if isinstance(look, CheckedInput) else len(look.reading.facts.posts)
            if posts > MOST_POSTS:
                found += self._in_order(looks)
                looks, posts = [], 0
        return found + self._in_order(looks)

    def _in_order(self, looks: Sequence[Inputs | CheckedInput]) -> list[CheckedInput]:
        """What is refused already, and the verdicts of the others between."""
        judged = iter(self._judged([look for look in looks if not isinstance(look, CheckedInput)]))
        return [look if isinstance(look, CheckedInput) else next(judged) for look in looks]

    def _look(self, item: Input, read: Read) -> Inputs | CheckedInput:
        """What stays of an input until it is judged with the others: no page, and no row of a sample."""
        look_of, _ = _steps()
        try:
            capture = capture_of(read(item))
            look = look_of(capture, item.name, self.own)
            return replace(look, price_asked=self.asked.get(look.reading.facts.username or ""))
        except _REFUSALS as error:
            return refused(item.name, error)

    def _judged(self, looks: Sequence[Inputs]) -> list[CheckedInput]:
        """Where there is too little memory for all of them, each by itself."""
        _, conclude_all = _steps()
        try:
            return [self._told(analysis) for analysis in conclude_all(looks)]
        except _REFUSALS as error:
            if len(looks) == 1:
                return [refused(looks[0].name, error)]
            return [outcome for look in looks for outcome in self._judged([look])]

    def _told(self, analysis: Analysis) -> CheckedInput:
        name = analysis.inputs.name
        try:
            if self.audit_folder is not None and analysis.ok:
                from server.audit import write_audit  # noqa: PLC0415 - only where audits are asked for

                write_audit(self.audit_folder, analysis)
            return CheckedInput(name, analysis.ok, own_json.dumps(analysis.answer()))
        except _REFUSALS as error:
            return refused(name, error)


def refused(name: str, error: SoiError | MemoryError) -> CheckedInput:
    """The outcome of an input that cannot be read."""
    if isinstance(error, MemoryError):
        error = LittleMemory()
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
