"""Taking Soi off a machine: all but the data, which are asked for separately. Standard library only."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from scripts.dev_environment import ROOT, Environment, say

MADE_HERE = (
    ".venv",
    ".venv.old",
    "node_modules",
    "dist",
    "build",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
)
"""What the set-up, the tests and the packaging leave in this folder."""
_PLACES = "from server.settings import default_home; from server.run.extension_folder import default_folder; print(default_home(), default_folder(), sep='\\n')"


def remove(data_too: bool) -> int:
    """Stop Soi, end its autostart, delete what was made here and the copied extension. The data only when asked for."""
    environment = Environment()
    places = _places(environment)
    if places is None:
        say("nothing is set up here")
    else:
        for command in (["stop"], ["autostart", "off"]):
            if subprocess.call([str(environment.scripts / "soi"), *command]):
                say("Soi could not be stopped; nothing was deleted")
                return 1
    data, extension = places or (None, None)
    if extension is not None and (extension / "manifest.json").is_file():
        shutil.rmtree(extension)
        extension.with_name("soi-extension.html").unlink(missing_ok=True)
    _delete_data(data, data_too)
    for name in MADE_HERE:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    say(f"removed. Remove the extension in the browser, and delete this folder: {ROOT}")
    return 0


def _places(environment: Environment) -> tuple[Path, Path] | None:
    """The data folder and the copied extension, as this Soi itself says."""
    if not environment.python.exists():
        return None
    told = subprocess.run(
        [str(environment.python), "-c", _PLACES], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    found = told.stdout.splitlines()
    return (Path(found[0]), Path(found[1])) if told.returncode == 0 and len(found) == 2 else None


def _delete_data(data: Path | None, wanted: bool) -> None:
    """After the word, typed: nothing brings them back."""
    if data is None or not data.exists():
        return
    if not wanted:
        say(f"your data stay in {data}; `remove --data` deletes them too")
        return
    if not sys.stdin.isatty():
        say(f"your data stay in {data}: only a person at a terminal can have them deleted")
        return
    if input(f"Delete all creators, notes and backups in {data}? Type DELETE: ").strip() == "DELETE":
        shutil.rmtree(data)
        say("the data are deleted")
    else:
        say(f"your data stay in {data}")
