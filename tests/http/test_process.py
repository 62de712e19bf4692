"""The process: start, second start, taken port, signals, files, idle connections, the command line beside it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import stat
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from server.run.command_link import leave_note, read_note
from server.run.listener import IDLE_SECONDS
from server.security.network import Ledger, is_local
from server.security.sockets import can_list, sockets_of
from server.services.checks import WAIT_SECONDS
from server.settings import Settings
from tests.http.conftest import Answer, Server

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals and file modes")


@pytest.fixture
def fresh(tmp_path: Path, start_server: Callable[..., Server]) -> Server:
    """A server of its own, for a test that stops it."""
    return start_server()


def test_one_line_says_where_and_with_which_code(server: Server) -> None:
    """The address and the pairing code, and nothing else on the line's way."""
    pattern = rf"Soi runs at http://soi-[a-z2-9]{{8}}\.localhost:{server.port}/ - pairing code [A-Z2-9]{{4}}-[A-Z2-9]{{4}} - Ctrl\+C stops it\n"
    assert re.fullmatch(pattern, server.first_line)


def test_the_terminal_is_spoken_to_in_its_language(tmp_path: Path) -> None:
    """A Vietnamese terminal gets Vietnamese words."""
    server = Server(tmp_path, environment={"LC_ALL": "vi_VN.UTF-8"})
    server.process = server.spawn()
    assert server.process.stdout is not None
    line = server.process.stdout.readline()
    server.stop()
    assert "Soi đang chạy tại" in line
    assert "Đã ghi" in server.run("backup", str(tmp_path / "b.json"))[1]


@posix
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_it_cleanly(tmp_path: Path, how: signal.Signals) -> None:
    """Exit status 0, and no note or lock holder is left behind."""
    server = Server(tmp_path).start()
    assert server.stop(how) == 0
    assert not (tmp_path / "running.json").exists()
    assert server.run("shortlist", "list")[0] == 0


def test_a_second_start_names_the_first(server: Server) -> None:
    """Its pid and port, exit status 0, and the files are as they were."""
    assert server.process is not None
    before = server.store_bytes()
    second = Server(server.home)
    status, said, _ = second.run("serve", "--no-open")
    assert status == 0
    assert str(server.process.pid) in said
    assert str(server.port) in said
    assert server.store_bytes() == before
    assert server.call("GET", "/api/v1/hello").status == 200


def test_a_taken_port_is_named_with_the_way_out(tmp_path: Path) -> None:
    """Whatever listens there, Soi does not share the port with it."""
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        status, _, errors = Server(tmp_path, port=port).run("serve", "--no-open")
    assert status == 1
    assert f"port {port}" in errors
    assert "--port" in errors
    assert "Traceback" not in errors


@posix
@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_nobody_else_can_read_the_folder(tmp_path: Path, umask: int) -> None:
    """Folder 0700, every file 0600, whatever the umask."""
    server = Server(tmp_path / "home")
    before = os.umask(umask)
    try:
        server.start()
    finally:
        os.umask(before)
    server.token = server.run("token", "create", "x")[1].strip()
    server.call("PUT", "/api/v1/shortlist/abc", {})
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [server.home, *server.home.rglob("*")]}
    server.stop()
    assert {path: mode for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)} == {}
    assert len(modes) > 4


@posix
def test_an_empty_folder_is_closed_and_a_folder_in_use_is_left(tmp_path: Path) -> None:
    """A folder that somebody else made is made private only while nothing is in it."""
    for name, content in (("empty", None), ("used", "note.txt")):
        folder = tmp_path / name
        folder.mkdir()
        folder.chmod(0o755)
        if content:
            (folder / content).write_text("mine", "utf-8")
        Server(folder).start().stop()
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("empty", "used")]
    assert modes == [0o700, 0o755]


def test_a_note_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """The command line says that it cannot reach the server."""
    leave_note(Settings(tmp_path / "nowhere"), "a-token")
    assert read_note(tmp_path / "nowhere") is None


@posix
def test_a_terminal_that_is_gone_stops_nothing(tmp_path: Path) -> None:
    """New pairing codes have nowhere to go, and the server goes on."""
    server = Server(tmp_path).start()
    assert server.process is not None
    assert server.process.stdout is not None
    server.process.stdout.close()
    server.token = server.run("token", "create", "x")[1].strip()
    code = server.first_line.split("code ")[1].split()[0]
    tried = [
        server.call("POST", "/api/v1/sessions", {"code": typed}, token=None).status for typed in (code, code)
    ]
    assert [201, 401] == tried
    server.pair()
    server.process.stdout = None
    assert server.stop() == 0


@pytest.mark.parametrize(
    "damaged", [b"\0" * 4096, b"", b'{"some": "json"}'], ids=["zeros", "empty", "foreign"]
)
def test_a_damaged_store_is_set_aside_and_said(tmp_path: Path, damaged: bytes) -> None:
    """The file stays byte for byte under another name; the terminal and the page say so until it is dismissed."""
    (tmp_path / "soi.json").write_bytes(damaged)
    server = Server(tmp_path).start()
    assert server.process is not None
    assert server.process.stdout is not None
    said, kept, fix = (server.process.stdout.readline() for _ in range(3))
    token = json.loads((tmp_path / "running.json").read_text())["token"]
    notice = server.call("GET", "/api/v1/status", token=token).json()["notice"]
    server.call("DELETE", "/api/v1/status/notice", token=token)
    later = server.call("GET", "/api/v1/status", token=token).json()["notice"]
    server.stop()
    assert (notice["code"], later) == ("db_set_aside", None)
    [name] = notice["files"]
    assert (name in said, kept.startswith("0 on the list"), "soi restore FILE" in fix) == (True, True, True)
    assert (tmp_path / name).read_bytes() == damaged


def test_an_acknowledged_write_survives_a_kill(tmp_path: Path) -> None:
    """kill -9 after the answer, start again: it is there."""
    server = Server(tmp_path).start()
    server.token = server.run("token", "create", "x")[1].strip()
    assert server.call("PUT", "/api/v1/shortlist/abc", {"note": "giữ lại"}).status == 201
    server.stop(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    again = Server(tmp_path, token=server.token).start()
    entry = again.call("GET", "/api/v1/shortlist/abc")
    again.stop()
    assert (entry.status, entry.json()["note"]) == (200, "giữ lại")


@pytest.mark.fault
def test_a_full_disk_is_told_and_survived(fresh: Server) -> None:
    """507 when no byte fits any more; what was acknowledged is read on; it goes on when there is space again."""
    resource = pytest.importorskip("resource", reason="needs Linux's prlimit")
    if not hasattr(resource, "prlimit"):
        pytest.skip("needs Linux's prlimit")
    assert fresh.process is not None
    unlimited = resource.prlimit(fresh.process.pid, resource.RLIMIT_FSIZE)
    largest = max(file.stat().st_size for file in fresh.home.glob("soi.json*"))
    resource.prlimit(fresh.process.pid, resource.RLIMIT_FSIZE, (largest, unlimited[1]))
    saved: set[str] = set()
    answer = fresh.call("PUT", "/api/v1/shortlist/n0.vidu", {"note": "x" * 9_000})
    while answer.status == 201 and len(saved) < 1_000:
        saved.add(answer.json()["username"])
        answer = fresh.call("PUT", f"/api/v1/shortlist/n{len(saved)}.vidu", {"note": "x" * 9_000})
    assert (answer.status, answer.error_code) == (507, "disk_full")
    names = {entry["username"] for entry in fresh.call("GET", "/api/v1/shortlist").json()["entries"]}
    assert names == saved
    assert "disk" in answer.json()["error"]["message"]
    resource.prlimit(fresh.process.pid, resource.RLIMIT_FSIZE, unlimited)
    assert fresh.call("PUT", "/api/v1/shortlist/sau.vidu", {}).status == 201


def test_no_update_is_lost_between_clients(server: Server) -> None:
    """Eight clients add to one note with If-Match, and repeat after a conflict: every addition is there."""
    path = "/api/v1/shortlist/chung.vidu"
    server.call("PUT", path, {"note": "."})

    def add(mark: str) -> None:
        for number in range(5):
            while True:
                present = server.call("GET", path)
                note = f"{present.json()['note']} {mark}{number}"
                changed = server.call("PATCH", path, {"note": note}, {"If-Match": present.headers["etag"]})
                if changed.status != 412:
                    assert changed.status == 200
                    break

    threads = [threading.Thread(target=add, args=(mark,)) for mark in "abcdefgh"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    words = server.call("GET", path).json()["note"].split()
    assert sorted(words[1:]) == sorted(f"{mark}{number}" for mark in "abcdefgh" for number in range(5))


def test_200_idle_connections_keep_nobody_waiting(server: Server) -> None:
    """Open connections that say nothing take no thread."""
    with ExitStack() as stack:
        for _ in range(200):
            stack.enter_context(closing(socket.create_connection(("127.0.0.1", server.port))))
        assert server.call("GET", "/api/v1/shortlist", timeout=IDLE_SECONDS / 4).status == 200


def test_hello_is_answered_while_hostile_pages_are_read(server: Server) -> None:
    """Checks wait for each other, never hello for them; each check gets an answer."""
    pages = ["<div>" * 50_000, "<!--" * 50_000, '<a b="' * 60_000, "<b>" * 3_000 + "<p>x" * 200] * 10
    statuses: list[int] = []

    def check(page: str) -> None:
        statuses.append(server.call("POST", "/api/v1/checks", {"html": page}, timeout=60).status)

    threads = [threading.Thread(target=check, args=(page,)) for page in pages]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert server.call("GET", "/api/v1/hello", token=None, timeout=WAIT_SECONDS).status == 200
        time.sleep(0.05)
    assert set(statuses) <= {422, 503}
    assert statuses.count(422) >= 30


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux's /proc")
def test_large_bodies_leave_no_memory_behind(server: Server) -> None:
    """What a body needed is given back, whichever thread had it."""
    before = server.resident_bytes()
    for number in range(10):
        server.call("POST", "/api/v1/checks", {"html": "<a>" * (2_600_000 + number)}, timeout=60)
    assert server.resident_bytes() - before < 50 * 2**20


def test_the_log_holds_no_name_token_or_address(server: Server) -> None:
    """Lines are JSON; routes are patterns."""
    server.call("PUT", "/api/v1/shortlist/rieng.tu", {"note": "rất riêng tư"})
    server.call("GET", f"/api/v1/shortlist?token={server.token}")
    server.call("GET", "/somewhere/private?q=secret")
    lines = [json.loads(line) for line in server.log().splitlines()]
    assert "/api/v1/shortlist/<creator:username>" in {line.get("route") for line in lines}
    words = ("rieng.tu", "riêng tư", server.token, "somewhere", "secret", "127.0.0.1")
    assert [word for word in words if word in server.log()] == []


def test_a_tokens_life(server: Server) -> None:
    """Created and shown once, listed without itself, refused after it is revoked."""
    token = server.run("token", "create", "báo cáo")[1].strip()
    assert server.call("GET", "/api/v1/shortlist", token=token).status == 200
    assert server.run("token", "create", "báo cáo")[0] == 1
    listing = server.run("token", "list")[1]
    assert "báo cáo" in listing
    assert token not in listing
    assert server.run("token", "revoke", "báo cáo")[0] == 0
    assert server.call("GET", "/api/v1/shortlist", token=token).status == 401
    assert server.run("token", "revoke", "báo cáo")[0] == 1


@pytest.mark.parametrize("running", [True, False])
def test_the_list_from_the_command_line(tmp_path: Path, fresh: Server, running: bool) -> None:
    """Import, list, export, backup, erase, restore: the same with the server running or not."""
    if not running:
        fresh.stop()
    table = tmp_path / "in.csv"
    table.write_text("username,note\nlan.vidu,xin chào\nsai tên,x\n", "utf-8")
    status, output, _ = fresh.run("shortlist", "import", str(table))
    assert (status, "row 3" in output) == (3, True)  # a row was left out
    assert json.loads(fresh.run("shortlist", "list", "--json")[1])["note"] == "xin chào"
    assert fresh.run("shortlist", "export", str(tmp_path / "out.csv"))[0] == 0
    assert "xin chào" in (tmp_path / "out.csv").read_text("utf-8-sig")
    assert fresh.run("shortlist", "export", str(tmp_path / "out.csv"))[0] == 1
    assert fresh.run("backup", str(tmp_path / "b.json"))[0] == 0
    assert fresh.run("shortlist", "erase", "--yes", "lan.vidu")[0] == 0
    assert fresh.run("shortlist", "list", "--json")[1] == ""
    assert fresh.run("restore", str(tmp_path / "b.json"))[0] == 0
    assert "lan.vidu" in fresh.run("shortlist", "list", "--json")[1]
    assert fresh.run("erase", "everything")[0] == 2
    assert "lan.vidu" in fresh.run("shortlist", "list", "--json")[1]
    assert "1 on the list" in fresh.run("erase", "everything", "--yes")[1]
    assert fresh.run("shortlist", "list", "--json")[1] == ""
    held = [
        file.name for file in fresh.home.rglob("*") if file.is_file() and b"lan.vidu" in file.read_bytes()
    ]
    assert held == []


def test_the_command_says_what_it_found(fresh: Server) -> None:
    """Nobody of that name: exit 3 with near names. Somebody, no terminal and no --yes: exit 2, nobody removed."""
    fresh.call("PUT", "/api/v1/shortlist/minh.an", {})
    status, output, said = fresh.run("shortlist", "erase", "--yes", "minh_an", "--lang", "en")
    assert (status, "removed" in output, "minh.an" in said) == (3, False, True)
    status, _, said = fresh.run("shortlist", "erase", "minh_an", "--lang", "vi")
    assert (status, "Có phải ý bạn là: minh.an?" in said) == (3, True)
    status, _, said = fresh.run("shortlist", "erase", "minh.an", "--lang", "en")
    assert (status, "--yes" in said) == (2, True)
    listed = json.loads(fresh.call("GET", "/api/v1/shortlist").body)["entries"]
    assert [entry["username"] for entry in listed] == ["minh.an"]
    assert fresh.run("shortlist", "erase", "--yes", "minh.an")[0] == 0


def test_prices_from_the_command_line(tmp_path: Path, fresh: Server) -> None:
    """An import says which prices it keeps as words and which it doubts; the list shows what was asked."""
    table = tmp_path / "in.csv"
    table.write_text("username,giá\nmot.vidu,2tr5\nhai.vidu,barter\nba.vidu,900\n", "utf-8")
    status, said, _ = fresh.run(
        "shortlist", "import", str(table), "--yes", "--unclear", "likely", "--lang", "vi"
    )
    assert (status, "“barter”" in said, "có thể là 900.000 ₫" in said) == (0, True, True)
    entries = map(json.loads, fresh.run("shortlist", "list", "--json")[1].splitlines())
    assert {entry["username"]: entry["price_asked"]["low"] for entry in entries} == {
        "mot.vidu": 2_500_000,
        "hai.vidu": None,
        "ba.vidu": 900_000,
    }
    assert "barter" in fresh.run("shortlist", "list", "--lang", "vi")[1]


def test_doctor_looks_at_the_running_server(fresh: Server) -> None:
    """Process, port, versions, browsers, disk: all well, exit 0."""
    status, said, _ = fresh.run("doctor")
    found = {line.split(":")[0][4:].strip(): line for line in said.splitlines()}
    assert (
        status,
        f"port {fresh.port}" in found["server"],
        {"versions", "browsers", "disk"} <= found.keys(),
    ) == (
        0,
        True,
        True,
    )


# --- the ledger of connections --------------------------------------------------------------------------------


@pytest.mark.skipif(not can_list(), reason="this system does not list a process's sockets")
def test_doctor_shows_that_nothing_leaves_the_machine(server: Server) -> None:
    """The server's own sockets are listed, after a check; all end on this machine."""
    server.call("POST", "/api/v1/checks", {"html": '<meta property="og:image" content="http://evil.test/x">'})
    status, output, errors = server.run("doctor", "--network")
    assert (status, errors) == (0, ""), output
    assert f"listens on 127.0.0.1:{server.port}" in output
    assert "beyond this machine: 0" in output


@pytest.mark.skipif(not can_list(), reason="this system does not list a process's sockets")
def test_a_socket_that_leaves_is_seen() -> None:
    """The listing tells a connected socket to another machine from one that stays; UDP needs no packet for it."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as leaving:
        try:
            socket.socket.__base__.connect(leaving, ("192.0.2.1", 9))  # type: ignore[attr-defined] # past the guard of the tests
        except OSError:
            pytest.skip("this machine has no route at all")
        assert ("192.0.2.1", 9) in [found.remote for found in sockets_of(os.getpid()) if found.leaves_machine]


@pytest.mark.parametrize(
    ("address", "local"),
    [
        (("127.0.0.1", 80), True),
        (("127.8.9.1", 80), True),
        (("::1", 80, 0, 0), True),
        ("/run/some.socket", True),
        (("192.0.2.1", 80), False),
        (("169.254.1.1", 80), False),
        (("2001:db8::1", 80, 0, 0), False),
        (("example.org", 80), False),
    ],
)
def test_what_is_local(address: object, local: bool) -> None:
    """Only loopback addresses and local sockets."""
    assert is_local(address) is local


def test_an_outbound_connection_is_refused_and_counted() -> None:
    """The hook raises before the system is asked; the count shows in the status."""
    ledger = Ledger()
    with pytest.raises(PermissionError):
        ledger._on_event("socket.connect", (None, ("192.0.2.1", 443)))
    with pytest.raises(PermissionError):
        ledger._on_event("socket.getaddrinfo", ("example.org", 443, 0, 0, 0))
    ledger._on_event("socket.connect", (None, ("127.0.0.1", 443)))
    ledger._on_event("open", ("/etc/hosts", "r", 0))
    assert ledger.to_json() == {"guarded": False, "outbound_refused": 2}


def test_the_running_server_is_guarded(server: Server) -> None:
    """The status says that the hook is in place."""
    code = re.search(r"code (\S+)", server.first_line)
    assert code is not None
    session = server.call("POST", "/api/v1/sessions", {"code": code[1]}, token=None)
    status: Answer = server.call("GET", "/api/v1/status", token=session.json()["token"])
    assert status.json()["network"] == {"guarded": True, "outbound_refused": 0}
