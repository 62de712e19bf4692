"""Zip the extension for the stores: ``python scripts/package_extension.py [--out DIR]``.

One folder is the extension for every browser; a package differs from it in the manifest alone, which loses the keys
that the other family would warn about. The same sources give the same bytes: names sorted, one timestamp, one mode.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the version is the server's

from server import __version__  # noqa: E402  (the path is set just above)

SOURCE = ROOT / "extension"
SHIPPED = frozenset([".js", ".json", ".html", ".css", ".png", ".svg"])
"""Kinds of files that go into a package; a README or a map beside them does not."""
_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say."""


class PackagingError(Exception):
    """The extension must not be shipped like this."""


def files(source: Path = SOURCE) -> list[Path]:
    """What is shipped, sorted by name; raises PackagingError for a test file or a link."""
    found = sorted(path for path in source.rglob("*") if path.suffix in SHIPPED)
    for path in found:
        if path.is_symlink() or "test" in path.name.lower() or "node_modules" in path.parts:
            raise PackagingError(f"{path.relative_to(source)} must not be shipped")
    return found


def manifest_for(browser: str, source: Path = SOURCE) -> dict[str, Any]:
    """The manifest without the other family's keys; raises PackagingError when versions differ.

    ``key`` gives an unpacked extension one id in whatever folder it lies. A store gives one of its own and refuses it.
    """
    manifest: dict[str, Any] = json.loads((source / "manifest.json").read_text("utf-8"))
    if manifest["version"] != __version__:
        raise PackagingError(f"manifest {manifest['version']} and server {__version__} must be one version")
    manifest.pop("key", None)
    if browser == "chrome":
        del manifest["browser_specific_settings"], manifest["background"]["scripts"]
    else:
        del manifest["minimum_chrome_version"], manifest["background"]["service_worker"]
    return manifest


def package(browser: str, source: Path = SOURCE) -> bytes:
    """The zip for "chrome" (Chrome, Edge, Cốc Cốc) or "firefox"."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in files(source):
            name = path.relative_to(source).as_posix()
            content = path.read_bytes()
            if name == "manifest.json":
                content = json.dumps(manifest_for(browser, source), indent=2, ensure_ascii=False).encode()
            archive.writestr(_entry(name), content, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # else the byte says which system built it
    return entry


def check_version(expected: str | None) -> None:
    """Raises PackagingError where another version than this one is to be packaged."""
    if expected not in (None, __version__):
        raise PackagingError(f"this is version {__version__}, not {expected}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder for the zips (dist)")
    parser.add_argument("--expect", metavar="VERSION", help="refuse to package any other version")
    arguments = parser.parse_args()
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    try:
        check_version(arguments.expect)
        for browser in ("chrome", "firefox"):
            path = out / f"soi-{browser}-{__version__}.zip"
            path.write_bytes(package(browser))
            print(f"{path.name}  {path.stat().st_size:,} bytes")
    except PackagingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
