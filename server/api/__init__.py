"""The HTTP API: one blueprint a resource, named like the resource. A file of this folder with ``blueprint`` in it is
one; nothing is registered."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from flask import Blueprint

PREFIX = "/api/v1"


def blueprints() -> tuple[Blueprint, ...]:
    """Those of all files of the folder, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    found = (getattr(import_module(f"{__name__}.{name}"), "blueprint", None) for name in names)
    return tuple(blueprint for blueprint in found if isinstance(blueprint, Blueprint))
