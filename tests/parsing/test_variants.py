"""A page as other tools save it, other layouts show it and other languages word it: read right, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.capture import Capture
from server.facts import Facts, Reading
from server.parsing import read_capture

FIXTURE = (Path(__file__).resolve().parents[1] / "fixtures" / "pages" / "profile_vi_div.html").read_text(
    "utf-8"
)
PROFILE_META = (
    '<html lang="{language}"><meta property="og:title" content="Abc (@abc)"><meta property="og:type" content="profile">'
    '<meta property="og:url" content="https://www.instagram.com/abc/"><meta property="og:description" content="{text}">'
)
POST_META = (
    '<html lang="en"><meta property="og:url" content="https://www.instagram.com/p/CN2VQ1yI_MA/">'
    '<meta property="og:type" content="article"><meta property="og:description" content="{text}">'
)


def read(page: str | bytes) -> Reading:
    return read_capture(Capture.from_page(page.encode() if isinstance(page, str) else page))


def counts(facts: Facts) -> list[int | None]:
    found = (facts.followers, facts.following, facts.post_count)
    return [None if count is None else count.value for count in found]


def header(cells: str, before: str = "", after: str = "") -> str:
    return f'<html lang="en">{before}<header><h2><span>abc</span></h2><ul>{cells}</ul></header>{after}'


def cell(number: str, word: str, href: str = "", title: str = "") -> str:
    shown = f'<span title="{title}"><span>{number}</span></span> {word}'
    return f'<li><a href="{href}">{shown}</a></li>' if href else f"<li>{shown}</li>"


CELLS = (
    cell("120", "posts") + cell("12,345", "followers", "/abc/followers/", "12,345") + cell("456", "following")
)


@pytest.mark.parametrize(
    "page",
    [
        FIXTURE.encode("utf-8-sig"),
        FIXTURE.encode("utf-16"),
        FIXTURE.replace("\n", "\r\n").encode(),
        FIXTURE.replace('property="og:', "property = 'og:").replace('" content=', "' content=").encode(),
        FIXTURE.replace('href="/', 'href="//www.instagram.com/').encode(),
        FIXTURE.replace("<main", "<!-- <script> --><main").encode(),
        FIXTURE.replace("<main", "<template><header><h2>evil</h2>5 fans</header></template><main").encode(),
        FIXTURE.replace("<main", "<style><!-- a{}</style><main").encode(),
        FIXTURE.replace("<main", "<!--<header><h2>evil</h2></header>--><main").encode(),
        FIXTURE.replace("<main", "<header><h2>Notifications</h2></header><main").encode(),
        FIXTURE.replace("</h2>", "<svg><title>verified</title></svg></h2>").encode(),
    ],
    ids=[
        "bom",
        "utf-16",
        "crlf",
        "quotes",
        "links",
        "script",
        "template",
        "style",
        "comment",
        "other header",
        "mark in name",
    ],
)
def test_the_same_page_written_otherwise_reads_the_same(page):
    """However it was saved, and whatever stands beside it unseen."""
    facts = read(page).facts
    assert ("linhdan.vidu", [33_604, 512, 224], 12) == (facts.username, counts(facts), len(facts.posts))


def test_a_script_that_does_not_run_is_not_read():
    """What a browser keeps in a template tells nothing of the page."""
    script = '<script type="application/json">{"IntlCurrentLocale":1,"profile_id":"999"}</script>'
    ids = [
        read(FIXTURE.replace("<head>", f"<head>{more}")).facts.profile_id
        for more in (script, f"<template>{script}</template>")
    ]
    assert ["999", "51840200311"] == ids


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (CELLS, [12_345, 456, 120]),
        (
            cell("12,345", "followers", "#", "12,345") + cell("456", "following") + cell("120", "posts"),
            [12_345, None, None],
        ),
        (cell("7", "subscribers") + CELLS, [12_345, 456, 120]),
        ("<li>120 帖子</li><li>1.2万 粉丝</li><li>456 关注</li>", [12_000, 456, 120]),
        ("<li>12 mil seguidores</li>", [None, None, None]),
        (
            cell("120", "posts", title="120")
            + cell("12.3K", "followers", title="12,345")
            + cell("456", "following", title="456"),
            [12_345, 456, 120],
        ),
        (cell("120", "posts", title="120") + cell("12,345", "followers", title="12,345"), [None, None, None]),
        (
            cell("120", "posts", "/abc/?hl=en", "120") + cell("12,345", "x", "/abc/followers/?hl=en"),
            [12_345, None, None],
        ),
    ],
    ids=[
        "as it is",
        "in another order",
        "with another number",
        "word in one text",
        "one cell",
        "titles on all",
        "titles on two",
        "titles and links",
    ],
)
def test_a_cell_is_never_read_for_another(cells, expected):
    """Order, address and title must agree, else only what names itself is believed."""
    assert expected == counts(read(header(cells)).facts)


def test_counts_below_the_header_are_read_on_narrow_screens():
    page = "<header><h2>abc</h2></header><ul>" + CELLS + "</ul>"
    meta = PROFILE_META.format(language="en", text="nothing")
    assert [12_345, 456, 120] == counts(read(meta + page).facts)


def test_counts_below_the_header_are_read_where_no_meta_names_the_profile():
    """All three together, or none: a suggestion below has a titled number of its own."""
    page = "<header><h2>abc</h2></header>"
    suggestion = '<div><a href="/xyz/">xyz</a><span title="690K">690K</span> followers</div>'
    assert [12_345, 456, 120] == counts(read(page + "<ul>" + CELLS + "</ul>").facts)
    assert [None, None, None] == counts(read(page + suggestion).facts)


@pytest.mark.parametrize(
    ("headings", "username"),
    [
        ("<h2>abc</h2><h1>Lan</h1>", "abc"),
        ("<h1>Instagram</h1><h2>abc</h2>", "abc"),
        ("<h1>Lan</h1><h2>abc</h2><h2>other</h2>", "abc"),
        ("<h1>abc</h1>", "abc"),
        ("<h2>@Abc</h2>", "abc"),
        ("<div role='heading'>abc</div>", "abc"),
    ],
)
def test_the_heading_that_names_the_profile_is_found(headings, username):
    """An h2 before any h1, whatever stands first; without headings the name that the page's own metas tell."""
    page = f"{PROFILE_META.format(language='en', text='x')}<header>{headings}<ul>{CELLS}</ul></header>"
    facts = read(page).facts
    assert (username, [12_345, 456, 120]) == (facts.username, counts(facts))


def test_a_biography_keeps_the_order_of_its_words_around_what_is_marked_in_it():
    text = "Xin <a href='/lan.vidu/'><span>@lan.vidu</span></a> và <b>các<i> bạn</i></b> nhé<br>Hẹn gặp"
    page = header(CELLS + f'</ul><h1 dir="auto">{text}</h1><ul>')
    assert read(page).facts.biography == "Xin @lan.vidu và các bạn nhé\nHẹn gặp"


def test_a_title_that_contradicts_its_text_is_not_exact():
    """Both are kept and reported, and the interval holds both."""
    page = header(CELLS.replace('title="12,345"', 'title="99"'))
    reading = read(page)
    followers = reading.facts.followers
    assert followers is not None
    assert (99, 99, 12_345, False) == (followers.value, followers.low, followers.high, followers.exact)
    assert ["followers"] == [one.field for one in reading.disagreements]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("vi", "2 triệu người theo dõi, 12 đang theo dõi, 30 bài viết - Xem", [2_000_000, 12, 30]),
        ("vi", "12 N người theo dõi, 12 đang theo dõi, 30 bài viết - Xem", [12_000, 12, 30]),
        ("vi", "34K người theo dõi, 1.204 đang theo dõi, 96 bài viết - Xem", [34_000, 1_204, 96]),
        ("es", "12 mil seguidores, 3 seguidos, 5 publicaciones - Ver", [12_000, 3, 5]),
        ("tr", "12 B takipçi, 3 takip, 4 gönderi - Gör", [12_000, 3, 4]),
        ("ko", "팔로워 695M명, 팔로잉 10명, 게시물 5개 - 보기", [695_000_000, 10, 5]),
        ("ja", "フォロワー12K人、フォロー中3人、投稿4件 ― 写真", [12_000, 3, 4]),
        ("ru", "Подписчики: 686M, Подписки: 286, Публикации: 8,579 — фото", [686_000_000, 286, 8_579]),
        ("zh-cn", "527K 位粉丝、已关注 1,059 人、 383 篇帖子 - 查看", [527_000, 1_059, 383]),
        ("id", "255 juta Pengikut, 147 Mengikuti, 1019 Postingan - Lihat", [255_000_000, 147, 1_019]),
        ("en", "Follow abc 24/7, 365 days, 12 months - shop", [None, None, None]),
        ("en", "Since 1999, 3 shops, 2 cafés - come in", [None, None, None]),
    ],
)
def test_a_description_is_read_only_where_it_is_a_sentence_of_counts(language, text, expected):
    """With the units of its language; a text that happens to hold numbers gives none."""
    assert expected == counts(read(PROFILE_META.format(language=language, text=text)).facts)


@pytest.mark.parametrize(
    ("text", "owner", "expected"),
    [
        ("152K likes, 784 comments - abc on April 19, 2021: &quot;2 cups&quot;", "abc", [152_000, 784]),
        ("7 likes - abc on April 1, 2021", "abc", [7, None]),
        ("5 comments - abc on April 1, 2021", "abc", [None, 5]),
        ("abc on November 5, 2025: &quot;hi&quot;", None, None),
        ("&quot;2 cups, 3 eggs&quot;", None, None),
        ("See photos - 12 likes", None, None),
    ],
)
def test_a_post_description_gives_counts_never_a_date(text, owner, expected):
    facts = read(POST_META.format(text=text)).facts
    likes_and_comments = [
        [None if count is None else count.value for count in (post.likes, post.comments)]
        for post in facts.posts
    ]
    assert (owner, [] if expected is None else [expected]) == (facts.username, likes_and_comments)
