"""The types of the extension and the web app are what the API answers."""

from __future__ import annotations

import pytest

from scripts.make_api_types import TARGET, text

pytestmark = pytest.mark.documents


def test_the_types_are_what_the_script_writes() -> None:
    """A record that changed has been written for JavaScript too."""
    assert TARGET.read_text("utf-8") == text()
