"""What the head of a request tells before its body is kept: host, token, type and length."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Flask
from msgspec import Struct
from werkzeug.exceptions import HTTPException
from werkzeug.exceptions import MethodNotAllowed as WrongMethod

from server.errors import (
    BadHost,
    MethodNotAllowed,
    NotFound,
    SoiError,
    TooLarge,
    Unauthorized,
    UnsupportedEncoding,
    UnsupportedMediaType,
)
from server.security.clients import Clients
from server.security.policy import JSON, Policy, policy_of

SMALL_BODY = 64 * 1024
"""Bytes that anybody may send: the application reads them and says what is wrong in its own order."""


class Head(Struct, frozen=True):
    """A request with a body, before the body."""

    method: str
    path: str
    headers: Mapping[str, str]
    """Names in capitals, with underscores."""
    length: int | None
    """Bytes of the body; None where the sender does not say."""


Judge = Callable[[Head], SoiError | None]


class HeadJudge:
    """Asked in the thread that reads from all connections: it never waits for the disk."""

    def __init__(self, app: Flask, clients: Clients, hosts: frozenset[str]) -> None:
        self._app, self._clients = app, clients
        self._hosts = hosts

    def __call__(self, head: Head) -> SoiError | None:
        """Why the body is not wanted; None where it may come."""
        if head.headers.get("HOST") not in self._hosts:
            return BadHost()
        if head.length is not None and head.length <= SMALL_BODY:
            return None
        policy = self._policy(head)
        if isinstance(policy, SoiError):
            return policy
        if policy.access == "public":
            return TooLarge()
        if not self._clients.knows(head.headers.get("AUTHORIZATION")):
            return Unauthorized()
        return _of_body(head, policy)

    def _policy(self, head: Head) -> Policy | SoiError:
        try:
            endpoint, _ = self._app.url_map.bind("").match(head.path, head.method)
        except WrongMethod:
            return MethodNotAllowed()
        except (HTTPException, SoiError):
            return NotFound()
        return policy_of(self._app.view_functions.get(endpoint))


def wanted_media(policy: Policy) -> UnsupportedMediaType:
    """The refusal of a type, which says what the route takes."""
    return UnsupportedMediaType(None if JSON in policy.media else "Send " + " or ".join(policy.media) + ".")


def _of_body(head: Head, policy: Policy) -> SoiError | None:
    if head.headers.get("CONTENT_ENCODING", "identity").lower() != "identity":
        return UnsupportedEncoding()
    media = head.headers.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
    return None if media in policy.media else wanted_media(policy)
