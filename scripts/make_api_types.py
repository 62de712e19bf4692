"""Write types/api.d.ts: what the API answers, for the extension and the web app.

``python scripts/make_api_types.py`` makes it from the OpenAPI document, so from the records of server/schemas; nobody
edits it.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from server.api.openapi import document
from server.app import create_app
from server.schemas import REF
from server.settings import Settings
from server.store import open_store

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "types" / "api.d.ts"
_HEAD = "/** What the API answers. Made by scripts/make_api_types.py from the records of server/schemas; not edited here. */\n"
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def text() -> str:
    """The whole file."""
    found = openapi()
    records = [_interface(name, schema) for name, schema in found["components"]["schemas"].items()]
    return "\n".join([_HEAD, *records, _operations(found["paths"])])


def openapi() -> dict[str, Any]:
    """The document of an application on an empty store."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder))
        store = open_store(settings.database_url)
        try:
            return document(create_app(settings, store))
        finally:
            store.close()


def _interface(name: str, schema: dict[str, Any]) -> str:
    required = schema.get("required", ())
    lines = [
        f"  {field}{'' if field in required else '?'}: {type_of(kind)};"
        for field, kind in schema["properties"].items()
    ]
    told = f"/** {schema['description']} */\n" if "description" in schema else ""
    return f"{told}export interface {name} {{\n" + "\n".join(lines) + "\n}\n"


def _operations(paths: dict[str, Any]) -> str:
    """The answers of success by method and address."""
    lines = [
        f"  {json.dumps(f'{method.upper()} {path}')}: {_given(operation)};"
        for path, item in paths.items()
        for method, operation in item.items()
    ]
    told = "/** What each operation answers where it succeeds; null is an answer without a body. */\n"
    return f"{told}export interface Answers {{\n" + "\n".join(lines) + "\n}\n"


def _given(operation: dict[str, Any]) -> str:
    given = [_body(response) for status, response in operation["responses"].items() if status.startswith("2")]
    return " | ".join(dict.fromkeys(given))


def _body(response: dict[str, Any]) -> str:
    if "content" not in response:
        return "null"
    content = next(iter(response["content"].values()))
    return type_of(content["schema"]) if "schema" in content else "Blob"


def type_of(schema: dict[str, Any]) -> str:
    """A JSON Schema of the kinds that records have, as TypeScript."""
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(REF)
    if "anyOf" in schema:
        return " | ".join(type_of(one) for one in schema["anyOf"])
    if "enum" in schema or "const" in schema:
        return " | ".join(json.dumps(word) for word in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return _list(schema)
    if schema.get("type") == "object":
        return f"Record<string, {type_of(schema.get('additionalProperties') or {})}>"
    return _PLAIN[schema["type"]] if "type" in schema else "unknown"


def _list(schema: dict[str, Any]) -> str:
    if "prefixItems" in schema:
        return f"[{', '.join(type_of(one) for one in schema['prefixItems'])}]"
    items = type_of(schema.get("items", {}))
    return f"({items})[]" if "|" in items else f"{items}[]"


def main() -> None:
    TARGET.write_text(text(), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
