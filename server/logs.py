"""Structured logs: one JSON object a line, rotated, readable by the owner only.

A line holds the event and the fields that this project put there on purpose. The words of other libraries' messages
are left out: they may hold an address, and an address may hold somebody's name.
"""

from __future__ import annotations

import contextlib
import logging
import os
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler

from server import own_json
from server.settings import Settings

FILE_NAME = "soi.log"
_KEPT = 3


class JsonLines(logging.Formatter):
    """Formats a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        own = record.name.split(".", 1)[0] == "server"
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.getMessage() if own else "message of a library",
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["type"] = record.exc_info[0].__name__
        return own_json.dumps(line).decode()


class PrivateFileHandler(RotatingFileHandler):
    """Opens its files with mode 0600 from the first byte."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8")

    def format(self, record: logging.LogRecord) -> str:
        """Once a record: RotatingFileHandler asks for a line twice, the first time for its length."""
        known = vars(record)
        if "line" not in known:
            known["line"] = super().format(record)
        return str(known["line"])

    def close_file(self) -> None:
        """Give the file back; the next record opens it anew. The caller holds the handler's lock."""
        if self.stream is not None:
            self.stream.close()
            self.stream = None


def start(settings: Settings) -> None:
    """Send all records to ``logs/soi.log`` in the data folder. Raises OSError."""
    folder = settings.home / "logs"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = PrivateFileHandler(
        folder / FILE_NAME, maxBytes=settings.log_megabytes * 2**20, backupCount=_KEPT, encoding="utf-8"
    )
    handler.setFormatter(JsonLines())
    logging.raiseExceptions = False  # a full disk costs the line, not a traceback in the terminal
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(settings.log_level.upper())
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a busy moment is no event


def erase(settings: Settings) -> None:
    """Remove the log files; the log goes on in a new one. A file that another program holds open stays (Windows)."""
    writing = [h for h in logging.getLogger().handlers if isinstance(h, PrivateFileHandler)]
    for handler in writing:
        handler.acquire()
    try:
        for handler in writing:
            handler.close_file()
        for file in (settings.home / "logs").glob(f"{FILE_NAME}*"):
            with contextlib.suppress(OSError):
                file.unlink()
    finally:
        for handler in writing:
            handler.release()
