"""What every test may rely on: no network but this machine's own, bounded property tests, the shared corpus."""

from __future__ import annotations

import gc
import ipaddress
import os
import socket
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from scripts.dev_tests import CHOSEN_BY_FILE, names
from tests.lanes import Lanes

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
REQUIRED = {"browser": "SOI_REQUIRE_BROWSERS", "corpus": "SOI_REQUIRE_CORPUS"}
"""Markers whose tests may not be skipped where the variable is 1."""
KEPT = {*REQUIRED.values(), "SOI_REQUIRE_POSTGRESQL"}

# Timing is measured by scripts/bench.py; a deadline here would fail on a busy machine and prove nothing.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True, print_blob=True, database=None)
settings.register_profile("long", settings.get_profile("dev"), max_examples=2_000)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Lanes | None:
    """Lanes of the tests that share a browser."""
    return Lanes(config, log) if config.getvalue("dist") == "loadscope" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test whose run is chosen by file has its mark named in its own file (scripts/dev_tests.py)."""
    for mark in CHOSEN_BY_FILE:
        marked = {item.path for item in items if _has(item, mark)}
        if unnamed := [str(path) for path in marked if not names(path.read_text("utf-8"), mark)]:
            raise pytest.UsageError(f"these files have tests of {mark} and do not name the mark: {unnamed}")


def pytest_collection_finish() -> None:
    """Five thousand tests are no garbage: left out of every later look for some, which were a sixth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real captures and labelled data beside the repository; mark its tests ``corpus`` as well."""
    if not CORPUS.is_dir():
        pytest.skip("the shared corpus is not beside this repository")
    return CORPUS


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """Where browsers or the corpus are required, a test of theirs that would be skipped has failed."""
    report: Any = yield
    missed = [
        marker for marker, name in REQUIRED.items() if os.environ.get(name) == "1" and _has(item, marker)
    ]
    if missed and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where {missed[0]} tests are required: {report.longrepr}"
    return report


def _has(item: pytest.Item, marker: str) -> bool:
    return item.get_closest_marker(marker) is not None


@pytest.fixture(autouse=True, scope="session")
def nobodys_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whoever runs the tests has perhaps used Soi: neither that list nor those settings are read, or written to."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("SOI_") and name not in KEPT]:
            patch.delenv(name)
        patch.setenv("SOI_HOME", str(tmp_path_factory.mktemp("nobody") / "home"))
        yield


@pytest.fixture(autouse=True, scope="session")
def only_this_machine() -> Iterator[None]:
    """A test that reaches for another machine fails: Soi talks to nobody, and tests need no network."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        yield


def _guarded(connect: Any) -> Any:
    def guard(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(address[0]):
            raise AssertionError("this test reached for another machine")
        return connect(self, address)

    return guard


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
