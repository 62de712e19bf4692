"""The trust boundary: what a body may say, and the code that answers everything else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.capture import (
    MAX_BODY_BYTES,
    MAX_RESPONSES,
    MAX_SAMPLE_ROWS,
    Capture,
    clean_username,
    username_of_url,
)
from server.errors import SoiError

URL = "https://www.instagram.com/abc/"


def code_of(body: object) -> str:
    with pytest.raises(SoiError) as caught:
        Capture.from_json(body if isinstance(body, (bytes, str)) else json.dumps(body))
    return caught.value.code


def test_a_full_capture_is_read_as_it_is_written():
    capture = Capture.from_json(
        json.dumps(
            {
                "schema": 1,
                "url": URL,
                "captured_at": "2026-11-23T02:58:54Z",
                "navigation": "spa",
                "html": "<html lang=vi>",
                "responses": [{"path": "/graphql/query", "name": "Q", "received_at": None, "body": {"a": 1}}],
                "samples": {
                    "followers": {
                        "position": "top",
                        "rows": [{"username": "a", "full_name": "A", "has_photo": True}],
                    },
                    "comments": [
                        {"post": "C", "username": "b", "text": "đẹp", "is_reply": False, "by_owner": True}
                    ],
                },
            }
        )
    )
    assert (capture.navigation, capture.responses[0].name, capture.followers_position) == ("spa", "Q", "top")
    assert (
        capture.follower_rows[0].has_photo,
        capture.comment_rows[0].text,
        capture.comment_rows[0].by_owner,
    ) == (True, "đẹp", True)
    assert capture.captured_at is not None
    assert capture.captured_at.isoformat() == "2026-11-23T02:58:54+00:00"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[]", "bad_json"),
        ("", "bad_json"),
        (b"\xff\xfe", "bad_json"),
        ("[" * 100_000, "bad_json"),
        ('{"html":"a","html":"b"}', "bad_json"),
        ('{"html":' + "9" * 5_000 + "}", "bad_json"),
        ('{"html":NaN}', "bad_number"),
        ('{"html":1e999}', "bad_number"),
        ('{"html":"\\ud800"}', "bad_text"),
        ({}, "bad_field"),
        ({"html": "", "samples": {"followers": {"position": "end", "rows": []}}}, "bad_field"),
        ({"html": 1}, "bad_field"),
        ({"html": "a", "isAdmin": True}, "unknown_field"),
        ({"html": "a", "__proto__": {}}, "unknown_field"),
        ({"html": "a", "schema": 2}, "bad_field"),
        ({"html": "a", "schema": True}, "bad_field"),
        ({"html": "a", "url": "http://www.instagram.com/abc/"}, "bad_url"),
        ({"html": "a", "url": "https://instagram.com.attacker.test/a"}, "bad_url"),
        ({"html": "a", "url": "https://a@www.instagram.com/abc/"}, "bad_url"),
        ({"html": "a", "url": "https://www.instagram.com:8443/abc/"}, "bad_url"),
        ({"html": "a", "url": "javascript:alert(1)"}, "bad_url"),
        ({"html": "a", "url": "https://[::1"}, "bad_url"),
        ({"html": "a", "captured_at": "yesterday"}, "bad_field"),
        ({"html": "a", "navigation": "teleport"}, "bad_field"),
        ({"html": "a", "responses": [1]}, "bad_field"),
        ({"html": "a", "responses": [{"path": "/", "body": {}}] * (MAX_RESPONSES + 1)}, "too_many"),
        ({"html": "a", "samples": {"comments": [{}]}}, "bad_field"),
        (
            {"html": "a", "samples": {"followers": {"rows": [{"username": "a"}] * (MAX_SAMPLE_ROWS + 1)}}},
            "too_many",
        ),
        (
            {"html": "a", "samples": {"comments": [{"post": "a", "username": "b", "text": "x" * 5_000}]}},
            "too_long",
        ),
        (b'{"html":"' + b"a" * MAX_BODY_BYTES + b'"}', "too_large"),
    ],
)
def test_a_body_that_breaks_the_contract_gets_its_code(body, code):
    """Each limit by name, never a traceback."""
    assert code == code_of(body)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Abc", "abc"),
        ("@a.b_9", "a.b_9"),
        ("https://www.instagram.com/Abc/?hl=en", "abc"),
        ("https://instagram.com/abc/reels/", "abc"),
    ],
)
def test_a_creator_is_one_however_the_name_is_written(text, name):
    assert name == clean_username(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "..",
        "abc\n",
        "abc ",
        "іnstagram",
        "ａｄｍｉｎ",
        "a" * 31,
        "p",
        "explore",
        "https://evil.test/abc",
        "a/b",
        "/",
    ],
)
def test_what_is_no_user_name_is_refused(text):
    """Look-alikes, reserved paths, control characters, and anything over 30 characters."""
    with pytest.raises(SoiError) as caught:
        clean_username(text)
    assert caught.value.code == "bad_username"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.instagram.com/abc/p/CODE/", "abc"),
        ("https://www.instagram.com/p/CODE/", None),
        ("https://www.instagram.com/stories/abc/123/", "abc"),
        ("https://www.instagram.com/", None),
        ("https://www.instagram.com/accounts/login/", None),
        ("https://example.com/abc/", None),
    ],
)
def test_an_address_names_its_profile_or_nobody(url, name):
    assert name == username_of_url(url)


@given(
    st.dictionaries(
        st.text(max_size=12), st.none() | st.booleans() | st.integers() | st.text(max_size=20), max_size=6
    )
)
def test_any_object_is_a_capture_or_a_coded_error(body):
    try:
        read = Capture.from_json(json.dumps(body))
    except SoiError as error:
        read = error
    assert isinstance(read, Capture) or read.code


def test_equal_captures_have_equal_digests_whatever_their_time():
    """So that an unchanged page is not scored twice."""
    first = Capture.from_json({"html": "a", "url": URL, "captured_at": "2026-11-23T00:00:00Z"})
    later = Capture.from_json({"html": "a", "url": URL, "captured_at": "2026-11-24T00:00:00Z"})
    other = Capture.from_json({"html": "b", "url": URL})
    assert first.digest() == later.digest()
    assert first.digest() != other.digest()
