"""Opens the browser on Soi's page, signed in, without a secret in an argument list.

Every user of a machine can read the arguments of every program. What the browser is started with is therefore a page in
the data folder that only its owner can read (0600) and that leads on to the address with the code; it is deleted soon.
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from html import escape
from pathlib import Path

from server.security.codes import FRAGMENT_SECONDS

FILE_NAME = "open-soi.html"
_BROWSER_SECONDS = 10
"""A browser that is started by a command; some systems wait for it to end."""
_PAGE = """<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={address}">
<title>Soi</title>
<a href="{address}">Soi</a>
"""


def open_browser(home: Path, address: str, plain: str) -> None:
    """Open ``address``, which holds a code; ``plain``, without one, where the data folder takes no page."""
    page = _leave(home, address)
    _start(page.as_uri() if page else plain)
    if page:
        late = threading.Timer(FRAGMENT_SECONDS, close, [home])
        late.daemon = True
        late.start()


def open_browser_now(home: Path, address: str, plain: str) -> None:
    """The same from a command that ends right after. The server deletes the page when it stops; its code is dead before."""
    page = _leave(home, address)
    _start(page.as_uri() if page else plain).join(_BROWSER_SECONDS)


def show(page: Path) -> None:
    """Open a page of this machine that holds no secret."""
    _start(page.absolute().as_uri()).join(_BROWSER_SECONDS)


def close(home: Path) -> None:
    """Delete the page: its code is spent or too old."""
    with suppress(OSError):
        (page := _page(home)).unlink()
        if page.parent != home.absolute():
            page.parent.rmdir()  # made for it, unless the extension lies there


def _page(home: Path) -> Path:
    """Where it lies. On Linux a browser from a snap, as Ubuntu's Firefox is, may not look into a folder with a dot."""
    folder = home.absolute()
    is_hidden = sys.platform == "linux" and any(part.startswith(".") for part in folder.parts)
    return (Path.home() / "Soi" if is_hidden else folder) / FILE_NAME


def _leave(home: Path, address: str) -> Path | None:
    close(home)
    with suppress(OSError):
        page = _page(home)
        if page.parent != home.absolute():
            page.parent.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(
            os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
        ) as file:
            file.write(_PAGE.format(address=escape(address)))
        return page
    return None


def _start(url: str) -> threading.Thread:
    """In a thread: some systems wait for the browser to end."""
    import webbrowser  # noqa: PLC0415 - not needed with --no-open

    started = threading.Thread(target=webbrowser.open, args=(url,), name="browser", daemon=True)
    started.start()
    return started
