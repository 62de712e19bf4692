"""Niches by which creators are told apart. One file each; a new file in this folder is a new niche, nothing else changes."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from server.topics.niche import Niche


@cache
def niches() -> tuple[Niche, ...]:
    """Every niche of this folder, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").NICHE for name in names)


@cache
def niche_names() -> dict[str, str]:
    """The id of a niche by each of its names in lower case: the id itself, and its name in both languages."""
    names = [(name, niche.id) for niche in niches() for name in (niche.id, niche.name.en, niche.name.vi)]
    return {name.casefold(): niche_id for name, niche_id in names}
