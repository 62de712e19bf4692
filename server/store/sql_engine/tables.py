"""The tables. A document is one row of JSON text; what it is found by stands beside it, a row a value.

JSON as text and not as jsonb: what is read is byte for byte what was written. To look into it with SQL:
``SELECT id, body::jsonb FROM soi_documents WHERE collection = 'creators'``.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, MetaData, String, Table, Text

METADATA = MetaData()

DOCUMENTS = Table(
    "soi_documents",
    METADATA,
    Column("collection", String, primary_key=True),
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)
FOUND = Table(
    "soi_found",
    METADATA,
    Column("collection", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Index("soi_found_of", "collection", "id"),
)
"""Index ``name`` of a collection has document ``id`` under ``value``, which is JSON."""
LAST_IDS = Table(
    "soi_last_ids",
    METADATA,
    Column("collection", String, primary_key=True),
    Column("id", BigInteger, nullable=False),
)
"""The highest id ever given."""
ABOUT = Table(
    "soi_about",
    METADATA,
    Column("name", String, primary_key=True),
    Column("value", BigInteger, nullable=False),
)
"""``schema`` of the documents, and ``sequence``, the number of the last write. Who writes locks these rows first."""
CHANGED = Table(
    "soi_changed",
    METADATA,
    Column("collection", String, primary_key=True),
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("sequence", BigInteger, nullable=False),
    Index("soi_changed_after", "sequence"),
)
"""The number of the write that changed a document last, also of one that is gone. PostgreSQL: servers ask it what is new."""
SERVERS = Table(
    "soi_servers",
    METADATA,
    Column("name", String, primary_key=True),
    Column("sequence", BigInteger, nullable=False),
)
"""The last write of each server that is connected, by which it knows what became of one whose answer was lost."""
GONE = Table(
    "soi_gone",
    METADATA,
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("cause", String, nullable=False),
    Column("creator", BigInteger, primary_key=True, autoincrement=False),
)
"""Who was erased, when all was replaced or wiped: numbers by which other servers clear their own backups (gone.py)."""
SCHEMA_ROW, SEQUENCE_ROW = "schema", "sequence"
FILLING_ROW = "filling"
"""There while a store is being moved in: what the tables hold is a part of it, and only the move may write."""
