"""The shortlist: saved creators with status, tags, notes, owner and asked price."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.routing import BaseConverter

from server.api.checks import whole_number
from server.api.context import actor, answer, read_body, services
from server.errors import BadField, BadUsername, Conflict, NotFound
from server.fields.creators import Username, shortlist_username
from server.fields.kinds import Body
from server.security.policy import policy
from server.services.collector import collector_paused
from server.services.entries import EntryRules
from server.services.entry_fields import ENTRY_FIELDS
from server.store.records import Entry
from server.store.values import JOINED

blueprint = Blueprint("shortlist", __name__)

_ONLY_PUT = ("username", "profile_id", "full_name")
_FIELDS = {**ENTRY_FIELDS, **JOINED}
"""Note and tags are measured beside what is there, see ``EntryRules``."""
PUT = Body(_FIELDS)
PUT_NAMED = Body({**_FIELDS, "username": Username(required=True)})
PATCH = Body({name: field for name, field in _FIELDS.items() if name not in _ONLY_PUT})


class UsernameConverter(BaseConverter):
    """A segment of the address, or a whole profile's address: both are ways to name a creator."""

    regex = r"(?:[^/]+|https?:/.+)"
    part_isolating = False


@blueprint.get("/shortlist")
@policy(query=("limit", "offset"), gives={200: "EntriesAnswer"})
def entries() -> Response:
    """All entries, or ``limit`` of them after the ``offset`` newest; newest first, with the number of all."""
    store, asked = services().store, request.args.get("limit")
    limit = None if asked is None else whole_number(asked, "limit", 1, 10**6)
    offset = whole_number(request.args.get("offset", "0"), "offset", 0, 10**6)
    with collector_paused():
        return answer({"entries": store.entries.all(limit, offset), "total": store.stats().entries})


@blueprint.put("/shortlist")
@policy(body=PUT_NAMED, gives={200: "Entry", 201: "Entry"})
def put_named() -> Response:
    """Create or merge the entry that the body names."""
    body = read_body()
    return _save(body.pop("username"), body)


@blueprint.get("/shortlist/<creator:username>")
@policy(gives={200: "Entry"})
def entry(username: str) -> Response:
    """One entry, with its version as ETag."""
    try:
        return _entry(services().store.entries.get(shortlist_username(username)))
    except BadUsername as error:
        raise NotFound from error


@blueprint.put("/shortlist/<creator:username>")
@policy(body=PUT, gives={200: "Entry", 201: "Entry"})
def put(username: str) -> Response:
    """Create the entry or merge the body into it; the same request twice changes nothing more."""
    body = read_body()
    name = shortlist_username(username)
    if body.pop("username", name) != name:
        raise BadField("username: differs from the address.")
    return _save(name, body)


@blueprint.patch("/shortlist/<creator:username>")
@policy(body=PATCH, gives={200: "Entry", 412: ("EntryConflict", "Refusal")})
def patch(username: str) -> Response:
    """Change an entry that is still at the version of If-Match; else 412 with the present entry beside the error."""
    body, name = read_body(), shortlist_username(username)
    try:
        return _entry(entry_rules().patch(name, body, _expected_version()))
    except Conflict as error:
        return answer(
            {"error": error.answer(), "current": services().store.entries.get(name)}, error.http_status
        )


@blueprint.delete("/shortlist/<creator:username>")
@policy(gives={204: None})
def delete(username: str) -> Response:
    """Take the entry off the list; it can be undone for 30 minutes, and lies in the bin for 30 days."""
    version = _expected_version() if "If-Match" in request.headers else None
    services().store.entries.delete(shortlist_username(username), version, actor())
    return Response(status=204)


@blueprint.post("/shortlist/<creator:username>/undo")
@policy(gives={200: "Entry", 204: None})
def undo(username: str) -> Response:
    """Put back what was there before the last change; 204 where there was nothing."""
    restored = services().store.entries.undo(shortlist_username(username), actor())
    return Response(status=204) if restored is None else _entry(restored)


def _save(username: str, body: dict[str, Any]) -> Response:
    saved = entry_rules().save(username, body)
    return _entry(saved.entry, 201 if saved.created else 200)


def entry_rules() -> EntryRules:
    """The rules of entries, for the sender of this request."""
    present = services()
    return EntryRules(present.store, present.current_settings().currency, actor())


def _entry(entry: Entry, status: int = 200) -> Response:
    response = answer(entry, status)
    response.headers["ETag"] = f'"{entry.version}"'
    return response


def _expected_version() -> int:
    """The version in If-Match. Raises Conflict where it is missing or no version."""
    found = re.fullmatch(r'(?:W/)?"?([0-9]{1,18})"?', request.headers.get("If-Match", ""), re.ASCII)
    if found is None:
        raise Conflict("Send the entry's version in If-Match.")
    return int(found[1])
