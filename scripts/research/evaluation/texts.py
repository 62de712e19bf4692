"""The class of each comment: genuine, generic, emoji, mention, intent or spam; one by one, as the shipped code reads it."""

from __future__ import annotations

from scripts.research.evaluation import Answer, Table, Task
from server.samples.classify import classify_comment
from server.samples.intervals import wilson_share

TRUE = ("1", "true", "yes")


def answer(table: Table) -> Answer:
    """One class a row; where the file has a column ``label``, also precision and recall of each class."""
    found = [
        classify_comment(row.get("text", ""), row.get("username"), row.get("by_owner", "").lower() in TRUE)
        for row in table.rows
    ]
    said = [f"{len(found)} texts"]
    if "label" in table.columns:
        said += _measures([row["label"] for row in table.rows], [str(one) for one in found])
    return Answer({"class": found}, "\n".join(said))


def _measures(labels: list[str], found: list[str]) -> list[str]:
    lines = []
    for kind in sorted({*labels} - {""}):
        hits = sum(a == b == kind for a, b in zip(labels, found, strict=True))
        precision, recall = (wilson_share(hits, of.count(kind)) for of in (found, labels))
        shown = [f"{s.value:.3f} [{s.low:.3f}, {s.high:.3f}]" if s else "none" for s in (precision, recall)]
        lines.append(f"{kind:8} precision {shown[0]}, recall {shown[1]}, n = {labels.count(kind)}")
    return lines


TASKS = {"texts": Task("the class of each comment", "", None, ("text",), answer=answer)}
