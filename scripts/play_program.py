"""Play the person without Python with the built program: ``python scripts/play_program.py FOLDER [--against PYTHON]``.

It copies the program to a folder with Vietnamese letters and spaces, starts it as the desktop does, tries the demo, saves,
stops, starts again and looks; switches the autostart on and off; deletes the program, and looks what is left. Standard
library only; Linux. Exit status 1 at the first thing that is not as promised.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote

NAME = "linhdan.vidu"
PAGE = f'<html lang="vi"><body><main><header><h2>{NAME}</h2><a href="/{NAME}/followers/">12,3&nbsp;N người theo dõi</a></header></main></body></html>'
CAPTURE = {
    "schema": 1,
    "url": f"https://www.instagram.com/{NAME}/",
    "navigation": "spa",
    "html": PAGE,
}
STARTS = 5


class Broken(Exception):
    """Something is not as it was promised."""


@dataclass
class Person:
    """Somebody with a home folder, a browser, and the program somewhere in it."""

    home: Path
    program: Path
    port: int

    @property
    def environment(self) -> dict[str, str]:
        opened, script = self.home / "opened", self.home / "browser"
        page = shlex.quote(str(opened))
        script.write_text(f'#!/bin/sh\nprintf %s "$LD_LIBRARY_PATH$1" > {page}\n', "utf-8")
        script.chmod(0o700)
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        return kept | {"HOME": str(self.home), "BROWSER": str(script), "SOI_PORT": str(self.port)}

    def soi(self, *arguments: str) -> str:
        """What a command says. Raises Broken where it fails."""
        return self._run([str(self.program / "soi"), *arguments])

    def double_click(self) -> str:
        """Start by the desktop file; the address that the browser is sent to."""
        desktop = self.program / "soi.desktop"
        line = re.search(r"^Exec=(.*)$", desktop.read_text("utf-8"), re.MULTILINE)
        expect("a line that starts the program", bool(line))
        words = shlex.split(line[1]) if line else []
        self._run([str(desktop) if word == "%k" else word for word in words])
        told = (self.home / "opened").read_text("utf-8")
        expect("a browser with the system's own libraries", told.startswith("file://"))
        page = Path(unquote(told).removeprefix("file://"))
        found = re.search(r"url=([^\"]+)", page.read_text("utf-8"))
        expect("a browser on Soi's page", bool(found))
        return found[1] if found else ""

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(
            command, env=self.environment, cwd=self.home, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode:
            raise Broken(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def ask(self, method: str, path: str, body: Any = None, token: str = "") -> tuple[int, Any]:
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, None if body is None else json.dumps(body).encode(), headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        kind = answer.headers.get_content_type()
        return answer.status, json.loads(content) if kind == "application/json" and content else content

    def sign_in(self, address: str) -> str:
        code = address.partition("#code=")[2]
        status, session = self.ask("POST", "/api/v1/sessions", {"code": code})
        expect("a session for the code in the address", status == 201)
        return str(session["token"])


def expect(what: str, holds: bool) -> None:
    print(f"{'ok    ' if holds else 'BROKEN'} {what}", flush=True)
    if not holds:
        raise Broken(what)


def play(given: Path, home: Path) -> None:
    """From unpacking to removing. Raises Broken."""
    person = Person(home, home / "Chương trình của Đan" / "soi", _free_port())
    shutil.copytree(given, person.program, symlinks=True)
    try:
        _first_day(person)
        _next_day(person)
    finally:
        subprocess.run([str(person.program / "soi"), "stop"], env=person.environment, check=False)
    shutil.rmtree(person.program.parent)
    own = {home / "browser", home / "opened"}
    left = {path for path in home.rglob("*") if path.is_file()} - own
    data = home / ".local" / "share" / "soi"
    expect("nothing left but the data", all(path.is_relative_to(data) for path in left) and bool(left))


def _first_day(person: Person) -> None:
    token = person.sign_in(person.double_click())
    pages = ("/", "/demo", "/static/demo/main.js", "/extension/content.js")
    expect("page, demo and badge are served", all(person.ask("GET", path)[0] == 200 for path in pages))
    status, analysis = person.ask("POST", "/api/v1/demo/checks", CAPTURE)
    expect("the demo is judged", status == 200 and analysis["facts"]["username"] == NAME)
    expect("a look is judged", person.ask("POST", "/api/v1/checks", CAPTURE, token)[0] == 200)
    expect("saved", person.ask("PUT", f"/api/v1/shortlist/{NAME}", {"note": "giữ"}, token)[0] == 201)
    person.soi("stop")


def _next_day(person: Person) -> None:
    token = person.sign_in(person.double_click())
    status, entry = person.ask("GET", f"/api/v1/shortlist/{NAME}", token=token)
    expect("the creator is there the next day", status == 200 and entry["note"] == "giữ")
    page, sheet = person.home / "trang đã lưu.html", person.home / "danh sách.xlsx"
    page.write_text(PAGE, "utf-8")
    expect("a saved page is checked", f'"username":"{NAME}"' in person.soi("check", "--json", str(page)))
    person.soi("shortlist", "export", str(sheet))
    taken = json.loads(person.soi("shortlist", "import", str(sheet), "--yes", "--json"))
    expect("a sheet goes out and comes back", taken["left_out"] == [])
    _removed((page, sheet))
    entry_file = person.home / ".config" / "autostart" / "soi.desktop"
    person.soi("autostart", "on")
    expect("it starts at login", str(person.program / "soi") in entry_file.read_text("utf-8"))
    person.soi("autostart", "off")
    expect("and no longer", not entry_file.exists())
    said = subprocess.run(
        [str(person.program / "soi"), "doctor", "--lang", "en"],
        env=person.environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    ).stdout
    expect("doctor knows the program", f"installation: {person.program}" in said)


def _removed(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink()


def start_seconds(command: list[str], home: Path) -> float:
    """The quickest of some starts, from the command to the line that says that it runs."""
    return min(_start_once(command, home) for _ in range(STARTS))


def _start_once(command: list[str], home: Path) -> float:
    own = {"SOI_HOME": str(home), "SOI_PORT": str(_free_port())}
    began = time.perf_counter()
    process = subprocess.Popen(
        [*command, "serve", "--no-open"], env=os.environ | own, stdout=subprocess.PIPE, text=True
    )
    line = process.stdout.readline() if process.stdout else ""
    took = time.perf_counter() - began
    process.terminate()
    process.communicate()
    expect(f"a start in {took:.2f} s", "soi-" in line)
    return took


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the program's folder, as build_program.py makes it")
    parser.add_argument(
        "--against", type=Path, metavar="PYTHON", help="also compare the start with this Python's"
    )
    arguments = parser.parse_args()
    try:
        with TemporaryDirectory(prefix="soi-person-") as folder:
            play(arguments.folder.absolute(), Path(folder).resolve())
        if arguments.against:
            with TemporaryDirectory(prefix="soi-start-") as folder:
                ours = start_seconds([str(arguments.folder.absolute() / "soi")], Path(folder))
                theirs = start_seconds([str(arguments.against), "-m", "server.cli"], Path(folder))
            print(f"start: {ours:.2f} s, {ours / theirs:.2f} times that of {arguments.against}")
            expect("a start at most 1.2 times as long", ours <= 1.2 * theirs)
    except Broken as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
