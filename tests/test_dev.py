"""The newcomer's command: it sets itself up once, repairs what was interrupted and says what is missing."""

from __future__ import annotations

import ast
import errno
import importlib.util
import itertools
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from _pytest.mark.expression import Expression

from scripts import dev, dev_checks, dev_environment, dev_pip, dev_progress, dev_tests
from scripts.dev_environment import Environment, SetupError
from tests.lanes import lane_of, next_lane

ROOT = Path(__file__).resolve().parents[1]
posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")

FAKE_PYTHON = """#!/bin/sh
# Stands in for Python: writes down what it was asked, makes a "venv" of itself, and pip does as the test says.
echo "$*" >> "$FAKE_LOG"
case "$*" in
  "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && chmod +x "$3/bin/python" ;;
  "-m pip "*) [ -z "$FAKE_PIP_FAILS" ] || { echo "$FAKE_PIP_FAILS" >&2; exit 1; } ;;
esac
"""


class Machine:
    """A machine with a fake Python, a project folder and a log of every process started."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.log = folder / "log"
        self.python = folder / "python"
        self.python.write_text(FAKE_PYTHON)
        self.python.chmod(0o755)
        self.locks = folder / "locks"
        self.locks.mkdir()
        for name in ("run", "dev", "node"):
            (self.locks / f"{name}.txt").write_text("flask==3.1.3 \\\n    --hash=sha256:00\n")
        (folder / "pyproject.toml").write_text("[project]\n")
        monkeypatch.setenv("FAKE_LOG", str(self.log))
        monkeypatch.setattr(dev_environment, "ROOT", folder)
        monkeypatch.setattr(dev_environment, "LOCKS", self.locks)
        monkeypatch.setattr(dev_environment, "base_python", lambda: str(self.python))
        # Whether this system's Python brings a pip is no matter of these tests: tests/start/test_system_pip.py.
        monkeypatch.setattr(dev_environment, "has_ensurepip", lambda: True)

    def environment(self) -> Environment:
        return Environment(self.folder / ".venv")

    def started(self) -> list[str]:
        """What was started since the last question, without the options that are always the same."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        always = "-m pip install --quiet --disable-pip-version-check --no-input "
        return [line.replace(always, "pip ").replace(str(self.folder), ".") for line in lines]


MAKE = "-m venv ./.venv"
INSTALL_RUN = "pip --require-hashes --no-deps -r ./locks/run.txt"
INSTALL_DEV = "pip --require-hashes --no-deps -r ./locks/dev.txt"
INSTALL_PROJECT = "pip --no-deps --no-build-isolation --no-index --editable ."
PROBE = "-c import pip, sys; sys.exit(sys.version_info[:2] < (3, 11))"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


@posix
def test_first_start_makes_the_environment_from_the_hashed_lock(machine: Machine) -> None:
    """Everything comes from the lock; the project itself is installed without asking the network for anything."""
    machine.environment().ensure("run")
    assert machine.started() == [MAKE, INSTALL_RUN, INSTALL_PROJECT]


def test_what_is_brought_is_counted_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is on its way lies below the environment and is counted there; afterwards it is gone, and the place as before."""
    monkeypatch.setattr(dev_progress, "PAUSE", 0.01)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TMPDIR", "/before")
    said = ""
    with dev_progress.megabytes(tmp_path):
        (Path(os.environ["TMPDIR"]) / "wheel").write_bytes(b"0" * 3_000_000)
        deadline = time.monotonic() + 20
        while "3 MB" not in said and time.monotonic() < deadline:
            said += capsys.readouterr().err
    assert ("3 MB" in said, list(tmp_path.iterdir()), os.environ["TMPDIR"]) == (True, [], "/before")


@posix
def test_second_start_starts_nothing(machine: Machine) -> None:
    """Once set up, the command costs a file read."""
    machine.environment().ensure("run")
    machine.started()
    machine.environment().ensure("run")
    assert machine.started() == []


@posix
def test_development_lock_covers_running(machine: Machine) -> None:
    """Whoever has run the tests need not install again to run Soi; the other way round there is more to install."""
    machine.environment().ensure("dev")
    machine.started()
    machine.environment().ensure("run")
    assert machine.started() == []


@posix
def test_runtime_lock_does_not_cover_development(machine: Machine) -> None:
    """The tests' packages are added to the environment that is there."""
    machine.environment().ensure("run")
    machine.started()
    machine.environment().ensure("dev")
    assert machine.started() == [PROBE, INSTALL_DEV, INSTALL_PROJECT]


@posix
def test_interrupted_set_up_starts_from_nothing(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    """A half-made environment is not trusted, whatever it holds."""
    leftover = machine.folder / ".venv" / "leftover"
    leftover.parent.mkdir()
    leftover.touch()
    (leftover.parent / "soi-setup-unfinished").touch()
    machine.environment().ensure("run")
    assert machine.started() == [MAKE, INSTALL_RUN, INSTALL_PROJECT]
    assert not leftover.exists()
    assert "rebuilding .venv" in capsys.readouterr().err


@posix
@pytest.mark.parametrize("moment", ["venv", "pip"])
def test_every_moment_of_interruption_is_repaired(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Ctrl-C while Python or pip works: the next start makes it whole."""
    quiet = dev_environment._quiet

    def interrupted(command: list[str]) -> object:
        if command[2] == moment:
            raise KeyboardInterrupt
        return quiet(command)

    monkeypatch.setattr(dev_environment, "_quiet", interrupted)
    with pytest.raises(KeyboardInterrupt):
        machine.environment().ensure("run")
    monkeypatch.setattr(dev_environment, "_quiet", quiet)
    machine.started()
    machine.environment().ensure("run")
    assert machine.started() == [MAKE, INSTALL_RUN, INSTALL_PROJECT]


@posix
def test_changed_lock_is_installed_into_the_same_environment(machine: Machine) -> None:
    """After an update of the project its packages follow; the environment is not made anew."""
    machine.environment().ensure("run")
    machine.started()
    (machine.locks / "run.txt").write_text("flask==3.1.4 \\\n    --hash=sha256:11\n")
    machine.environment().ensure("run")
    assert machine.started() == [PROBE, INSTALL_RUN, INSTALL_PROJECT]


@posix
def test_environment_made_by_hand_is_kept(machine: Machine) -> None:
    """Somebody's own .venv is completed, not deleted."""
    (own := machine.folder / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(machine.python, own / "python")
    (own / "mine").touch()
    machine.environment().ensure("run")
    assert machine.started() == [PROBE, INSTALL_RUN, INSTALL_PROJECT]
    assert (own / "mine").exists()


@posix
def test_environment_whose_python_is_gone_is_made_anew(machine: Machine) -> None:
    """An upgrade of the system's Python leaves a dangling link behind."""
    machine.environment().ensure("run")
    machine.started()
    python = machine.environment().python
    python.unlink()
    python.symlink_to(machine.folder / "gone")
    machine.environment().ensure("run")
    assert machine.started() == [MAKE, INSTALL_RUN, INSTALL_PROJECT]


@posix
def test_moved_environment_is_made_anew(machine: Machine) -> None:
    """The scripts in a virtual environment name its folder: in another folder they start nothing."""
    machine.environment().ensure("run")
    machine.started()
    stamp = machine.folder / ".venv" / "soi-installed.json"
    stamp.write_text(json.dumps({"root": "elsewhere", "run": "an older lock"}))
    machine.environment().ensure("run")
    assert machine.started() == [MAKE, INSTALL_RUN, INSTALL_PROJECT]


@posix
def test_failing_pip_says_why_and_what_to_do(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """pip's own last words, then the next step; and the next start does not trust what is there."""
    monkeypatch.setenv("FAKE_PIP_FAILS", "Could not reach the index")
    with pytest.raises(SetupError, match="Could not reach the index\nCheck the network connection"):
        machine.environment().ensure("run")
    monkeypatch.delenv("FAKE_PIP_FAILS")
    machine.started()
    machine.environment().ensure("run")
    assert machine.started() == [MAKE, INSTALL_RUN, INSTALL_PROJECT]


@posix
def test_two_first_starts_at_once_install_once(machine: Machine) -> None:
    """`run` and `test` in two terminals of a fresh clone: the second waits for the first."""
    threads = [threading.Thread(target=machine.environment().ensure, args=("run",)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert machine.started() == [MAKE, INSTALL_RUN, INSTALL_PROJECT]


@posix
def test_project_is_found_in_a_folder_named_in_vietnamese(machine: Machine) -> None:
    """The pointer to the project is plain ASCII, whatever the folder and the locale are called."""
    pointer = machine.folder / ".venv" / "lib" / "python3.11" / "site-packages" / "_editable_impl_soi.pth"
    pointer.parent.mkdir(parents=True)
    pointer.write_text("thư mục có dấu", "utf-8")
    (machine.folder / ".venv" / "bin").mkdir()
    shutil.copy(machine.python, machine.folder / ".venv" / "bin" / "python")
    machine.environment().ensure("run")
    assert pointer.read_text("ascii") == "../../../.."


@posix
def test_other_installations_do_not_reach_in(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the caller has set for Python and pip would make them, and the Soi that is started, look elsewhere."""
    names = ("PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    for name in names:
        monkeypatch.setenv(name, "elsewhere")
    told = "".join(f"${{{name}}}," for name in names)
    machine.python.write_text(f'#!/bin/sh\necho "set:{told}" >> "$FAKE_LOG"\nexit 1\n')
    with pytest.raises(SetupError):
        machine.environment().ensure("run")
    assert (machine.started(), [name for name in names if name in os.environ]) == (["set:,,,,"], [])


@posix
@pytest.mark.parametrize(
    ("said", "expected"),
    [("no network", "Check the network"), ("[Errno 28] No space left on device", "The disk is full")],
)
def test_what_was_there_stays_until_its_successor_stands(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, said: str, expected: str
) -> None:
    """A rebuild that fails leaves the old environment in its place, and says the true cause; one that works, no rest."""
    machine.environment().ensure("run")
    kept = machine.folder / ".venv" / "kept"
    kept.touch()
    (kept.parent / "soi-installed.json").write_text('{"root": "/somewhere/else"}')
    monkeypatch.setenv("FAKE_PIP_FAILS", said)
    with pytest.raises(SetupError, match=expected):
        machine.environment().ensure("run")
    after_failure = kept.exists()
    monkeypatch.setenv("FAKE_PIP_FAILS", "")
    machine.environment().ensure("run")
    assert (after_failure, kept.exists(), list(machine.folder.glob(".venv.*"))) == (True, False, [])


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "may not be written"),
        (errno.EACCES, "may not be written"),
    ],
)
def test_what_the_system_refuses_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int, expected: str
) -> None:
    """A read-only folder or a full disk: no traceback, the cause and what to do."""

    def refuse(_: Environment, __: str) -> None:
        raise OSError(number, os.strerror(number), "/x")

    monkeypatch.setattr(Environment, "ensure", refuse)
    assert (1, True) == (dev.main(["run"]), expected in capsys.readouterr().err)


@pytest.mark.parametrize(
    ("available", "advice"),
    [("python3.12", "Run: python3.12 scripts/dev.py run"), (None, "Install it from https://www.python.org")],
)
def test_old_python_is_told_what_to_run(
    monkeypatch: pytest.MonkeyPatch, available: str | None, advice: str
) -> None:
    """The message names the version that was used and the newer one that the machine has."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    monkeypatch.setattr(sys, "executable", "python3")
    monkeypatch.setattr(dev_environment, "_runs", lambda name: name == available)
    with pytest.raises(SetupError) as refused:
        dev_environment.require_python("run")
    assert str(refused.value) == f"Soi needs Python 3.11 or newer; python3 is 3.9.18. {advice}"


@posix
@pytest.mark.parametrize(("status", "expected"), [(0, True), (1, False)])
def test_python_that_does_not_start_is_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, expected: bool
) -> None:
    """A shim for a version that is not installed stands on the path and only prints an error."""
    shim = tmp_path / "python3.13"
    shim.write_text(f"#!/bin/sh\nexit {status}\n")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert dev_environment._runs("python3.13") == expected


@pytest.mark.parametrize("name", ["dev.py", "dev_environment.py", "dev_pip.py", "dev_progress.py"])
def test_old_python_can_read_what_refuses_it(name: str) -> None:
    """macOS and older Linux come with Python 3.7 to 3.9: they have to get as far as the message."""
    ast.parse((ROOT / "scripts" / name).read_text("utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize(
    "name",
    ["dev.py", "dev_environment.py", "dev_pip.py", "dev_progress.py", "dev_checks.py", "dev_tests.py"],
)
def test_nothing_but_the_standard_library(name: str) -> None:
    """The command that installs the packages cannot need one."""
    tree = ast.parse((ROOT / "scripts" / name).read_text("utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    modules = {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in imports if isinstance(node, ast.ImportFrom)}
    foreign = {module.partition(".")[0] for module in modules} - sys.stdlib_module_names - {"scripts"}
    assert foreign == set()


@pytest.mark.parametrize(("user", "install"), [(1000, "sudo apt"), (0, "apt")])
@pytest.mark.parametrize(
    ("base", "package"),
    [
        ("/usr/bin/python3", "python3-venv"),
        ("/opt/python", "python{}.{}-venv".format(*sys.version_info[:2])),
    ],
)
def test_missing_venv_module_names_the_package(
    monkeypatch: pytest.MonkeyPatch, base: str, package: str, user: int, install: str
) -> None:
    """Debian splits ensurepip off; another Python than the system's needs the package of its own version."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name == "venv" or None)
    monkeypatch.setattr(dev_environment, "base_python", lambda: base)
    monkeypatch.setattr(dev_pip, "can_bring", lambda: False)
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    with pytest.raises(SetupError) as refused:
        dev_environment.require_venv_module()
    assert str(refused.value) == f"Python's venv module is missing. Run: {install} install {package}"


def test_every_command_is_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a command the list is printed; it names them all."""
    assert dev.main([]) == 0
    listed = {line.split()[2] for line in capsys.readouterr().out.splitlines() if "scripts/dev.py" in line}
    assert listed == set(dev.COMMANDS)


def test_unknown_command_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    """A typing mistake does not set anything up."""
    assert dev.main(["rnu"]) == 2


def test_what_is_missing_is_one_line_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line to type ends up on the terminal as it is."""

    def refuse(_: Environment, __: str) -> None:
        raise SetupError("Run: sudo apt install python3-venv")

    monkeypatch.setattr(Environment, "ensure", refuse)
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == "soi: Run: sudo apt install python3-venv\n"


@pytest.mark.parametrize("separator", [[], ["--"]])
def test_run_hands_its_arguments_to_the_server(separator: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`run --port 5800`, or with -- before it, is `soi serve --port 5800`, in the same process for the signals."""
    replaced: list[list[str]] = []
    monkeypatch.setattr(Environment, "ensure", lambda *_: None)
    monkeypatch.setattr(dev, "CONTINUES_IN_PLACE", True)
    monkeypatch.setattr(os, "execv", lambda _, command: replaced.append(command[1:]))
    monkeypatch.setattr(subprocess, "call", lambda _: 0)
    dev.main(["run", *separator, "--port", "5800"])
    assert replaced == [["serve", "--port", "5800"]]


MARKERS = ("browser", "fault", "corpus", "documents", "long")
COMBINATIONS = [set(some) for n in range(3) for some in itertools.combinations(MARKERS, n)]


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("marks", COMBINATIONS, ids=lambda marks: "+".join(sorted(marks)) or "none")
def test_every_test_is_run_exactly_once(marks: set[str], long: bool) -> None:
    """The parallel and the serial run share the suite out; only the long tests wait for --long."""
    expressions = [Expression.compile(arguments[-1]) for arguments in dev_tests.whole_suite(long)]
    chosen = sum(expression.evaluate(lambda name, /, **_: name in marks) for expression in expressions)
    assert chosen == (0 if "long" in marks and not long else 1)


def test_a_run_is_given_the_files_that_name_its_marks(tmp_path: Path) -> None:
    """Its workers read nothing else."""
    (tmp_path / "tests" / "deep").mkdir(parents=True)
    for name, text in (("deep/test_b", "pytest.mark.browser"), ("test_f", "[mark.fault]"), ("test_x", "x")):
        (tmp_path / "tests" / f"{name}.py").write_text(text)
    assert dev_tests.files_naming("browser", "fault", root=tmp_path) == [
        "tests/deep/test_b.py",
        "tests/test_f.py",
    ]


@pytest.mark.parametrize(
    ("nodeid", "lane"),
    [
        ("tests/browser/test_card.py::test_x[chromium-linhdan.vidu-narrow]", "extension chromium"),
        ("tests/browser/webapp/test_pages.py::test_x[firefox-list]", "webapp firefox"),
        ("tests/browser/webapp/test_pages.py::test_x[English-chromium]", "webapp chromium"),
        ("tests/browser/test_accessibility.py::test_x[dark]", "tests/browser/test_accessibility.py"),
        ("tests/browser/test_x.py::test_x", "tests/browser/test_x.py"),
        ("tests/faults/test_x.py::test_x[chromium]", "tests/faults/test_x.py::test_x[chromium]"),
    ],
)
def test_what_shares_a_browser_runs_in_one_lane(nodeid: str, lane: str) -> None:
    """One process starts one kind of browser; who needs none goes wherever there is room."""
    assert lane_of(nodeid) == lane


@pytest.mark.parametrize(
    ("own", "taken", "lane"),
    [
        (None, set(), "a"),
        ("b", {"a", "b"}, "b"),
        ("done", {"a", "b", "done"}, "c"),
        ("done", {"a", "b", "c", "done"}, "a"),
    ],
)
def test_a_process_stays_in_its_lane_then_begins_one_then_helps(
    own: str | None, taken: set[str], lane: str
) -> None:
    """No processor idles while tests wait, and no second browser of a kind is started before that."""
    assert next_lane(Counter(a=30, b=20, c=10), own, taken) == lane


def suite(folder: Path, monkeypatch: pytest.MonkeyPatch, fast: str, serial: str) -> int:
    """The whole suite, where the two runs are these pieces of Python."""

    def command(_: Environment, arguments: list[str], __: bool) -> list[str]:
        code = serial if "--dist=loadscope" in arguments else fast
        return [sys.executable, "-c", code, arguments[0].partition("=")[2]]

    monkeypatch.setattr(dev_tests, "pytest_command", command)
    monkeypatch.setattr(dev_tests, "ROOT", folder)
    return dev_tests.run_whole_suite(Environment(folder), long=False)


@pytest.mark.parametrize(("fast", "serial"), [(0, 0), (1, 0), (0, 1)])
def test_the_suite_passes_only_where_both_runs_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], fast: int, serial: int
) -> None:
    """The fast one first, alone: a bound on waiting says nothing where another run takes the processors."""
    first = tmp_path / "fast"
    done = suite(
        tmp_path,
        monkeypatch,
        f"print('fast', flush=True); import pathlib; pathlib.Path({str(first)!r}).touch(); exit({fast})",
        f"import os; print('serial', flush=True); exit({serial} if os.path.exists({str(first)!r}) else 3)",
    )
    said = capfd.readouterr().out.split()
    assert (done, said[:2]) == (max(fast, serial), ["fast", "serial"])


def test_the_slowest_parts_are_named(tmp_path: Path) -> None:
    """Of both runs: the sum of each file, and each test with what setting it up took."""
    for number, case in enumerate(
        ('classname="tests.a" name="one" time="2.5"', 'classname="tests.b" name="two" time="3"')
    ):
        twice = f"<testcase {case}/>" * (2 - number)
        (tmp_path / f"{number}.xml").write_text(
            f"<testsuites><testsuite>{twice}</testsuite></testsuites>", "utf-8"
        )
    said = dev_tests.slowest(list(dev_tests.cases(sorted(tmp_path.glob("*.xml"))))).splitlines()
    expected = ["5.0  tests.a", "3.0  tests.b", "3.0  tests.b::two", "2.5  tests.a::one", "2.5  tests.a::one"]
    assert expected == [line.strip() for line in said if line.startswith(" ")]


def test_the_gate_keeps_what_each_part_took(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file of tests and every check, for the list at the end of .ci/run."""
    kept = tmp_path / "times"
    monkeypatch.setenv("SOI_GATE_TIMES", str(kept))
    case = '<testcase classname="tests.a" name="one" time="2.5"/>'
    report = f"import sys; open(sys.argv[1], 'w').write('<testsuites>{case}</testsuites>')"
    suite(tmp_path, monkeypatch, report, report)
    dev_checks.run_lane([dev_checks.Step("a check", (sys.executable, "-c", "pass"))])
    lines = [line.split("\t") for line in kept.read_text("utf-8").splitlines()]
    assert ([name for _, name in lines], lines[0][0]) == (["tests.a", "a check"], "5.0")


@posix
@pytest.mark.parametrize(
    ("printed", "expected"),
    [("v20.19.1", (20, 19, 1)), ("v18.20.4", (18, 20, 4)), ("not node", (0,)), ("", (0,))],
)
def test_version_of_node(tmp_path: Path, printed: str, expected: tuple[int, ...]) -> None:
    """Something else under the name node counts as too old."""
    node = tmp_path / "node"
    node.write_text(f"#!/bin/sh\necho '{printed}'\n")
    node.chmod(0o755)
    assert dev_checks.node_version(str(node)) == expected


@pytest.mark.parametrize("version", [None, (18, 20, 4)])
def test_missing_or_old_node_says_the_line(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...] | None
) -> None:
    """The check names both ways out."""
    monkeypatch.setattr(shutil, "which", lambda name: name if version else None)
    monkeypatch.setattr(dev_checks, "node_version", lambda _: version)
    with pytest.raises(SetupError, match=r"python3 scripts/dev\.py setup --node"):
        dev_checks.npm_command()


def python_step(name: str, code: str) -> dev_checks.Step:
    return dev_checks.Step(name, (sys.executable, "-c", code))


def test_one_failing_check_does_not_hide_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All checks run, only the failed one shows its output, and the command fails."""
    good, bad = python_step("good", "print('quiet')"), python_step("bad", "print('the reason'); exit(1)")
    monkeypatch.setattr(dev_checks, "python_lane", lambda _: [bad, good])
    monkeypatch.setattr(dev_checks, "project_lane", lambda *_: [good])
    monkeypatch.setattr(dev_checks, "javascript_lane", lambda: [good])
    assert not dev_checks.run_checks(Environment())
    output = capsys.readouterr().out
    assert output.endswith("3 passed, 1 failed\n  bad\n")
    assert ("the reason" in output, "quiet" in output) == (True, False)


@pytest.mark.parametrize(("after_test", "runs"), [(False, True), (True, False)])
def test_the_gate_runs_the_tests_of_documents_once(after_test: bool, runs: bool) -> None:
    """They are among the fast tests as well, which the gate has run before its checks."""
    names = [step.name for step in dev_checks.project_lane(Environment(), after_test)]
    assert ("project and documents" in names) is runs


def test_nothing_is_checked_with_half_installed_tools(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When npm fails, the tools it should have brought are not started."""
    monkeypatch.setattr(dev_checks, "NPM_STAMP", tmp_path / "stamp")
    steps = [python_step("npm ci", "exit(1)"), python_step("eslint", "")]
    assert [result.step.name for result in dev_checks.run_lane(steps)] == ["npm ci"]
    assert not (tmp_path / "stamp").exists()
