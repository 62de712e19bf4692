"""Backups, restoring one, and erasing everything.

The command line names files of its user. The Soi page names automatic backups by their ids, or sends the file itself:
no path comes from it and none is shown to it.
"""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, request

from server import logs
from server.api.context import actor, answer, read_body, services
from server.capture import MAX_BODY_BYTES
from server.errors import BadField
from server.fields.kinds import Body, ChoiceField, FlagField, TextField
from server.security.policy import policy
from server.services.merging import merge
from server.services.retention import keep_by
from server.services.uploads import MOST_SENT
from server.store.engine.packing import MOST_UNPACKED
from server.store.reports import Restored

blueprint = Blueprint("storage", __name__)

FILE = Body({"file": TextField(4_096, minimum=1, required=True)})
MERGE = Body({**FILE.fields, "dry_run": FlagField(required=True)})
OCTETS = "application/octet-stream"
ERASE_WORDS = "erase everything"
ERASURE = Body(
    {"confirm": ChoiceField((ERASE_WORDS,), required=True), "keep_browsers": FlagField(required=True)}
)


# --- the command line ----------------------------------------------------------------------------------------


@blueprint.post("/storage/backup")
@policy(access="command", body=FILE, gives={201: "BackupWritten"})
def backup() -> Response:
    """Write everything but the connected clients to a new file."""
    services().store.backup(_path(read_body()["file"]))
    return answer({"state": "written"}, 201)


@blueprint.post("/storage/restore")
@policy(access="command", body=FILE, gives={200: "RestoreDone"})
def restore() -> Response:
    """Replace the store's content by a backup; what was there is backed up first."""
    return restored(services().store.restore(_path(read_body()["file"])))


@blueprint.post("/storage/merge")
@policy(access="command", body=MERGE, gives={200: "MergeAnswer"})
def merge_file() -> Response:
    """The same for a file of any size that the command line names."""
    body = read_body()
    return answer(merge(services().store, _path(body["file"]), dry_run=body["dry_run"], by=actor()))


def _path(text: str) -> Path:
    path = Path(text)
    if not path.is_absolute():
        raise BadField("file: an absolute path is needed.")
    return path


# --- the Soi page --------------------------------------------------------------------------------------------


@blueprint.get("/storage/backups")
@policy(access="person", gives={200: "BackupsAnswer"})
def backups() -> Response:
    """The automatic backups, newest first, and how large a file may be that is sent to be restored."""
    limits = {"bytes": MAX_BODY_BYTES, "unpacked_bytes": MOST_UNPACKED, "sent_bytes": MOST_SENT}
    return answer({"backups": services().store.backups(), "limits": limits})


@blueprint.post("/storage/backups")
@policy(access="person", gives={200: "Backup", 201: "Backup"})
def keep_backup() -> Response:
    """Make an automatic backup now. 200 with the newest one where it holds the same already."""
    kept, made = services().store.keep_backup()
    return answer(kept, 201 if made else 200)


@blueprint.get("/storage/backups/<backup_id>")
@policy(access="person", gives={200: "application/gzip"})
def download(backup_id: str) -> Response:
    """An automatic backup as a gzip file, which `soi restore` and the page take back."""
    response = Response(services().store.backup_file(backup_id), mimetype="application/gzip")
    response.headers["Content-Disposition"] = f'attachment; filename="soi-backup-{backup_id}.json.gz"'
    return response


@blueprint.post("/storage/backups/<backup_id>/restore")
@policy(access="person", gives={200: "RestoreDone"})
def restore_kept(backup_id: str) -> Response:
    """Restore an automatic backup; 'before' names the one of what was there, made just now."""
    return restored(services().store.restore(backup_id))


@blueprint.post("/storage/restores")
@policy(access="person", media=(OCTETS,), gives={200: "RestoreDone"})
def restore_sent() -> Response:
    """Restore the backup in the body, plain or gzip."""
    return restored(services().store.restore(request.get_data(cache=False)))


@blueprint.post("/storage/merges")
@policy(access="person", media=(OCTETS,), query=("dry_run",), gives={200: "MergeAnswer"})
def merge_sent() -> Response:
    """Put the list of another Soi's backup, in the body, together with this one; without ``dry_run=false`` only tell how.

    ``POST /shortlist/undo`` takes back what ``saved`` names.
    """
    dry_run = dry_run_of(request.args.get("dry_run", "true"))
    return answer(merge(services().store, request.get_data(cache=False), dry_run=dry_run, by=actor()))


def dry_run_of(text: str) -> bool:
    """Raises BadField."""
    if text not in ("true", "false"):
        raise BadField("dry_run: true or false.")
    return text == "true"


@blueprint.post("/storage/erasure")
@policy(access="person", body=ERASURE, gives={200: "EverythingErased"})
def erase_everything() -> Response:
    """Erase list, history, audits, rulings, outcomes, sketches and their key, settings, logs and automatic backups."""
    services().door.forget()  # a check that is under way is not kept
    wiped = services().store.wipe(keep_devices=read_body()["keep_browsers"])
    logs.erase(services().settings)
    _forget()
    services().sketch_key.forget()
    return answer({"erased": wiped})


def restored(done: Restored) -> Response:
    """What is said of a restore; nothing of before is remembered."""
    _forget()
    return answer({"state": "restored", "entries": done.entries, "before": done.before})


def _forget() -> None:
    """The store holds other content: what was derived from the old one, or set by it, goes."""
    present = services()
    present.door.forget()
    present.uploads.forget()
    keep_by(present.current_settings(), present.store, present.sketch_key)
