"""Who shares commenters with whom, from the sketches that are kept; names of creators only, never of a commenter."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.context import answer, resources, services
from server.errors import NotFound
from server.fields.creators import shortlist_username
from server.security.policy import policy

blueprint = Blueprint("shared_commenters", __name__)


@blueprint.get("/creators/<creator:username>/overlaps")
@policy(gives={200: "CreatorOverlaps"})
def of_creator(username: str) -> Response:
    """One creator's commenters compared with those of every other one, the closest first; 404 for an unknown one."""
    state = services().store.creators.find(shortlist_username(username))
    if state is None:
        raise NotFound
    return answer(resources().shared_commenters.of_creator(state))


@blueprint.get("/overlaps")
@policy(gives={200: "OverlapGroups"})
def groups() -> Response:
    """Groups of creators who share commenters beyond chance, over everybody with a sketch."""
    return answer(resources().shared_commenters.groups())
