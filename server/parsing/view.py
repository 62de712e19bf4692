"""Everything that one capture shows, read once, before anyone decides whom it is about."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from server.capture import Capture, is_username, username_of_url
from server.parsing.document import Document
from server.parsing.embedded import (
    Route,
    embedded_bodies,
    legacy_bodies,
    legacy_pages,
    legacy_post,
    read_route,
)
from server.parsing.grammar import PageGrammar, grammar_of
from server.parsing.header import Header, read_header
from server.parsing.meta import Meta, read_meta
from server.parsing.nodes import dict_of, list_of, string_of


class CaptureView(Struct, frozen=True):
    """The parts of a capture."""

    capture: Capture
    document: Document
    grammar: PageGrammar
    header: Header | None
    meta: Meta
    route: Route
    embedded: tuple[Any, ...]
    legacy: tuple[dict[str, Any], ...]
    legacy_pages: dict[str, Any]
    legacy_post: dict[str, Any]

    @classmethod
    def of(cls, capture: Capture) -> CaptureView:
        document = Document.of(capture.html)
        grammar = grammar_of(document)
        legacy = list(legacy_bodies(document))
        pages = legacy_pages(legacy)
        meta = read_meta(document, grammar)
        address = capture.url or document.saved_from() or meta.og_url or ""
        wanted = username_of_url(address) or meta.username
        return cls(
            capture=capture,
            document=document,
            grammar=grammar,
            header=read_header(document, grammar, wanted),
            meta=meta,
            route=read_route(document),
            embedded=tuple(embedded_bodies(document)),
            legacy=tuple(legacy),
            legacy_pages=pages,
            legacy_post=legacy_post(legacy, pages),
        )

    @property
    def address(self) -> str | None:
        """Where the page was: the browser's address, else what a saved page says of itself."""
        return self.capture.url or self.document.saved_from() or self.meta.og_url

    @property
    def username(self) -> str | None:
        """Whom the page is about.

        Live, the address decides. On a saved page the order is: the "saved from" comment, the header's h2, canonical
        and og:url, the page's own route; the header wins a conflict.
        """
        if self.capture.url is not None and (named := username_of_url(self.capture.url)):
            return named
        shown = self.header.username if self.header else None
        named = shown or username_of_url(self.address or "") or self.meta.username or self.post_owner
        named = named or self.route.username or self._legacy_owner
        return named if named and is_username(named) else None

    @property
    def _legacy_owner(self) -> str | None:
        """Whose profile an old page says it is, where nothing else does."""
        page = next(map(dict_of, list_of(self.legacy_pages.get("ProfilePage"))), {})
        name = string_of(dict_of(dict_of(page.get("graphql")).get("user")).get("username"))
        return name.lower() if name else None

    @property
    def post_owner(self) -> str | None:
        """Whose post a post page shows."""
        owner = string_of(dict_of(self.legacy_post.get("owner")).get("username"))
        return owner.lower() if owner else self.meta.post_owner
