"""The readable form of ``soi check``: a table for all inputs, and the reasons below it when there are few."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct
from rich.console import Console
from rich.table import Table
from rich.text import Text

from server import own_json
from server.cli._judging import CheckedInput
from server.cli._language import words_of
from server.errors import SoiError
from server.messages import table as messages
from server.scoring.suspicion import RAISES

FEW = 3
"""Inputs up to which the reasons are printed as well."""
COLOURS = {
    "contact": "green",
    "promising": "green",
    "look_closer": "yellow",
    "risky": "red",
    "not_a_fit": "bright_black",
    "not_enough_data": "cyan",
}
ICONS = {
    "contact": "✔",
    "promising": "◔",
    "look_closer": "◎",
    "risky": "▲",
    "not_a_fit": "–",
    "not_enough_data": "…",
}


class _Row(Struct, frozen=True):
    """What is kept of an analysis until all are there: the table of many files has to fit into the memory."""

    file: str
    username: str | None
    """None where the input is no profile."""
    cells: list[Text]


def print_outcomes(outcomes: Iterable[CheckedInput], language: str) -> bool:
    """Print a table; True when every input was a profile."""
    say = messages(language)
    console = Console(highlight=False)
    table = Table(
        *(
            say[f"cli.column.{name}"]
            for name in ("creator", "followers", "engagement", "suspicion", "verdict")
        )
    )
    rows: list[_Row] = []
    first: list[dict[str, Any]] = []
    failed: list[tuple[str, SoiError]] = []
    all_ok = True
    for found in outcomes:
        all_ok = all_ok and found.ok
        if found.error is not None:
            failed.append((found.name, found.error))
            continue
        analysis = own_json.loads(found.line)
        first += [analysis] if len(first) <= FEW else []
        name = analysis["facts"]["username"] if found.ok else None
        rows.append(_Row(found.name, name, _cells(analysis, language, say)))
    files = _files_of_repeated(rows)
    for row in rows:
        if row.file in files:
            row.cells[0].append(f"\n{files[row.file]}", style="dim")
        table.add_row(*row.cells)
    for name, error in failed:
        table.add_row(Text(name), "", "", "", Text(words_of(error, language), style="dim"))
    console.print(table)
    if len(rows) <= FEW:
        for analysis in first:
            _print_reasons(console, analysis, language, say)
    return all_ok


def _files_of_repeated(rows: list[_Row]) -> dict[str, str]:
    """What tells the files of one creator's pages apart: their paths below the folder that they share."""
    names = Counter(row.username for row in rows if row.username)
    files = [row.file for row in rows if row.username and names[row.username] > 1]
    places = {file: Path(file).absolute() for file in files}
    shared = os.path.commonpath([place.parent for place in places.values()]) if places else ""
    return {file: str(place.relative_to(shared)) for file, place in places.items()}


def _cells(analysis: dict[str, Any], language: str, say: dict[str, str]) -> list[Text]:
    name = analysis["facts"]["username"]
    creator = Text(f"@{name}" if name else analysis["input"], style="bold")
    if not analysis["ok"]:
        page = say[f"cli.page.{analysis['page']}"]
        return [creator, Text(), Text(), Text(), Text(page, style="dim")]
    return [
        creator,
        Text(_followers(analysis, language, say)),
        Text(_engagement(analysis, language, say)),
        Text(_trust(analysis["trust"], say)),
        _verdict(analysis["verdict"]["code"], say),
    ]


def _verdict(code: str, say: dict[str, str]) -> Text:
    return Text(f"{ICONS[code]} {say[f'verdict.{code}']}", style=f"bold {COLOURS[code]}")


def _followers(analysis: dict[str, Any], language: str, say: dict[str, str]) -> str:
    count = analysis["facts"]["followers"]
    if count is None:
        return say["cli.unknown"]
    shown = grouped(count["value"], language) if count["exact"] else "~" + grouped(count["value"], language)
    return f"{shown} · {say['tier.' + analysis['tier']]}" if analysis["tier"] else shown


def _engagement(analysis: dict[str, Any], language: str, say: dict[str, str]) -> str:
    rate = analysis["engagement"]["rate_pct"]
    if rate is None or rate["value"] is None:
        return say["cli.unknown"]
    band = analysis["engagement"]["band"]
    parts = [f"{decimal(rate['value'], language)}%"]
    parts += [say[f"band.{band}"]] if band else []
    key = "cli.posts_one" if rate["n_posts"] == 1 else "cli.posts"
    return " · ".join([*parts, say[key].format(n=rate["n_posts"])])


def _trust(trust: dict[str, Any], say: dict[str, str]) -> str:
    """ "low (7/100)"; the word alone where there is nothing to judge."""
    if trust["score"] is None:
        return say["trust.unknown"]
    return say["trust.score"].format(word=say[f"trust.{trust['word']}"], score=round(trust["score"]))


def _print_reasons(console: Console, analysis: dict[str, Any], language: str, say: dict[str, str]) -> None:
    if not analysis["ok"]:
        return
    verdict = analysis["verdict"]
    console.print()
    console.print(Text(f"@{analysis['facts']['username']}  ", style="bold") + _verdict(verdict["code"], say))
    for reason in verdict["reasons"]:
        console.print(Text(f"  • {reason[language]}"))
    signs = [s for s in analysis["suspicion"]["signals"] if s["contribution"] >= RAISES]
    for sign in sorted(signs, key=lambda s: -s["contribution"])[:5]:
        console.print(Text(f"  + {sign['reason'][language]}", style="yellow"))
        console.print(Text(f"    {sign['innocent'][language]}", style="dim"))
    if verdict["next_evidence"]:
        console.print(Text(f"  {say['cli.next']}", style="bold"))
        for step in verdict["next_evidence"]:
            console.print(Text(f"  → {step[language]}"))


def grouped(number: int, language: str) -> str:
    """Thousands as the language groups them."""
    text = f"{number:,}"
    return text.replace(",", ".") if language == "vi" else text


def decimal(number: float, language: str) -> str:
    text = f"{number:.2f}" if number < 1 else f"{number:.1f}"
    return text.replace(".", ",") if language == "vi" else text
