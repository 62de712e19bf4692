"""What each role may do: one table of all routes. A route that does not stand in it is the owners' alone.

Who may do what beyond that (a person or any client, the command line) is the policy of the view (policy.py). Public
routes know nobody and are not here.
"""

from __future__ import annotations

from collections.abc import Mapping

from server.store.member_records import ROLES, Role

LEAST: Mapping[Role, tuple[str, ...]] = {
    "viewer": (
        "GET /activity",
        "GET /audits/<audit_id>",
        "GET /bin",
        "GET /brands",
        "GET /campaigns",
        "GET /campaigns/<campaign_id>",
        "GET /campaigns/<campaign_id>/calendar.ics",
        "GET /campaigns/<campaign_id>/dossier",
        "GET /campaigns/<campaign_id>/dossier.zip",
        "GET /campaigns/<campaign_id>/fit",
        "GET /campaigns/<campaign_id>/plan.xlsx",
        "GET /campaigns/<campaign_id>/deliverables/<deliverable_id>",
        "GET /campaigns/<campaign_id>/deliverables/<deliverable_id>/pictures/<sha256>",
        "GET /campaigns/<campaign_id>/slots/<slot_id>/proposals",
        "GET /changes",
        "GET /checks",
        "GET /checks/digest",
        "GET /checks/due",
        "GET /creators/<username>",
        "GET /creators/<username>/analysis",
        "GET /creators/<username>/outcome",
        "GET /creators/<username>/overlaps",
        "GET /devices",
        "GET /members",
        "GET /outcomes",
        "GET /outcomes/summary",
        "GET /outreach/templates",
        "GET /overlaps",
        "GET /pairings",
        "GET /references",
        "GET /searches",
        "GET /sessions/current",
        "GET /settings",
        "GET /settings/prices",
        "GET /settings/thresholds",
        "GET /shortlist",
        "GET /shortlist.<ending>",
        "GET /shortlist/<username>",
        "GET /stages",
        "GET /status",
        "GET /today",
        "GET /views",
        # These make something out of what is there, and keep nothing.
        "POST /campaigns/<campaign_id>/drafts/check",
        "POST /campaigns/<campaign_id>/outreach",
        "POST /checks",
        "POST /money",
        "POST /reports",
        "POST /searches/preview",
        "POST /settings/thresholds/preview",
        "POST /shortlist/exports",
        # Their own browser and tab.
        "DELETE /devices/<client_id>",
        "DELETE /devices/current",
        "DELETE /sessions/current",
        "POST /pairings/<pairing_id>/decision",
        "POST /sessions/codes",
    ),
    "editor": (
        "DELETE /brands/<brand_id>",
        "DELETE /campaigns/<campaign_id>",
        "DELETE /campaigns/<campaign_id>/deliverables/<deliverable_id>",
        "DELETE /campaigns/<campaign_id>/slots/<slot_id>",
        "DELETE /creators/<username>/outcome",
        "DELETE /creators/<username>/rulings/<signal>",
        "DELETE /searches",
        "DELETE /shortlist/<username>",
        "PATCH /campaigns/<campaign_id>",
        "PATCH /campaigns/<campaign_id>/deliverables/<deliverable_id>",
        "PATCH /campaigns/<campaign_id>/slots/<slot_id>",
        "PATCH /shortlist/<username>",
        "POST /activity/<activity_id>/undo",
        "POST /bin/restores",
        "POST /brands",
        "POST /campaigns",
        "POST /campaigns/<campaign_id>/copies",
        "POST /campaigns/<campaign_id>/deliverables",
        "POST /campaigns/<campaign_id>/deliverables/<deliverable_id>/decisions",
        "POST /campaigns/<campaign_id>/deliverables/<deliverable_id>/posted",
        "POST /campaigns/<campaign_id>/deliverables/<deliverable_id>/ticks",
        "POST /campaigns/<campaign_id>/deliverables/<deliverable_id>/versions",
        "POST /campaigns/<campaign_id>/outreach/sent",
        "POST /campaigns/<campaign_id>/sheets",
        "POST /campaigns/<campaign_id>/slots",
        "POST /campaigns/<campaign_id>/slots/<slot_id>/drop",
        "POST /campaigns/<campaign_id>/slots/<slot_id>/fill",
        "POST /campaigns/<campaign_id>/ticks",
        "POST /campaigns/<campaign_id>/undo",
        "POST /checks/pages",
        "POST /shortlist/<username>/undo",
        "POST /shortlist/changes",
        "POST /shortlist/imports",
        "POST /shortlist/undo",
        "POST /tokens",
        "PUT /brands/<brand_id>",
        "PUT /creators/<username>/outcome",
        "PUT /creators/<username>/rulings/<signal>",
        "PUT /outreach/templates",
        "PUT /searches",
        "PUT /shortlist",
        "PUT /shortlist/<username>",
        "PUT /views",
    ),
    "owner": (
        "DELETE /bin",
        "DELETE /bin/<username>",
        "DELETE /creators/<username>",
        "DELETE /members/<member_id>",
        "DELETE /settings/prices",
        "DELETE /settings/thresholds",
        "DELETE /stages",
        "DELETE /status/notice",
        "DELETE /storage/uploads/<upload_id>",
        "GET /storage/backups",
        "GET /storage/backups/<backup_id>",
        "PATCH /members/<member_id>",
        "POST /checks/rescore",
        "POST /checks/rescore/undo",
        "POST /members",
        "POST /members/<member_id>/invitations",
        "POST /stop",
        "POST /storage/backup",
        "POST /storage/backups",
        "POST /storage/backups/<backup_id>/restore",
        "POST /storage/erasure",
        "POST /storage/merge",
        "POST /storage/merges",
        "POST /storage/restore",
        "POST /storage/restores",
        "POST /storage/uploads",
        "POST /storage/uploads/<upload_id>/merge",
        "POST /storage/uploads/<upload_id>/restore",
        "PUT /settings",
        "PUT /settings/prices",
        "PUT /settings/thresholds",
        "PUT /stages",
        "PUT /storage/uploads/<upload_id>",
    ),
}
_EXPORTS = "/shortlist."
_LEAST_OF: Mapping[str, Role] = {route: role for role, routes in LEAST.items() for route in routes}


def least_role(method: str, rule: str) -> Role:
    """The least role that may call a route; ``rule`` is its pattern, without the prefix of the API."""
    return _LEAST_OF.get(f"{'GET' if method == 'HEAD' else method} {plain(rule)}", "owner")


def granted(role: Role) -> tuple[str, ...]:
    """All routes that a role may call, as they stand in the table."""
    return tuple(sorted(route for least in ROLES[: ROLES.index(role) + 1] for route in LEAST[least]))


def plain(rule: str) -> str:
    """A pattern without the kinds of its parts: ``<creator:username>`` is ``<username>``. Exports are one, whatever
    their ending."""
    if rule.startswith(_EXPORTS):
        return f"{_EXPORTS}<ending>"
    parts = (part.rpartition(":")[2] if ":" in part else part for part in rule.split("<"))
    return "<".join(parts)
