"""Play a developer with a bare Debian: ``sudo python3 scripts/play_debian.py bookworm trixie [--test]``.

For each release it makes a root with nothing but Debian's minimum and its Python, gives this commit's files to
a user without rights, and types what README says: `dev.py run`, which has to answer and to stop, and with ``--test`` also
`dev.py test`. Needs root, debootstrap and a network; the roots are deleted again. Standard library only. Exit status 1 at
the first thing that is not as promised.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = "python3"
PERSON, PLACE = "an", "/srv/soi"
SECONDS = 300.0
"""For the packages to come and the server to answer."""
PASSED_ON = ("PIP_CERT", "PIP_INDEX_URL", "SSL_CERT_FILE", "http_proxy", "https_proxy")
"""How this machine reaches the packages; files that are named so are copied."""
ENTER = 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$0" su - an -c "$1"'


class Broken(Exception):
    """Something is not as it was promised."""


def make_root(suite: str, folder: Path) -> None:
    """Debian's minimum, Python, a person, and this commit in a folder of theirs."""
    _call("debootstrap", "--variant=minbase", f"--include={PACKAGES}", suite, str(folder))
    for name in ("etc/resolv.conf", "etc/hosts"):
        shutil.copyfile(f"/{name}", folder / name)
    for name in {os.environ[name] for name in PASSED_ON if Path(os.environ.get(name, "")).is_file()}:
        (folder / name.lstrip("/")).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(name, folder / name.lstrip("/"))
    _call("chroot", str(folder), "useradd", "--create-home", "--shell", "/bin/sh", PERSON)
    (folder / PLACE[1:]).mkdir()
    files = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", str(folder / PLACE[1:])], input=files, check=True)
    _call("chroot", str(folder), "chown", "-R", f"{PERSON}:", PLACE)


def typed(folder: Path, line: str) -> subprocess.Popen[bytes]:
    """The person types a line in the checkout; what it started ends with it."""
    given = " ".join(f"{name}='{os.environ[name]}'" for name in PASSED_ON if name in os.environ)
    enter = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", ENTER]
    return subprocess.Popen([*enter, str(folder), f"cd {PLACE} && {given} {line}"])


def play(folder: Path, with_tests: bool) -> None:
    """README's two commands. Raises Broken."""
    port = _free_port()
    began = time.monotonic()
    server = typed(folder, f"python3 scripts/dev.py run --no-open --port {port}")
    try:
        expect(f"an answer after {_wait_for_answer(server, port) - began:.0f} s", True)
        expect("a stop by its own command", typed(folder, ".venv/bin/soi stop").wait() == 0)
        expect("the server ended well", server.wait(timeout=30) == 0)
    finally:
        server.kill()
    if with_tests:
        expect("dev.py test is green", typed(folder, "python3 scripts/dev.py test").wait() == 0)


def _wait_for_answer(server: subprocess.Popen[bytes], port: int) -> float:
    """When Soi, and nobody else, answered."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
            try:
                connection.request("GET", "/api/v1/hello")
                expect("it is Soi", json.loads(connection.getresponse().read())["app"] == "soi")
                return time.monotonic()
            except OSError:
                time.sleep(0.2)
    raise Broken("it did not answer")


def expect(what: str, holds: bool) -> None:
    print(f"{'ok    ' if holds else 'BROKEN'} {what}", flush=True)
    if not holds:
        raise Broken(what)


@contextmanager
def root_of(suite: str) -> Iterator[Path]:
    with TemporaryDirectory(prefix=f"soi-{suite}-") as name:
        folder = Path(name) / "root"
        make_root(suite, folder)
        yield folder


def _call(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Broken(f"{' '.join(command)}: {done.returncode}\n{done.stdout[-500:]}{done.stderr[-500:]}")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("suites", nargs="+", help="names of Debian's releases")
    parser.add_argument("--test", action="store_true", help="also run the tests there (minutes)")
    arguments = parser.parse_args()
    try:
        for suite in arguments.suites:
            print(f"== {suite}", flush=True)
            with root_of(suite) as folder:
                play(folder, arguments.test)
    except Broken as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
