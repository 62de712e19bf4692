"""`soi extension`: a copy that a browser can keep, and what an update of it asks for."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hatchling.builders.wheel import WheelBuilder

from server import __version__
from server.cli import soi
from server.errors import NoExtension
from server.run.extension_folder import copy, default_folder
from server.web import extension_files
from server.web.extension_files import source

ROOT = Path(__file__).resolve().parents[2]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A small extension."""
    folder = tmp_path / "given"
    (folder / "content").mkdir(parents=True)
    (folder / "manifest.json").write_text('{"short_name": "Soi", "version": "1"}', "utf-8")
    (folder / "content" / "main.js").write_text("1;", "utf-8")
    return folder


def test_the_copy_is_the_extension_and_says_what_changed(given: Path, tmp_path: Path) -> None:
    """New, the same, updated; a file that went away is gone; nothing else is left."""
    folder = tmp_path / "Của tôi" / "extension"
    first, second = copy(given, folder).change, copy(given, folder).change
    (given / "content" / "main.js").rename(given / "content" / "other.js")
    third = copy(given, folder).change
    assert (first, second, third, contents(folder)) == ("new", "same", "updated", contents(given))


def test_a_folder_of_something_else_is_left_alone(given: Path, tmp_path: Path) -> None:
    """Whatever a person names with --to."""
    folder = tmp_path / "ảnh"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(b"mine")
    with pytest.raises(NoExtension, match="--to"):
        copy(given, folder)
    assert contents(folder) == {"a.jpg": b"mine"}


def test_a_copy_that_was_cut_short_is_finished(given: Path, tmp_path: Path) -> None:
    """The manifest comes last: without it a browser takes nothing, and the next copy goes on."""
    folder = tmp_path / "extension"
    copy(given, folder)
    (folder / "manifest.json").unlink()
    assert (copy(given, folder).change, contents(folder)) == ("new", contents(given))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_command_copies_this_extension_and_leaves_the_steps(tmp_path: Path, language: str) -> None:
    """In the person's language, with the folder that the browser asks for."""
    folder = tmp_path / "<Soi> & tôi" / "extension"
    done = CliRunner().invoke(soi, ["extension", "--to", str(folder), "--no-open", "--lang", language])
    page = (folder.parent / "soi-extension.html").read_text("utf-8")
    assert (done.exit_code, contents(folder)) == (0, contents(ROOT / "extension"))
    assert (f'<html lang="{language}">' in page, "&lt;Soi&gt; &amp; tôi" in page, "<Soi>" in page) == (
        True,
        True,
        False,
    )
    assert __version__ in done.output


@pytest.mark.parametrize(
    ("environ", "expected"),
    [({}, Path.home() / "Soi" / "extension"), ({"SOI_HOME": "/data/soi"}, Path("/data/soi/extension"))],
)
def test_the_folder_is_one_that_is_seen(environ: dict[str, str], expected: Path) -> None:
    """Dialogs of browsers hide dotted folders, and a browser from a snap may not read them."""
    assert expected == default_folder(environ)


def test_the_wheel_brings_the_extension_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed Soi finds it inside the package; every file is there."""
    built = next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"]))
    with zipfile.ZipFile(built) as wheel:
        wheel.extractall(tmp_path / "site")
    monkeypatch.setattr(extension_files, "_PROGRAM", tmp_path / "site" / "server")
    found = source()
    assert (found, contents(found)) == (
        tmp_path / "site" / "server" / "extension",
        contents(ROOT / "extension"),
    )
    assert json.loads((found / "manifest.json").read_text("utf-8"))["version"] == __version__
