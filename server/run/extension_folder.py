"""The extension in a folder of the person: out of the program's own, which an update or a move would take away.

Browsers read an unpacked extension from its folder for good, so the folder is one that is seen, stays, and is only ever
changed file by file.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Literal

from msgspec import Struct

from server.errors import NoExtension
from server.web.extension_files import MANIFEST

STEPS = "soi-extension.html"

FolderChange = Literal["new", "updated", "same"]


class Copied(Struct, frozen=True):
    """Where the extension is now, and whether a browser has to read it anew."""

    folder: Path
    version: str
    change: FolderChange


def default_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Beside the data where those have a chosen place, else a folder that is seen: browsers' dialogs hide dotted ones."""
    chosen = environ.get("SOI_HOME")
    return (Path(chosen).expanduser().absolute() if chosen else Path.home() / "Soi") / "extension"


def copy(given: Path, folder: Path) -> Copied:
    """Make ``folder`` the same as ``given``. Files that went away go; the manifest comes last. Raises OSError, NoExtension.

    A folder that holds anything but an extension is left alone.
    """
    wanted = {path.relative_to(given): path for path in _files(given)}
    is_new = not (folder / MANIFEST).exists()
    gone = [path for path in _files(folder) if path.relative_to(folder) not in wanted]
    if gone and not _is_ours(folder):
        raise NoExtension(f"{folder} holds something else. Choose another folder with --to.")
    written = [_write(path, folder / name) for name, path in sorted(wanted.items(), key=_manifest_last)]
    for path in gone:
        path.unlink()
    version: str = json.loads((folder / MANIFEST).read_text("utf-8"))["version"]
    change: FolderChange = "new" if is_new else "updated" if any(written) or gone else "same"
    return Copied(folder, version, change)


def leave_steps(copied: Copied, words: Mapping[str, str], language: str) -> Path:
    """A page beside the folder that says how a browser takes it. Raises OSError."""
    page = copied.folder.with_name(STEPS)
    steps = [words[f"cli.extension.step.{step}"] for step in ("open", "mode", "load", "connect")]
    filled = _PAGE.format(
        language=language,
        title=escape(words["cli.extension.title"]),
        steps="\n".join(f"<li>{escape(step)}</li>" for step in steps),
        folder=escape(str(copied.folder)),
        update=escape(words["cli.extension.update"]),
        firefox=escape(words["cli.extension.firefox"]),
    )
    page.write_text(filled, "utf-8")
    return page


def _is_ours(folder: Path) -> bool:
    try:
        return bool(json.loads((folder / MANIFEST).read_text("utf-8"))["short_name"] == "Soi")
    except (OSError, ValueError, LookupError, TypeError):
        return False


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _manifest_last(item: tuple[Path, Path]) -> tuple[bool, Path]:
    return item[0].name == MANIFEST, item[0]


def _write(given: Path, target: Path) -> bool:
    """Whether the file had to be written; a browser never sees half of one."""
    content = given.read_bytes()
    if target.is_file() and target.read_bytes() == content:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    staged = target.with_name(f".{target.name}.new")
    staged.write_bytes(content)
    staged.replace(target)
    return True


_PAGE = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1.1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }}
li {{ margin: .6rem 0; }}
code {{ font-size: 1rem; padding: .3rem .5rem; border: 1px solid; border-radius: .3rem; overflow-wrap: anywhere; user-select: all; }}
:root {{ color-scheme: light dark; }}
</style>
<h1>{title}</h1>
<p><code>{folder}</code></p>
<ol>
{steps}
</ol>
<p>{update}</p>
<p>{firefox}</p>
"""
