"""What `soi doctor` says of the extension's copy: whether it is the one of this program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress

from server import __version__
from server.cli._finding import Finding, Says
from server.run.extension_folder import default_folder
from server.settings import Settings
from server.web.extension_files import MANIFEST


def findings(_: Settings, says: Says) -> Iterator[Finding]:
    """Nothing where `soi extension` was never used."""
    folder = default_folder()
    with suppress(OSError, ValueError, LookupError, TypeError):
        version = json.loads((folder / MANIFEST).read_text("utf-8"))["version"]
        if version == __version__:
            yield says.finding("ok", "extension", "extension", version=version, folder=folder)
        else:
            yield says.finding(
                "miss", "extension", "extension", "fix.extension", version=version, folder=folder
            )
