"""Where browsers or the corpus must be there, a test that does without them has failed."""

from __future__ import annotations

from typing import Any

import pytest

from tests import conftest


def outcome(monkeypatch: pytest.MonkeyPatch, marker: str, variable: str, value: str) -> str:
    """What becomes of a skipped test with ``marker``."""
    for name in conftest.REQUIRED.values():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)

    class Item:
        def get_closest_marker(self, name: str) -> object:
            return name if name == marker else None

    report = pytest.TestReport("a test", ("a.py", 1, "test"), {}, "skipped", "not here", "call")
    hook: Any = conftest.pytest_runtest_makereport(Item())  # type: ignore[arg-type] # all that the hook asks of it
    next(hook)
    with pytest.raises(StopIteration) as ended:
        hook.send(report)
    found: str = ended.value.value.outcome
    return found


@pytest.mark.parametrize(
    ("marker", "variable", "value", "expected"),
    [
        ("browser", "SOI_REQUIRE_BROWSERS", "1", "failed"),
        ("corpus", "SOI_REQUIRE_CORPUS", "1", "failed"),
        ("corpus", "SOI_REQUIRE_CORPUS", "0", "skipped"),
        ("corpus", "SOI_REQUIRE_BROWSERS", "1", "skipped"),
        ("other", "SOI_REQUIRE_CORPUS", "1", "skipped"),
    ],
)
def test_a_required_test_is_not_skipped(
    monkeypatch: pytest.MonkeyPatch, marker: str, variable: str, value: str, expected: str
) -> None:
    """A green run in which the corpus was missing would prove nothing."""
    assert expected == outcome(monkeypatch, marker, variable, value)
