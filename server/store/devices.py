"""Paired clients in the tables; they belong to this machine and are in no backup."""

from __future__ import annotations

from server.errors import Duplicate
from server.store.documents import DEVICES, device_document
from server.store.records import Device
from server.store.work import Work


def add(work: Work, device: Device) -> None:
    """Keep a client. Raises Duplicate."""
    if work.find(DEVICES, "client_id", device.client_id):
        raise Duplicate("This client is connected already.")
    work.insert(DEVICES, device_document(device))


def renew(work: Work, device: Device) -> None:
    """Put what is known of a client now; one that was removed meanwhile stays removed."""
    for doc_id in work.find(DEVICES, "client_id", device.client_id):
        work.put(DEVICES, doc_id, device_document(device))


def remove(work: Work, client_id: str) -> bool:
    """Forget a client; False if it was not known."""
    found = work.find(DEVICES, "client_id", client_id)
    for doc_id in found:
        work.delete(DEVICES, doc_id)
    return bool(found)
