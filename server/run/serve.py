"""`soi serve`: one process, one port, one data folder, from the first line in the terminal to a clean stop."""

from __future__ import annotations

import _thread
import contextlib
import errno
import logging
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable, Mapping
from types import FrameType
from typing import NoReturn, Protocol

from flask import Flask

from server import logs
from server.api.context import EXTENSION_KEY, Services
from server.app import JUDGE_KEY, create_app
from server.errors import BadSetting, PortForbidden, PortInUse, StorageReadonly
from server.messages import table
from server.run import command_link, entrance, memory
from server.run.listener import Listener
from server.security.network import LEDGER
from server.services.collector import loading, settle
from server.settings import LOOPBACK_HOSTS, Settings
from server.store import database_hosts, open_store
from server.store.reports import Notice
from server.store.work import Progress

_LOG = logging.getLogger("server.run.serve")
_WARM_AFTER = 0.25
"""Seconds after the port is bound."""
_STOP_AFTER = 0.2
"""Seconds from the wish to stop to the stop: its answer goes out first."""
_FIRST_FREE_PORT = 1_024
_TELL_EVERY = 2.0
"""Seconds between two words about a check that goes on."""


class Say(Protocol):
    """Shows a message of the table to the person at the terminal."""

    def __call__(self, key: str, **values: object) -> None: ...


def serve(settings: Settings, echo: Callable[[str], None], language: str = "en") -> None:
    """Serve until a signal comes. ``echo`` shows a line, in ``language``, to the person at the terminal.

    Raises AlreadyRunning, PortInUse, StorageReadonly, or what the store says at its opening.
    """
    _prepare_home(settings)
    memory.keep_little()
    say = _safe(echo, table(language))
    store = open_store(settings.database_url, settings.home, port=settings.port, progress=_progress(say))
    try:
        if settings.is_for_team and not store.members.all():
            raise BadSetting(
                "public_url: nobody is a member yet. First make yourself one: soi member add NAME"
            )
        with contextlib.suppress(OSError):  # a folder that may only be read is served without a log
            logs.start(settings)
        token = secrets.token_urlsafe(32)
        with loading():
            app = create_app(
                settings,
                store,
                command_token=token,
                announce=lambda code: say("cli.serve.new_code", code=code),
                stop=_stop_soon,
            )
        _run(app, settings, store.notice(), say, token)
    finally:
        command_link.remove_note(settings)
        entrance.close(settings.home)
        store.close()


def _run(app: Flask, settings: Settings, notice: Notice | None, say: Say, token: str) -> None:
    services: Services = app.extensions[EXTENSION_KEY]
    listener, beside = _bind(app, settings), _keep_closed(settings)
    command_link.leave_note(settings, token)
    LEDGER.guard_process(database_hosts(settings.database_url))
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, _stop)
    code = services.terminal_code.renew(announce=False)
    say("cli.serve.running", url=f"{services.page_url}/", code=code)
    if notice is not None:
        _say_notice(say, notice)
    _warm_later(services)
    if settings.open_browser:
        address = f"{services.page_url}/#code={services.fragment_codes.issue()}"
        entrance.open_browser(settings.home, address, f"{services.page_url}/")
    _LOG.info("started", extra={"fields": {"pid": os.getpid(), "port": settings.port}})
    with beside:
        listener.run()
    _LOG.info("stopped")


def _progress(say: Say) -> Progress:
    """Says how far the check of a large store is, every few seconds."""
    last = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last > _TELL_EVERY:
            last = time.monotonic()
            say("cli.serve.checking", done=done, total=total)

    return tell


def _say_notice(say: Say, notice: Notice) -> None:
    """What the store met at its opening, and the command that brings the last whole backup back."""
    if notice.files:
        say("cli.serve.set_aside", files=", ".join(notice.files))
        if notice.missing + notice.loose:
            say("cli.serve.rows", n=notice.missing + notice.loose)
        say("cli.serve.kept", n=notice.recovered)
    else:
        say("cli.serve.not_whole")
    if notice.backup:
        say("cli.serve.restore", backup=notice.backup)
    elif notice.files:
        say("cli.serve.no_backup")


def _bind(app: Flask, settings: Settings) -> Listener:
    if _answers(settings.port):  # SO_REUSEADDR would share the port with a listener on another address
        raise _port_in_use(settings.port)
    try:
        return Listener(app, settings, app.extensions[JUDGE_KEY])
    except OSError as error:
        if error.errno == errno.EACCES and settings.port < _FIRST_FREE_PORT:
            raise PortForbidden from error
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise _port_in_use(settings.port) from error
        raise


def _answers(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(0.2)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _keep_closed(settings: Settings) -> contextlib.AbstractContextManager[object]:
    """The same port of ::1, held and never listened on: browsers try it first for a name under .localhost.

    A stranger there would be handed the page's address with its code. Raises PortInUse.
    """
    if not socket.has_ipv6 or settings.host not in LOOPBACK_HOSTS:
        return contextlib.nullcontext()
    try:
        held = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
    except OSError:
        return contextlib.nullcontext()
    try:
        held.bind(("::1", settings.port))
    except OSError as error:
        held.close()
        if error.errno == errno.EADDRINUSE:
            raise _port_in_use(settings.port) from error
        return contextlib.nullcontext()  # this machine has no ::1
    return held


def _port_in_use(port: int) -> PortInUse:
    return PortInUse(
        f"Another program uses port {port}. Stop that program, or start Soi with --port and another number; "
        "the extension asks for the new port in its options."
    )


def _prepare_home(settings: Settings) -> None:
    """Make the data folder, or close an empty one, for its owner only; a folder in use keeps the owner's choice."""
    try:
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageReadonly(
            "Soi may not write to its data folder. Set SOI_HOME to a folder of yours."
        ) from error
    with contextlib.suppress(OSError):
        if not any(settings.home.iterdir()):
            settings.home.chmod(0o700)


def _safe(echo: Callable[[str], None], words: Mapping[str, str]) -> Say:
    """``echo`` for a terminal that may be gone: a server in the background goes on without it."""

    def say(key: str, **values: object) -> None:
        with contextlib.suppress(OSError, ValueError):
            echo(words[key].format(**values))

    return say


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit


def _stop_soon() -> None:
    """As a signal would, once the answer is out; the loop of the main thread looks up every second."""
    soon = threading.Timer(_STOP_AFTER, _thread.interrupt_main, [signal.SIGTERM])
    soon.daemon = True
    soon.start()


def _warm_later(services: Services) -> None:
    """Load what judges soon, but let the first answer go out before: an import holds the interpreter."""

    def load() -> None:
        services.door.open()
        settle()

    warm = threading.Timer(_WARM_AFTER, load)
    warm.daemon = True
    warm.start()
