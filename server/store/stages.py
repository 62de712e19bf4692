"""The user's own words for how far things are with a creator, each of them one of the seven statuses."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field

from server.errors import BadSetting, Inconsistent
from server.messages import Text
from server.store.records import STATUSES, Status

STAGES = "stages"
"""Their name among the tables in the settings."""
MOST_STAGES, MOST_NAME = 60, 100


class Stage(Struct, frozen=True):
    """A step of the user's own pipeline."""

    name: str
    """As an entry keeps it."""
    status: Status
    names: Text | None = None
    """How the shipped ones are shown; None for the user's own."""


class Following(Struct, frozen=True):
    """Where entries go when the list of stages is replaced."""

    was: Mapping[str, str] = field(default_factory=dict)
    """Name of a stage -> the one that it had before."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Name of a stage that goes away -> the one that its entries go to."""


def _shipped(vi: str, en: str, status: Status) -> Stage:
    return Stage(vi, status, Text(en=en, vi=vi))


SHIPPED = (
    _shipped("tìm", "found", "found"),
    _shipped("shortlist", "shortlist", "found"),
    _shipped("dự phòng", "backup", "found"),
    _shipped("liên hệ", "contacted", "contacted"),
    _shipped("báo giá", "quoted", "answered"),
    _shipped("thương lượng", "negotiating", "answered"),
    _shipped("chốt", "agreed", "agreed"),
    _shipped("gửi sản phẩm", "product sent", "agreed"),
    _shipped("gửi brief", "brief sent", "agreed"),
    _shipped("chờ demo", "waiting for the draft", "agreed"),
    _shipped("duyệt", "in review", "agreed"),
    _shipped("air", "live", "posted"),
    _shipped("nghiệm thu", "accepted", "paid"),
    _shipped("thanh toán", "paid", "paid"),
    _shipped("từ chối", "declined", "rejected"),
    _shipped("huỷ", "cancelled", "rejected"),
)
"""The stages of the trade in Vietnam, in its order: an entry keeps the Vietnamese word, which sheets have too."""
_NAMES = {stage.name: stage.names for stage in SHIPPED}


def folded(word: str) -> str:
    """A word as it is compared: in any case of letters, composed or not."""
    return unicodedata.normalize("NFC", word).strip().casefold()


def stages_of(saved: Any) -> tuple[Stage, ...]:
    """From the saved settings; as shipped where nothing is saved that this version can read."""
    try:
        return read_stages(saved) if saved else SHIPPED
    except (BadSetting, Inconsistent):
        return SHIPPED


def read_stages(rows: Any) -> tuple[Stage, ...]:
    """Checked stages from JSON, in their order. Raises BadSetting or Inconsistent."""
    if not isinstance(rows, list) or not 0 < len(rows) <= MOST_STAGES:
        raise BadSetting(f"stages: 1 to {MOST_STAGES} are needed.")
    stages = tuple(_stage(row) for row in rows)
    if len({folded(stage.name) for stage in stages}) < len(stages):
        raise Inconsistent("Two stages have the same name.")
    return stages


def _stage(row: Any) -> Stage:
    name, status = (row.get("name"), row.get("status")) if isinstance(row, Mapping) else (None, None)
    if not isinstance(name, str) or not 0 < len(name.strip()) <= MOST_NAME:
        raise BadSetting(f"stages: a name of 1 to {MOST_NAME} characters is needed.")
    if status not in STATUSES:
        raise BadSetting(f"stages: a status is one of {', '.join(STATUSES)}.")
    return Stage(name.strip(), status, _NAMES.get(name.strip()))


def stage_named(stages: Iterable[Stage], word: str) -> Stage | None:
    """The stage that is called so; None for a word of a sheet that is none."""
    wanted = folded(word)
    return next((stage for stage in stages if folded(stage.name) == wanted), None)
