"""What is shipped: packages, icons and the saved pages are made from sources, the same every time."""

from __future__ import annotations

import importlib.util
import io
import json
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _script(name: str) -> ModuleType:
    """scripts/ is a folder of commands, not a package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


packaging = _script("package_extension")


def _names(zipped: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(zipped)).namelist()


def _manifest(zipped: bytes) -> dict[str, object]:
    read: dict[str, object] = json.loads(zipfile.ZipFile(io.BytesIO(zipped)).read("manifest.json"))
    return read


@pytest.mark.parametrize("browser", ["chrome", "firefox"])
def test_two_builds_are_identical_byte_for_byte(browser: str) -> None:
    """Nobody needs to trust a build that everybody can repeat."""
    assert packaging.package(browser) == packaging.package(browser)


@pytest.mark.parametrize("browser", ["chrome", "firefox"])
def test_a_package_holds_what_the_manifest_names_and_no_tests(browser: str) -> None:
    """Every file that the manifest refers to is there; nothing of the tests is."""
    names = _names(packaging.package(browser))
    manifest = json.loads((ROOT / "extension" / "manifest.json").read_text("utf-8"))
    scripts = {path for entry in manifest["content_scripts"] for path in entry["js"]}
    wanted = scripts | set(manifest["icons"].values()) | {manifest["action"]["default_popup"]}
    assert wanted - set(names) == set()
    assert [name for name in names if "test" in name.lower()] == []


def test_each_family_gets_a_manifest_without_the_others_keys() -> None:
    """A store must not warn about a key that is meant for the other browser."""
    chrome, firefox = (_manifest(packaging.package(name)) for name in ("chrome", "firefox"))
    assert chrome["background"] == {"service_worker": "background/main.js", "type": "module"}
    assert "browser_specific_settings" not in chrome
    assert firefox["background"] == {"scripts": ["background/main.js"], "type": "module"}
    assert "minimum_chrome_version" not in firefox
    assert ("key" in chrome, "key" in firefox) == (False, False)


def _small_extension(folder: Path, version: str) -> Path:
    manifest = {
        "version": version,
        "background": {"scripts": ["a.js"], "service_worker": "a.js"},
        "browser_specific_settings": {},
        "minimum_chrome_version": "123",
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    (folder / "a.js").write_text("export {};\n", "utf-8")
    return folder


def test_a_manifest_of_another_version_is_refused(tmp_path: Path) -> None:
    """Extension and server are released as one version."""
    with pytest.raises(packaging.PackagingError, match="one version"):
        packaging.package("chrome", _small_extension(tmp_path, "0.0.0"))


def test_a_test_file_in_the_folder_is_refused(tmp_path: Path) -> None:
    """A stray test stops the build; it is not left out silently."""
    source = _small_extension(tmp_path, packaging.__version__)
    (source / "a.test.js").write_text("", "utf-8")
    with pytest.raises(packaging.PackagingError, match="must not be shipped"):
        packaging.package("firefox", source)


def test_the_order_files_are_found_in_does_not_matter(tmp_path: Path) -> None:
    """Two folders with the same files, made in another order and at another time, give the same package."""
    first, second = tmp_path / "one", tmp_path / "two"
    for folder in (first, second):
        folder.mkdir()
        _small_extension(folder, packaging.__version__)
    (second / "a.js").touch()
    (first / "b.js").write_text("1;", "utf-8")
    (second / "b.js").write_text("1;", "utf-8")
    assert packaging.package("chrome", first) == packaging.package("chrome", second)


def test_icons_on_disk_are_as_drawn() -> None:
    """A changed drawing is written before it is committed."""
    assert _script("make_icons").stale() == []


def test_saved_pages_on_disk_are_as_the_stand_in_makes_them() -> None:
    """tests/fixtures and the live stand-in never tell two stories."""
    assert _script("make_fixtures").stale() == []
