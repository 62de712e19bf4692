"""What `dev.py test` runs: the whole suite as two runs, and where their time went.

Standard library only.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from scripts.dev_environment import ROOT, Environment, say
from scripts.dev_times import keep

SERIAL_MARKS = ("browser", "fault")
"""Tests that time real processes, disks and browsers: one at a time in each lane (see tests/lanes.py)."""

SERIAL = " or ".join(SERIAL_MARKS)

CHOSEN_BY_FILE = (*SERIAL_MARKS, "documents")
"""Marks whose runs read only the files that name them; tests/conftest.py holds that no other file has such a test."""

LANES = 3
"""Browsers side by side, of the four kinds that there are (tests/lanes.py): with four of them two processors had twenty
processes waiting, and the whole took longer."""

SHOWN = 10


@dataclass(frozen=True)
class Case:
    """One test as pytest reported it."""

    module: str
    name: str
    seconds: float
    """Setting up and clearing away included."""


def run_chosen(environment: Environment, arguments: list[str], long: bool) -> int:
    return subprocess.call(pytest_command(environment, arguments, long), cwd=ROOT)


def run_whole_suite(environment: Environment, long: bool) -> int:
    """The fast tests, then the serial ones: some of either hold a bound on waiting, which the other would break."""
    # Where it is set, each of a thousand processes would compile everything anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory(prefix="soi-tests-") as name:
        folder = Path(name)
        statuses = [
            subprocess.call(
                pytest_command(environment, [f"--junitxml={folder / str(number)}.xml", *part], long), cwd=ROOT
            )
            for number, part in enumerate(whole_suite(long))
        ]
        found = list(cases(folder.glob("*.xml")))
        print(slowest(found), flush=True)
        for module, seconds in seconds_by_file(found).items():
            keep(module, seconds)
        if statuses[0]:
            say("the first of the two runs failed; its summary stands above the second")
        return max(statuses)


def whole_suite(long: bool) -> list[list[str]]:
    """Two runs: the fast tests on every processor, and the serial ones in their lanes.

    Every worker reads what it is given: the serial ones are given no file that has none for them.
    """
    leave_out = "" if long else " and not long"
    return [
        ["--numprocesses=auto", "-m", f"not ({SERIAL}){leave_out}"],
        [
            f"--numprocesses={LANES}",
            "--dist=loadscope",
            *files_naming(*SERIAL_MARKS),
            "-m",
            f"({SERIAL}){leave_out}",
        ],
    ]


def files_naming(*marks: str, root: Path = ROOT) -> list[str]:
    """Test files that name one of these marks."""
    return [
        file.relative_to(root).as_posix()
        for file in sorted((root / "tests").rglob("test_*.py"))
        if names(file.read_text("utf-8"), *marks)
    ]


def names(text: str, *marks: str) -> bool:
    return re.search(rf"mark\.({'|'.join(marks)})\b", text) is not None


def pytest_command(environment: Environment, arguments: list[str], long: bool) -> list[str]:
    """A later -m takes the place of the first."""
    options = ["--hypothesis-profile=long"] if long else ["-m", "not long"]
    return [str(environment.python), "-m", "pytest", *options, *arguments]


def cases(reports: Iterable[Path]) -> Iterator[Case]:
    """Every test of pytest's reports; a run that was broken off leaves none."""
    for report in reports:
        for case in ET.parse(report).getroot().iter("testcase"):  # noqa: S314 - pytest wrote it a moment ago
            yield Case(case.get("classname", ""), case.get("name", ""), float(case.get("time", 0)))


def seconds_by_file(found: list[Case]) -> Counter[str]:
    """Seconds over all lanes, the setting up of each test included."""
    files: Counter[str] = Counter()
    for case in found:
        files[case.module] += case.seconds  # type: ignore[assignment] # a Counter adds up seconds as well as pieces
    return files


def slowest(found: list[Case]) -> str:
    """Where the time went: by file, and test by test."""
    files = seconds_by_file(found)
    tests = sorted(found, key=lambda case: -case.seconds)[:SHOWN]
    lines = ["the slowest files (seconds over all lanes, with setting up):"]
    lines += [f"{seconds:8.1f}  {module}" for module, seconds in files.most_common(SHOWN)]
    lines += ["the slowest tests:"]
    lines += [f"{case.seconds:8.1f}  {case.module}::{case.name}" for case in tests]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit("start it by scripts/dev.py test")
