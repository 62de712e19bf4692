"""`soi doctor` names each thing that goes wrong, with the one line that mends it, in the person's language."""

from __future__ import annotations

import errno
import json
import os
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from server import __version__
from server.cli import _folder, _running, soi
from server.cli._finding import Finding, FindingLevel, Says
from server.run import extension_folder
from server.store.tinydb import embedded_store
from server.web import extension_files
from tests.http.conftest import Server, free_port, profile_page

ENGLISH = Says("en")


def doctor(home: Path, language: str = "en", **settings: Any) -> tuple[int, list[str]]:
    """Exit status and lines."""
    home.mkdir(exist_ok=True)
    given = {"port": free_port()} | settings
    (home / "soi.toml").write_text("".join(f"{name} = {value}\n" for name, value in given.items()), "utf-8")
    done = CliRunner().invoke(soi, ["doctor", "--lang", language], env={"SOI_HOME": str(home)})
    return done.exit_code, done.output.splitlines()


def about(lines: list[str], name: str) -> list[str]:
    """The line of one thing, and the fix below it."""
    at = next(index for index, line in enumerate(lines) if line[6:].startswith(f"{name}:"))
    return [line.strip() for line in lines[at : at + 2] if line is lines[at] or line.startswith("      ")]


def test_a_machine_where_all_is_well(tmp_path: Path) -> None:
    """Exit 0, and nothing to mend."""
    status, lines = doctor(tmp_path / "home")
    assert (status, [line for line in lines if not line.startswith("ok  ")]) == (0, [])


def test_packages_of_somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that brings another Flask in is named: the list of packages would say that all is well."""
    monkeypatch.setenv("PYTHONPATH", "/other/packages")
    notes = [line for line in doctor(tmp_path / "home")[1] if line.startswith("note")]
    assert (len(notes), "PYTHONPATH" in notes[0], "/other/packages" in notes[0]) == (1, True, True)


@pytest.mark.parametrize(
    ("failure", "says"),
    [(errno.ENOSPC, "is full"), (errno.EROFS, "cannot be written"), (errno.EACCES, "cannot be written")],
)
def test_a_folder_that_takes_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: int, says: str
) -> None:
    """A full disk is told from one that may only be read; rights alone do not say either."""

    def refuse(_: Path) -> None:
        raise OSError(failure, os.strerror(failure))

    monkeypatch.setattr(_folder, "try_write", refuse)
    status, lines = doctor(tmp_path / "home")
    line, fix = about(lines, "data folder")
    assert (status, line.startswith("MISS"), says in line, fix.startswith("fix: ")) == (1, True, True, True)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs Linux's /proc, where nobody can write")
def test_a_folder_that_really_takes_no_file() -> None:
    """The system's own refusal arrives."""
    with pytest.raises(OSError):  # noqa: PT011 - which one differs by kernel
        _folder.try_write(Path("/proc"))


def test_settings_that_are_garbage(tmp_path: Path) -> None:
    """The file is named."""
    status, lines = doctor(tmp_path / "home", port='"mười"')
    line, fix = about(lines, "settings")
    assert (status, "port" in line, str(tmp_path / "home" / "soi.toml") in fix) == (1, True, True)


@pytest.mark.parametrize("has_backup", [True, False])
def test_a_store_that_is_garbage(tmp_path: Path, has_backup: bool) -> None:
    """Named before a start has set it aside: which file, how many can be read, and the one line that mends it."""
    home = tmp_path / "home"
    with closing(embedded_store(home / "soi.json")) as store:
        store.entries.save("lan.vidu", {})
        store.keep_backup()
    [backup] = (home / "backups").iterdir()
    if not has_backup:
        backup.unlink()
    for name in ("soi.json", "soi.json.journal"):
        (home / name).write_bytes(b"garbage")
    status, lines = doctor(home)
    line, fix = about(lines, "store")
    named = (str(home / "soi.json") in line, "; 0 on the list can" in line, (home / "soi.json").read_bytes())
    told = f'fix: soi restore "{backup}"' if has_backup else "fix: there is no whole automatic backup"
    assert (1, True, True, b"garbage", True) == (status, *named, fix.startswith(told))


def test_a_foreign_program_on_the_port(tmp_path: Path) -> None:
    """Whose it is where the system says so, and another port to start on."""
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        status, lines = doctor(tmp_path / "home", port=port)
    line, fix = about(lines, "server")
    assert (status, f"port {port} is held by" in line, "soi serve --port" in fix) == (1, True, True)


@pytest.mark.parametrize(
    ("failure", "says"),
    [(errno.EACCES, "the system does not give port 5765"), (errno.EADDRINUSE, "does not answer")],
)
def test_a_port_that_cannot_be_bound(monkeypatch: pytest.MonkeyPatch, failure: int, says: str) -> None:
    """Nobody answers there, and still it cannot be had: a rule of the system, or somebody who keeps silent."""

    class Probe:
        def __enter__(self) -> Probe:
            return self

        def __exit__(self, *_: object) -> None: ...

        def settimeout(self, _: float) -> None: ...

        def setsockopt(self, *_: object) -> None: ...

        def connect_ex(self, _: object) -> int:
            return errno.ECONNREFUSED

        def bind(self, _: object) -> None:
            raise OSError(failure, "")

    monkeypatch.setattr(_running.socket, "socket", lambda *_: Probe())
    found = _running._port(5765, ENGLISH)
    assert (found.level, says in found.detail, "5766" in found.fix) == ("miss", True, True)


def test_a_port_that_the_last_run_has_just_left_is_free() -> None:
    """A connection that the server ended lingers for a minute; a start does not wait for it either."""
    with closing(socket.create_server(("127.0.0.1", 0))) as left:
        port = left.getsockname()[1]
        with closing(socket.create_connection(("127.0.0.1", port))) as asking:
            left.accept()[0].close()
            asking.recv(1)
    assert _running._port(port, ENGLISH) == ENGLISH.finding("ok", "server", "port_free", port=port)


def status_of(**changes: Any) -> dict[str, Any]:
    device = {"last_seen": "2026-11-30T01:00:00Z"}
    return {"version": __version__, "devices": [device], "stats": {"creators": 3}} | changes


@pytest.mark.parametrize(
    ("status", "level", "fix"),
    [
        (status_of(devices=[]), "note", "choose Connect"),
        (status_of(stats={"creators": 0}), "note", "allow Soi on www.instagram.com"),
        (status_of(), "ok", ""),
    ],
)
def test_browsers_that_are_missing_or_may_not_read(status: dict[str, Any], level: str, fix: str) -> None:
    """Unpaired; paired, and no page ever came: as far as a missing permission can be seen from here."""
    found = _running._browsers(status, ENGLISH)
    assert (found.level, fix in found.fix, bool(found.fix)) == (level, True, bool(fix))


def test_a_server_of_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both versions, and how to have one."""
    monkeypatch.setattr(_running, "_status", lambda _: status_of(version="9.9.9"))
    home = tmp_path / "home"
    home.mkdir()
    (home / "running.json").write_text(json.dumps({"pid": 1, "port": 2, "token": "x"}))
    status, lines = doctor(home)
    line, fix = about(lines, "versions")
    assert (status, "9.9.9" in line, __version__ in line, "soi stop" in fix) == (1, True, True, True)


def test_an_extension_of_another_version(tmp_path: Path) -> None:
    """The copy that `soi extension` made before an update."""
    home = tmp_path / "home"
    copied = extension_folder.copy(extension_files.source(), home / "extension")
    well = about(doctor(home)[1], "extension")
    manifest = copied.folder / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace(f'"{__version__}"', '"0.0.1"'), "utf-8")
    status, lines = doctor(home)
    line, fix = about(lines, "extension")
    assert (len(well), status, "0.0.1" in line, fix.startswith("fix: soi extension")) == (1, 1, True, True)


def test_a_list_without_backups(tmp_path: Path) -> None:
    """A note with the command, where there is something to lose."""
    home = tmp_path / "home"
    store = embedded_store(home / "soi.json")
    store.entries.save("lan.vidu", {})
    store.close()
    for kept in (home / "backups").glob("*"):
        kept.unlink()
    line, fix = about(doctor(home)[1], "backups")
    assert (line, fix) == ("note  backups: none yet", "fix: soi backup FILE")


def test_a_server_that_runs_and_has_read_a_page(start_server: Callable[..., Server]) -> None:
    """Against the real thing: connected, a page read, all in Vietnamese."""
    server = start_server()
    token = server.pair()["token"]
    server.call("POST", "/api/v1/checks", {"html": profile_page()}, token=token)
    status, said, _ = server.run("doctor", "--lang", "vi")
    lines = said.splitlines()
    assert (status, about(lines, "trình duyệt")[0].startswith("ok    trình duyệt: đã kết nối 1")) == (
        0,
        True,
    ), said


def test_every_finding_is_said_in_both_languages(tmp_path: Path) -> None:
    """No English line stays in a Vietnamese report, names of packages and files aside."""
    english, vietnamese = doctor(tmp_path / "home")[1], doctor(tmp_path / "home", "vi")[1]
    same = {line[6:].split(":")[0] for line in english if line in vietnamese}
    from importlib.metadata import requires  # noqa: PLC0415 - beside its one use

    packages = {name for name in same if any(one.startswith(name) for one in requires("soi") or [])}
    assert same - packages == {"Soi", "Python"}


def test_a_vietnamese_line_has_vietnamese_marks_and_numbers() -> None:
    """As wide as the English ones, so that the lines stay one under the other."""
    says = Says("vi")
    levels: tuple[FindingLevel, ...] = ("ok", "note", "miss")
    lines = [next(says.lines(Finding(level, "ổ đĩa", says.whole(73_146.4)))) for level in levels]
    assert lines == ["ok    ổ đĩa: 73.146", "nhắc  ổ đĩa: 73.146", "LỖI   ổ đĩa: 73.146"]


def test_a_finding_is_a_line_and_its_fix() -> None:
    """What a reader of the output may rely on."""
    assert list(ENGLISH.lines(Finding("miss", "disk", "full", "free some"))) == [
        "MISS  disk: full",
        "      fix: free some",
    ]
