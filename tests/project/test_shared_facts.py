"""What both sides know is written once; the copies are made."""

from __future__ import annotations

import pytest

from scripts.make_shared_facts import ROOT, files

pytestmark = pytest.mark.documents


@pytest.mark.parametrize("path", files())
def test_the_copies_are_what_the_script_writes(path: str) -> None:
    """A table that changed has been written for extension and web app too."""
    assert (ROOT / path).read_text("utf-8") == files()[path]
