"""The Flask application: guard, blueprints, failures, and the door behind which the slow services stand."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from flask import Flask, Response, g
from werkzeug.routing import Rule

from server import api
from server.api import failures, pages
from server.api.context import EXTENSION_KEY, Services, services
from server.api.shortlist import UsernameConverter
from server.errors import SoiError
from server.security.clients import Clients
from server.security.codes import FragmentCodes, TerminalCode
from server.security.guard import Guard, the_request
from server.security.heads import HeadJudge
from server.security.hosts import HostGuard, allowed_hosts
from server.security.own_host import own_host
from server.security.pairing import Pairings
from server.security.sessions import SESSIONS_FILE, Sessions
from server.services.door import Door
from server.services.retention import present_settings, retention
from server.services.sketch_key import SketchKey
from server.services.uploads import Uploads
from server.settings import Settings
from server.store.store import Store
from server.store.work import Told

if TYPE_CHECKING:
    from server.services.resources import Resources

JUDGE_KEY = "soi.judge"
"""Where the listener finds who judges a request before its body."""
_LOG = logging.getLogger("server.requests")


def create_app(
    settings: Settings,
    store: Store,
    *,
    command_token: str | None = None,
    announce: Callable[[str], None] = lambda _code: None,
    stop: Callable[[], None] = lambda: None,
) -> Flask:
    """The application for one store.

    ``command_token`` is the bearer token of this machine's command line; ``announce`` shows a new pairing code to
    the person at the terminal; ``stop`` ends the server.
    """
    sketch_key = SketchKey(store, settings.home, lambda: present_settings(settings, store))
    held = Services(
        settings=settings,
        store=store,
        sketch_key=sketch_key,
        uploads=Uploads(settings.home),
        door=Door(lambda: _resources(settings, store, sketch_key)),
        pairings=Pairings(),
        sessions=Sessions(file=settings.home / SESSIONS_FILE),
        fragment_codes=FragmentCodes(),
        terminal_code=TerminalCode(announce),
        page_host=own_host(settings.home),
        stop=stop,
    )
    store.checks.set_retention(retention(held.current_settings()))
    store.follow(lambda changes: _heard(held, changes))
    with suppress(SoiError, OSError):  # a disk that takes no writing costs the tidying, not the start
        sketch_key.tidy()
    app = Flask("soi", static_folder=None)
    app.url_rule_class = _Route
    app.extensions[EXTENSION_KEY] = held
    app.url_map.converters["creator"] = UsernameConverter
    app.url_map.merge_slashes = False
    app.url_map.strict_slashes = True
    app.before_request(_start_clock)
    clients = Clients(
        store, held.sessions, command_token or secrets.token_hex(), needs_members=settings.is_for_team
    )
    hosts, public = allowed_hosts(settings.port, held.page_host), settings.public_host
    Guard(app, clients, hosts, held.strangers, settings.public_url)
    app.extensions[JUDGE_KEY] = HeadJudge(app, clients, hosts | {public} if public else hosts)
    app.after_request(_note)
    failures.register(app)
    app.register_blueprint(pages.website)
    for blueprint in api.blueprints():
        app.register_blueprint(blueprint, url_prefix=api.PREFIX)
    app.wsgi_app = HostGuard(app.wsgi_app, hosts, public)  # type: ignore[method-assign] # Flask's documented way
    return app


class _Route(Rule):
    """A route to which no address is built: Soi writes its own, and werkzeug would compile two functions for each of 146
    routes, a fifteenth of a start."""

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:  # noqa: ARG002 - werkzeug's
        return _no_address


def _no_address(route: Rule, **_values: object) -> tuple[str, str]:
    raise NotImplementedError(route.rule)


def _resources(settings: Settings, store: Store, sketch_key: SketchKey) -> Resources:
    """What stands behind the door. Nothing else loads it, so that a start answers before numpy is there."""
    from server.services.resources import open_resources  # noqa: PLC0415 - the one import after the port is bound

    return open_resources(settings, store, sketch_key)


def _heard(held: Services, changes: Iterable[Told] | None) -> None:
    """Another server on the same database erased somebody or set something: nothing here may answer from memory."""
    if changes is None:
        held.door.forget()
    if changes is None or any(kind == "settings" for kind, _ in changes):
        with suppress(SoiError):  # a database that went away again: what comes back with it is told anew
            held.store.checks.set_retention(retention(held.current_settings()))


def _start_clock() -> None:
    g.began = time.perf_counter()


def _note(response: Response) -> Response:
    """One line a request: the route's pattern, never the address; nothing of the body."""
    asked, client = the_request(), g.get("client")
    if client is not None and client.device is not None:
        services().activity[client.device.client_id] = time.monotonic()
    fields = {
        "method": asked.method if asked.method.isalpha() and len(asked.method) < 10 else "other",
        "route": asked.url_rule.rule if asked.url_rule else None,
        "status": response.status_code,
        "ms": round((time.perf_counter() - g.began) * 1000, 1),
        "bytes_in": asked.content_length or 0,
        "client": client.kind if client else None,
    }
    _LOG.info("request", extra={"fields": fields})
    return response
