"""A backup of any size that the Soi page sends in pieces, and what is done with it once it is here."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server.api.checks import whole_number
from server.api.context import actor, answer, read_body, services
from server.api.storage import OCTETS, dry_run_of, restored
from server.fields.kinds import Body, WholeField
from server.security.policy import policy
from server.services.merging import merge
from server.services.uploads import MOST_SENT, PIECE, Upload

UPLOAD = Body({"bytes": WholeField(MOST_SENT * 1_000, 1, required=True)})

blueprint = Blueprint("uploads", __name__)


@blueprint.post("/storage/uploads")
@policy(access="person", body=UPLOAD, gives={201: "UploadAnswer"})
def begin() -> Response:
    """Begin to send a file of so many bytes; one that was on its way is dropped. 413 where it is too large."""
    return answer(_told(services().uploads.begin(read_body()["bytes"])), 201)


@blueprint.put("/storage/uploads/<upload_id>")
@policy(access="person", media=(OCTETS,), query=("at",), gives={200: "UploadAnswer"})
def add(upload_id: str) -> Response:
    """The piece that begins ``at`` so many bytes; 412 where that is not the next one."""
    at = whole_number(request.args.get("at", "0"), "at", 0, MOST_SENT)
    return answer(_told(services().uploads.add(upload_id, at, request.get_data(cache=False))))


@blueprint.delete("/storage/uploads/<upload_id>")
@policy(access="person", gives={204: None})
def drop(upload_id: str) -> Response:
    """Think better of it."""
    services().uploads.drop(upload_id)
    return Response(status=204)


@blueprint.post("/storage/uploads/<upload_id>/restore")
@policy(access="person", gives={200: "RestoreDone"})
def restore(upload_id: str) -> Response:
    """Restore the backup that was sent, which goes; 422 "incomplete" where some of it has not arrived."""
    done = services().store.restore(services().uploads.whole(upload_id))
    return restored(done)


@blueprint.post("/storage/uploads/<upload_id>/merge")
@policy(access="person", query=("dry_run",), gives={200: "MergeAnswer"})
def merge_sent(upload_id: str) -> Response:
    """Put the list in it together with this one; without ``dry_run=false`` only tell how."""
    dry_run = dry_run_of(request.args.get("dry_run", "true"))
    done = merge(services().store, services().uploads.whole(upload_id), dry_run=dry_run, by=actor())
    if not dry_run:
        services().uploads.forget()
    return answer(done)


def _told(upload: Upload) -> dict[str, object]:
    return {"id": upload.id, "bytes": upload.bytes, "received": upload.received, "piece_bytes": PIECE}
