"""Brands that a new campaign begins with."""

from __future__ import annotations

from flask import Blueprint, Response

from server import own_json
from server.api.campaigns import seen_version
from server.api.context import answer, read_body, services
from server.campaigns.records import Brand
from server.fields.campaigns import BRAND
from server.security.policy import policy
from server.store.campaign_documents import KeptBrand

blueprint = Blueprint("brands", __name__)


@blueprint.get("/brands")
@policy(gives={200: "BrandsAnswer"})
def brands() -> Response:
    """All brands, oldest first."""
    return answer({"brands": services().store.brands.all()})


@blueprint.post("/brands")
@policy(body=BRAND, gives={201: "BrandAnswer"})
def new_brand() -> Response:
    """Keep one more."""
    return _told(services().store.brands.add(_read()), 201)


@blueprint.put("/brands/<brand_id>")
@policy(body=BRAND, gives={200: "BrandAnswer"})
def put_brand(brand_id: str) -> Response:
    """Replace one that is still at the version of If-Match; campaigns keep the copy that they have."""
    return _told(services().store.brands.replace(brand_id, _read(), seen_version()))


@blueprint.delete("/brands/<brand_id>")
@policy(gives={204: None})
def remove_brand(brand_id: str) -> Response:
    """Forget one; campaigns keep the copy that they have."""
    services().store.brands.remove(brand_id)
    return Response(status=204)


def _read() -> Brand:
    brand: Brand = own_json.record_of(own_json.plain(read_body()), Brand)
    return brand


def _told(kept: KeptBrand, status: int = 200) -> Response:
    response = answer(kept, status)
    response.headers["ETag"] = f'"{kept.version}"'
    return response
