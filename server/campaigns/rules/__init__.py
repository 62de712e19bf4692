"""Rules that a draft is held against. One file each; a new file in this folder is a new rule, nothing else changes."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from server.campaigns.rule import AdvertisingRule


@cache
def rules() -> tuple[AdvertisingRule, ...]:
    """Every rule of this folder: those of the law, then those of the brief, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))
    loaded: list[AdvertisingRule] = [import_module(f"{__name__}.{name}").RULE for name in names]
    return tuple(sorted(loaded, key=lambda rule: (rule.from_brief, rule.id)))
