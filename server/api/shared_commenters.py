"""Who shares commenters with whom, from the sketches that are kept; names of creators only, never of a commenter."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response

from server.api.context import answer, services
from server.errors import NotFound
from server.schemas.creator_fields import shortlist_username
from server.security.policy import policy
from server.services.visits import handles_of

blueprint = Blueprint("overlaps", __name__)

MOST_LISTED = 20


@blueprint.get("/creators/<creator:username>/overlaps")
@policy()
def overlaps_of_creator(username: str) -> Response:
    """One creator's commenters compared with those of every other one, the closest first; 404 for an unknown one."""
    from server.samples.pods import MIN_PEOPLE  # noqa: PLC0415 - numpy is loaded after the port is bound

    state = services().store.creators.find(shortlist_username(username))
    if state is None:
        raise NotFound
    pods = services().pods
    look = pods.look_again(handles_of(state))
    return answer(
        {
            "enabled": pods.is_on,
            "needed": MIN_PEOPLE,
            "n_people": look and look.sketch.n,
            "compared": look.tally.compared if look else 0,
            "chance": look and look.least(),
            "overlaps": [other.to_json() for other in look.compared[:MOST_LISTED]] if look else [],
        }
    )


@blueprint.get("/overlaps")
@policy()
def overlaps() -> Response:
    """Groups of creators who share commenters beyond chance, over everybody with a sketch."""
    pods = services().pods
    compared, left_out, groups = pods.groups()
    found: dict[str, Any] = {"enabled": pods.is_on, "compared": compared, "left_out": left_out}
    return answer(found | {"groups": [group.to_json() for group in groups]})
