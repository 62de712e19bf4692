"""The schemas of JSON bodies: one description reads a body, names what is wrong, and appears in the OpenAPI document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from msgspec import Struct

from server import own_json
from server.errors import BadField, BadNumber, BadText, TooLong, TooMany, UnknownField

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What no file for a spreadsheet can hold, and no terminal should be sent. Tab and line ends are text."""


class Field(Protocol):
    """One field of a body."""

    @property
    def required(self) -> bool:
        """Whether a body without the field is refused."""

    def read(self, name: str, value: Any) -> Any:
        """The value as the view wants it; raises a SoiError that names the field."""

    def schema(self) -> dict[str, Any]:
        """The field in the words of JSON Schema."""


class TextField(Struct, frozen=True):
    """A string of at most ``maximum`` code points, kept as it is."""

    maximum: int
    minimum: int = 0
    nullable: bool = False
    required: bool = False

    def read(self, name: str, value: Any) -> str | None:
        if value is None and self.nullable:
            return None
        if not isinstance(value, str):
            raise BadField(f"{name}: a text is needed.")
        if len(value) > self.maximum:
            raise TooLong(f"{name}: at most {self.maximum} characters.")
        if len(value.strip()) < self.minimum:
            raise BadField(f"{name}: at least {self.minimum} characters.")
        if _SURROGATE.search(value):
            raise BadText(f"{name}: half a character (a lone surrogate).")
        if _CONTROL.search(value):
            raise BadText(f"{name}: a control character.")
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": _types("string", self.nullable), "minLength": self.minimum, "maxLength": self.maximum}


class ChoiceField(Struct, frozen=True):
    """One of some words."""

    values: tuple[str, ...]
    required: bool = False

    def read(self, name: str, value: Any) -> str:
        if not isinstance(value, str) or value not in self.values:
            raise BadField(f"{name}: one of {', '.join(self.values)}.")
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.values)}


class FlagField(Struct, frozen=True):
    """true or false."""

    required: bool = False

    def read(self, name: str, value: Any) -> bool:
        if not isinstance(value, bool):
            raise BadField(f"{name}: true or false.")
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class TagsField(Struct, frozen=True):
    """A list of short texts; spaces around and repetitions are dropped, the order stays."""

    required: bool = False
    most: int = 50
    longest: int = 60

    def read(self, name: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise BadField(f"{name}: a list of texts is needed.")
        if len(value) > self.most:
            raise TooMany(f"{name}: at most {self.most}.")
        word = TextField(self.longest, minimum=1)
        return tuple(dict.fromkeys(str(word.read(name, item)).strip() for item in value))

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "maxItems": self.most, "items": TextField(self.longest, minimum=1).schema()}


class AmountField(Struct, frozen=True):
    """A number within limits. A string of digits is no number: the two sides would read it differently."""

    maximum: float
    minimum: float = 0
    required: bool = False

    def read(self, name: str, value: Any) -> float:
        if isinstance(value, str):
            raise BadNumber(f"{name}: a plain number is needed, not a text.")
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise BadField(f"{name}: a number is needed.")
        if not self.minimum <= value <= self.maximum:
            raise BadNumber(f"{name}: from {self.minimum:g} to {self.maximum:g}.")
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "minimum": self.minimum, "maximum": self.maximum}


class WholeField(Struct, frozen=True):
    """A whole number within limits."""

    maximum: int
    minimum: int = 0
    required: bool = False

    def read(self, name: str, value: Any) -> int:
        number = AmountField(self.maximum, self.minimum).read(name, value)
        if not isinstance(number, int):
            raise BadNumber(f"{name}: a whole number is needed.")
        return number

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.minimum, "maximum": self.maximum}


class NullableField(Struct, frozen=True):
    """Another field, or null for "not known"."""

    field: Field
    required: bool = False

    def read(self, name: str, value: Any) -> Any:
        return None if value is None else self.field.read(name, value)

    def schema(self) -> dict[str, Any]:
        return {"oneOf": [self.field.schema(), {"type": "null"}]}


class Body(Struct, frozen=True):
    """A JSON object; a field that is not named here is refused."""

    fields: Mapping[str, Field]
    required: bool = False

    def read(self, body: dict[str, Any]) -> dict[str, Any]:
        if body.keys() - self.fields.keys():
            raise UnknownField
        for name, field in self.fields.items():
            if field.required and name not in body:
                raise BadField(f"{name}: is missing.")
        return {name: self.fields[name].read(name, value) for name, value in body.items()}

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [name for name, field in self.fields.items() if field.required],
            "properties": {name: field.schema() for name, field in self.fields.items()},
        }


class ObjectField(Struct, frozen=True):
    """One object of a kind."""

    body: Body
    required: bool = False

    def read(self, name: str, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise BadField(f"{name}: an object is needed.")
        return self.body.read(value)

    def schema(self) -> dict[str, Any]:
        return self.body.schema()


class FreeField(Struct, frozen=True):
    """An object whose meaning is the sender's business; bounded as JSON. No key of it is read here."""

    most: int
    required: bool = False

    def read(self, name: str, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise BadField(f"{name}: an object is needed.")
        written = own_json.dumps(value).decode()
        if len(written) > self.most:
            raise TooLong(f"{name}: at most {self.most} characters as JSON.")
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": True}


class RowsField(Struct, frozen=True):
    """A list of objects of one kind."""

    row: Body
    most: int
    least: int = 1
    required: bool = False

    def read(self, name: str, value: Any) -> list[dict[str, Any]]:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise BadField(f"{name}: a list of objects is needed.")
        if len(value) > self.most:
            raise TooMany(f"{name}: at most {self.most}.")
        if len(value) < self.least:
            raise BadField(f"{name}: at least {self.least}.")
        return [self.row.read(item) for item in value]

    def schema(self) -> dict[str, Any]:
        limits = {"minItems": self.least, "maxItems": self.most}
        return {"type": "array", "items": self.row.schema()} | limits


class NamedField(Struct, frozen=True):
    """An object of texts by headings that the user chose; blank texts are left out."""

    most: int
    heading: int
    longest: int
    required: bool = False

    def read(self, name: str, value: Any) -> dict[str, str]:
        if not isinstance(value, dict):
            raise BadField(f"{name}: an object of texts is needed.")
        if len(value) > self.most:
            raise TooMany(f"{name}: at most {self.most}.")
        heading, text = TextField(self.heading, minimum=1), TextField(self.longest)
        read = {str(heading.read(name, key)): str(text.read(name, item)) for key, item in value.items()}
        return {key: item for key, item in read.items() if item.strip()}

    def schema(self) -> dict[str, Any]:
        texts = TextField(self.longest).schema()
        return {"type": "object", "maxProperties": self.most, "additionalProperties": texts}


class DaysField(Struct, frozen=True):
    """An object of days (ISO 8601) by headings that the user chose."""

    most: int
    heading: int
    required: bool = False

    def read(self, name: str, value: Any) -> dict[str, str]:
        texts = NamedField(self.most, self.heading, 10).read(name, value)
        for text in texts.values():
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII) or not _is_day(text):
                raise BadField(f"{name}: a day like 2026-11-23 is needed.")
        return texts

    def schema(self) -> dict[str, Any]:
        day = {"type": "string", "format": "date"}
        return {"type": "object", "maxProperties": self.most, "additionalProperties": day}


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _types(kind: str, nullable: bool) -> str | list[str]:
    return [kind, "null"] if nullable else kind
