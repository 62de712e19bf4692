"""Own texts for what is written to creators. They lie in the settings, and so in every backup."""

from __future__ import annotations

import unicodedata
from typing import Any

from server.campaigns.outreach import MAX_TEMPLATE, fields_of, shipped
from server.campaigns.records import MESSAGES
from server.errors import SoiError
from server.fields.kinds import Body, ChoiceField, RowsField, TextField
from server.messages import LANGUAGES
from server.messages.refusals import bad_field, inconsistent
from server.security.tokens import new_id

TEMPLATES = "outreach_templates"
"""Their name among the tables in the settings."""
MOST_TEMPLATES, MOST_FIELDS, LONGEST_FIELD = 100, 50, 40
TEMPLATE = Body(
    {
        "id": TextField(40, minimum=1),
        "name": TextField(60, minimum=1, required=True),
        "message": ChoiceField(MESSAGES, required=True),
        "language": ChoiceField(LANGUAGES, required=True),
        "text": TextField(MAX_TEMPLATE, minimum=1, required=True),
    }
)
BODY = Body({"templates": RowsField(TEMPLATE, most=MOST_TEMPLATES, least=0, required=True)})


def read_templates(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Texts as they are kept, in their order; one without an id gets one. Raises BadField for a text whose fields cannot be
    read, Inconsistent for a name given twice."""
    templates = [_template(row) for row in rows]
    for part in ("id", "name"):
        if len({one[part].casefold() for one in templates}) < len(templates):
            raise inconsistent("template_twice")
    return templates


def templates_of(saved: Any) -> list[dict[str, Any]]:
    """Those of the saved settings that this version can read, with the fields of each."""
    try:
        kept = read_templates(BODY.read({"templates": saved or []})["templates"])
    except SoiError:
        return []
    return [one | {"fields": fields_of(one["text"])} for one in kept]


def shipped_templates() -> list[dict[str, Any]]:
    """The texts that ship, each message in each language: what an own one begins with."""
    texts = [
        (message, language, shipped(message, language)) for message in MESSAGES for language in LANGUAGES
    ]
    return [
        {"message": message, "language": language, "text": text, "fields": fields_of(text)}
        for message, language, text in texts
    ]


def _template(row: dict[str, Any]) -> dict[str, Any]:
    text = unicodedata.normalize("NFC", row["text"]).strip()
    found = fields_of(text)
    if len(found) > MOST_FIELDS or any(len(field) > LONGEST_FIELD for field in found):
        raise bad_field("template_fields")
    return {
        "id": row.get("id") or new_id(),
        "name": row["name"].strip(),
        "message": row["message"],
        "language": row["language"],
        "text": text,
    }
