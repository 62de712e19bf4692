"""Which fonts a browser of the tests sees: those of a bare machine, or one narrow family.

Text is a fifth narrower in one than in the other. A layout that holds in both holds in between; one that was only
tried with the fonts that happen to lie on a machine breaks on the next.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

Family = Literal["wide", "narrow"]

_FILES: dict[Family, tuple[str, ...]] = {
    "wide": ("*/DejaVuSans.ttf", "*/DejaVuSans-Bold.ttf", "*/DejaVuSansMono.ttf", "*/DejaVuSerif.ttf"),
    "narrow": ("*/LiberationSans-*.ttf",),
}
"""Debian's fonts-dejavu-core and fonts-liberation2, both with all Vietnamese letters."""
_EMOJI = "*/NotoColorEmoji.ttf"
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include>/etc/fonts/fonts.conf</include>
  <selectfont>
    <rejectfont><glob>*.*</glob></rejectfont>
    <acceptfont>{globs}</acceptfont>
  </selectfont>
</fontconfig>
"""


_FOLDER = Path("/usr/share/fonts")


def is_there(family: Family) -> bool:
    """Whether every file of the family is installed where Debian puts them."""
    return all(any(_FOLDER.rglob(name.removeprefix("*/"))) for name in _FILES[family])


def environment(family: Family, folder: Path) -> dict[str, str]:
    """This process's environment for a browser that sees ``family`` and the emoji; its configuration lies in ``folder``."""
    globs = "".join(f"<glob>{glob}</glob>" for glob in (*_FILES[family], _EMOJI))
    written = folder / f"fonts-{family}.conf"
    written.write_text(_CONFIGURATION.format(globs=globs), "utf-8")
    return os.environ | {"FONTCONFIG_FILE": str(written)}
