"""Take the libraries of the web app from their npm packages: ``python scripts/vendor.py``.

The packages come through the machine's own npm client, whose integrity check is repeated here against the pinned
hash. The files stay byte for byte as published; ``manifest.json`` beside them names version, licence and checksum of
each, and a test holds the files against it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # started as a script, this is not importable yet

from scripts.dev_checks import npm_command

ROOT = Path(__file__).resolve().parents[1]
VENDOR = ROOT / "server" / "web" / "vendor"
MANIFEST = "manifest.json"


class VendorError(Exception):
    """A package is not what was pinned."""


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package and the files taken from it."""

    name: str
    version: str
    licence: str
    integrity: str
    """As package-lock.json writes it: sha512- and base64."""
    files: dict[str, str]
    """Path inside the package to the name here."""


PACKAGES = (
    Package(
        "@observablehq/plot",
        "0.6.17",
        "ISC",
        "sha512-/qaXP/7mc4MUS0s4cPPFASDRjtsWp85/TbfsciqDgU1HwYixbSbbytNuInD8AcTYC3xaxACgVX06agdfQy9W+g==",
        {"dist/plot.umd.min.js": "plot.js", "LICENSE": "plot.LICENSE.txt"},
    ),
    Package(
        "d3",
        "7.9.2",
        "ISC",
        "sha512-ZKb/mONPVKzaO5UlcWcwN8bS4ezvQaYu+bsou+XgNABdGC800kwH651ADTbbTxMPHW13UlvbQafdmJQDk1w7Mg==",
        {"dist/d3.min.js": "d3.js", "LICENSE": "d3.LICENSE.txt"},
    ),
    Package(
        "htm",
        "3.1.1",
        "Apache-2.0",
        "sha512-983Vyg8NwUE7JkZ6NmOqpCZ+sh1bKv2iYTlUkzlWmA5JD2acKoxd4KVxbMmxX/85mtfdnDmTFoNKcg5DGAvxNQ==",
        {  # the one published module that holds preact, its hooks and htm, and its types
            "preact/standalone.module.js": "preact.js",
            "preact/index.d.ts": "preact.d.ts",
            "LICENSE": "htm.LICENSE.txt",
        },
    ),
    Package(  # inside the module above; here for its licence
        "preact",
        "10.7.1",
        "MIT",
        "sha512-MufnRFz39aIhs9AMFisonjzTud1PK1bY+jcJLo6m2T9Uh8AqjD77w11eAAawmjUogoGOnipECq7e/1RClIKsxg==",
        {"LICENSE": "preact.LICENSE.txt"},
    ),
)


def main() -> int:
    VENDOR.mkdir(exist_ok=True)
    listed = [_take(package) for package in PACKAGES]
    (VENDOR / MANIFEST).write_text(json.dumps({"packages": listed}, indent=2) + "\n", "utf-8", newline="\n")
    print(f"{sum(len(package.files) for package in PACKAGES)} files in {VENDOR.relative_to(ROOT)}")
    return 0


def _take(package: Package) -> dict[str, object]:
    """Write the package's files; gives its part of the manifest."""
    with tempfile.TemporaryDirectory() as folder:
        archive = _download(package, Path(folder))
        found = integrity(archive.read_bytes())
        if found != package.integrity:
            raise VendorError(f"{package.name} {package.version}: pinned {package.integrity}, got {found}")
        contents = _contents(archive, package)
    for name, body in contents.items():
        (VENDOR / name).write_bytes(body)
    return {
        "name": package.name,
        "version": package.version,
        "licence": package.licence,
        "integrity": package.integrity,
        "files": {name: hashlib.sha256(body).hexdigest() for name, body in contents.items()},
    }


def _download(package: Package, folder: Path) -> Path:
    command = [npm_command(), "pack", "--silent", f"{package.name}@{package.version}"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.tgz"))


def _contents(archive: Path, package: Package) -> dict[str, bytes]:
    with tarfile.open(archive) as packed:
        found = {name: packed.extractfile(f"package/{path}") for path, name in package.files.items()}
        return {name: member.read() for name, member in found.items() if member is not None}


def integrity(body: bytes) -> str:
    """The hash that npm writes for an archive."""
    return "sha512-" + base64.b64encode(hashlib.sha512(body).digest()).decode()


if __name__ == "__main__":
    raise SystemExit(main())
