"""The locks pin every package by content and name no address."""

from __future__ import annotations

import json
import re

import pytest

from tests.project.files import PROJECT, ROOT

pytestmark = pytest.mark.documents


def locked(name: str) -> dict[str, str]:
    """Package -> the rest of its entry, continuation lines joined."""
    text = (ROOT / "scripts" / "locks" / f"{name}.txt").read_text("utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {entry.partition("==")[0].strip(): entry.partition("==")[2] for entry in entries}


@pytest.mark.parametrize("name", ["run", "dev", "program", "node"])
def test_every_locked_package_has_hashes(name: str) -> None:
    """A package that was exchanged on its way is refused."""
    entries = locked(name)
    assert entries
    assert [package for package, rest in entries.items() if "--hash=sha256:" not in rest] == []


@pytest.mark.parametrize("name", ["run", "dev", "program", "node"])
def test_lock_names_no_host(name: str) -> None:
    """Whoever uses a mirror installs from it."""
    assert "://" not in (ROOT / "scripts" / "locks" / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "declared"),
    [
        ("run", [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]),
        ("dev", [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]),
        ("program", [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["program"]]),
        ("node", PROJECT["dependency-groups"]["node"]),
    ],
)
def test_lock_holds_every_declared_package(name: str, declared: list[str]) -> None:
    """After a dependency is added, `dev.py lock` has to be run."""
    wanted = {re.split(r"[<>=~!\[; ]", requirement)[0].lower().replace("_", "-") for requirement in declared}
    assert wanted - locked(name).keys() == set()


def test_both_locks_agree() -> None:
    """What is tested is what runs."""
    run, development = locked("run"), locked("dev")
    assert {package: rest for package, rest in run.items() if development.get(package) != rest} == {}


def test_npm_lock_has_checksums_and_no_addresses() -> None:
    """Every package of the JavaScript tools is pinned by content, wherever it is fetched from."""
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    fetched = {name: entry for name, entry in packages.items() if name}
    assert [name for name, entry in fetched.items() if "resolved" in entry or "integrity" not in entry] == []
