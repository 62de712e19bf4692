"""Wait until a first start answers: python3 .ci/ask_hello.py PORT SECONDS."""

from __future__ import annotations

import json
import sys
import time
import urllib.error
import urllib.request


def hello(port: str) -> dict[str, object] | None:
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


def main(port: str, seconds: str) -> int:
    deadline = time.monotonic() + float(seconds)
    while time.monotonic() < deadline:
        if body := hello(port):
            print("hello:", body)
            return 0 if body.get("app") == "soi" and body.get("api") == 1 else 1
        time.sleep(0.2)
    print(f"no answer within {seconds} s")
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
