"""The web app's libraries are what their manifest says, and nothing else."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from scripts.vendor import MANIFEST, PACKAGES, VENDOR

pytestmark = pytest.mark.documents


def listed() -> list[dict[str, Any]]:
    packages: list[dict[str, Any]] = json.loads((VENDOR / MANIFEST).read_text("utf-8"))["packages"]
    return packages


def test_each_file_has_the_listed_checksum() -> None:
    """A library is never edited here, and no file lies beside the listed ones."""
    expected = {name: digest for package in listed() for name, digest in package["files"].items()}
    found = {path.name: path.read_bytes() for path in VENDOR.iterdir() if path.name != MANIFEST}
    assert {name: hashlib.sha256(body).hexdigest() for name, body in found.items()} == expected


def test_the_manifest_is_the_scripts() -> None:
    """Version, licence and pinned archive stand in the script; the manifest repeats them."""
    pinned = [(p.name, p.version, p.licence, p.integrity, set(p.files.values())) for p in PACKAGES]
    assert [
        (p["name"], p["version"], p["licence"], p["integrity"], set(p["files"])) for p in listed()
    ] == pinned


def test_each_library_comes_with_its_licence() -> None:
    """MIT and ISC ask for their text to be passed on."""
    for package in listed():
        texts = [VENDOR / name for name in package["files"] if name.endswith("LICENSE.txt")]
        assert [text.exists() and "opyright" in text.read_text("utf-8") for text in texts] == [True]
