"""The database's own tidying, by which nothing of what was removed stays in its tables and statistics: docs/decisions.md."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine

from server.store.sql_engine.connecting import OUTSIDE, translated
from server.store.sql_engine.tables import METADATA


def vacuum(engine: Engine) -> None:
    """Takes as long as it takes. Raises Busy, StorageReadonly, DiskFull."""
    is_postgresql = engine.dialect.name == "postgresql"
    options: dict[str, Any] = {"isolation_level": "AUTOCOMMIT"} if is_postgresql else {OUTSIDE: True}
    with translated(), engine.connect().execution_options(**options) as connection:
        if is_postgresql:
            connection.detach()  # it is closed with the block: nobody else gets one without a limit of time
            connection.exec_driver_sql("SET statement_timeout = 0")
            # with ANALYZE: pg_stats holds values as examples, and those of before would stay
            connection.exec_driver_sql(f"VACUUM (ANALYZE) {', '.join(METADATA.tables)}")
        else:
            connection.exec_driver_sql("VACUUM")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
