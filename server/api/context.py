"""What views share: the services of this application, and how they answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from flask import Response, current_app, g, request
from msgspec import Struct, field

from server import own_json, strict_json
from server.security.clients import Client
from server.security.codes import FragmentCodes, TerminalCode
from server.security.pairing import Pairings
from server.security.policy import policy_of
from server.security.sessions import Sessions
from server.security.strangers import Strangers
from server.services.door import Door
from server.services.retention import present_settings
from server.services.sketch_key import SketchKey
from server.services.uploads import Uploads
from server.settings import Settings
from server.store.list_records import (
    Actor,
)
from server.store.store import Store

if TYPE_CHECKING:
    from server.services.resources import Resources

EXTENSION_KEY = "soi"


class Services(Struct, frozen=True):
    """Everything that one application holds."""

    settings: Settings
    store: Store
    sketch_key: SketchKey
    uploads: Uploads
    door: Door
    """Behind it stands what loads slowly; ``resources`` opens it."""
    pairings: Pairings
    sessions: Sessions
    fragment_codes: FragmentCodes
    terminal_code: TerminalCode
    page_host: str
    """The install's own name: pages live under it, the extension's requests under ``address``."""
    stop: Callable[[], None]
    """Ends the server soon, from any thread."""
    strangers: Strangers = field(default_factory=Strangers)
    """Who comes from outside with wrong tokens and codes."""
    activity: dict[str, float] = field(default_factory=dict)
    """When each paired client was last heard of in this run (monotonic seconds)."""

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.settings.port}"

    @property
    def page_url(self) -> str:
        """Where the pages live."""
        if self.settings.is_for_team:
            return self.settings.public_url
        return f"http://{self.page_host}:{self.settings.port}"

    def current_settings(self) -> Settings:
        """The settings with what the web app has saved."""
        return present_settings(self.settings, self.store)


def services() -> Services:
    return cast("Services", current_app.extensions[EXTENSION_KEY])


def resources() -> Resources:
    """The services that judge or read files; the first request that needs one waits until they are loaded."""
    return services().door.open()


def client() -> Client:
    """The sender of this request; only in views that are not public."""
    return cast("Client", g.client)


def actor() -> Actor:
    """The sender of this request as the activity tells of it."""
    sender = client()
    if sender.member is not None:
        return Actor(sender.kind, sender.member.name, is_member=True)
    return Actor(sender.kind, sender.device.name if sender.device else None)


def signed(name: str | None) -> str:
    """By whom a draft or a decision is: the member who sends it, whatever is said; alone, the name that was given."""
    member = client().member
    return member.name if member else name or ""


def answer(value: Any, status: int = 200) -> Response:
    """``value`` as JSON; records of the store are written field by field."""
    return Response(own_json.dumps(value), status, mimetype="application/json")


def read_body() -> dict[str, Any]:
    """The JSON body, checked against the schema of the view's policy. Raises the SoiError of the first fault."""
    view = current_app.view_functions[cast("str", request.endpoint)]
    return cast("dict[str, Any]", policy_of(view).body.read(strict_json.loads_object(request.get_data())))
