"""The schema of the tables, and how older ones are brought up to it: one numbered file a step.

To change the tables, add ``NNNN_what_changes.py`` to this folder, where NNNN is the schema that it leads to (the next
free number, e.g. ``0002_price_asked.py`` from schema 1 to 2), with one function ``migrate(tables) -> tables``. It must
not change a document in place, must take any document that the schema before could hold, and may be run on a backup
years later, so it imports nothing that changes with the tables. The folder is listed, nothing is registered.

Before the first step the store copies itself to a backup, and the result is put in place at once, so a process killed
on the way finds the old state and starts again.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping
from importlib.util import module_from_spec
from types import ModuleType

from server.store.work import FIRST_SCHEMA, Tables

MigrationStep = Callable[[Tables], Tables]
_NAME = re.compile(r"([0-9]{4})_[a-z0-9_]+")


def steps_of(folders: Iterable[str]) -> Mapping[int, MigrationStep]:
    """The step from schema n to n + 1, by n. Raises ValueError for a number that is missing or there twice."""
    steps: dict[int, MigrationStep] = {}
    for found in sorted(pkgutil.iter_modules(folders), key=lambda module: module.name):
        number = _NAME.fullmatch(found.name)
        wanted = FIRST_SCHEMA + len(steps) + 1
        if number is None or int(number[1]) != wanted:
            raise ValueError(f"migration {found.name}: the next one is {wanted:04d}_what_changes")
        steps[wanted - 1] = _load(found).migrate
    return steps


def _load(found: pkgutil.ModuleInfo) -> ModuleType:
    """By its finder: a name that begins with a digit cannot be imported by a statement."""
    spec = found.module_finder.find_spec(found.name, None)
    assert spec is not None and spec.loader is not None  # noqa: S101, PT018 - the finder has just listed it
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


STEPS = steps_of(__path__)
SCHEMA = FIRST_SCHEMA + len(STEPS)


def migrate(
    tables: Tables, schema: int, target: int = SCHEMA, steps: Mapping[int, MigrationStep] = STEPS
) -> Tables:
    """``tables`` of ``schema`` as tables of ``target``."""
    for number in range(schema, target):
        tables = steps[number](tables)
    return tables
