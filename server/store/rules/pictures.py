"""Pictures of drafts: their bytes, apart from the deliverables, so that a list of campaigns reads none of them."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable

from server.campaigns.pictures import SentPicture, need_room_in_store
from server.errors import NotFound
from server.store import judging_campaigns
from server.store.campaign_documents import CAMPAIGNS, DELIVERABLES, PICTURES, doc_id_of
from server.store.collection import Collection
from server.store.documents import CREATORS
from server.store.resource import Resource
from server.store.work import Doc, UnitOfWork, View

COLLECTIONS = (
    Collection(
        PICTURES,
        judging_campaigns.picture,
        indexes={
            "deliverable": lambda doc: [doc["deliverable"]],
            "creator": lambda doc: [] if doc["creator"] is None else [doc["creator"]],
        },
        references={"deliverable": DELIVERABLES, "creator": CREATORS},
    ),
)


class Pictures(Resource):
    """``store.pictures``; ``store.campaigns.change`` puts them there, together with the version that has them."""

    def get(self, campaign_id: str, deliverable_id: str, sha256: str) -> tuple[str, bytes]:
        """Media type and bytes. Raises NotFound."""
        campaign, deliverable = doc_id_of(campaign_id), doc_id_of(deliverable_id)

        def look(view: View) -> Doc | None:
            post = view.get(DELIVERABLES, deliverable)
            if post is None or post["campaign"] != campaign:
                return None
            return _found(view, deliverable, sha256)

        document = self._read(look)
        if document is None:
            raise NotFound
        return document["media"], b64decode(document["data"])


def put_pictures(unit: UnitOfWork, deliverable: int, pictures: Iterable[SentPicture]) -> None:
    """Keep those that the deliverable does not have yet, once its document names them. Raises TooMany."""
    new = [one for one in pictures if _found(unit, deliverable, one.told.sha256) is None]
    if not new:
        return
    need_room_in_store(*_bytes_of_all(unit))
    post = unit.get(DELIVERABLES, deliverable) or {}
    for one in new:
        data = b64encode(one.data).decode("ascii")
        told = {"sha256": one.told.sha256, "media": one.told.media, "data": data}
        unit.insert(PICTURES, {"deliverable": deliverable, "creator": post.get("creator")} | told)


def _bytes_of_all(view: View) -> tuple[int, int]:
    """Of all pictures that deliverables name: those of present campaigns, and of campaigns in the bin."""
    campaigns = view.get_many(CAMPAIGNS, view.ids(CAMPAIGNS))
    sums = [0, 0]
    for document in view.get_many(DELIVERABLES, view.ids(DELIVERABLES)).values():
        named = [each for version in document["versions"] for each in version.get("pictures", ())]
        is_in_bin = bool(campaigns.get(document["campaign"], {}).get("removed_at"))
        sums[is_in_bin] += sum({each["sha256"]: each["bytes"] for each in named}.values())
    return sums[0], sums[1]


def drop_pictures(unit: UnitOfWork, deliverable: int) -> None:
    """Those of a deliverable that goes."""
    for doc_id in unit.find(PICTURES, "deliverable", deliverable):
        unit.delete(PICTURES, doc_id)


def _found(view: View, deliverable: int, sha256: str) -> Doc | None:
    documents = view.get_many(PICTURES, view.find(PICTURES, "deliverable", deliverable))
    return next((document for document in documents.values() if document["sha256"] == sha256), None)
