"""What tests of faults share: a PostgreSQL of their own, which they may kill."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.store import postgres
from tests.store.postgres import PostgreSQL


@pytest.fixture
def database() -> Iterator[PostgreSQL]:
    """Its server ends with the test."""
    with postgres.running(postgres.needed_programs()) as server:
        yield server
