"""Stands in for Firefox's command when playwright starts it, and answers what this Firefox does not know.

Playwright asks every Firefox at its start to override media features; Debian's does not have that command, and says so,
whereupon playwright gives up. No test here overrides a media feature. The relay starts the real Firefox, passes every
message on as it is, and answers that one command itself.
"""

from __future__ import annotations

import asyncio
import json
import shlex
import sys
from pathlib import Path

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve

from tests.browser.harness.firefox_process import EXECUTABLE

UNKNOWN = "emulation.setMediaFeaturesOverride"
_SAID = "WebDriver BiDi listening on "


def command(folder: Path) -> Path:
    """An executable file that starts the relay with whatever arguments it gets."""
    root = Path(__file__).resolve().parents[3]
    script = folder / "firefox"
    lines = ["#!/bin/sh", f"cd {shlex.quote(str(root))}", f'exec {sys.executable} -m {__name__} "$@"', ""]
    script.write_text("\n".join(lines), "utf-8")
    script.chmod(0o755)
    return script


async def main(arguments: list[str]) -> None:
    """Run Firefox until it ends."""
    firefox = await asyncio.create_subprocess_exec(
        str(EXECUTABLE), *arguments, stderr=asyncio.subprocess.PIPE
    )
    assert firefox.stderr is not None
    async for line in firefox.stderr:
        text = line.decode(errors="replace").strip()
        if text.startswith(_SAID):
            break
    else:
        return

    async def relay(client: ServerConnection) -> None:
        path = client.request.path if client.request else "/session"
        async with connect(text.removeprefix(_SAID) + path, max_size=None, ping_interval=None) as browser:
            done = [asyncio.create_task(_ask(client, browser)), asyncio.create_task(_answer(browser, client))]
            await asyncio.wait(done, return_when=asyncio.FIRST_COMPLETED)

    async with serve(relay, "127.0.0.1", 0, max_size=None, ping_interval=None) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        sys.stderr.write(f"{_SAID}ws://127.0.0.1:{port}\n")
        sys.stderr.flush()
        async for _line in firefox.stderr:
            pass  # a full pipe would stop the browser
        await firefox.wait()


async def _ask(client: ServerConnection, browser: ClientConnection) -> None:
    async for message in client:
        asked = json.loads(message)
        if asked.get("method") == UNKNOWN:
            await client.send(json.dumps({"type": "success", "id": asked["id"], "result": {}}))
        else:
            await browser.send(message)


async def _answer(browser: ClientConnection, client: ServerConnection) -> None:
    async for message in browser:
        await client.send(message)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
