"""A workbook as import: recognised, measured before anything is unpacked, and refused with the way out.

Excel saves the same list as "CSV UTF-8", which the import takes.
"""

from __future__ import annotations

import io
import zipfile

from server.errors import BadFile, TooLarge
from server.exports.csv_import import Sheet

MAX_UNPACKED = 64 * 2**20
MAX_RATIO = 100


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin like a zip archive (.xlsx) or an old binary workbook (.xls)."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"))


def read(data: bytes) -> Sheet:
    """Raises TooLarge for an archive that would unpack too far, BadFile for any other."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise BadFile("The workbook is damaged or cut off.") from error
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED or any(m.file_size > MAX_RATIO * max(m.compress_size, 1) for m in members):
        raise TooLarge("The workbook unpacks to more than a list can be.")
    raise BadFile('Save the list as "CSV UTF-8" in your spreadsheet and import that file.')
