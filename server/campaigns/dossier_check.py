"""A dossier's zip held against its own list: which file was changed, taken out or put in, whether the log is whole and
the sums are those of the rows. It needs no store and no network."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from server import own_json
from server.campaigns.budget import budget_of
from server.campaigns.dossier import (
    AUDITS,
    BUDGET,
    CAMPAIGN,
    LIST,
    LOG,
    POSTS,
    SCHEMA,
    breaks_in,
    chain_end,
    digest,
    sums_of,
)
from server.campaigns.records import Campaign, Deliverable
from server.errors import BadFile

MAX_PACKED = 64 * 2**20
MAX_UNPACKED = 256 * 2**20
MAX_PARTS = 5_000
_BROKEN = (EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError, zipfile.BadZipFile)
FileState = Literal["same", "changed", "missing", "added"]


class DossierChecked(Struct, frozen=True):
    """What came out."""

    campaign: str
    made_at: str
    list_sha256: str
    """Of the list itself: whoever noted it when the dossier was made knows that nothing at all was changed."""
    parts: Mapping[str, FileState]
    """Every part but the list, by name."""
    log_breaks: tuple[int, ...]
    """Lines of the log that do not follow from the one before."""
    is_log_listed: bool
    """Whether the log ends as the list says."""
    are_sums_right: bool
    """Whether the budget's sums are those of the deliverables."""
    audits: Mapping[str, bytes]
    """The audit files, to be replayed."""

    @property
    def is_whole(self) -> bool:
        """Whether everything is as it was made."""
        states = {*self.parts.values()} <= {"same"}
        return states and not self.log_breaks and self.is_log_listed and self.are_sums_right


def is_dossier(data: bytes) -> bool:
    """Whether a file is a zip; no audit file is one."""
    return data[:4] == b"PK\x03\x04"


def checked(data: bytes) -> DossierChecked:
    """The zip held against its list. Raises BadFile for a file that is no dossier."""
    parts = _unpacked(data)
    listed_as = parts.pop(LIST, b"")
    try:
        listed = own_json.loads(listed_as)
        hashes = {str(name): str(value) for name, value in listed["sha256"].items()}
        told = (str(listed["campaign"]), str(listed["made_at"]), str(listed["log"]), listed["schema"])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadFile("The file is no dossier of Soi: its list of parts is missing or broken.") from error
    if told[3] != SCHEMA:
        raise BadFile("The dossier is of another version of Soi.")
    log = parts.get(LOG, b"")
    return DossierChecked(
        campaign=told[0],
        made_at=told[1],
        list_sha256=digest(listed_as),
        parts=dict(sorted(_states(hashes, parts))),
        log_breaks=tuple(breaks_in(log)),
        is_log_listed=chain_end(log) == told[2],
        are_sums_right=_sums_are_right(parts),
        audits={name: body for name, body in parts.items() if name.startswith(AUDITS)},
    )


def _states(hashes: Mapping[str, str], parts: Mapping[str, bytes]) -> Iterator[tuple[str, FileState]]:
    for name in {*hashes, *parts}:
        if name not in parts:
            yield name, "missing"
        elif name not in hashes:
            yield name, "added"
        else:
            yield name, "same" if digest(parts[name]) == hashes[name] else "changed"


def _unpacked(data: bytes) -> dict[str, bytes]:
    """The members within the limits, read no further than the directory says."""
    if len(data) > MAX_PACKED:
        raise BadFile("The file is larger than any dossier.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MAX_PARTS or sum(one.file_size for one in members) > MAX_UNPACKED:
                raise BadFile("The file is larger than any dossier.")
            return {one.filename: _read(archive, one) for one in members}
    except (zlib.error, *_BROKEN) as error:
        raise BadFile("The file is damaged.") from error


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as opened:
        return opened.read(member.file_size + 1)


def _sums_are_right(parts: Mapping[str, bytes]) -> bool:
    """Whether the budget follows from campaign and deliverables as they stand in the zip."""
    try:
        campaign: Campaign = own_json.record_of(own_json.loads(parts[CAMPAIGN]), Campaign)
        posts: tuple[Deliverable, ...] = own_json.record_of(
            own_json.loads(parts[POSTS]), tuple[Deliverable, ...]
        )
        kept: Any = own_json.loads(parts[BUDGET])
        return bool(kept == own_json.plain(sums_of(budget_of(campaign.budget, posts))))
    except (KeyError, ValueError, TypeError):
        return False
