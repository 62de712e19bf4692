"""Paired clients; they belong to this machine and are in no backup."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from msgspec.structs import replace

from server.errors import DiskFull, Duplicate, StorageReadonly
from server.store import judging
from server.store.changes import told
from server.store.collection import Collection
from server.store.documents import DEVICES, device_document, device_of
from server.store.records import Device
from server.store.resource import Access, Resource
from server.store.work import UnitOfWork, View, many

COLLECTIONS = (
    Collection(
        DEVICES,
        judging.device,
        indexes={"client_id": lambda doc: [doc["client_id"]], "token": lambda doc: [doc["token_sha256"]]},
        is_local=True,
    ),
)
_SEEN_EVERY = timedelta(hours=1)


class Devices(Resource):
    """``store.devices``."""

    def __init__(self, access: Access) -> None:
        super().__init__(access)
        self._seen: dict[str, datetime] = {}

    def all(self) -> tuple[Device, ...]:
        """All paired clients, oldest first."""
        documents = self._read(lambda view: many(view, DEVICES, view.ids(DEVICES)))
        return tuple(self._with_last_seen(device_of(document)) for document in documents)

    def get(self, client_id: str) -> Device | None:
        """One paired client by its id."""
        return self._found("client_id", client_id)

    def by_token(self, token_sha256: str) -> Device | None:
        """The paired client whose bearer token has this SHA-256 (hex)."""
        return self._found("token", token_sha256)

    def add(self, device: Device) -> None:
        """Keep a paired client. Raises Duplicate if its ``client_id`` is taken."""
        self._write(lambda work: _add(work, device), lambda _: told("devices"))

    def touch(self, client_id: str) -> None:
        """Note that the client was seen; cheap: written at most once an hour."""
        device = self._read(lambda view: _device(view, "client_id", client_id))
        if device is None:
            return
        now = self._seen[client_id] = self._now()
        if device.last_seen and abs(now - device.last_seen) < _SEEN_EVERY:
            return
        with suppress(DiskFull, StorageReadonly):  # a request that only reads must not fail for this
            self._write(lambda work: _renew(work, replace(device, last_seen=now)))

    def remove(self, client_id: str) -> bool:
        """Forget a client: its token is refused from now on. False if it was not known."""
        return self._write(lambda work: _remove(work, client_id), lambda _: told("devices"))

    def forget_seen(self) -> None:
        """After the store was emptied."""
        self._seen.clear()

    def _found(self, index: str, value: str) -> Device | None:
        device = self._read(lambda view: _device(view, index, value))
        return self._with_last_seen(device) if device else None

    def _with_last_seen(self, device: Device) -> Device:
        seen = self._seen.get(device.client_id)
        return replace(device, last_seen=seen) if seen else device


def _device(view: View, index: str, value: str) -> Device | None:
    found = many(view, DEVICES, view.find(DEVICES, index, value))
    return device_of(found[0]) if found else None


def _add(work: UnitOfWork, device: Device) -> None:
    if work.find(DEVICES, "client_id", device.client_id):
        raise Duplicate("This client is connected already.")
    work.insert(DEVICES, device_document(device))


def _renew(work: UnitOfWork, device: Device) -> None:
    """Put what is known of a client now; one that was removed meanwhile stays removed."""
    for doc_id in work.find(DEVICES, "client_id", device.client_id):
        work.put(DEVICES, doc_id, device_document(device))


def _remove(work: UnitOfWork, client_id: str) -> bool:
    found = work.find(DEVICES, "client_id", client_id)
    for doc_id in found:
        work.delete(DEVICES, doc_id)
    return bool(found)
