"""Every text in Vietnamese and English, with the same figures in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest

import server
from server import errors
from server.scoring.suspicion import RAISES
from tests.project.files import ROOT

pytestmark = pytest.mark.documents


def messages(language: str) -> dict[str, str]:
    loaded: dict[str, str] = json.loads(
        (ROOT / "server" / "messages" / f"{language}.json").read_text("utf-8")
    )
    return loaded


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_texts() -> None:
    """Vietnamese and English always come together."""
    assert list(messages("en")) == list(messages("vi"))


def test_both_languages_have_the_same_placeholders() -> None:
    """A figure that one language shows, the other shows too."""
    english, vietnamese = messages("en"), messages("vi")
    assert {key for key in english if placeholders(english[key]) != placeholders(vietnamese[key])} == set()


def test_no_text_is_empty() -> None:
    """A blank label is worse than a missing one: nobody notices it."""
    assert [
        key for language in ("en", "vi") for key, text in messages(language).items() if not text.strip()
    ] == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_percentage_is_written_as_the_browser_writes_it(language: str) -> None:
    """Without a space, so that one sentence does not have 95 % beside 3,1%."""
    assert {key: text for key, text in messages(language).items() if re.search(r"[\d}]\s%", text)} == {}


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("extension/background/present/sections.js", r"const NOTHING = ([\d.]+);"),
        ("server/web/modules/verdict/signs.js", r"const LEAST = ([\d.]+);"),
    ],
)
def test_a_sign_raises_the_score_where_its_sentence_says_so(file: str, line: str) -> None:
    """No "likes are not unusually high" under "raises suspicion": the drawing begins where the words do."""
    drawn = re.search(line, (ROOT / file).read_text("utf-8"))
    assert drawn is not None
    assert float(drawn[1]) == RAISES


def every_error(base: type[errors.SoiError]) -> Iterator[type[errors.SoiError]]:
    yield base
    for child in base.__subclasses__():
        yield from every_error(child)


def test_every_error_has_words_in_both_languages() -> None:
    """Whatever goes wrong, a person reads a sentence and not a code."""
    codes = {error.code for error in every_error(errors.SoiError)}
    assert {code for code in codes if f"error.{code}" not in messages("vi")} == set()


def test_english_words_of_an_error_are_its_own() -> None:
    """The API and the pages say the same."""
    own = {f"error.{error.code}": error.message for error in every_error(errors.SoiError)}
    assert {key: messages("en")[key] for key in own} == own


def extension_messages(language: str) -> dict[str, Any]:
    path = ROOT / "extension" / "_locales" / language / "messages.json"
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def test_extension_has_the_same_texts_in_both_languages() -> None:
    """Keys and placeholders of the extension's own texts."""
    english, vietnamese = extension_messages("en"), extension_messages("vi")
    assert english.keys() == vietnamese.keys()
    differ = [
        key for key in english if english[key].get("placeholders") != vietnamese[key].get("placeholders")
    ]
    assert differ == []


MEANT = {
    ("language_en", "language.en"): "a button's own name for a language, and a language within a sentence",
    (
        "language_en",
        "web.language.en",
    ): "a button's own name for a language, and a language within a sentence",
    ("ruling_back", "web.outcome_remove"): "what is taken back has another name: a ruling, an outcome",
    ("status_agreed", "dossier.agreed"): "the state of an entry, and a sum that is agreed",
    ("status_agreed", "web.budget_agreed"): "the state of an entry, and a sum that is agreed",
    ("status_paid", "dossier.paid"): "the state of an entry, and a sum that is paid",
    ("status_paid", "web.budget_paid"): "the state of an entry, and a sum that is paid",
    ("status_paid", "web.paid_posts"): "the state of an entry, and posts that somebody paid for",
    ("strength_medium", "trust.medium"): "between weak and strong, and between low and high",
    ("verdict_contact", "web.contacts"): "an advice, and an address",
    ("verdict_contact", "web.posted_contact"): "an advice, and an address",
}
"""One English word for what Vietnamese has two for, by the key of the extension and of the server."""


def test_one_word_stands_on_badge_and_page() -> None:
    """What reads the same in English reads the same in Vietnamese, but where two things are meant."""
    english, vietnamese = messages("en"), messages("vi")
    badge_english, badge_vietnamese = extension_messages("en"), extension_messages("vi")
    differing = {
        (own, key)
        for own, said in badge_english.items()
        for key, text in english.items()
        if said["message"] == text and badge_vietnamese[own]["message"] != vietnamese[key]
    }
    assert differing == set(MEANT)


def test_extension_has_the_version_of_the_server() -> None:
    """They are released together."""
    manifest = json.loads((ROOT / "extension" / "manifest.json").read_text("utf-8"))
    assert manifest["version"] == server.__version__
