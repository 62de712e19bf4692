"""The HTTP API: one blueprint a resource, named like the resource."""

from __future__ import annotations

from flask import Blueprint

PREFIX = "/api/v1"


def blueprints() -> tuple[Blueprint, ...]:
    """All of them; a new resource is a new file and a line here."""
    from server.api import (  # noqa: PLC0415 - the modules import this package's context
        analyses,
        audits,
        changes,
        checks,
        creators,
        devices,
        hello,
        imports,
        money,
        openapi,
        outcomes,
        overlaps,
        pairings,
        prices,
        references,
        searches,
        sessions,
        settings,
        shortlist,
        status,
        storage,
        thresholds,
    )

    modules = (
        hello, pairings, sessions, checks, shortlist, imports, creators,
        money, outcomes, overlaps, analyses, references, audits, changes, settings, searches, thresholds, prices,
        devices, status, storage, openapi,
    )  # fmt: skip
    return tuple(module.blueprint for module in modules)
