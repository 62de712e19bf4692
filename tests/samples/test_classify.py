"""What kind of comment it is, in three languages and in the ways people really type."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.samples.classify import (
    Label,
    classify,
    classify_comment,
    is_generic,
    spam_model,
    spam_probabilities,
)
from server.samples.features import BUCKETS, LEVELS, features, width

ROOT = Path(__file__).resolve().parents[2]
OWN_LIST = ROOT / "scripts" / "data" / "comments_own.csv"
LABELS = {"emoji", "mention", "generic", "intent", "spam", "genuine"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xinh quá chị ơi", "generic"),
        ("dep qua", "generic"),
        ("đẹp quá lun á 😍", "generic"),
        ("c xinh v trời", "generic"),
        ("so pretty!!", "generic"),
        ("cantik bgt kak", "generic"),
        ("áo này bao nhiêu vậy shop", "intent"),
        ("đẹp ko chị?", "genuine"),
        ("how much is shipping to Hue", "intent"),
        ("ukuran M masih ada kak", "intent"),
        ("@thao_vy", "mention"),
        ("🔥🔥🔥", "emoji"),
        ("tăng follow giá rẻ inbox em tư vấn", "spam"),
        ("I made $5,000 in a week with @coach_fx_trade, she is legit", "spam"),
        ("slot gacor gampang menang, daftar sekarang link di bio", "spam"),
        ("", "emoji"),
    ],
)
def test_comments_get_the_kind_a_marketer_would_name(text: str, expected: Label) -> None:
    """Praise, tags and emoji are told from questions, and adverts from both."""
    assert classify([text]) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xin giá với ạ", "intent"),
        ("gia bn v sop", "intent"),
        ("ib mình nha", "intent"),
        ("chấm", "intent"),
        ("còn size M hông shop", "intent"),
        ("em chốt 2 set nha", "intent"),
        ("ship về Vinh mấy ngày ạ", "intent"),
        ("cho em xin zalo đặt hàng với", "intent"),
        ("where can I get this bag?", "intent"),
        ("do you ship to Taiwan", "intent"),
        ("harganya berapa kak", "intent"),
        ("onde compro esse vestido?", "intent"),
        ("ราคาเท่าไหร่คะ", "intent"),
        ("¿cuánto cuesta?", "intent"),
        ("가격이 얼마예요?", "intent"),
        ("chất này có nóng không ạ", "genuine"),
        ("chị cao bao nhiêu vậy ạ", "genuine"),
        ("xin tên bài hát với ạ", "genuine"),
        ("muốn mua lắm mà hết tiền rồi", "genuine"),
        ("mua giá 120k mà dùng hai ngày đã bong", "genuine"),
        ("chăm con mà chị vẫn tươi ghê ha, em bì sao kịp", "genuine"),
        ("how much sleep do you get", "genuine"),
    ],
)
def test_who_asks_to_buy_is_told_from_who_talks_about_it(text: str, expected: Label) -> None:
    """Price, stock, size, shipping and where to buy are intent; properties, persons and stories are not."""
    assert classify([text]) == [expected]


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("cho em xin zalo shop ạ", "zalo em nhé, bên em chuyên sỉ túi giá xưởng"),
        ("ib mình với ạ", "ai cần tăng follow ib mình"),
        ("shop check tin nhắn giúp em", "nhắn tin cho mình, mình hướng dẫn kiếm tiền tại nhà"),
        ("có giá sỉ không shop", "bên mình nhận sỉ lẻ toàn quốc, ai quan tâm liên hệ page"),
    ],
)
def test_who_asks_whom_decides_not_the_word(asked: str, offered: str) -> None:
    """The same contact words are a buyer's question and a stranger's offer."""
    assert classify([asked, offered]) == ["intent", "spam"]


@pytest.mark.parametrize(
    "text",
    [
        "Comprei duas e minha irmã já quer a dela",
        "tem algum telefone da loja? Quero comprar, mas tenho dúvidas do tamanho",
        "meta da semana batida, obrigada meu Deus",
        "saham gorengan lagi, mending nabung emas",
        "capek kerja, pengen jadi trader aja",
        "hari ini trader pada libur semua ya",
        "investor pada panik, harga sembako naik",
        "Shop tư vấn nhiệt tình, giao nhanh, giá rẻ hơn ngoài tiệm, sẽ ủng hộ tiếp",
        "nhắn tin shop ba lần không ai trả lời, hơi buồn",
    ],
)
def test_real_talk_about_money_and_shops_is_no_advert(text: str) -> None:
    """Portuguese, Indonesian and Vietnamese as people write them, with the words that adverts use too."""
    assert classify([text]) == ["genuine"]


@pytest.mark.parametrize(
    "text",
    [
        "cảm ơn chị đã chia sẻ ạ",
        "chuc ban ngay moi vui ve",
        "sản phẩm tốt",
        "ủng hộ bạn hết mình",
        "terima kasih sudah berbagi",
        "obrigada por compartilhar",
        "สวยมากค่ะ",
        "น่ารักจังเลยยย",
        "qué hermosa",
        "너무 예뻐요",
    ],
)
def test_polite_families_are_generic(text: str) -> None:
    """Thanks, good wishes and praise that fit under any post, in seven languages."""
    assert classify([text]) == ["generic"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("giá giá giá", "intent"),
        ("ib ib ib em", "intent"),
        ("áo mặc đúng size, vải mát", "genuine"),
        ("màu 2 nhìn sang hơn màu 1 nhỉ", "genuine"),
        ("size 38 ready kak", "intent"),
        ("I'm so ready for summer", "genuine"),
        ("em muốn hẹn lịch nối mi với bạn ơi", "intent"),
        ("cái túi này brand nào dạ chị", "intent"),
        ("onde conseguiu essa bolsa?", "intent"),
        ("queria comprar, como faço", "intent"),
        ("não gostei, veio com defeito", "genuine"),
        ("alamatnya dimana kak", "intent"),
        ("lokasinya indah banget", "genuine"),
        ("ส่งต่างประเทศไหมคะ", "intent"),
        ("น้องหนักเท่าไหร่คะ", "genuine"),
        ("ตามส่องทุกวันเลย น้องแมวน่ารัก", "genuine"),
        ("bao giờ về quê vậy bà", "genuine"),
        ("bao giờ hàng về ạ", "intent"),
        ("chừng nào mẫu này có lại", "intent"),
        ("chốt lại là không nên mua", "genuine"),
        ("where are you from", "genuine"),
    ],
)
def test_a_wish_to_buy_is_found_in_every_language_and_not_by_a_word_of_another(
    text: str, expected: Label
) -> None:
    """A word said again and again says it once; "size", "ready" and "màu 2" alone ask nothing, a person's own figures
    are not for sale, and Thai without its vowel signs is another word."""
    assert expected == classify([text])[0]


@pytest.mark.parametrize(
    "text",
    [
        "bạn nào thích đi làm thêm thì nhắn mình nha",
        "Mình tuyển 4 bạn đóng gói hàng tại nhà, lương theo ngày",
        "empréstimo sem consulta? chama no zap",
        "cek ig kami, jual followers aktif",
        "ฝากร้านด้วยค่า",
        "เงินด่วนอนุมัติไว ทักเลย",
        "Thanks to him I made $4,000 so happy",
    ],
)
def test_offers_are_found_whatever_marks_stand_beside_them(text: str) -> None:
    """ "bạn" is who is spoken to, Portuguese marks are no Vietnamese ones, and thanks for money is no praise."""
    assert classify([text]) == ["spam"]


@pytest.mark.parametrize(
    "text", ["xin công thức với chị", "mẫu này mình thấy bên Nhật rồi", "dép này hả chị", "yếu quá em ơi"]
)
def test_marks_make_another_word_of_praise(text: str) -> None:
    """ "xịn" praises and "xin" asks; "nhất" and "Nhật", "đẹp" and "dép", "yêu" and "yếu" are as different."""
    assert classify([text]) == ["genuine"]


@pytest.mark.parametrize("text", ["cảm ơn anh nhiều lắm", "cám ơn cô nhiều ạ", "chúc em nhiều may mắn"])
def test_much_is_not_how_much_behind_thanks(text: str) -> None:
    """ "nhiều" and "nhiêu" are one word without marks."""
    assert classify([text]) == ["generic"]


@pytest.mark.parametrize("text", ["chưa đẹp lắm", "không xinh", "not pretty", "ga bagus"])
def test_negated_praise_is_an_opinion(text: str) -> None:
    """Who says that it is not nice has looked."""
    assert classify([text]) == ["genuine"]


def test_a_tag_with_a_remark_is_talk() -> None:
    """A friend who is only called is a mention; one who is told something is not."""
    said = classify(["@lan.anh", "@lan.anh nè", "@lan.anh mai qua đây ăn đi"])
    assert said == ["mention", "mention", "genuine"]


def test_the_creators_own_replies_are_neither_spam_nor_intent() -> None:
    """The creator who sells answers with contact words."""
    text = "bên em chuyên sỉ túi giá xưởng, ib em báo giá nhé"
    assert [classify_comment(text), classify_comment(text, "shop", by_owner=True)] == ["spam", "genuine"]


@settings(deadline=1_000)
@given(st.text(max_size=4_000))
def test_any_text_gets_one_label_in_bounded_time(text: str) -> None:
    """Nothing that can be typed breaks or stalls the classifier."""
    assert classify([text])[0] in LABELS


@pytest.mark.parametrize(
    "text",
    ["ha" * 2_000, "a-" * 2_000, "a." * 2_000, "@" * 4_000, "\u0301" * 4_000, "ﷺ" * 4_000, "=_" * 2_000],
)
def test_hostile_comments_stay_fast(text: str) -> None:
    """4,000 characters chosen against regular expressions cost well under a second."""
    start = time.process_time()
    classify([text])
    assert time.process_time() - start < 1.0


@given(
    st.lists(
        st.sampled_from(["đẹp", "quá", "chị", "ơi", "xinh", "cute", "banget", "giá", "size", "😍"]),
        max_size=8,
    )
)
def test_composition_does_not_change_the_label(parts: list[str]) -> None:
    """NFC and NFD of a comment are the same comment."""
    text = " ".join(parts)
    assert classify([unicodedata.normalize("NFD", text)]) == classify([unicodedata.normalize("NFC", text)])


@given(st.sampled_from(["đẹp quá", "xinh lắm chị ơi", "so cute", "keren banget", "mua ở đâu vậy"]), st.data())
def test_stretching_a_letter_does_not_change_generic(text: str, data: st.DataObject) -> None:
    """ "Đẹpppp quáááá" is the same praise as "đẹp quá"."""
    place = data.draw(st.sampled_from([i for i, c in enumerate(text) if c.isalpha()]))
    stretched = text[:place] + text[place] * data.draw(st.integers(2, 30)) + text[place + 1 :]
    assert is_generic(stretched) == is_generic(text)


def test_labels_do_not_depend_on_the_other_comments() -> None:
    """A batch gives what its comments give alone."""
    texts = ["xinh quá", "", "giá sao chị", "join our telegram for free signals", "@a"]
    assert classify(texts) == [classify([text])[0] for text in texts]
    assert classify([]) == []


def test_scores_are_the_same_in_another_process() -> None:
    """The hash is no Python hash: a process with another hash seed gives the same bytes."""
    text = "vay tiền nhanh, ib zalo em"
    code = f"from server.samples.classify import spam_probabilities as s; print(s([{text!r}])[0].hex())"
    other = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PYTHONHASHSEED": "77", "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert other.stdout.strip() == spam_probabilities([text])[0].hex()


def test_the_shipped_model_is_small_and_fits_the_features() -> None:
    """Under 1 MB, one weight a column, finite."""
    file = resources.files("server.samples").joinpath("comment_model.npz")
    assert len(file.read_bytes()) < 1_000_000
    assert spam_model().weights.shape == (width(),)
    assert np.isfinite(spam_model().weights).all()


def test_features_fill_only_known_columns() -> None:
    """Hashed columns come first, levels after them."""
    found = features(["hello @lan 2 triệu", "", "😍"])
    assert found.column.min() >= 0
    assert found.column.max() < width() == BUCKETS + (width() - BUCKETS) // LEVELS * LEVELS
    assert set(found.row.tolist()) == {0, 1, 2}


def own_rows() -> list[dict[str, str]]:
    with OWN_LIST.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_the_own_list_is_large_varied_and_split() -> None:
    """At least 1,300 different comments in seven languages; of every kind a part that no fit sees."""
    rows = own_rows()
    assert len({row["text"] for row in rows}) == len(rows) >= 1_300
    assert {row["language"] for row in rows} == {"vi", "en", "id", "pt", "th", "es", "ko"}
    assert {row["label"] for row in rows} == LABELS
    halves = Counter((row["label"], row["split"] == "train") for row in rows)
    assert all(halves[label, False] >= 0.4 * halves[label, True] for label in LABELS)


@pytest.mark.parametrize("language", ["vi", "en", "id"])
@pytest.mark.parametrize("label", sorted(LABELS))
def test_the_test_half_of_the_own_list_is_recognised(language: str, label: str) -> None:
    """No kind in no language falls under 75 % precision or recall on comments the model never saw."""
    rows = [row for row in own_rows() if row["split"] != "train" and row["language"] == language]
    said = classify([row["text"] for row in rows])
    truth = [row["label"] for row in rows]
    hits = sum(a == b == label for a, b in zip(truth, said, strict=True))
    assert hits >= 0.75 * truth.count(label)
    assert hits >= 0.75 * said.count(label)
