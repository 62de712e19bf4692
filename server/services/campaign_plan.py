"""The plan of a campaign as a workbook: one row a post, and one for each slot without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from server.campaigns.budget import PARTS, BudgetRow, budget_of
from server.campaigns.records import Deliverable, Slot
from server.campaigns.today import Work
from server.exports import xlsx_export
from server.exports.columns import CellValue, ColumnKind
from server.handles import INSTAGRAM, platform_of
from server.messages import table
from server.money import Price
from server.topics.niches import niches


class PlanRow(Struct, frozen=True):
    """A post in its slot; or a slot alone."""

    slot: Slot
    post: Deliverable | None
    cost: BudgetRow | None

    @property
    def creator(self) -> str | None:
        return (self.post.creator if self.post else self.slot.creator) or None


class PlanColumn(Struct, frozen=True):
    """One column, called as the trade does, so that the import reads it back."""

    key: str
    value: Callable[[PlanRow, str], CellValue]
    kind: ColumnKind = "text"
    width: int = 14

    def heading(self, language: str) -> str:
        return table(language)[f"plan.{self.key}"]


class PlanTable(Struct, frozen=True):
    """The rows of one campaign in one language."""

    work: Work
    language: str
    is_list = False

    @property
    def columns(self) -> tuple[PlanColumn, ...]:
        return COLUMNS

    @property
    def title(self) -> str:
        return table(self.language)["plan.sheet"]

    def rows(self) -> Iterator[list[CellValue]]:
        for row in rows_of(self.work):
            yield [column.value(row, self.language) for column in COLUMNS]


def plan_workbook(work: Work, language: str) -> bytes:
    """The file."""
    return xlsx_export.write(PlanTable(work, language))


def rows_of(work: Work) -> Iterator[PlanRow]:
    """Slot by slot in their order; posts of a slot that was removed come last."""
    costs = {row.deliverable: row for row in budget_of(work.campaign.budget, work.deliverables).rows}
    for slot in work.campaign.slots:
        posts = [one for one in work.deliverables if one.slot == slot.id]
        if slot.creator is None or slot.creator not in {one.creator for one in posts}:
            yield PlanRow(slot, None, None)
        for one in posts:
            yield PlanRow(slot, one, costs[one.id])


def _niche(row: PlanRow, language: str) -> CellValue:
    known = {niche.id: niche.name.to_json()[language] for niche in niches()}
    return known.get(row.slot.niche or "", row.slot.niche)


def _named(username: str) -> str:
    """With a mark that says that it is a name: the import takes no other word of this column for a person."""
    return f"@{username}" if platform_of(username) == INSTAGRAM else username


def _price(read: Callable[[Price], CellValue]) -> Callable[[PlanRow, str], CellValue]:
    return lambda row, _: None if row.post is None or row.post.price is None else read(row.post.price)


def _net(price: Price) -> CellValue:
    return None if price.net is None else "net" if price.net else "gross"


def _cost(read: Callable[[BudgetRow], float]) -> Callable[[PlanRow, str], CellValue]:
    return lambda row, _: None if row.cost is None or row.cost.part not in PARTS else read(row.cost)


def _of_post(read: Callable[[Deliverable], CellValue]) -> Callable[[PlanRow, str], CellValue]:
    return lambda row, _: None if row.post is None else read(row.post)


def _word(area: str, read: Callable[[Deliverable], str]) -> Callable[[PlanRow, str], CellValue]:
    return lambda row, language: None if row.post is None else table(language)[f"{area}.{read(row.post)}"]


COLUMNS: tuple[PlanColumn, ...] = (
    PlanColumn("username", lambda row, _: row.creator, width=22),
    PlanColumn("niche", _niche, width=18),
    PlanColumn("kind", _word("deliverable", lambda one: one.kind)),
    PlanColumn("state", _word("deliverable_state", lambda one: one.state)),
    PlanColumn("price", _price(lambda price: price.text), width=20),
    PlanColumn("net", _price(_net), width=10),
    PlanColumn("cost_low", _cost(lambda row: row.cost.low), "number"),
    PlanColumn("cost_high", _cost(lambda row: row.cost.high), "number"),
    PlanColumn("due_draft", _of_post(lambda one: one.due_draft), "day"),
    PlanColumn("due_post", _of_post(lambda one: one.due_post), "day"),
    PlanColumn("post_url", _of_post(lambda one: one.post_url), width=36),
    PlanColumn("paid_on", _of_post(lambda one: one.paid_on), "day"),
    PlanColumn("backups", lambda row, _: ", ".join(map(_named, row.slot.backups)) or None, width=26),
)
