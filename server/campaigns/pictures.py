"""Pictures of a draft: which files are taken, told by their first bytes alone, and how many."""

from __future__ import annotations

import hashlib
from base64 import b64decode
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from server.campaigns.records import Deliverable, DraftPicture
from server.errors import BadField
from server.messages import Text
from server.messages.refusals import too_many

MOST_BYTES = 200 * 1024
"""Of one picture. The store holds them in memory: the page makes larger ones smaller before it sends them."""
MOST_OF_VERSION = 4
MOST_OF_CAMPAIGN = 200
"""40 MB; a dossier has at most 64."""
MOST_MEGABYTES = 128
"""Of all campaigns together, those in the bin aside; with them twice as many."""
SUFFIX = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}


class SentPicture(Struct, frozen=True):
    """A picture with its bytes."""

    told: DraftPicture
    data: bytes


def media_of(data: bytes) -> str | None:
    """The media type by the file's first bytes; None for any other file, SVG among them: it can hold a program.

    >>> media_of(b"<svg xmlns='http://www.w3.org/2000/svg'/>") is None
    True
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def sent_picture(name: str, data: bytes) -> SentPicture:
    """Raises BadField for a file that is none of the three, or too large."""
    media = media_of(data)
    if media is None:
        raise BadField("pictures: a PNG, JPEG or WebP file is needed.")
    if len(data) > MOST_BYTES:
        raise BadField(f"pictures: at most {MOST_BYTES // 1024} kB each.")
    return SentPicture(DraftPicture(name, hashlib.sha256(data).hexdigest(), media, len(data)), data)


def sent_pictures(rows: Iterable[dict[str, Any]]) -> tuple[SentPicture, ...]:
    """Those of a request, ``{"name", "data"}`` with the bytes in base64. Raises BadField."""
    try:
        return tuple(sent_picture(row["name"], b64decode(row["data"], validate=True)) for row in rows)
    except ValueError as error:
        raise BadField("pictures: data is needed in base64.") from error


def need_room(deliverables: Iterable[Deliverable], more: int) -> None:
    """Raises TooMany where a campaign would have more pictures than are kept."""
    held = sum(len(version.pictures) for one in deliverables for version in one.versions)
    if more and held + more > MOST_OF_CAMPAIGN:
        raise too_many("pictures_of_campaign", most=_whole(MOST_OF_CAMPAIGN))


def need_room_in_store(present: int, in_bin: int) -> None:
    """Bytes of all pictures, and of those of campaigns in the bin. Raises TooMany with what makes room."""
    most = MOST_MEGABYTES * 1024 * 1024
    if present > most:
        raise too_many("pictures_of_all", most=_whole(MOST_MEGABYTES))
    if present + in_bin > 2 * most:
        raise too_many("pictures_in_bin", most=_whole(2 * MOST_MEGABYTES))


def _whole(number: int) -> Text:
    return Text(str(number), str(number))
