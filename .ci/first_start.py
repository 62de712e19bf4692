"""The first start as a newcomer has it: clone, one command, an answer, a clean stop.

    python3 .ci/first_start.py [PYTHON]

PYTHON starts the clone's dev.py; without it the Python that runs this does.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 180.0
"""For the packages to come and the server to answer."""
ON_WINDOWS = os.name == "nt"


def hello(port: int) -> dict[str, object] | None:
    """The server's answer, or None while nobody listens yet."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/hello", timeout=5) as answer:
            body: dict[str, object] = json.load(answer)
            return body
    except ConnectionError:
        return None
    except urllib.error.URLError as error:
        if isinstance(error.reason, ConnectionError):
            return None
        raise


def answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Whether Soi, and nobody else, answers in time."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        if body := hello(port):
            print("hello:", body)
            return body.get("app") == "soi" and body.get("api") == 1
        time.sleep(0.2)
    print(f"no answer within {SECONDS:.0f} s, or ended before")
    return False


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def stop(server: subprocess.Popen[bytes]) -> bool:
    """Ask it to end as a terminal does; whether it ended well."""
    server.send_signal(getattr(signal, "CTRL_BREAK_EVENT", signal.SIGTERM))
    code = server.wait(timeout=30)
    print("ended with", code)
    return code == 0 or ON_WINDOWS  # there a break has an exit code of its own


def main(python: str = sys.executable) -> int:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        clone, home, port = Path(folder, "soi"), str(Path(folder, "home")), free_port()
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        server = subprocess.Popen(
            [python, "scripts/dev.py", "run", "--no-open", "--port", str(port)],
            cwd=clone,
            env={**os.environ, "SOI_HOME": home},
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        try:
            answered = answers(server, port)
            return 0 if stop(server) and answered else 1
        finally:
            server.kill()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
