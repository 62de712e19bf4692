"""What differs from system to system: the logic of all three, on any machine."""

from __future__ import annotations

import plistlib
import shlex
import socket
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from server.run import autostart
from server.systems import Start, System, present_system
from server.systems.linux import Linux
from server.systems.macos import MacOS
from server.systems.windows import Windows

HOME = "/srv/Bếp nhỏ của Đan"
START = Start((f"{HOME}/soi", "serve", "--no-open"), {"SOI_HOME": f"{HOME}/100% dữ liệu"})


def system(
    kind: type[Linux | MacOS | Windows], home: Path, said: str | None = None, **environ: str
) -> System:
    """A system on ``home``; ``said`` is what it answers when it is asked for its language."""
    return kind(home, environ) if kind is Linux else kind(home, environ, lambda: said)  # type: ignore[call-arg] # Linux asks nobody


def test_linux_starts_it_by_the_desktops_own_folder(tmp_path: Path) -> None:
    """An entry that quotes spaces, and doubles the percent sign that would be a field code."""
    entry = Linux(tmp_path, {}).autostart_entry(START)
    lines = dict(line.split("=", 1) for line in entry.content.decode().splitlines()[1:])
    words = shlex.split(lines["Exec"].replace("%%", "%"))
    assert (
        tmp_path / ".config" / "autostart" / "soi.desktop",
        ["/usr/bin/env", f"SOI_HOME={HOME}/100% dữ liệu", *START.command],
        "false",
    ) == (entry.path, words, lines["Terminal"])


@pytest.mark.parametrize(
    ("chosen", "folder"), [("/somewhere/else", "/somewhere/else"), ("relative", "/own/.config")]
)
def test_linux_keeps_to_the_chosen_folder_for_settings(chosen: str, folder: str) -> None:
    """The specification ignores a relative path."""
    entry = Linux(Path("/own"), {"XDG_CONFIG_HOME": chosen}).autostart_entry(START)
    assert Path(folder, "autostart", "soi.desktop") == entry.path


def test_a_mark_of_the_shell_in_a_folders_name_stays_a_letter() -> None:
    """Quoted once for the line and once as a string of the file."""
    entry = Linux(Path("/own"), {}).autostart_entry(Start(('/a "b" $c\\d',)))
    assert b'Exec="/a \\\\"b\\\\" \\\\$c\\\\\\\\d"\n' in entry.content


def test_macos_starts_it_by_an_agent_of_the_person(tmp_path: Path) -> None:
    """A property list with the command, the folder of the data, and nothing that starts it again after a stop."""
    entry = MacOS(tmp_path, {}).autostart_entry(START)
    agent = plistlib.loads(entry.content)
    assert tmp_path / "Library" / "LaunchAgents" / "local.soi.plist" == entry.path
    assert agent == {
        "Label": "local.soi",
        "ProgramArguments": list(START.command),
        "EnvironmentVariables": dict(START.environment),
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }


def test_windows_starts_it_from_the_startup_folder(tmp_path: Path) -> None:
    """A command file in UTF-8 that says so first; a percent sign is no variable; no window stays open."""
    entry = Windows(tmp_path, {"APPDATA": str(tmp_path / "Roaming")}).autostart_entry(START)
    assert entry.path.relative_to(tmp_path) == Path(
        "Roaming/Microsoft/Windows/Start Menu/Programs/Startup/Soi.cmd"
    )
    assert entry.content.decode().split("\r\n") == [
        "@chcp 65001 >nul",
        f'@set "SOI_HOME={HOME}/100%% dữ liệu"',
        f'@start "" "{HOME}/soi" "serve" "--no-open"',
        "",
    ]


@pytest.mark.parametrize(
    ("kind", "executable", "expected"),
    [
        (Windows, r"C:\Người dùng\.venv\Scripts\python.exe", r"C:\Người dùng\.venv\Scripts\pythonw.exe"),
        (Windows, r"C:\Soi\soi.exe", r"C:\Soi\soi.exe"),
        (MacOS, "/x/python", "/x/python"),
        (Linux, "/x/python", "/x/python"),
    ],
)
def test_the_python_without_a_window(
    kind: type[Linux | MacOS | Windows], executable: str, expected: str
) -> None:
    """Only Windows has two."""
    assert expected == system(kind, Path("/own")).windowless(executable)


@pytest.mark.parametrize(
    ("kind", "said", "environ", "expected"),
    [
        (Windows, "vi_VN", {}, "vi_VN"),
        (Windows, "vi_VN", {"LANG": "en_GB.UTF-8"}, "en_GB.UTF-8"),
        (Windows, None, {}, None),
        (MacOS, '(\n    "vi-VN",\n    "en-VN"\n)\n', {}, "vi-VN"),
        (MacOS, "(\n    vi,\n    en\n)\n", {}, "vi"),
        (MacOS, "", {}, None),
        (MacOS, "(vi)", {"LANG": "en_GB.UTF-8"}, "en_GB.UTF-8"),
        (Linux, None, {"LANG": "vi_VN.UTF-8"}, "vi_VN.UTF-8"),
        (Linux, None, {"LANG": "vi_VN.UTF-8", "LC_ALL": "C.UTF-8"}, "C.UTF-8"),
        (Linux, None, {}, None),
    ],
)
def test_the_language_of_the_system(
    kind: type[Linux | MacOS | Windows], said: str | None, environ: dict[str, str], expected: str | None
) -> None:
    """A terminal's own wins; where there is none, as after a double click, the system is asked."""
    assert expected == system(kind, Path("/own"), said, **environ).language()


def test_a_mac_that_does_not_answer_has_no_language() -> None:
    """A missing tool or a slow one costs the language, not the start."""

    def slow() -> str:
        raise subprocess.TimeoutExpired("defaults", 2)

    assert MacOS(Path("/own"), {}, slow).language() is None


def test_windows_ports_are_for_one_alone() -> None:
    """The option that keeps others off, never the one that lets them in."""
    asked: list[tuple[int, int, int]] = []

    class Bound:
        def setsockopt(self, *option: int) -> None:
            asked.append(option)  # type: ignore[arg-type] # three numbers

    Windows(Path("/own"), {}).claim_port(Bound())  # type: ignore[arg-type] # all that is asked of a socket
    assert asked == [(socket.SOL_SOCKET, -5, 1)]


def test_two_listeners_do_not_share_a_port_here() -> None:
    """What this machine's own system says of it."""
    with closing(socket.socket()) as first, closing(socket.socket()) as second:
        for one in (first, second):
            present_system().claim_port(one)
        first.bind(("127.0.0.1", 0))
        first.listen()
        with pytest.raises(OSError, match=r"in use|permission|forbidden"):
            second.bind(first.getsockname())


@pytest.mark.parametrize("kind", [Linux, MacOS, Windows])
def test_it_is_turned_on_found_and_turned_off(kind: type[Linux | MacOS | Windows], tmp_path: Path) -> None:
    """Twice on is once on; after off no file is left."""
    here = system(kind, tmp_path)
    before = autostart.find(here)
    written = autostart.turn_on(here, Start(("old",))), autostart.turn_on(here, START)
    found, content = autostart.find(here), written[1].read_bytes()
    removed = autostart.turn_off(here), autostart.turn_off(here)
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert (before, written, removed, left) == (None, (found, found), (found, None), [])
    assert content == here.autostart_entry(START).content
