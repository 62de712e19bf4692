"""A saved page with an open list is read as the browser reads it."""

from __future__ import annotations

import json
from pathlib import Path

from server.capture import Capture
from server.parsing import read_capture

DIALOGS = Path(__file__).resolve().parents[1] / "fixtures" / "dialogs"


def test_default_pictures_are_known_as_in_the_browser() -> None:
    """agreement.test.js reads the same file against the same truth."""
    rows = read_capture(Capture.from_page((DIALOGS / "default_pictures.html").read_bytes())).follower_rows
    expected = json.loads((DIALOGS / "default_pictures.json").read_text("utf-8"))
    assert {row.username: row.has_photo for row in rows} == expected
