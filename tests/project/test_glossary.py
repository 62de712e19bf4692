"""One Vietnamese word for one thing, in the server, the web app, the extension and the documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.files import ROOT

pytestmark = pytest.mark.documents

GLOSSARY = {
    "nhà sáng tạo": r"người sáng tạo|nhà sáng tác|người tạo nội dung",
    "thẻ Soi (on the page)": r"huy hiệu",
    "tab (of the browser)": r"thẻ này|thẻ trình duyệt",
    "nhận định (a verdict)": r"kết luận|phán quyết",
    "mức đáng ngờ (suspicion)": r"nghi ngờ|khả nghi|nghi vấn",
    "vô hại (innocent)": r"vô can|vô tội|vô tư",
    "đã thỏa thuận (agreed)": r"đã đồng ý",
    "tầm trung (mid)": r"hạng trung|tầm vừa",
    "tỷ lệ": r"tỉ lệ",
    "trang cá nhân (a profile); hồ sơ kiểm tra is an audit, hồ sơ chiến dịch a dossier": r"hồ sơ(?! kiểm tra| chiến dịch)",
    "tên tài khoản": r"tên người dùng|tên đăng nhập",
    "giá báo (an asked price)": r"giá đề nghị|giá được báo|báo giá",
    "lĩnh vực (a niche)": r"\bngách",
    "lần kiểm tra": r"lượt kiểm tra",
    "marks on the first vowel: xóa, tùy, hóa, thỏa, khóa, hủy": r"xoá|tuỳ|\bhoá|thoả|khoá|huỷ",
}
"""The word that is used, and the ones that are not."""
TEXTS = (
    ROOT / "server" / "messages" / "vi.json",
    ROOT / "extension" / "_locales" / "vi" / "messages.json",
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "server" / "signals").glob("*.py")),
)


def strays(text: str) -> Iterator[str]:
    """ "line: word, better" for each word that is not of the glossary."""
    for number, line in enumerate(text.splitlines(), 1):
        for wanted, forbidden in GLOSSARY.items():
            if found := re.search(forbidden, line, re.IGNORECASE):
                yield f"{number}: {found[0]}, better {wanted}"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(Path(path).relative_to(ROOT)))
def test_texts_keep_to_the_glossary(path: Path) -> None:
    """Two words for one thing make a reader look for a difference that is not there."""
    assert list(strays(path.read_text("utf-8"))) == []


def test_no_vietnamese_text_says_creator() -> None:
    """Documents quote the English pages; the server's own texts have one word, "nhà sáng tạo"."""
    texts = json.loads((ROOT / "server" / "messages" / "vi.json").read_text("utf-8"))
    said = {
        key for key, text in texts.items() if re.search(r"(?<!\{)\bcreators?\b(?!\})", text, re.IGNORECASE)
    }
    assert set() == said


@pytest.mark.parametrize(
    "line",
    [
        "Tỉ lệ tương tác",
        "một Người sáng tạo",
        "Huy hiệu hiện ở góc",
        "hồ sơ Instagram",
        "đã xoá",
        "mức nghi ngờ",
        "nghi ngờ 12 đến 40",
    ],
)
def test_a_stray_word_is_found(line: str) -> None:
    """In any case, and in the middle of a sentence."""
    assert len(list(strays(line))) == 1


@pytest.mark.parametrize(
    "line", ["hồ sơ kiểm tra", "mức đáng ngờ", "người theo dõi đáng ngờ", "khoản thanh toán", "nhà sáng tạo"]
)
def test_the_words_of_the_glossary_pass(line: str) -> None:
    """The wanted words hold nothing that is forbidden."""
    assert list(strays(line)) == []
