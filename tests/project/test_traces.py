"""Nothing of the machine that the repository was written on."""

from __future__ import annotations

import re

import pytest

from tests.project.files import ROOT, tracked

pytestmark = pytest.mark.documents

HOMES = ("work" + "/", "root" + "/", r"home/\w{2}", r"Users/\w{2}")
REGISTRIES = (r"py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.org")
TRACE = re.compile(rf"(?<![\w.>)])/(?:{'|'.join(HOMES)})|{'|'.join(REGISTRIES)}")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("cd /" + "root/soi", True),
        ("in '/" + "home/lan/soi'", True),
        ('"https://files.python' + 'hosted.org/x.whl"', True),
        ("https://www.instagram.com/home/", False),
        ("the folder docs/work", False),
        ("/home/a, invented", False),
    ],
)
def test_a_trace_is_told_from_an_address(line: str, expected: bool) -> None:
    """The rule below can fail and can pass."""
    assert bool(TRACE.search(line)) == expected


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a clone: the tracked files cannot be listed")
def test_no_machine_path_and_no_registry_host() -> None:
    """A path or a package host of the author's machine is of no use to anybody else."""
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in tracked()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if TRACE.search(line)
    ]
    assert "\n".join(found) == ""
