"""`soi open`, `soi stop`, `soi autostart` and a second start, with real processes."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from server.run.present import find
from server.settings import Settings
from tests.http.conftest import Server


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Server]:
    """A folder and a port, and a stand-in for the browser that notes what it was started with."""
    browser = tmp_path / "browser"
    browser.write_text(
        f"#!{sys.executable}\nimport os, shutil, sys\nfrom urllib.parse import unquote\n"
        f"shutil.copy(unquote(sys.argv[1]).removeprefix('file://'), {str(tmp_path / 'opened.new')!r})\n"
        f"os.replace({str(tmp_path / 'opened.new')!r}, {str(tmp_path / 'opened')!r})\n",
        "utf-8",
    )
    browser.chmod(0o700)
    own = {"BROWSER": str(browser), "XDG_CONFIG_HOME": str(tmp_path / "config"), "HOME": str(tmp_path)}
    server = Server(tmp_path / "nhà của Đan", environment=own)
    yield server
    server.run("stop")


def note(server: Server) -> dict[str, object]:
    found: dict[str, object] = json.loads((server.home / "running.json").read_text())
    return found


def opened(server: Server) -> str:
    """The page that the browser was last started with; waits for it."""
    file = server.home.parent / "opened"
    deadline = time.monotonic() + 20
    while not file.exists():
        assert time.monotonic() < deadline, "no browser was started"
        time.sleep(0.05)
    text = file.read_text("utf-8")
    file.unlink()
    return text


def test_open_starts_it_and_opens_its_page_and_stop_ends_it(place: Server) -> None:
    """In the background: the command ends, the server stays; what was saved is there after the next start.

    Packages that the caller's PYTHONPATH names do not reach it.
    """
    (place.home.parent / "flask.py").write_text("raise SystemExit('another Flask')\n")
    place.environment["PYTHONPATH"] = str(place.home.parent)
    status, said, _ = place.run("open", "--lang", "en")
    first = note(place)
    assert (status, "#code=" in opened(place), str(first["pid"]) in said) == (0, True, True)
    token = str(first["token"])
    saved = place.call("PUT", "/api/v1/shortlist/abc", {"note": "giữ"}, token=token).status
    again = place.run("open")[0], "#code=" in opened(place), note(place)["pid"]
    demo = place.run("open", "--demo")[0], "/demo#code=" in opened(place)
    stopped = place.run("stop")[0]
    free = find(Settings(place.home)), (place.home / "open-soi.html").exists()
    with closing(socket.socket()) as probe:
        answers = probe.connect_ex(("127.0.0.1", place.port)) == 0
    assert (saved, again, stopped, free, answers) == (201, (0, True, first["pid"]), 0, (None, False), False)
    assert demo == (0, True)
    assert place.run("open", "--no-page")[0] == 0
    there = place.call("GET", "/api/v1/shortlist/abc", token=str(note(place)["token"]))
    assert there.json()["note"] == "giữ"


def test_a_second_start_opens_the_page_of_the_first(place: Server) -> None:
    """Exit status 0, on whatever port the second was wanted."""
    place.start()
    try:
        status, said, _ = place.run("serve", "--port", "1", "--lang", "vi")
        assert (status, f":{place.port}/" in said, "Soi đang chạy" in said) == (0, True, True)
        assert "#code=" in opened(place)
        status, said, _ = place.run("serve", "--no-open")
        assert (status, "#code" in said, (place.home.parent / "opened").exists()) == (0, False, False)
    finally:
        place.stop()


def test_stop_where_nothing_runs_says_so_and_is_no_failure(place: Server) -> None:
    """Also with the note that a crash has left behind, whose process number is somebody else's by now."""
    place.home.mkdir()
    (place.home / "running.json").write_text(
        json.dumps({"pid": os.getpid(), "port": place.port, "token": "x"})
    )
    assert place.run("stop", "--lang", "en")[:2] == (0, "Soi was not running on this data folder.\n")


def test_a_start_that_fails_says_why(place: Server) -> None:
    """The sentence of the process in the background, not that it did not answer."""
    with closing(socket.create_server(("127.0.0.1", place.port))):
        status, _, said = place.run("open", "--lang", "en")
    assert (status, f"Another program uses port {place.port}" in said, "Traceback" in said) == (
        1,
        True,
        False,
    )


def test_only_the_command_line_stops_it(
    start_server: Callable[..., Server],
) -> None:
    """A paired browser, a script and a stranger may not."""
    server = start_server()
    tokens = [server.pair()["token"], server.token, None]
    assert [server.call("POST", "/api/v1/stop", token=token).status for token in tokens] == [401, 401, 401]
    assert server.call("GET", "/api/v1/hello", token=None).status == 200


def test_autostart_writes_a_line_that_starts_this_very_soi(place: Server) -> None:
    """On, shown, off; the data folder goes along."""
    file = place.home.parent / "config" / "autostart" / "soi.desktop"
    shown = [place.run("autostart", "--lang", "en")[1], place.run("autostart", "on")[0]]
    text = file.read_text("utf-8")
    shown += [str(file) in place.run("autostart")[1], place.run("autostart", "off")[0], file.exists()]
    assert ["Soi does not start by itself. Turn it on with: soi autostart on\n", 0, True, 0, False] == shown
    assert (f'"SOI_HOME={place.home}"' in text, '"server.cli" "serve" "--no-open"' in text) == (True, True)
