"""Audits: what a check was based on, to be replayed offline."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.context import answer, services
from server.security.policy import policy

blueprint = Blueprint("audits", __name__)


@blueprint.get("/audits/<audit_id>")
@policy(gives={200: "AuditFile"})
def audit(audit_id: str) -> Response:
    """The audit of one check."""
    return answer(services().store.audits.get(audit_id))
