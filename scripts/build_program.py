"""Build the program for people without Python: ``python scripts/build_program.py [--out DIR]``.

It makes DIR/soi, a folder that runs wherever it is put, for the system that it is built on. Needs the packages of
scripts/locks/program.txt.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "scripts" / "program"
SPEC = OWN / "soi.spec"


def build(out: Path) -> Path:
    """The folder of the program. Raises CalledProcessError with what PyInstaller said on standard error."""
    with TemporaryDirectory(prefix="soi-build-") as work:
        options = ["--noconfirm", "--clean", "--log-level=WARN", f"--workpath={work}", f"--distpath={out}"]
        subprocess.run([sys.executable, "-m", "PyInstaller", *options, str(SPEC)], cwd=ROOT, check=True)
    folder = out / "soi"
    if sys.platform == "linux":
        (folder / "soi.desktop").write_bytes((OWN / "soi.desktop").read_bytes())
        (folder / "soi.desktop").chmod(0o755)
    return folder


def pack(folder: Path, name: str) -> Path:
    """An archive beside the folder: .zip, and .tar.gz where files have a mode."""
    kind = "zip" if sys.platform == "win32" else "gztar"
    return Path(shutil.make_archive(str(folder.with_name(name)), kind, folder.parent, folder.name))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder for the program (dist)")
    parser.add_argument("--pack", metavar="NAME", help="also make an archive of that name")
    arguments = parser.parse_args()
    try:
        folder = build(arguments.out.absolute())
    except subprocess.CalledProcessError as error:
        print(error, file=sys.stderr)
        return 1
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{folder}  {size / 1e6:.0f} MB")
    if arguments.pack:
        archive = pack(folder, arguments.pack)
        print(f"{archive}  {archive.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
