"""docs/scoring.md says what the model file says, and the evaluation it quotes is of this model."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from scripts.documents.diagram import reliability_diagram
from scripts.make_scoring_docs import FIGURES, documents
from server.scoring.model import load_model
from server.scoring.thresholds import table_version
from server.signals import signals

pytestmark = pytest.mark.documents


@pytest.mark.parametrize(("path", "text"), documents().items(), ids=lambda x: getattr(x, "name", ""))
def test_the_generated_documents_are_current(path: object, text: str) -> None:
    """Run scripts/make_scoring_docs.py after every change of the model, a signal, a benchmark or a price."""
    assert text == path.read_text("utf-8")  # type: ignore[attr-defined]  # a Path, widened by parametrize


def test_the_quoted_evaluation_is_of_this_model() -> None:
    """Figures of an older model would promise what this one was never shown to do."""
    figures = json.loads(FIGURES.read_text("utf-8"))
    assert (load_model().version, table_version()) == (figures["model"], figures["verdict_table"])


def test_every_signal_is_in_the_model_card() -> None:
    """Each sign with its weight, source and false positives."""
    card = next(text for path, text in documents().items() if path.suffix == ".md")
    assert [] == [signal.id for signal in signals() if f"**{signal.id}**" not in card]


def test_the_diagram_has_a_dot_for_each_bin() -> None:
    """Well-formed SVG without scripts, one circle a bin, each with a title for screen readers."""
    bins = [{"n": 4, "stated": 0.1, "observed": 0.2}, {"n": 1, "stated": 0.9, "observed": 0.8}]
    root = ElementTree.fromstring(reliability_diagram(bins))  # noqa: S314 - our own text, parsed to check it
    dots = root.findall(".//{*}circle")
    assert (2, 2) == (len(dots), len(root.findall(".//{*}circle/{*}title")))
