"""A redacted capture reads to the same counts, and names nobody."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from server.capture import Capture
from server.cli import soi
from server.facts import Count, Facts, Reading
from server.parsing import read_capture
from server.parsing.grammar import words_of_screens
from server.parsing.media import shortcode_of, shortcode_time
from server.redaction import redacted
from server.redaction.pages import _TITLES

PAGES = sorted((Path(__file__).parent / "fixtures" / "pages").glob("*.html"))
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "pages" / "html"
REAL_PAGES = sorted(CORPUS.glob("*.html"))
PEOPLE = ("linhdan", "Linh Đan", "Bếp nhỏ", "Nấu món nhà", "vidu.example")


def counts(reading: Reading) -> dict[str, Any]:
    """All that a verdict is made of, without names and texts."""

    def shown(count: Count | None) -> Any:
        return count and (count.value, count.low, count.high, count.exact, count.source)

    facts = reading.facts
    return {
        "page": reading.page,
        "header": [shown(getattr(facts, name)) for name in ("followers", "following", "post_count")],
        "flags": [facts.is_private, facts.is_verified, facts.is_gated],
        "posts": [
            (
                p.type,
                p.taken_at,
                shown(p.likes),
                shown(p.comments),
                shown(p.plays),
                p.likes_hidden,
                p.is_pinned,
                p.is_collaboration,
            )
            for p in facts.posts
        ],
        "rows": (len(reading.follower_rows), len(reading.comment_rows)),
        "photos": [row.has_photo for row in reading.follower_rows],
    }


def read_again(capture: Capture) -> tuple[Reading, str]:
    text = json.dumps(redacted(capture), ensure_ascii=False)
    return read_capture(Capture.from_json(text)), text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_redacted_page_reads_to_the_same_counts(page: Path) -> None:
    capture = Capture.from_page(page.read_bytes())
    again, _ = read_again(capture)
    assert counts(again) == counts(read_capture(capture))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_nothing_that_a_person_wrote_is_left(page: Path) -> None:
    """Names, and words of the biography and of captions; a word that Instagram's own screens use says nothing of anybody."""
    capture = Capture.from_page(page.read_bytes())
    facts = read_capture(capture).facts
    _, text = read_again(capture)
    own = {word for said in said_by(facts) for word in re.findall(r"[^\W\d_]{4,}", said)}
    screens = words_of_screens("vi") | _TITLES | {"script", "span", "link"}  # names of elements
    assert {word for word in own if re.search(rf"\b{word}\b", text)} - {
        w for w in own if w.casefold() in screens
    } == set()


def said_by(facts: Facts) -> list[str]:
    captions = [post.caption for post in facts.posts]
    return [said for said in (facts.username, facts.full_name, facts.biography, *captions) if said]


@pytest.mark.corpus
@pytest.mark.parametrize("page", REAL_PAGES or [None], ids=lambda page: page.stem if page else "none")
def test_a_redacted_real_page_reads_to_the_same_counts(page: Path | None) -> None:
    if page is None:
        pytest.skip("the corpus is not beside this checkout")
    capture = Capture.from_page(page.read_bytes())
    before = read_capture(capture)
    again, text = read_again(capture)
    assert counts(again) == counts(before)
    assert before.facts.username in (None, "instagram") or before.facts.username not in text


def test_equal_names_stay_equal_and_the_owner_is_called_creator() -> None:
    page = PAGES[[p.stem for p in PAGES].index("profile_vi_div")]
    again, text = read_again(Capture.from_page(page.read_bytes()))
    assert (again.facts.username, [word for word in PEOPLE if word in text]) == ("creator", [])


def test_a_telephone_number_is_no_count() -> None:
    """Digits of a count stay; those of a number to ring do not, however they are grouped."""
    page = (
        '<html lang="en"><body><p>Call 0912 345 678 or +84 912.345.678, 12,345 people did</p></body></html>'
    )
    _, text = read_again(Capture.from_page(page.encode()))
    assert ("912" in text, "345" in text.replace("12,345", ""), "12,345" in text) == (False, False, True)


def test_an_answers_people_and_texts_are_gone_and_its_numbers_are_not() -> None:
    """JSON: the time of a post stays in its code, which stays the same post as its number."""
    number = 4032129644346077499
    user = {"pk": "5501484505", "username": "nga.vidu", "full_name": "Nga Phạm", "follower_count": 12345}
    post = {"pk": str(number), "code": shortcode_of(number), "taken_at": 1794887332, "like_count": 77}
    note = {
        "text": "hẹn @nga.vidu ở 12 phố Hoa Gạo, 0912 345 678, nga@vidu.example",
        "pk": "17000005501484505",
    }
    body = {"data": {"user": user, "items": [post | {"caption": note}], "next": "/nga.vidu/?x=secret"}}
    given = {"schema": 1, "html": "<p>", "responses": [{"path": "/graphql/query", "name": "Q", "body": body}]}
    document = redacted(Capture.from_json(given))
    said = document["responses"][0]["body"]["data"]
    text = json.dumps(document, ensure_ascii=False)
    left = [word for word in ("nga", "Phạm", "phố", "912", "secret", "5501484505") if word in text]
    assert (left, said["user"]["follower_count"], said["next"]) == (
        [],
        12345,
        f"/{said['user']['username']}/",
    )
    told = said["items"][0]
    assert (told["like_count"], shortcode_of(int(told["pk"]))) == (77, told["code"])
    assert shortcode_time(told["code"]) == shortcode_time(post["code"])


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000,
        '<a href="/a/">' * 10_000,
        "<script>" + "[" * 200_000,
        "<p>" + "a@" * 200_000,
        "<p>" + "1 " * 200_000,
    ],
    ids=["nested", "links", "deep json", "at signs", "figures"],
)
def test_a_hostile_page_is_redacted_in_bounded_time(page: str) -> None:
    """As long as the page, not as its square."""
    begun = time.process_time()
    read_again(Capture.from_page(page.encode()))
    assert time.process_time() - begun < 20


def test_the_command_writes_one_capture() -> None:
    """For a report: JSON on standard output, which `soi check -` reads."""
    done = CliRunner().invoke(soi, ["redact", str(PAGES[[p.stem for p in PAGES].index("profile_vi_div")])])
    again = CliRunner().invoke(soi, ["check", "-", "--json"], input=done.stdout)
    assert (done.exit_code, json.loads(again.stdout)["facts"]["username"]) == (0, "creator")
