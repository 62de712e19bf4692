"""Nothing of the machine that the repository was written on."""

from __future__ import annotations

import re

import pytest

from tests.project.files import ROOT, tracked

pytestmark = pytest.mark.documents

REGISTRIES = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]
HOMES = "work|root|home|Users"
MACHINE = re.compile(rf"(?<![\w.>)]){'/'}(?:{HOMES})/\w|" + "|".join(map(re.escape, REGISTRIES)))


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a clone: the tracked files cannot be listed")
def test_no_machine_path_and_no_registry_host() -> None:
    """A path or a package host of the author's machine is of no use to anybody else."""
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in tracked()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if MACHINE.search(line)
    ]
    assert found == []
