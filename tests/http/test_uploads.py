"""A backup that is sent in pieces: whole or not at all, gone afterwards, and as large as a list gets."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from server.errors import BadFile, NotFound
from server.services.uploads import UPLOAD_FILE, Uploads
from server.store import open_store
from server.store.engine import packing
from server.store.records import EntryChanges, ImportRow
from tests.http.conftest import Client
from tests.http.persons import sign_in

UPLOADS, OCTETS = "/api/v1/storage/uploads", "application/octet-stream"
MEGABYTE = 2**20


@pytest.fixture(autouse=True)
def tab(client: Client) -> None:
    sign_in(client)
    client.call("PUT", "/api/v1/shortlist/truoc.vidu", {"note": "ở đây"})


def backup_with(folder: Path, entries: int, note: str) -> bytes:
    """The backup of another Soi."""
    store = open_store(f"tinydb:///{folder / 'other' / 'store'}")
    rows = [ImportRow(f"nguoi{n}.vidu", EntryChanges(note=note)) for n in range(entries)]
    for at in range(0, entries, 1_000):
        store.entries.import_rows(rows[at : at + 1_000])
    file = folder / "other.json"
    store.backup(file)
    store.close()
    return file.read_bytes()


def begun(client: Client, size: int) -> str:
    return str(client.call("POST", UPLOADS, {"bytes": size}).json["id"])


def put(client: Client, upload: str, at: int, piece: bytes) -> Any:
    return client.call("PUT", f"{UPLOADS}/{upload}?at={at}", piece, Content_Type=OCTETS)


def sent(client: Client, data: bytes, piece: int = 4 * MEGABYTE) -> str:
    """The id of an upload of which all is there."""
    upload = begun(client, len(data))
    for at in range(0, len(data), piece):
        assert put(client, upload, at, data[at : at + piece]).status_code == 200
    return upload


def names(client: Client) -> list[str]:
    return sorted(entry["username"] for entry in client.call("GET", "/api/v1/shortlist").json["entries"])


def left(client: Client) -> bool:
    return (client.services.settings.home / UPLOAD_FILE).exists()


@pytest.mark.parametrize("packed", [False, True])
def test_a_backup_in_pieces_is_restored_and_leaves_nothing(
    client: Client, tmp_path: Path, packed: bool
) -> None:
    """Plain as soi backup writes it, and gzip as the page hands it out."""
    data = backup_with(tmp_path, 2, "ở kia")
    upload = sent(client, gzip.compress(data) if packed else data, 100)
    done = client.call("POST", f"{UPLOADS}/{upload}/restore").json
    assert (done["state"], names(client), left(client)) == ("restored", ["nguoi0.vidu", "nguoi1.vidu"], False)


def test_a_backup_in_pieces_is_merged_once_it_was_told(client: Client, tmp_path: Path) -> None:
    """The same pieces serve for both."""
    upload = sent(client, backup_with(tmp_path, 1, "ở kia"))
    told = client.call("POST", f"{UPLOADS}/{upload}/merge").json["new"]
    client.call("POST", f"{UPLOADS}/{upload}/merge?dry_run=false")
    assert (told, names(client), left(client)) == (["nguoi0.vidu"], ["nguoi0.vidu", "truoc.vidu"], False)


def test_what_has_not_arrived_restores_nothing(client: Client) -> None:
    """A tab that is closed on the way changes nothing."""
    upload = begun(client, 10)
    put(client, upload, 0, b"12345")
    refused = client.call("POST", f"{UPLOADS}/{upload}/restore")
    assert (refused.json["error"]["code"], names(client)) == ("incomplete", ["truoc.vidu"])


@pytest.mark.parametrize(
    ("at", "piece", "code"),
    [(3, b"1", "conflict"), (0, b"1" * 11, "too_large"), (10**10, b"1", "bad_number")],
)
def test_a_piece_out_of_its_place_is_refused(client: Client, at: int, piece: bytes, code: str) -> None:
    """Twice the same, one too early, or past the end that was said."""
    assert put(client, begun(client, 10), at, piece).json["error"]["code"] == code


def test_a_piece_that_a_full_disk_took_in_part_is_sent_again(client: Client) -> None:
    """What had come of it is written over, so the file is whole."""
    upload, file = begun(client, 6), client.services.settings.home / UPLOAD_FILE
    put(client, upload, 0, b"abc")
    with file.open("ab") as half:
        half.write(b"de?")
    put(client, upload, 3, b"de")
    assert file.read_bytes() == b"abcde"


@pytest.mark.parametrize("wrong", [lambda data: data + b"more", lambda data: data[:-9]])
def test_what_does_not_end_where_it_should_is_refused_unread(
    client: Client, tmp_path: Path, wrong: Callable[[bytes], bytes]
) -> None:
    """Behind a packed file nothing follows: looking through it took time with the square of its length."""
    upload = sent(client, wrong(gzip.compress(backup_with(tmp_path, 1, "ở kia"))))
    with pytest.raises(BadFile):
        packing.check_file(client.services.settings.home / UPLOAD_FILE)
    refused = client.call("POST", f"{UPLOADS}/{upload}/restore")
    assert (refused.json["error"]["code"], names(client)) == ("bad_file", ["truoc.vidu"])


def test_a_new_upload_takes_the_place_of_the_one_before(client: Client) -> None:
    """One file at a time lies on the disk."""
    before, now = begun(client, 10), begun(client, 5)
    put(client, now, 0, b"12345")
    file = client.services.settings.home / UPLOAD_FILE
    assert (put(client, before, 0, b"1").status_code, file.read_bytes()) == (404, b"12345")


def test_what_is_never_finished_is_dropped(tmp_path: Path) -> None:
    """A tab that was closed in the midst leaves nobody's list on the disk."""
    uploads = Uploads(tmp_path, idle_seconds=0.05)
    upload = uploads.begin(2)
    end = time.monotonic() + 20
    while (tmp_path / UPLOAD_FILE).exists() and time.monotonic() < end:
        time.sleep(0.02)
    with pytest.raises(NotFound):
        uploads.add(upload.id, 0, b"x")
    assert not (tmp_path / UPLOAD_FILE).exists()


def test_more_than_a_page_may_send_is_refused_before_it_is_sent(client: Client) -> None:
    """The bound stands in the limits that the page reads."""
    most = client.call("GET", "/api/v1/storage/backups").json["limits"]["sent_bytes"]
    assert client.call("POST", UPLOADS, {"bytes": most + 1}).json["error"]["code"] == "too_large"


def test_what_unpacks_to_too_much_is_refused_before_it_is_read(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file of nothing but zeros."""
    monkeypatch.setattr(packing, "MOST_OF_A_FILE", MEGABYTE)
    upload = sent(client, gzip.compress(bytes(2 * MEGABYTE)))
    refused = client.call("POST", f"{UPLOADS}/{upload}/restore")
    assert (refused.json["error"]["code"], names(client)) == ("too_large", ["truoc.vidu"])


@pytest.mark.parametrize("erase", ["one", "all", "drop"])
def test_what_is_on_its_way_goes_with_whom_it_may_name(client: Client, erase: str) -> None:
    """Erasing one or everything takes it along, and so does thinking better of it."""
    upload = begun(client, 10)
    put(client, upload, 0, b"truoc.vidu")
    if erase == "one":
        client.call("DELETE", "/api/v1/creators/truoc.vidu")
    elif erase == "all":
        client.call("POST", "/api/v1/storage/erasure", {"confirm": "erase everything", "keep_browsers": True})
    else:
        client.call("DELETE", f"{UPLOADS}/{upload}")
    assert left(client) is False


def test_only_the_owner_of_the_files_reads_it(client: Client) -> None:
    """As with the store itself."""
    begun(client, 1)
    assert (client.services.settings.home / UPLOAD_FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.long
def test_a_backup_of_fifty_megabytes_is_restored(client: Client, tmp_path: Path) -> None:
    """Six times what one request may have."""
    data = backup_with(tmp_path, 5_200, "ghi chú dài " * 770)
    upload = sent(client, data)
    done = client.call("POST", f"{UPLOADS}/{upload}/restore").json
    assert (len(data) > 50 * MEGABYTE, done["entries"], left(client)) == (True, 5_200, False)
