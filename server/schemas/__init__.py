"""What the API answers: one record an answer, put together from the records of what it tells.

A view names its answers (``gives`` of its policy). The OpenAPI document and ``types/api.d.ts`` are made from them, and the
HTTP suite holds every answer that it gets against them. They are loaded when they are asked for: an analysis brings numpy.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

from msgspec import UNSET, Struct, json, structs

REF = "#/components/schemas/"


@cache
def answer_records() -> dict[str, Any]:
    """Every record of the folder's modules by its name."""
    found: dict[str, Any] = {}
    for module in pkgutil.iter_modules(__path__):
        loaded = import_module(f"{__name__}.{module.name}")
        found |= {name: kind for name, kind in vars(loaded).items() if isinstance(kind, type)}
    return found


def name_of(record: str | type) -> str:
    return record if isinstance(record, str) else record.__name__


def components(given: Sequence[str | type]) -> dict[str, Any]:
    """The JSON Schemas of these records, and of all that they hold, by name.

    Every object is closed, and every field is there: what an answer leaves out (``UNSET``) is the only exception.
    """
    records = answer_records() | {name_of(one): one for one in given if isinstance(one, type)}
    kinds = [records[name_of(one)] for one in given]
    _, schemas = json.schema_components(kinds, ref_template=REF + "{name}")
    return {name: _closed(schema, _left_out(records.get(name))) for name, schema in sorted(schemas.items())}


def _left_out(kind: Any) -> set[str]:
    """Fields that an answer need not have."""
    if kind is None or not issubclass(kind, Struct):
        return set()
    return {field.encode_name for field in structs.fields(kind) if field.default is UNSET}


def _closed(schema: dict[str, Any], optional: set[str]) -> dict[str, Any]:
    if "properties" not in schema:
        return schema
    fields = {
        name: {word: value for word, value in field.items() if word != "default"}
        for name, field in schema["properties"].items()
    }
    return schema | {
        "properties": fields,
        "required": [name for name in fields if name not in optional],
        "additionalProperties": False,
    }
