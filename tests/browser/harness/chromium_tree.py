"""Chromium's accessibility tree, as the DevTools protocol gives it, in the harness's terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.browser.harness.driver import Node

_STATES = ("focused", "disabled", "expanded", "checked", "pressed", "selected")
_ROLES = {"StaticText": "text", "RootWebArea": "document"}


def read_nodes(raw: list[dict[str, Any]]) -> Iterator[Node]:
    """Drop ignored nodes; a kept node hangs from its nearest kept ancestor."""
    kept: dict[str, int] = {}
    known = {node["nodeId"]: node for node in raw}
    for node in _in_order(raw, known):
        if node.get("ignored") or node["role"]["value"] == "InlineTextBox":
            continue
        parent = node.get("parentId")
        while parent is not None and parent not in kept:
            parent = known[parent].get("parentId")
        kept[node["nodeId"]] = len(kept)
        yield _node(node, -1 if parent is None else kept[parent])


def _in_order(raw: list[dict[str, Any]], known: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    stack = [node for node in raw if "parentId" not in node]
    while stack:
        node = stack.pop(0)
        yield node
        stack = [known[child] for child in node.get("childIds", []) if child in known] + stack


def _node(node: dict[str, Any], parent: int) -> Node:
    role = node["role"]["value"]
    properties = {entry["name"]: entry["value"].get("value") for entry in node.get("properties", [])}
    states = frozenset(name for name in _STATES if properties.get(name) in (True, "true"))
    name, value = node.get("name", {}).get("value", ""), node.get("value", {}).get("value", "")
    return Node(_ROLES.get(role, role), str(name), node.get("backendDOMNodeId"), parent, states, str(value))
