"""Pages made to hang, crash or deceive a parser: always an answer of the contract, soon, in bounded memory."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.analysis import analyze
from server.capture import Capture
from server.errors import SoiError
from server.facts import Reading
from server.parsing import comments, followers, following, grammar, likers, read_capture, timelines

SECONDS = 3.0
HEADER = "<header><h2>abc</h2>"
HOSTILE = {
    "unclosed comments": "<!--" * 50_000,
    "unclosed attributes": '<a b="' * 60_000,
    "nested boxes": "<div>" * 200_000,
    "misnested formatting": "<b>" * 3_000 + "<p>x" * 200,
    "headers without end": "<header><h2>" * 50_000,
    "a header of numbers": HEADER + "<span>1</span>" * 20_000,
    "a header of cells": HEADER + "<li>12 a</li>" * 3_000,
    "a deep header": HEADER + "<span>" * 9_000 + "5" + "</span>" * 9_000,
    "a header of text directions": HEADER + "<div dir=auto>t<span dir=auto>5 x</span></div>" * 1_500,
    "unclosed scripts": "<script>" * 100_000,
    "script tags without end": "<script " * 100_000,
    "metas without end": '<meta content="' * 100_000,
    "links without end": '<a href="/x/p/' * 100_000,
    "tiles with overlays": ('<a href="/x/p/abcdefghij/">' + "<li>1</li>" * 10) * 5_000,
    "a number of 60,000 digits": HEADER + "<ul><li>" + "9" * 60_000 + "</li></ul></header>",
    "a letter of 60,000 digits": "<title>&#" + "1" * 60_000 + ";</title>",
    "nested arrays": '<script type="application/json">{"RelayPrefetchedStreamCache":1,"like_count":'
    + "[" * 100_000,
    "a large block": '<script type="application/json">RelayPrefetchedStreamCache "like_count"'
    + "{}," * 900_000,
    "mentions of the grammar": '<script type="application/json">'
    + '"IntlCurrentLocale",[],{' * 50_000
    + "</script>",
    "a dialog of people": '<div role="dialog">' + '<a href="/abc/">abc</a>' * 20_000,
    "nested dialogs": '<div role="dialog">' * 20_000 + '<a href="/abc/">abc</a>' * 2_000,
    "a dialog of comments": '<div role="dialog">' + '<a href="/p/abcdefg/c/1/"><time></time></a>' * 8_000,
}


def check(page: str | bytes) -> Reading | SoiError:
    """As the command line does it."""
    try:
        body = page.encode() if isinstance(page, str) else page
        return read_capture(Capture.from_page(body))
    except SoiError as error:
        return error


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_answered_within_three_seconds(name):
    started = time.process_time()
    answer = check(HOSTILE[name])
    assert time.process_time() - started < SECONDS
    assert isinstance(answer, Reading)


def test_languages_that_pages_make_up_are_not_all_remembered():
    """A server reads pages for months."""
    for number in range(1_100):
        check(f'<html lang="x{number}"><body><header><h2>abc</h2></header>')
    kept = [known.cache_info().currsize for known in (grammar.words, grammar.cldr)]
    assert [True, True] == [n <= most for n, most in zip(kept, (1_024, 128), strict=True)]


@given(st.binary(max_size=4_000))
def test_any_bytes_give_an_answer_of_the_contract(body):
    """Through the whole path, with the keys that the contract names."""
    answer = analyze(Capture.from_page(body)).to_json()
    assert {
        "input",
        "ok",
        "error",
        "page",
        "facts",
        "tier",
        "engagement",
        "suspicion",
        "verdict",
    } <= answer.keys()
    json.dumps(answer, allow_nan=False)


PIECES = st.sampled_from(
    [
        "<header>",
        "</header>",
        "<h2>",
        "</h2>",
        "abc",
        "<ul>",
        "<li>",
        "</li>",
        "12,3 N",
        "1.1M",
        " người theo dõi",
        "<a",
        ' href="/abc/followers/"',
        ">",
        '<span title="1,234">',
        "</span>",
        "<script",
        "</script>",
        "<meta property=",
        '"og:description" content="',
        '"',
        "<!--",
        '<html lang="vi">',
        '<a href="/abc/p/ABCDEFGHIJ/">',
        "</a>",
        "\x00",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=120).map("".join))
def test_any_pieces_of_a_page_give_an_answer(page):
    """Broken in all the ways in which the parts of a page can be put together."""
    reading = check(page)
    assert isinstance(reading, Reading)
    for name in ("followers", "following", "post_count"):
        count = getattr(reading.facts, name)
        assert count is None or 0 <= count.low <= count.value <= count.high


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**6), 10**13)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "users",
                    "user",
                    "node",
                    "edges",
                    "code",
                    "like_count",
                    "comment_count",
                    "taken_at",
                    "username",
                    "text",
                    "pk",
                    "media",
                    "owner",
                    "coauthor_producers",
                    "caption",
                    "full_name",
                    "edge_followed_by",
                    "count",
                    "created_at",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=40,
)


@given(JSON)
def test_any_json_gives_rows(body):
    """Row readers meet whatever a page received."""
    for reader in (followers, following, likers, comments, timelines):
        assert isinstance(reader(body), list)


@given(JSON)
def test_any_answer_beside_a_page_gives_an_analysis(body):
    capture = {"html": "<header><h2>abc</h2></header>", "url": "https://www.instagram.com/abc/"}
    response = {
        "path": "/graphql/query",
        "name": "x",
        "body": body if isinstance(body, dict) else {"data": body},
    }
    answer = analyze(Capture.from_json(json.dumps({**capture, "responses": [response]}))).to_json()
    json.dumps(answer, allow_nan=False)


def test_deeply_nested_answers_do_not_recurse():
    body: dict[str, object] = {}
    for _ in range(20_000):
        body = {"node": body}
    assert timelines(body) == []
