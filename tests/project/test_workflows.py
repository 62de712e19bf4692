"""What runs outside is what runs here: the workflows call the project's own commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"
COMMAND = re.compile(r"(?:python3?|bash) ((?:scripts|\.ci)/\S+)")

pytestmark = pytest.mark.documents


def scripts_of(text: str) -> set[str]:
    return {found[1] for found in COMMAND.finditer(text)}


def test_the_gate_is_the_one_of_this_repository() -> None:
    """A second list of checks would fall behind the first."""
    assert ".ci/run" in scripts_of((WORKFLOWS / "ci.yml").read_text("utf-8"))


@pytest.mark.parametrize("name", ["ci.yml", "release.yml"])
def test_every_script_that_a_workflow_starts_exists(name: str) -> None:
    called = scripts_of((WORKFLOWS / name).read_text("utf-8"))
    assert {script for script in called if not (ROOT / script).is_file()} == set()


def test_the_pre_commit_hooks_are_the_checks_at_their_locked_versions() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    assert re.findall(r"repo: (\S+)", hooks) == ["local"]
