"""Stands in for Firefox's command when playwright starts it, and answers what this Firefox does not know.

Playwright asks every Firefox at its start to override media features; Debian's does not have that command, and says so,
whereupon playwright gives up. No test here overrides a media feature. The relay starts the real Firefox, passes every
message on as it is, and answers that one command itself.

It also asks, in place of playwright, for what a test needs of the network: playwright lets the browser report every
request of every page, with its headers, times and body, and a page of a hundred modules spent a third of its processor
time on reports that nobody read. Here a page whose requests a test holds up (``page.route``) is reported, others are not.
"""

from __future__ import annotations

import asyncio
import json
import shlex
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve

from tests.browser.harness.firefox_process import EXECUTABLE

UNKNOWN = "emulation.setMediaFeaturesOverride"
_SAID = "WebDriver BiDi listening on "
_OWN = 2**53 - 1
"""The number of the relay's own command: the largest that the protocol has, which playwright never gets to."""
Message = dict[str, Any]


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
            between = Between(client, browser)
            done = [asyncio.create_task(between.ask()), asyncio.create_task(between.answer())]
            await asyncio.wait(done, return_when=asyncio.FIRST_COMPLETED)

    async with serve(relay, "127.0.0.1", 0, max_size=None, ping_interval=None) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        sys.stderr.write(f"{_SAID}ws://127.0.0.1:{port}\n")
        sys.stderr.flush()
        async for _line in firefox.stderr:
            pass  # a full pipe would stop the browser
        await firefox.wait()


@dataclass
class Between:
    """One connection of playwright's with the browser."""

    client: ServerConnection
    browser: ClientConnection
    reported: asyncio.Event = field(default_factory=asyncio.Event)
    """The browser has answered the relay's own command."""

    async def ask(self) -> None:
        """What playwright asks, until it leaves."""
        async for message in self.client:
            asked = json.loads(message)
            result = own_answer(asked)
            if result is not None:
                await self.client.send(json.dumps({"type": "success", "id": asked["id"], "result": result}))
                continue
            if asked["method"] == "network.addIntercept":
                await self._report(asked["params"])
            await self.browser.send(json.dumps(without_network(asked)))

    async def answer(self) -> None:
        """What the browser says, but for its answers to the relay itself."""
        async for message in self.browser:
            if str(_OWN) in str(message) and json.loads(message).get("id") == _OWN:
                self.reported.set()
            else:
                await self.client.send(message)

    async def _report(self, intercept: Message) -> None:
        """Let the browser report the requests of the pages that are to be held up, before the first one is."""
        chosen = {"contexts": intercept["contexts"]} if "contexts" in intercept else {}
        self.reported.clear()
        command = {"method": "session.subscribe", "params": {"events": ["network"], **chosen}}
        await self.browser.send(json.dumps({"id": _OWN, **command}))
        await self.reported.wait()


def own_answer(asked: Message) -> Message | None:
    """The relay's own answer to a command that the browser does not know, or that no test here needs."""
    match asked["method"], asked["params"]:
        case (method, _) if method == UNKNOWN:
            return {}
        case ("network.addIntercept", {"phases": ["authRequired"]}):
            return {"intercept": "none"}  # no page here asks for a password in the browser's own way
        case ("network.addDataCollector", _):
            return {"collector": "none"}  # no test here reads what a request brought
    return None


def without_network(asked: Message) -> Message:
    """The same command, asking for no report of requests."""
    if asked["method"] != "session.subscribe":
        return asked
    events = [event for event in asked["params"]["events"] if event != "network"]
    return asked | {"params": asked["params"] | {"events": events}}


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
