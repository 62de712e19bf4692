"""Clients of each kind on one application, to ask who may do what."""

from __future__ import annotations

from datetime import UTC, datetime

from server.security import tokens
from server.security.codes import Grant
from server.store.records import Device
from tests.http.conftest import EXTENSION, Client


def connect(client: Client, kind: str, client_id: str = "a-device") -> str:
    """The token of a new paired browser or script."""
    token = tokens.new_token()
    client.services.store.devices.add(
        Device(
            client_id=client_id,
            kind=kind,
            name=client_id,
            token_sha256=tokens.digest(token),
            proof_key="k",
            origin=EXTENSION if kind == "browser" else None,
            created_at=datetime(2026, 11, 20, tzinfo=UTC),
        )
    )
    return token


def sign_in(client: Client, opened_by: str | None = None) -> None:
    """Go on as a tab of the Soi page: the one of `soi serve`, or one that a paired browser opened."""
    client.token = client.services.sessions.open(Grant(opened_by))
