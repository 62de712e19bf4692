"""The Flask application: services, guard, blueprints, failures. It imports nothing heavy."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable
from contextlib import suppress

from flask import Flask, Response, g, request

from server import api
from server.api import failures, pages
from server.api.context import EXTENSION_KEY, Services, present_settings, services
from server.api.settings import retention
from server.api.shortlist import UsernameConverter
from server.errors import SoiError
from server.security.clients import Clients
from server.security.codes import FragmentCodes, TerminalCode
from server.security.guard import Guard
from server.security.heads import HeadJudge
from server.security.hosts import HostGuard
from server.security.pairing import Pairings
from server.security.sessions import Sessions
from server.services.checks import Checker
from server.services.own_rates import OwnRates
from server.services.shared_commenters import Pods
from server.services.threshold_preview import ThresholdPreview
from server.settings import Settings
from server.store.store import Store

_THREADS_FOR_THE_REST = 8
JUDGE_KEY = "soi.judge"
"""Where the listener finds who judges a request before its body."""
_LOG = logging.getLogger("server.requests")


def create_app(
    settings: Settings,
    store: Store,
    *,
    command_token: str | None = None,
    announce: Callable[[str], None] = lambda _code: None,
) -> Flask:
    """The application for one store.

    ``command_token`` is the bearer token of this machine's command line; ``announce`` shows a new pairing code to
    the person at the terminal.
    """
    pods = Pods(store, settings.home, lambda: present_settings(settings, store))
    held = Services(
        settings=settings,
        store=store,
        checker=Checker(
            store,
            settings.checks_at_once,
            settings.threads - _THREADS_FOR_THE_REST,
            pods,
        ),
        pods=pods,
        threshold_preview=ThresholdPreview(store),
        own_rates=OwnRates(store),
        pairings=Pairings(),
        sessions=Sessions(),
        fragment_codes=FragmentCodes(),
        terminal_code=TerminalCode(announce),
    )
    store.checks.set_retention(retention(held.current_settings()))
    with suppress(SoiError, OSError):  # a disk that takes no writing costs the tidying, not the start
        pods.tidy()
    app = Flask("soi", static_folder=None)
    app.extensions[EXTENSION_KEY] = held
    app.url_map.converters["creator"] = UsernameConverter
    app.url_map.merge_slashes = False
    app.url_map.strict_slashes = True
    app.before_request(_start_clock)
    clients = Clients(store, held.sessions, command_token or secrets.token_hex())
    Guard(app, clients, settings.port)
    app.extensions[JUDGE_KEY] = HeadJudge(app, clients, settings.port)
    app.after_request(_note)
    failures.register(app)
    app.register_blueprint(pages.website)
    for blueprint in api.blueprints():
        app.register_blueprint(blueprint, url_prefix=api.PREFIX)
    app.wsgi_app = HostGuard(app.wsgi_app, settings.port)  # type: ignore[method-assign] # Flask's documented way
    return app


def _start_clock() -> None:
    g.began = time.perf_counter()


def _note(response: Response) -> Response:
    """One line a request: the route's pattern, never the address; nothing of the body."""
    client = g.get("client")
    if client is not None and client.device is not None:
        services().activity[client.device.client_id] = time.monotonic()
    fields = {
        "method": request.method if request.method.isalpha() and len(request.method) < 10 else "other",
        "route": request.url_rule.rule if request.url_rule else None,
        "status": response.status_code,
        "ms": round((time.perf_counter() - g.began) * 1000, 1),
        "bytes_in": request.content_length or 0,
        "client": client.kind if client else None,
    }
    _LOG.info("request", extra={"fields": fields})
    return response
