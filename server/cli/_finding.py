"""One thing that `soi doctor` looked at, said in the person's language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from server.messages import table

FindingLevel = Literal["ok", "note", "miss"]
"""note: nothing is broken, but the person has something to do."""


class Finding(Struct, frozen=True):
    """``fix`` is the line or the step that mends it."""

    level: FindingLevel
    name: str
    detail: str
    fix: str = ""


class Says:
    """Makes findings from the messages ``cli.doctor.KEY`` and ``cli.doctor.name.NAME``."""

    def __init__(self, language: str) -> None:
        self._words = table(language)
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        return self._words[f"cli.doctor.{key}"].format(**values)

    def finding(self, level: FindingLevel, name: str, key: str, fix: str = "", **values: object) -> Finding:
        """``key`` and ``fix`` are messages and share ``values``."""
        return self.given(level, name, self(key, **values), self(fix, **values) if fix else "")

    def given(self, level: FindingLevel, name: str, detail: str, fix: str = "") -> Finding:
        """With words of its own."""
        return Finding(level, self(f"name.{name}"), detail, fix)

    def whole(self, number: float) -> str:
        """Rounded, with the language's mark between thousands."""
        text = f"{number:,.0f}"
        return text.replace(",", ".") if self.language == "vi" else text

    def lines(self, finding: Finding) -> Iterator[str]:
        yield f"{self(f'mark.{finding.level}'):4}  {finding.name}: {finding.detail}"
        if finding.fix:
            yield f"      {self('fix')}: {finding.fix}"
