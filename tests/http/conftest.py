"""A real server process for tests of the wire, and the same application in this process for tests of the rules."""

from __future__ import annotations

import base64
import hashlib
import http.client
import itertools
import json
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.api.context import EXTENSION_KEY, Services
from server.app import create_app
from server.settings import Settings
from server.store import open_store
from tests.http.held import hold

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "tests" / "fixtures" / "pages"
EXTENSION = "chrome-extension://" + "abcdefghijklmnop" * 2
START_SECONDS = 20


@dataclass(frozen=True)
class Answer:
    """An HTTP answer as it came over the wire."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error_code(self) -> str | None:
        """The code of an error's answer; None where the body is no JSON object with an error."""
        try:
            error = self.json().get("error")
        except (ValueError, AttributeError):
            return None
        return error["code"] if error else None


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A process of ``soi serve`` on a folder and port of its own."""

    home: Path
    port: int = field(default_factory=free_port)
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[str] | None = None
    first_line: str = ""
    token: str = ""

    def start(self) -> Server:
        self.process = self.spawn()
        assert self.process.stdout is not None
        self.first_line = self.process.stdout.readline()
        assert "Soi runs at" in self.first_line, self.first_line + self.process.communicate()[1]
        return self

    def spawn(self) -> subprocess.Popen[str]:
        return self.popen("serve", "--no-open")

    def popen(self, *arguments: str) -> subprocess.Popen[str]:
        own = {"SOI_HOME": str(self.home), "SOI_PORT": str(self.port), "LC_ALL": "C.UTF-8"}
        environment = os.environ | own | self.environment
        command = [sys.executable, "-m", "server.cli", *arguments]
        pipes: dict[str, Any] = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
        }
        return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, encoding="utf-8", **pipes)

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """Another command of the command line; exit status, output, errors."""
        process = self.popen(*arguments)
        output, errors = process.communicate(timeout=60)
        return process.returncode, output, errors

    def stop(self, how: int = signal.SIGTERM) -> int:
        assert self.process is not None
        self.process.send_signal(how)
        self.process.communicate(timeout=20)
        return self.process.returncode

    def pair(self, origin: str | None = EXTENSION) -> dict[str, str]:
        """Pair like an extension and allow it like a person at the command line."""
        verifier = secrets.token_urlsafe(48)
        hashed = hashlib.sha256(verifier.encode()).digest()
        challenge = base64.urlsafe_b64encode(hashed).rstrip(b"=").decode()
        headers = {"Origin": origin} if origin else {}
        body = {"name": "test", "challenge": challenge, "challenge_method": "S256"}
        pairing = self.call("POST", "/api/v1/pairings", body, headers, token=None).json()
        note = json.loads((self.home / "running.json").read_text())
        decision = f"/api/v1/pairings/{pairing['id']}/decision"
        assert self.call("POST", decision, {"allow": True}, token=note["token"]).status == 200
        claim = f"/api/v1/pairings/{pairing['id']}/claim"
        claimed: dict[str, str] = self.call("POST", claim, {"verifier": verifier}, headers, token=None).json()
        return claimed

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        headers: dict[str, str] | None = None,
        *,
        token: str | None = "",
        timeout: float = 30,
    ) -> Answer:
        """One request on one connection; ``body`` is JSON unless it is bytes."""
        sent = {"Host": f"127.0.0.1:{self.port}"}
        if token is not None:
            sent["Authorization"] = f"Bearer {token or self.token}"
        payload = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        if payload is not None:
            sent["Content-Type"] = "application/json"
        sent |= headers or {}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)) as connection:
            connection.request(method, path, payload, {k: v for k, v in sent.items() if v is not None})
            response = connection.getresponse()
            headers = {k.lower(): v for k, v in response.getheaders()}
            answer = Answer(response.status, headers, response.read())
        hold(method, path, answer.status, answer.body)
        return answer

    def raw(self, data: bytes, timeout: float = 30) -> Answer | None:
        """Send bytes as they are; None when the connection is closed without an answer."""
        with closing(socket.create_connection(("127.0.0.1", self.port), timeout=timeout)) as connection:
            connection.sendall(data)
            return read_answer(connection)

    def log(self) -> str:
        return "".join(file.read_text("utf-8") for file in sorted((self.home / "logs").glob("*")))

    def store_bytes(self) -> dict[str, str]:
        files = [file for file in self.home.glob("soi.json*") if file.suffix not in (".lock", ".owner")]
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}

    def resident_bytes(self) -> int:
        assert self.process is not None
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) * 1024


def processor_seconds(server: Server) -> float:
    """Of the server so far: what a slow machine that others use too does not change."""
    assert server.process is not None
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def read_answer(connection: socket.socket) -> Answer | None:
    response = http.client.HTTPResponse(connection)
    try:
        response.begin()
        body = response.read()
    except (http.client.BadStatusLine, ConnectionError):
        return None
    return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, body)


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Start servers; all are stopped at the end, whatever happened."""
    started: list[Server] = []

    def start(**environment: str) -> Server:
        server = Server(tmp_path_factory.mktemp("home"), environment=environment).start()
        started.append(server)
        server.token = server.run("token", "create", "test")[1].strip()
        return server

    yield start
    for server in started:
        assert server.process is not None
        if server.process.poll() is None:
            server.stop()


@pytest.fixture(scope="session")
def server(start_server: Callable[..., Server]) -> Server:
    """One running server with a paired extension, shared by the tests that leave it usable."""
    running = start_server()
    running.token = running.pair()["token"]
    wait_until_warm(running)
    return running


def wait_until_warm(server: Server) -> None:
    """The first check waits for numpy and bs4; later ones are what is tested."""
    begun = time.monotonic()
    server.call("POST", "/api/v1/checks", {"html": ""})
    assert time.monotonic() - begun < START_SECONDS


def profile_page(name: str = "profile_en_div.html") -> str:
    """An invented profile, saved like a browser saves one."""
    return (PAGES / name).read_text("utf-8")


# --- in this process ------------------------------------------------------------------------------------------

COMMAND_TOKEN = "a-command-token-for-tests"


class Client:
    """The application without a socket, with the headers that every request of a client has."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.services: Services = app.extensions[EXTENSION_KEY]
        self.flask: FlaskClient = app.test_client(use_cookies=False)
        self.token = COMMAND_TOKEN

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """The answer of one request. A header's name is written with underscores."""
        sent = {"Authorization": f"Bearer {self.token}"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        if data is not None and "Content-Type" not in sent:
            sent["Content-Type"] = "application/json"
        url = f"http://127.0.0.1:{self.services.settings.port}"
        answer = self.flask.open(path, method=method, data=data, headers=sent, base_url=url)
        hold(method, path, answer.status_code, answer.data)
        return answer


class NumberedSecrets:
    """In place of ``secrets`` for sketches: another key each time, the same ones in each run. Luck is not under test."""

    def __init__(self) -> None:
        self._numbers = itertools.count()

    def token_bytes(self, n: int) -> bytes:
        return hashlib.sha256(str(next(self._numbers)).encode()).digest()[:n]

    def token_hex(self, n: int) -> str:
        return self.token_bytes(n).hex()


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """A fresh application on a fresh store; its token is the command line's, which may do everything."""
    monkeypatch.setattr("server.services.sketch_key.secrets", NumberedSecrets())
    settings = Settings(home=tmp_path)
    store = open_store(settings.database_url)
    yield Client(create_app(settings, store, command_token=COMMAND_TOKEN))
    store.close()
