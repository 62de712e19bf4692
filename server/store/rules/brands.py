"""Brands that new campaigns begin with; a campaign keeps its own copy."""

from __future__ import annotations

from server.campaigns.records import Brand
from server.errors import Conflict, NotFound
from server.store import judging_campaigns
from server.store.campaign_documents import BRANDS, KeptBrand, brand_document, brand_of, doc_id_of
from server.store.changes import told
from server.store.collection import Collection
from server.store.resource import Resource
from server.store.work import Doc, Told, UnitOfWork, View

COLLECTIONS = (Collection(BRANDS, judging_campaigns.brand),)


class Brands(Resource):
    """``store.brands``."""

    def all(self) -> tuple[KeptBrand, ...]:
        """All brands, oldest first."""

        def look(view: View) -> tuple[KeptBrand, ...]:
            documents = view.get_many(BRANDS, view.ids(BRANDS))
            return tuple(brand_of(doc_id, document) for doc_id, document in documents.items())

        return self._read(look)

    def add(self, brand: Brand) -> KeptBrand:
        """Keep a new one."""
        doc_id = self._write(lambda work: work.insert(BRANDS, brand_document(brand, 1)), _told)
        return KeptBrand(str(doc_id), brand, 1)

    def replace(self, brand_id: str, brand: Brand, expected_version: int) -> KeptBrand:
        """Keep it instead of what is there. Raises NotFound, Conflict."""
        doc_id = doc_id_of(brand_id)
        self._write(lambda work: _replace(work, doc_id, brand, expected_version), _told)
        return KeptBrand(brand_id, brand, expected_version + 1)

    def remove(self, brand_id: str) -> None:
        """Campaigns keep their copies. Raises NotFound."""
        doc_id = doc_id_of(brand_id)
        self._write(lambda work: _remove(work, doc_id), _told)


def _told(_: object) -> tuple[Told, ...]:
    return told("campaign")


def _replace(work: UnitOfWork, brand_id: int, brand: Brand, expected_version: int) -> None:
    if _known(work, brand_id)["version"] != expected_version:
        raise Conflict
    work.put(BRANDS, brand_id, brand_document(brand, expected_version + 1))


def _remove(work: UnitOfWork, brand_id: int) -> None:
    _known(work, brand_id)
    work.delete(BRANDS, brand_id)


def _known(view: View, brand_id: int) -> Doc:
    document = view.get(BRANDS, brand_id)
    if document is None:
        raise NotFound
    return document
