"""The servers of the HTTP tests serve here too."""

from __future__ import annotations

from tests.http.conftest import start_server

__all__ = ["start_server"]
