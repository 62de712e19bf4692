"""What is no file, no home, no memory and no port: one sentence in the person's language, never a traceback or a wait."""

from __future__ import annotations

import errno
import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from server import cli
from server.app import JUDGE_KEY
from server.errors import NoHome, PortForbidden
from server.regular_files import read_regular
from server.run.serve import _bind
from server.security.sockets import can_list
from server.settings import Settings, default_home

FOUND = {
    "en": "This is no file but a folder, a pipe or a device.",
    "vi": "Đây không phải tệp mà là thư mục, ống dẫn hoặc thiết bị.",
}


def run(*arguments: str, home: Path) -> tuple[int, str]:
    """Exit status, and all that was printed; a command that waits for a writer fails the test after a minute."""
    command = [sys.executable, "-m", "server.cli", *arguments]
    environment = os.environ | {"SOI_HOME": str(home)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def pipe(tmp_path: Path) -> str:
    """A named pipe into which nobody writes."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "pipe.html")
    return str(tmp_path / "pipe.html")


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("command", [["replay"], ["restore"], ["shortlist", "import"]])
def test_a_pipe_is_named_and_not_waited_on(
    tmp_path: Path, pipe: str, command: list[str], language: str
) -> None:
    """Exit 1 with one sentence."""
    status, said = run(*command, pipe, "--lang", language, home=tmp_path / "home")
    assert (status, said.strip()) == (1, f"soi: {FOUND[language]}")


def test_a_check_goes_on_past_what_is_no_file(tmp_path: Path, pipe: str) -> None:
    """A pipe, a device and a file that is not there are lines of the answer, with exit 3."""
    gone = str(tmp_path / "gone.html")
    status, said = run("check", "--json", pipe, "/dev/null", gone, home=tmp_path / "home")
    codes = [line.split('"code":"')[1].split('"')[0] for line in said.replace(": ", ":").splitlines()]
    assert (status, codes) == (3, ["not_a_file", "not_a_file", "not_found"])


def test_a_process_of_nobody_is_told_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """No HOME and no entry among the system's users: SOI_HOME is named."""

    def nobody(_: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(Path, "expanduser", nobody)
    with pytest.raises(NoHome, match="SOI_HOME"):
        default_home({"SOI_HOME": "~/soi"})


def test_a_port_for_the_administrator_is_named_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Port 80 refused by the system is not "used by another program"."""

    def refused(*_: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("server.run.serve.Listener", refused)
    monkeypatch.setattr("server.run.serve._answers", lambda _: False)

    app = SimpleNamespace(extensions={JUDGE_KEY: None})
    with pytest.raises(PortForbidden, match="1024"):
        _bind(app, Settings(tmp_path, port=80))  # type: ignore[arg-type] # only its extensions are read


def test_a_command_without_memory_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, exit 1, in the language of the command."""

    def exhausted(**_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(cli.soi, "main", exhausted)
    monkeypatch.setattr(sys, "argv", ["soi", "check", "--lang", "vi"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert (ended.value.code, capsys.readouterr().err.startswith("soi: Không đủ bộ nhớ.")) == (1, True)


def test_doctor_names_the_program_on_the_port(tmp_path: Path) -> None:
    """Not Soi's own: exit 1, whose the port is, and a start on another one."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        (tmp_path / "soi.toml").write_text(f"port = {port}\n")
        status, said = run("doctor", home=tmp_path)
    (line,) = [line for line in said.splitlines() if line.startswith("MISS")]
    assert (
        status,
        f"port {port} is held by" in line,
        f"process {os.getpid()}" in line or not can_list(),
    ) == (
        1,
        True,
        True,
    )


def test_doctor_says_which_setting_is_wrong(tmp_path: Path) -> None:
    """The file is named with what the setting takes."""
    (tmp_path / "soi.toml").write_text("port = 0\n")
    status, said = run("doctor", home=tmp_path)
    assert (status, "MISS  settings: port: a whole number" in said, str(tmp_path / "soi.toml") in said) == (
        1,
        True,
        True,
    )


def test_doctor_shows_the_last_errors_of_the_log(tmp_path: Path) -> None:
    """The newest ones, with their place; other lines are left out, and a line that is none does no harm."""
    folder = tmp_path / "logs"
    folder.mkdir()
    lines = [{"time": f"2026-11-2{n}T00:00:00", "level": "error", "event": f"event {n}"} for n in range(5)]
    quiet = [{"time": "2026-11-29T00:00:00", "level": "info", "event": "started"}]
    text = "\n".join(json.dumps(line) for line in [*lines, *quiet])
    (folder / "soi.log").write_text(f"half a line\n{text}\n")
    _, said = run("doctor", home=tmp_path)
    shown = [line.split()[-1] for line in said.splitlines() if "last error" in line]
    assert shown == ["2", "3", "4"]


def test_a_file_is_read_to_its_end_whatever_size_it_names(tmp_path: Path) -> None:
    """Also where the system says 0, as of its own files, and at most as much as is asked for."""
    file = tmp_path / "page.html"
    file.write_bytes(b"0123456789")
    asked = [read_regular(file), *(read_regular(file, most) for most in (0, 4, 10, 11))]
    own = Path("/proc/self/status")
    told = b"Name:" in read_regular(own) if own.is_file() else True
    assert ([b"0123456789", b"", b"0123", b"0123456789", b"0123456789"], True) == (asked, told)
