"""One tree of errors: each has a stable code, an HTTP status and plain words without an echo of the input.

The command line, the API and the extension show the same codes; translations live in server/messages under
``error.<code>``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import UNSET, Struct, UnsetType


class Failure(Struct, frozen=True, kw_only=True):
    """An error as every answer says it."""

    code: str
    message: str
    details: dict[str, Any] | UnsetType = UNSET


class SoiError(Exception):
    """An expected failure that a person can act on."""

    code: ClassVar[str] = "internal"
    http_status: ClassVar[int] = 500
    message: ClassVar[str] = "Something went wrong inside Soi."

    def __init__(self, detail: str | None = None, details: Mapping[str, Any] | None = None) -> None:
        """``detail`` replaces the general words; it names a field, a limit or a fix, never the input itself.

        ``details`` is for a page that says it in its own words: what may be chosen instead, which row it was.
        """
        self.detail = detail or self.message
        self.details = details
        super().__init__(self.detail)

    def answer(self) -> Failure:
        details = UNSET if self.details is None else dict(self.details)
        return Failure(code=self.code, message=self.detail, details=details)


# --- the request itself -------------------------------------------------------------------------------------


class BadHost(SoiError):
    code, http_status = "bad_host", 421
    message = "This server answers only under its own address."


class BadOrigin(SoiError):
    code, http_status = "bad_origin", 403
    message = "This origin is not connected to Soi."


class Unauthorized(SoiError):
    code, http_status = "unauthorized", 401
    message = "Connect first: this request carries no valid token."


class Forbidden(SoiError):
    code, http_status = "forbidden", 403
    message = "Your role does not allow this. An owner can give you another one."


class NotFound(SoiError):
    code, http_status = "not_found", 404
    message = "There is nothing at this address."


class Gone(SoiError):
    code, http_status = "gone", 410
    message = "This is no longer available."


class MethodNotAllowed(SoiError):
    code, http_status = "method_not_allowed", 405
    message = "This address does not take that method."


class UnsupportedMediaType(SoiError):
    code, http_status = "unsupported_media_type", 415
    message = "Send application/json in UTF-8."


class UnsupportedEncoding(SoiError):
    code, http_status = "unsupported_encoding", 415
    message = "Send the body uncompressed."


class TooLarge(SoiError):
    code, http_status = "too_large", 413
    message = "The body is over the size limit."


class BadRequest(SoiError):
    code, http_status = "bad_request", 400
    message = "This is not a request that the server understands."


class RequestTimeout(SoiError):
    code, http_status = "timeout", 408
    message = "The request was not finished in time."


# --- what the body says -------------------------------------------------------------------------------------


class BadJson(SoiError):
    code, http_status = "bad_json", 400
    message = "The body is not one JSON object in UTF-8."


class BadNumber(SoiError):
    code, http_status = "bad_number", 422
    message = "A number is out of range or not a plain number."


class BadText(SoiError):
    code, http_status = "bad_text", 422
    message = "A text holds characters that cannot be stored."


class UnknownField(SoiError):
    code, http_status = "unknown_field", 422
    message = "The body has a field that Soi does not know."


class BadField(SoiError):
    code, http_status = "bad_field", 422
    message = "A field is missing or of the wrong type."


class BadUsername(SoiError):
    code, http_status = "bad_username", 422
    message = "A user name has 1 to 30 of the characters a-z, 0-9, dot and underscore."


class BadUrl(SoiError):
    code, http_status = "bad_url", 422
    message = "The address is not an Instagram page, or the page belongs to another profile."


class TooLong(SoiError):
    code, http_status = "too_long", 422
    message = "A text is over its length limit."


class TooMany(SoiError):
    code, http_status = "too_many", 422
    message = "A list is over its length limit."


class UnclearPrice(SoiError):
    code, http_status = "unclear_price", 422
    message = "The price can be read in more than one way. Say which one is meant."


class NotAFile(SoiError):
    code, http_status = "not_a_file", 422
    message = "This is no file but a folder, a pipe or a device."


class BadFile(SoiError):
    code, http_status = "bad_file", 422
    message = "The file cannot be read."


# --- what the page is ---------------------------------------------------------------------------------------


class NotAProfile(SoiError):
    code, http_status = "not_a_profile", 422
    message = "This page is not an Instagram profile."


class Incomplete(SoiError):
    code, http_status = "incomplete", 422
    message = "The profile has not finished loading."


# --- the store ----------------------------------------------------------------------------------------------


class Duplicate(SoiError):
    code, http_status = "duplicate", 409
    message = "This creator is already on the list."


class Conflict(SoiError):
    code, http_status = "conflict", 412
    message = "The entry was changed meanwhile. Load it again and repeat the change."


class BulkConflict(Conflict):
    """``conflicts``: user name and present version of each entry that was changed meanwhile; None: it is gone."""

    def __init__(self, conflicts: Mapping[str, int | None]) -> None:
        super().__init__("Entries were changed or removed meanwhile. Nothing was done; load the list again.")
        self.conflicts = conflicts


class DiskFull(SoiError):
    code, http_status = "disk_full", 507
    message = "The disk is full. Nothing was changed; free some space and try again."


class StorageReadonly(SoiError):
    code, http_status = "storage_readonly", 507
    message = "Soi may not write to its data folder. Nothing was changed."


class Busy(SoiError):
    code, http_status = "busy", 503
    message = "Soi is busy. Try again in a moment."
    retry_after: float = 2
    """Seconds."""


class SlowDown(Busy):
    """Too many in a row: the next one is welcome after a wait."""

    http_status = 429

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.retry_after = seconds


class DbSetAside(SoiError):
    code, http_status = "db_set_aside", 500
    message = "The data file could not be read and was set aside unchanged."


class DbNewer(SoiError):
    code, http_status = "db_newer", 422
    message = "The data was written by a newer Soi. Update Soi, or choose another data folder."


class HalfMoved(SoiError):
    code, http_status = "half_moved", 503
    message = "A store was being moved into this database and the move is not finished. Run the same soi migrate again."


class NotEmpty(SoiError):
    code, http_status = "not_empty", 409
    message = "There is something in the database that should take the store. Choose an empty one, or erase that one first."


class NotWhole(SoiError):
    code, http_status = "not_whole", 422
    message = "The store is not whole, so it is not moved. This says what to do: soi doctor"


class MovedWrong(SoiError):
    code, http_status = "moved_wrong", 500
    message = "The two stores are not equal after the move. Stop every server on both and run the same soi migrate again."


class AlreadyRunning(SoiError):
    code, http_status = "already_running", 500
    message = "Soi is already running on this data folder."


class NoAnswer(SoiError):
    code, http_status = "no_answer", 500
    message = "Soi does not answer. End its process, then start Soi again."


class NotStarted(SoiError):
    code, http_status = "not_started", 500
    message = "Soi could not be started. This says why: soi doctor"


class PortInUse(SoiError):
    code, http_status = "port_in_use", 500
    message = "Another program uses this port."


class PortForbidden(SoiError):
    code, http_status = "port_forbidden", 500
    message = (
        "This system keeps ports below 1024 for its administrator. Start Soi with --port and a higher number."
    )


class NoExtension(SoiError):
    code, http_status = "no_extension", 500
    message = "The extension's files are missing. Install Soi again."


class NoHome(SoiError):
    code, http_status = "no_home", 500
    message = "There is no home folder to keep data in. Set SOI_HOME to a folder of yours."


class LittleMemory(SoiError):
    code, http_status = "little_memory", 500
    message = "There is not enough memory for this. Close other programs, or take fewer files at a time."


class WorkerLost(SoiError):
    code, http_status = "worker_lost", 500
    message = "The process that read this file ended before it was done, twice. Perhaps it needs more memory than there is."


class BadSetting(SoiError):
    code, http_status = "bad_setting", 422
    message = "A setting has a value that cannot be used."


class Inconsistent(SoiError):
    code, http_status = "inconsistent", 422
    message = "Two of these values contradict each other."


class BadRange(SoiError):
    code, http_status = "bad_range", 422
    message = "A range ends before it begins."


class OverlappingRanges(SoiError):
    code, http_status = "overlapping_ranges", 422
    message = "Two ranges hold the same number of followers."
