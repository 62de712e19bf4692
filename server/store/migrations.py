"""The schema of the tables, and how older ones are brought up to it.

To change the tables: raise SCHEMA by one and add the step from the schema before. A step gets the tables and returns
new ones; it must not change a document in place. Before the first step the store copies itself to a backup, and the
result is put in place at once, so a process killed on the way finds the old state and starts again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from server.store.work import Tables

Step = Callable[[Tables], Tables]
SCHEMA = 1
STEPS: Mapping[int, Step] = {}
"""The step from schema n to n + 1, by n."""


def migrate(tables: Tables, schema: int, target: int = SCHEMA, steps: Mapping[int, Step] = STEPS) -> Tables:
    """``tables`` of ``schema`` as tables of ``target``."""
    for number in range(schema, target):
        tables = steps[number](tables)
    return tables
