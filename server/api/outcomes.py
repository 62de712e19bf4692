"""How working with creators went, and how Soi's own verdicts did by that. The published weights stay as they are."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Response

from server.api.context import answer, read_body, services
from server.errors import NotFound
from server.fields.creators import shortlist_username
from server.fields.kinds import Body, NullableField
from server.fields.prices import Sum, sum_given
from server.security.policy import policy
from server.services import outcomes as outcome_figures
from server.store import values
from server.store.records import OutcomeChanges

blueprint = Blueprint("outcomes", __name__)

OUTCOME = Body({**values.OUTCOME, "sales": NullableField(Sum())})


@blueprint.get("/outcomes")
@policy(gives={200: "OutcomesAnswer"})
def outcomes() -> Response:
    """All recorded outcomes."""
    return answer({"outcomes": services().store.outcomes.all()})


@blueprint.get("/outcomes/summary")
@policy(gives={200: "OutcomeSummary"})
def summary() -> Response:
    """Hit rates of Soi's verdicts with Wilson intervals, from 20 decided outcomes on; what is due; why others were rejected."""
    store = services().store
    entries = store.entries.standings(outcome_figures.COUNTED)
    return answer(outcome_figures.summary(store.outcomes.all(), entries))


@blueprint.get("/creators/<creator:username>/outcome")
@policy(gives={200: "Outcome"})
def outcome(username: str) -> Response:
    """The outcome of one creator; 404 without one."""
    state = services().store.creators.find(shortlist_username(username))
    if state is None or state.outcome is None:
        raise NotFound
    return answer(state.outcome)


@blueprint.put("/creators/<creator:username>/outcome")
@policy(body=OUTCOME, gives={200: "Outcome"})
def put_outcome(username: str) -> Response:
    """Record an outcome or change the fields that are named; null takes one back."""
    changes = read_body()
    if "sales" in changes:
        changes["sales"] = sum_given(changes["sales"], services().current_settings().currency)
    saved = services().store.outcomes.save(shortlist_username(username), cast("OutcomeChanges", changes))
    return answer(saved)


@blueprint.delete("/creators/<creator:username>/outcome")
@policy(gives={204: None})
def delete_outcome(username: str) -> Response:
    """Take an outcome back."""
    services().store.outcomes.remove(shortlist_username(username))
    return Response(status=204)
