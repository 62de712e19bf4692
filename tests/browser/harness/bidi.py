"""A small client of WebDriver BiDi over one web socket."""

from __future__ import annotations

import json
from contextlib import ExitStack
from itertools import count
from typing import Any

from websockets.sync.client import connect


class BidiError(Exception):
    """The browser refused a command."""


class Bidi:
    """Commands are sent one at a time; events are not asked for."""

    def __init__(self, url: str) -> None:
        self._closing = ExitStack()
        self._socket = self._closing.enter_context(connect(f"{url}/session", max_size=None))
        self._numbers = count(1)

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """The result of one command; raises BidiError with the browser's words."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv(timeout=60))
            if answer.get("id") == number:
                break
        if answer["type"] == "error":
            raise BidiError(f"{method}: {answer['error']}: {answer['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def evaluate(self, context: str, expression: str) -> Any:
        """The value of an expression that gives JSON text, or None."""
        wrapped = f"(async () => JSON.stringify(await ({expression})) ?? null)()"
        target = {"context": context}
        answer = self.send("script.evaluate", expression=wrapped, target=target, awaitPromise=True)
        if answer["type"] == "exception":
            raise BidiError(answer["exceptionDetails"]["text"])
        text = answer["result"].get("value")
        return None if text is None else json.loads(text)

    def close(self) -> None:
        self._closing.close()
