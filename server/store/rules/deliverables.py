"""Deliverables: each a document of its own, so that a decision about one meets no other. ``campaigns`` changes them."""

from __future__ import annotations

from server.store import judging_campaigns
from server.store.campaign_documents import CAMPAIGNS, DELIVERABLES, without_its_creator
from server.store.collection import Collection
from server.store.documents import CREATORS
from server.store.work import Doc

COLLECTIONS = (
    Collection(
        DELIVERABLES,
        judging_campaigns.deliverable,
        indexes={
            "campaign": lambda doc: [doc["campaign"]],
            "creator": lambda doc: [] if doc["creator"] is None else [doc["creator"]],
        },
        references={"campaign": CAMPAIGNS, "creator": CREATORS},
        left=without_its_creator,
    ),
)


def with_state_of(present: Doc, before: Doc) -> Doc:
    """The present document planned as it was before; its log, its ticks and what its post said stay, whatever is taken back."""
    seen = {
        "versions": present["versions"],
        "posted": present.get("posted"),
        "ticks": present.get("ticks", []),
    }
    return before | seen | {"version": present["version"] + 1}
