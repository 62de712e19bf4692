"""The real server in a process of its own, as ``soi serve`` starts it, and what its terminal says."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from tests.browser.harness.driver import until

ROOT = Path(__file__).resolve().parents[3]
_PAGE = re.compile(r"(http://soi-[a-z0-9]{8}\.localhost:\d+)/")
_CODE = re.compile(r"code ([A-Z0-9]{4}-[A-Z0-9]{4})")
Json = dict[str, Any]


class SoiServer:
    """``soi serve`` on a free port with its data in ``home``. It can be stopped and started again."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.code_at = ROOT
        """Where the program stands; another place is another version of it."""
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._said: list[str] = []
        self._process: subprocess.Popen[str] | None = None
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "server.cli", "serve", "--no-open", "--port", str(self.port)]
        self._said.clear()
        self._process = subprocess.Popen(
            command,
            cwd=self.code_at,
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        Thread(target=self._listen, args=(self._process,), name="soi-output", daemon=True).start()
        until(self._answers, "soi serve", 30)

    def stop(self) -> None:
        """As Ctrl+C does."""
        if self._process is None:
            return
        self._process.terminate()
        self._process.wait(20)
        self._process = None

    @property
    def output(self) -> str:
        """What the terminal shows."""
        return "".join(self._said)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """The process stands still: requests arrive and are not answered."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def restart(self) -> None:
        """A new start prints a new code; pairings stay."""
        self.stop()
        self.start()

    def start_if_stopped(self) -> None:
        if self._process is None:
            self.start()

    def code(self) -> str:
        """The newest code that the terminal shows."""
        return str(until(lambda: _CODE.findall(self.output), "a code in the terminal")[-1])

    @property
    def page_url(self) -> str:
        """The address of the pages, as the terminal shows it."""
        return str(until(lambda: _PAGE.findall(self.output), "an address in the terminal")[-1])

    def entrance(self) -> str:
        """The address that opens the Soi tab signed in."""
        return f"{self.page_url}/#code={self.code()}"

    def shortlist(self) -> dict[str, str]:
        """Status by handle, as the server has them."""
        return {entry["username"]: entry["status"] for entry in self._call("GET", "/shortlist")["entries"]}

    def entry(self, username: str) -> Json:
        return self._call("GET", f"/shortlist/{username}")

    def creator(self, username: str) -> Json:
        """Visits, history and rulings."""
        return self._call("GET", f"/creators/{username}")

    def analysis(self, username: str) -> Json:
        """The last check, judged under the present rulings."""
        found: Json = self._call("GET", f"/creators/{username}/analysis")["analysis"]
        return found

    def audit(self, audit_id: str) -> Json:
        return self._call("GET", f"/audits/{audit_id}")

    def invite(self, name: str, role: str) -> tuple[str, str]:
        """The id of a new member, and the link that opens the Soi tab for them."""
        invited = self._call("POST", "/members", {"name": name, "role": role})
        return invited["member"]["id"], invited["url"]

    def become(self, member: str, role: str) -> None:
        """Give a member another role."""
        self._call("PATCH", f"/members/{member}", {"role": role})

    def clear_shortlist(self) -> None:
        for username in self.shortlist():
            self._call("DELETE", f"/creators/{username}")

    def clear_creator(self, username: str) -> None:
        """Erase one creator everywhere; somebody unknown is gone already."""
        try:
            self._call("DELETE", f"/creators/{username}")
        except urllib.error.HTTPError as error:
            if error.code != 404:
                raise

    def files(self) -> list[Path]:
        """Everything that the server has written."""
        return [path for path in self.home.rglob("*") if path.is_file()]

    def _call(self, method: str, path: str, sent: Json | None = None, version: int | None = None) -> Json:
        """The API, as this machine's command line asks it; ``version``: the one that was seen, for a change of it."""
        headers = {"Authorization": f"Bearer {self._token()}", "Content-Type": "application/json"}
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        data = None if sent is None else json.dumps(sent).encode()
        asked = urllib.request.Request(f"{self.url}/api/v1{path}", data, method=method, headers=headers)  # noqa: S310  (as above)
        with urllib.request.urlopen(asked, timeout=10) as answer:  # noqa: S310  (our own server)
            body = answer.read()
        return json.loads(body) if body else {}

    def _token(self) -> str:
        """The one of this start, from the data folder."""
        return str(json.loads((self.home / "running.json").read_text("utf-8"))["token"])

    def _environment(self) -> dict[str, str]:
        own = {
            "SOI_HOME": str(self.home),
            "SOI_PORT": str(self.port),
            "PYTHONUNBUFFERED": "1",
            "COLUMNS": "200",
        }
        return os.environ | own

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                self._said.append(line)

    def _answers(self) -> bool:
        assert self._process is not None
        if self._process.poll() is not None:
            raise AssertionError(f"soi serve ended:\n{self.output}")
        try:
            with urllib.request.urlopen(f"{self.url}/api/v1/hello", timeout=2) as answer:  # noqa: S310  (our own server)
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
