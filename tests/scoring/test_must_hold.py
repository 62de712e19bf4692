"""What must hold of every verdict, over all creators at hand: fixtures, the stand-in's cast, the panel, real pages."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from scripts.research.panel.captures import capture
from scripts.research.panel.drawing import panel
from server.analysis import Analysis, analyze
from server.capture import Capture
from server.errors import SoiError
from server.parsing import served_at
from server.scoring.searches import SHIPPED
from tests.browser.standin import answers
from tests.browser.standin.cast import cast
from tests.creators import NOW

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "pages"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "pages"
ACTIVE = SHIPPED.chosen
MOST_DAYS = 90
SIGNS_OF = 40
FIGURES = re.compile(r"[\d.,%]+")


def judged(given: Capture) -> Analysis:
    return analyze(given, now=given.captured_at or NOW, search=ACTIVE)


def of_files(folder: Path) -> Iterator[Analysis]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".html", ".htm", ".mhtml"}:
            page = Capture.from_page(path.read_bytes())
            yield analyze(page, now=served_at(page.html) or NOW, search=ACTIVE)
        elif path.suffix == ".json" and path.name != "manifest.json":
            try:
                yield judged(Capture.from_json(path.read_bytes()))
            except SoiError:
                continue


@cache
def panel_of() -> tuple[Analysis, ...]:
    """One panel of invented creators, before and after the samples."""
    made = panel(11)
    return tuple(
        judged(Capture.from_json(json.dumps(capture(one, samples=samples)).encode()))
        for samples in (False, True)
        for one in made
    )


def standin() -> Iterator[Analysis]:
    """The cast of the browser tests, from the answers that its page gives."""
    for name, creator in cast(NOW).items():
        bodies = [answers.profile_content(creator), answers.timeline(creator)]
        responses = [
            {"path": "/graphql/query", "name": f"q{n}", "received_at": NOW.isoformat(), "body": body}
            for n, body in enumerate(bodies)
        ]
        body = {
            "schema": 1,
            "url": f"https://www.instagram.com/{name}/",
            "captured_at": NOW.isoformat(),
            "html": "",
            "responses": responses,
        }
        yield judged(Capture.from_json(json.dumps(body).encode()))


def wrong_contact(found: Analysis) -> list[str]:
    """Why a Contact should not be one; empty for any other word."""
    if found.verdict.code != "contact":
        return []
    said = " ".join(reason.vi for reason in found.verdict.reasons)
    sample, texts = found.inputs.tallies.followers, found.inputs.tallies.comments
    dated = [post.taken_at for post in found.facts.posts if post.taken_at is not None]
    now = found.inputs.now
    faults = {
        "outside the search": found.fit.fits is not True,
        "low": found.engagement.band == "low" or "mức thấp" in said,
        "silent": bool(dated) and now is not None and (now - max(dated)).days > MOST_DAYS,
        "nothing read": (sample is None or sample.n < 50)
        and (texts is None or texts.n < 20 or texts.n_posts < 2),
        "signs": found.trust.code != "no_signs",
    }
    return [f"{found.facts.username}: {name}" for name, holds in faults.items() if holds]


def test_no_contact_that_should_not_be_among_invented_creators() -> None:
    """None outside the search, low, silent for longer than it allows, or before followers or comments were read."""
    everybody = [*of_files(FIXTURES), *standin(), *panel_of()]
    assert {"contact", "promising", "not_a_fit", "look_closer"} <= {a.verdict.code for a in everybody}
    assert [fault for found in everybody for fault in wrong_contact(found)] == []


@pytest.mark.corpus
def test_no_contact_that_should_not_be_among_real_pages() -> None:
    """The same over pages that other people saved."""
    if not CORPUS.exists():
        pytest.skip("the shared corpus is not beside this repository")
    real = list(of_files(CORPUS))
    assert len(real) > 20
    assert [fault for found in real for fault in wrong_contact(found)] == []


def test_no_sentence_of_a_sign_is_said_of_everybody() -> None:
    """Numbers aside, what is named against a creator stands on at most half of forty different ones."""
    mixed = panel_of()[:: len(panel_of()) // 60]
    forty = list(islice((found for found in mixed if found.trust.code != "unknown"), SIGNS_OF))
    for language in ("en", "vi"):
        said = Counter(
            sentence
            for found in forty
            for sentence in {
                FIGURES.sub("#", getattr(sign.reason, language)) for sign in found.suspicion.strongest()
            }
        )
        assert [sentence for sentence, n in said.items() if n > SIGNS_OF / 2] == []


def test_every_sign_that_is_named_says_what_is_usual() -> None:
    """Beside each reason stands what it is held against, and where it warns what else may explain it."""
    for found in panel_of():
        named = found.suspicion.strongest()[:3]
        assert [sign.signal.id for sign in named if sign.usual is None] == []
        if found.verdict.code in {"look_closer", "risky"}:
            reasons = [reason.vi for reason in found.verdict.reasons]
            assert all(any(sign.signal.innocent.vi in reason for reason in reasons) for sign in named)
