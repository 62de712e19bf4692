"""The settings that may change while the server runs."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Response, request

from server.api.context import Services, answer, services
from server.errors import Conflict
from server.security.policy import policy
from server.services.retention import keep_by
from server.settings import RULES, check_saved
from server.strict_json import loads_object

blueprint = Blueprint("settings", __name__)


@blueprint.get("/settings")
@policy(gives={200: "SettingsAnswer"})
def get_settings() -> Response:
    """The editable settings, their present values, and which of them soi.toml or the environment holds fixed."""
    return _answer()


@blueprint.put("/settings")
@policy(access="person", body="Settings", gives={200: "SettingsAnswer"})
def put_settings() -> Response:
    """Change some of them; If-Match with the version guards against a second tab."""
    store = services().store
    saved = store.settings.get()
    changed = saved.value | check_saved(loads_object(request.get_data()))
    store.settings.save(changed, expected_version(saved.version))
    keep_by(services().current_settings(), store, services().sketch_key)
    return _answer()


def expected_version(present: int) -> int:
    """The version that the sender has seen, from If-Match; ``present`` where there is no such header."""
    header = request.headers.get("If-Match")
    if header is None:
        return present
    found = re.fullmatch(r'"?([0-9]{1,18})"?', header, re.ASCII)
    if found is None:
        raise Conflict("Send the version of the settings in If-Match.")
    return int(found[1])


def _answer() -> Response:
    version = services().store.settings.get().version
    response = answer(_shown(services()) | {"version": version})
    response.headers["ETag"] = f'"{version}"'
    return response


def _shown(all_services: Services) -> dict[str, Any]:
    current = all_services.current_settings()
    names = [name for name, rule in RULES.items() if rule.editable]
    return {
        "settings": {name: getattr(current, name) for name in names},
        "fixed": sorted(current.given & set(names)),
    }
