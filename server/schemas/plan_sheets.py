"""What a plan sheet gives a campaign."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from server.messages import Text
from server.schemas.campaigns import PriceShown


class PlannedLine(Struct, frozen=True, kw_only=True):
    """One line as it is planned; ``is_backup``: behind the slots of its niche instead of a post, ``is_there``: the
    campaign had it before, and it adds nothing."""

    sheet: str
    row: int
    creator: str
    niche: str | None
    kind: str
    price: PriceShown | None
    due_draft: date | None
    due_post: date | None
    post_url: str | None
    is_backup: bool
    is_there: bool


class LeftOutLine(Struct, frozen=True, kw_only=True):
    """``reason`` is null of somebody whose line says that they are out."""

    sheet: str
    row: int
    creator: str | None
    reason: Text | None


class PlanRemark(Struct, frozen=True, kw_only=True):
    """A day or price of the plan that could not be read; ``column`` is "" where it may be one of several."""

    sheet: str
    row: int
    column: str
    heading: str
    creator: str
    value: str
    reason: Text


class PlanSheetAnswer(Struct, frozen=True, kw_only=True):
    dry_run: bool
    lines: tuple[PlannedLine, ...]
    left_out: tuple[LeftOutLine, ...]
    remarks: tuple[PlanRemark, ...]
