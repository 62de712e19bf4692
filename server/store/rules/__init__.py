"""The resources of the store: one file each, its class written once against UnitOfWork and View (work.py).

A file that keeps documents of its own says so in ``COLLECTIONS``. The folder is listed, nothing is registered.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module

from server.store.collection import Collection, Index


@cache
def collections() -> Mapping[str, Collection]:
    """All collections by name, each behind those that it refers to. Raises ValueError for a name that two have."""
    found: dict[str, Collection] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        for collection in getattr(import_module(f"{__name__}.{module.name}"), "COLLECTIONS", ()):
            if collection.name in found:
                raise ValueError(f"two files keep {collection.name}")
            found[collection.name] = collection
    needs = {name: set(collection.references.values()) for name, collection in found.items()}
    return {name: found[name] for name in TopologicalSorter(needs).static_order()}


def indexes() -> Mapping[str, Mapping[str, Index]]:
    """Indexes by collection and name."""
    return {name: collection.indexes for name, collection in collections().items()}


def local_tables() -> frozenset[str]:
    """What belongs to this machine: a backup holds no keys, and restoring one neither adds nor drops a device."""
    return frozenset(name for name, collection in collections().items() if collection.is_local)
