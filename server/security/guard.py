"""What every request must pass before a view sees it, in the order of docs/protocol.md."""

from __future__ import annotations

from typing import cast

from flask import Flask, Request, Response, current_app, g, request
from flask_cors.core import get_cors_options, set_cors_headers

from server.capture import MAX_BODY_BYTES
from server.errors import (
    BadOrigin,
    Forbidden,
    NotFound,
    TooLarge,
    Unauthorized,
    UnsupportedEncoding,
)
from server.security.clients import Client, Clients
from server.security.headers import add_headers
from server.security.heads import wanted_media
from server.security.pairing import is_extension
from server.security.policy import FORM, Policy, policy_of
from server.security.roles import least_role
from server.security.strangers import Strangers

_CORS = {
    "methods": ["GET", "POST", "PUT", "PATCH", "DELETE"],
    "allow_headers": ["Authorization", "Content-Type", "If-Match"],
    "expose_headers": ["ETag"],
    "max_age": 600,
    "send_wildcard": False,
    "supports_credentials": False,
}
API = "/api/v1"
_OWN_SITES = (None, "none", "same-origin")


def the_request() -> Request:
    """The request behind flask's proxy, which looks it up at every reading: hooks that read it often take it once."""
    return cast("Request", request._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001 - the documented way


class Guard:
    """Registered once on the application."""

    def __init__(
        self, app: Flask, clients: Clients, hosts: frozenset[str], strangers: Strangers, public_url: str = ""
    ) -> None:
        """``public_url``: the team's own origin, if there is one."""
        self._clients, self._strangers, self._public_url = clients, strangers, public_url
        own = {f"http://{host}" for host in hosts}
        self._own_origins = frozenset(own | {public_url} if public_url else own)
        app.before_request(self.check)
        app.after_request(self.finish)

    def check(self) -> Response | None:
        """Raise the first thing that is wrong with the request; answer a preflight here."""
        asked = the_request()
        if asked.method == "OPTIONS":
            return self._preflight(asked)
        if asked.routing_exception is not None:
            return None  # answered as 404 or 405, the same for everybody
        policy = policy_of(current_app.view_functions.get(asked.endpoint or ""))
        if policy.one_machine and self._public_url:
            raise NotFound
        self._check_client(asked, policy)
        self._check_origin(asked, policy)
        _check_query(asked, policy)
        _check_body(asked, policy)
        return None

    def finish(self, response: Response) -> Response:
        """Put the security headers, and those of CORS for the exact origin of a paired extension."""
        add_headers(response.headers)
        asked = the_request()
        origin = asked.headers.get("Origin")
        if origin and asked.path.startswith("/api/") and self._clients.is_paired_origin(origin):
            set_cors_headers(response, get_cors_options(current_app, {**_CORS, "origins": [origin]}))
        return response

    def _check_client(self, asked: Request, policy: Policy) -> None:
        if policy.access == "public":
            return
        client = self._identified(asked)
        if policy.access == "person" and not client.is_person:
            raise Unauthorized(
                "Only the Soi page or the command line may do this, not a script or the extension."
            )
        if policy.access == "connector" and not client.may_connect:
            raise Unauthorized("Only the command line, or a tab that Soi itself opened, may do this.")
        if policy.access == "command" and client.kind != "command":
            raise Unauthorized("Only the command line may do this.")
        rule = asked.url_rule.rule.removeprefix(API) if asked.url_rule else ""
        if not client.may(needed := least_role(asked.method, rule)):
            raise Forbidden(details={"needs": needed})
        g.client = client

    def _identified(self, asked: Request) -> Client:
        try:
            return self._clients.identify(asked.headers.get("Authorization"))
        except Unauthorized:
            if self._public_url:
                self._strangers.note(asked.remote_addr or "")
            raise

    def _check_origin(self, asked: Request, policy: Policy) -> None:
        fetch_site = asked.headers.get("Sec-Fetch-Site")
        if policy.page and asked.method == "GET":
            if asked.headers.get("Sec-Fetch-Dest", "document") in ("iframe", "frame", "embed", "object"):
                raise BadOrigin
            return
        if fetch_site not in _OWN_SITES:
            raise BadOrigin
        origin = asked.headers.get("Origin")
        if policy.page and origin == "null" and fetch_site == "same-origin":
            return  # our own form: Referrer-Policy no-referrer makes browsers hide its origin
        if origin is None or origin in self._own_origins or self._clients.is_paired_origin(origin):
            return
        if not (policy.any_extension and is_extension(origin)):
            raise BadOrigin

    def _preflight(self, asked: Request) -> Response:
        origin = asked.headers.get("Origin", "")
        if not self._clients.is_paired_origin(origin):
            raise BadOrigin
        return Response(status=204)


def _check_query(asked: Request, policy: Policy) -> None:
    """An address with a query that the route does not take names nothing."""
    unknown = set(asked.args) - set(policy.query)
    if policy.ignores_query:
        unknown = {
            name for name in unknown if name.startswith("__")
        }  # how debuggers of web frameworks are asked
    if unknown:
        raise NotFound


def _check_body(asked: Request, policy: Policy) -> None:
    if asked.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise UnsupportedEncoding
    length = asked.content_length or 0
    if length > MAX_BODY_BYTES:
        raise TooLarge
    if asked.method in ("POST", "PUT", "PATCH") and not _is_media(asked, policy.media, length):
        raise wanted_media(policy)


def _is_media(asked: Request, allowed: tuple[str, ...], length: int) -> bool:
    """Exactly one of the media types, in UTF-8 where a charset is named; a POST without a body needs none."""
    if length == 0 and not asked.headers.get("Content-Type"):
        return FORM not in allowed
    charset = asked.mimetype_params.get("charset", "utf-8").lower()
    utf8_only = asked.mimetype != "text/csv"
    return asked.mimetype in allowed and (charset in ("utf-8", "utf8") or not utf8_only)
