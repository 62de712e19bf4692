"""How `soi serve` opens the browser: no other user of the machine can read the code, and nobody waits on ::1 for it."""

from __future__ import annotations

import re
import socket
import time
from contextlib import closing
from pathlib import Path

import pytest

from server.run import entrance
from tests.http.conftest import Server


def _until_there(file: Path) -> str:
    """What the stand-in for a browser was started with."""
    deadline = time.monotonic() + 20
    while not (file.exists() and file.read_text().endswith("\n")):
        assert time.monotonic() < deadline, "no browser was started"
        time.sleep(0.05)
    return file.read_text().strip()


def test_the_browser_is_started_with_a_page_that_only_its_owner_can_read(tmp_path: Path) -> None:
    """Its arguments hold no code; the page leads to the own host name with one that opens a session; it is gone after."""
    browser, arguments = tmp_path / "browser", tmp_path / "arguments"
    browser.write_text(f'#!/bin/sh\necho "$@" > {arguments}\n')
    browser.chmod(0o700)
    server = Server(tmp_path / "home", environment={"BROWSER": str(browser)})
    server.process = server.popen("serve")
    try:
        said = _until_there(arguments)
        page = Path(said.removeprefix("file://"))
        text, mode = page.read_text("utf-8"), page.stat().st_mode & 0o777
        [(host, code)] = set(re.findall(r"http://(soi-[a-z0-9]{8}\.localhost):\d+/#code=([\w-]{43})", text))
        opened = server.call("POST", "/api/v1/sessions", {"code": code}, token=None)
    finally:
        server.stop()
    assert (0o600, 201, False, False) == (mode, opened.status, code in said, page.exists())
    assert host == (tmp_path / "home" / "page-host").read_text()


def test_a_folder_that_takes_no_page_opens_the_plain_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a code: the terminal shows one."""
    started: list[str] = []
    monkeypatch.setattr(entrance, "_start", started.append)
    entrance.open_browser(tmp_path / "absent", "http://x.localhost/#code=SECRET", "http://x.localhost/")
    assert ["http://x.localhost/"] == started


@pytest.mark.parametrize(
    ("platform", "expected"),
    [("linux", "Soi/open-soi.html"), ("darwin", ".local/share/soi/open-soi.html")],
)
def test_a_browser_that_may_see_no_dotted_folder_gets_the_page_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, expected: str
) -> None:
    """Ubuntu's Firefox is a snap: it would say that there is no such file. Nothing of it is left."""
    home = tmp_path / ".local" / "share" / "soi"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", platform)
    started: list[str] = []
    monkeypatch.setattr(entrance, "_start", started.append)
    entrance.open_browser(home, "http://x.localhost/#code=SECRET", "http://x.localhost/")
    mode = (tmp_path / expected).stat().st_mode & 0o777
    entrance.close(home)
    assert (started, mode, (tmp_path / "Soi").exists()) == ([(tmp_path / expected).as_uri()], 0o600, False)


def test_nobody_can_wait_for_the_browser_on_the_other_loopback(tmp_path: Path) -> None:
    """Browsers try ::1 first for a name under .localhost: the port is held there, and refuses."""
    with closing(socket.socket(socket.AF_INET6)) as probe:
        try:
            probe.bind(("::1", 0))
        except OSError:
            pytest.skip("this machine has no ::1")
    server = Server(tmp_path / "home").start()
    try:
        with closing(socket.socket(socket.AF_INET6)) as stranger:
            reached = stranger.connect_ex(("::1", server.port))
        with closing(socket.socket(socket.AF_INET6)) as stranger:
            stranger.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with pytest.raises(OSError, match="in use"):
                stranger.bind(("::1", server.port))
    finally:
        server.stop()
    assert reached != 0


def test_a_port_that_a_stranger_has_on_the_other_loopback_is_in_use(tmp_path: Path) -> None:
    """Soi does not start beside it, and says so."""
    server = Server(tmp_path / "home")
    with closing(socket.socket(socket.AF_INET6)) as stranger:
        try:
            stranger.bind(("::1", server.port))
        except OSError:
            pytest.skip("this machine has no ::1")
        stranger.listen()
        status, _, errors = server.run("serve", "--no-open")
    assert (1, True) == (status, f"Another program uses port {server.port}" in errors)
