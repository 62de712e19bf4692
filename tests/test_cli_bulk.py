"""``soi check`` of many files: several processes, a results file that is gone on with, a bar for who watches."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server import analysis
from server.analysis import Analysis
from server.cli import _judging, _workers, soi
from server.cli._inputs import Input, inputs, read_text
from server.cli._judging import CheckedInput, Judging, Read
from server.scoring.measured import Inputs
from server.scoring.own import UserTables
from tests.many_pages import PROFILE, written_pages

N_PAGES = 20
"""Three chunks, the last one short."""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(soi, [str(a) for a in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pages of which the third is none."""
    return written_pages(tmp_path, N_PAGES)


class Deadly(Judging, frozen=True):
    """Ends its own process at inputs of some names: always, or only the first time."""

    always: tuple[str, ...] = ()
    once: Path | None = None

    def outcomes(self, items: Sequence[Input], read: Read = read_text) -> list[CheckedInput]:  # noqa: ARG002 - as what it stands for
        if any(item.name in self.always for item in items):
            os._exit(9)
        if self.once is not None and not self.once.exists():
            self.once.touch()
            os._exit(9)
        return [CheckedInput(item.name, True, b"{}") for item in items]


def judged_by_two(judging: Judging, names: Sequence[str]) -> list[tuple[str, str | None]]:
    items = [Input(name, Path(name)) for name in names]
    outcomes = _workers.judged(items, judging, 2)
    return [(found.name, found.error and found.error.code) for found in outcomes]


def test_workers_give_the_lines_that_one_process_gives_in_the_same_order(folder):
    alone, together = (
        run("check", folder, "--json", "--jobs", "1"),
        run("check", folder, "--json", "--jobs", "2"),
    )
    assert (3, alone.stdout, N_PAGES) == (together.exit_code, together.stdout, len(alone.stdout.splitlines()))


def test_a_file_that_kills_its_worker_costs_only_itself():
    names = [f"{number}" for number in range(60)]
    found = judged_by_two(Deadly(UserTables(), always=("11", "42")), names)
    assert [(name, "worker_lost" if name in ("11", "42") else None) for name in names] == found


def test_a_worker_that_is_killed_from_outside_loses_no_file(tmp_path):
    names = [f"{number}" for number in range(30)]
    found = judged_by_two(Deadly(UserTables(), once=tmp_path / "died"), names)
    assert [(name, None) for name in names] == found


def test_a_page_that_memory_does_not_hold_costs_only_itself(folder, monkeypatch):
    """Nor does a batch that it does not hold: its pages are judged one by one."""
    items = inputs([str(folder)])
    whole = [one.line for one in Judging(UserTables()).outcomes(items)]
    read_all = analysis.conclude_all
    batches = []

    def conclude(looks: Sequence[Inputs]) -> list[Analysis]:
        batches.append(len(looks))
        if len(looks) > 1 or looks[0].name == items[5].name:
            raise MemoryError
        return read_all(looks)

    look_of, _ = _judging._steps()
    monkeypatch.setattr(_judging, "_steps", lambda: (look_of, conclude))
    found = Judging(UserTables()).outcomes(items)
    refused = [(one.name, one.error and one.error.code) for one in found if one.error]
    others = [place for place in range(N_PAGES) if place not in (2, 5)]
    assert ([N_PAGES, *[1] * N_PAGES], [(items[5].name, "little_memory")]) == (batches, refused)
    assert [whole[place] for place in others] == [found[place].line for place in others]


def test_pages_with_more_posts_than_memory_is_sure_to_hold_are_no_one_batch(folder, monkeypatch):
    """Each is judged by itself where one alone has too many, the one without posts with the next; no line loses its place."""
    items = inputs([str(folder)])
    whole = [one.line for one in Judging(UserTables()).outcomes(items)]
    look_of, read_all = _judging._steps()
    batches = []
    monkeypatch.setattr(
        _judging, "_steps", lambda: (look_of, lambda looks: batches.append(len(looks)) or read_all(looks))
    )
    monkeypatch.setattr(_judging, "MOST_POSTS", 0)
    found = [one.line for one in Judging(UserTables()).outcomes(items)]
    assert (whole, [0, *[1] * (N_PAGES - 2), 2]) == (found, sorted(batches))


@pytest.mark.parametrize(("left", "jobs", "expected"), [(10_000, 2, 32), (100, 2, 25), (20, 2, 8), (3, 2, 8)])
def test_the_last_chunks_are_smaller_so_that_workers_end_together(left, jobs, expected):
    assert expected == _workers.chunk_size(left, jobs)


@pytest.mark.parametrize(
    ("files", "asked", "expected"),
    [(1, None, 1), (47, None, 1), (48, None, 4), (48, 2, 2), (3, 8, 3), (5000, 1, 1)],
)
def test_only_many_files_are_worth_workers_unless_they_are_asked_for(monkeypatch, files, asked, expected):
    monkeypatch.setattr(_workers, "cores", lambda: 4)
    assert expected == _workers.jobs_for([Input("x", Path("x"))] * files, asked)


def test_standard_input_is_read_by_no_worker():
    assert 1 == _workers.jobs_for([Input("-", None)] * 100, 8)


@pytest.mark.parametrize("name", ["results.jsonl", "results.csv"])
def test_a_run_that_was_stopped_is_gone_on_with(folder, tmp_path, name):
    """What the earlier run wrote stays, its half line goes, and no file is judged twice."""
    whole, stopped = tmp_path / f"whole-{name}", tmp_path / name
    run("check", folder, "--out", whole)
    lines = whole.read_bytes().splitlines(keepends=True)
    stopped.write_bytes(b"".join(lines[:5]) + lines[5][:40])
    done = run("check", folder, "--out", stopped)
    before = 5 if name.endswith("l") else 4  # a table has its headings
    words = f"{stopped}: {N_PAGES - before} written, {before} were there already\n"
    assert (3, words, whole.read_bytes()) == (done.exit_code, done.stderr, stopped.read_bytes())


def test_columns_hold_what_the_lines_hold_and_nothing_for_what_was_not_shown(folder, tmp_path):
    file = tmp_path / "results.csv"
    run("check", folder, "--out", file)
    rows = list(csv.DictReader(file.read_text("utf-8").splitlines()))
    line = json.loads(run("check", folder / "00.html", "--json").stdout)
    facts = line["facts"]
    expected = ("true", facts["username"], str(facts["followers"]["value"]), line["verdict"]["code"], "")
    columns = ("ok", "username", "followers", "verdict", "search")
    assert expected == tuple(rows[0][column] for column in columns)
    assert ("false", "not_a_profile", "") == tuple(rows[2][name] for name in ("ok", "error", "followers"))


def test_a_name_that_a_spreadsheet_would_calculate_is_written_as_text(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("=1+1.html").write_bytes(PROFILE.read_bytes())
    run("check", "=1+1.html", "--out", "results.csv")
    again = run("check", "=1+1.html", "--out", "results.csv")
    (row,) = csv.DictReader(Path("results.csv").read_text("utf-8").splitlines())
    assert ("'=1+1.html", "results.csv: 0 written, 1 were there already\n") == (row["input"], again.stderr)


@pytest.mark.parametrize("text", ["my notes\n", "my notes", '{"a": 1}\n', "[1]\n"])
@pytest.mark.parametrize("name", ["notes.txt", "notes.csv"])
def test_a_file_that_holds_something_else_is_left_alone(tmp_path, text, name):
    file = tmp_path / name
    file.write_text(text, "utf-8")
    result = run("check", PROFILE, "--out", file)
    assert ("bad_file", text) == (getattr(result.exception, "code", None), file.read_text("utf-8"))


def test_results_of_another_search_are_not_mixed(tmp_path):
    file = tmp_path / "results.jsonl"
    run("check", PROFILE, "--out", file)
    before = file.read_bytes()
    other = file.with_name("other.html")
    other.write_bytes(PROFILE.read_bytes())
    file.write_bytes(before.replace(b'"search":null', b'"search":{"id":"other","name":"Other"}'))
    result = run("check", other, "--out", file)
    assert ("inconsistent", 1) == (
        getattr(result.exception, "code", None),
        len(file.read_bytes().splitlines()),
    )


def test_a_terminal_is_told_how_far_it_is_and_how_long_it_takes(folder):
    """A real terminal, as a person has it; the lines of standard output stay clean."""
    pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminal")
    inside, outside = pty.openpty()
    command = [sys.executable, "-m", "server.cli", "check", str(folder), "--json", "--lang", "en"]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "120"}
    with os.fdopen(inside, "rb", buffering=0) as terminal:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=outside, env=environment, check=False)
        os.close(outside)
        said = b""
        try:
            while part := terminal.read(65536):
                said += part
        except OSError:  # Linux says the end of a terminal so
            pass
    assert (N_PAGES, True, True) == (
        len(done.stdout.splitlines()),
        b"/20" in said,
        b"/s, 0:0" in said,
    )
