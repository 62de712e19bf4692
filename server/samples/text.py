"""One canonical form for the many ways a comment can be typed.

"Đẹp", "dep", "ĐẸPPPP", decomposed marks, mathematical letters and Cyrillic look-alikes all become "dep", so that
everything downstream is the same whatever the keyboard and however long the joy.
"""

from __future__ import annotations

import re
import unicodedata

MAX_CANONICAL = 1_000
"""Characters kept; a longer comment is judged by its beginning."""

_LOOKALIKES = {
    ord(fake): letter
    for fakes, letters in (
        ("авекмнорстухіѕјԁ", "abekmhopctyxisjd"),
        ("αεικορτυν", "aeikoptuv"),
        ("ɢꜱᴀʙᴄᴅᴇꜰʜᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ", "gsabcdefhjklmnoprtuvwyz"),
        ("đøłıɪɡ", "doliig"),
    )
    for fake, letter in zip(fakes, letters, strict=True)
}
"""Letters that pass for Latin ones but do not decompose to them: Cyrillic, Greek, small capitals."""

_TOKEN = re.compile(r"[@#]?\w[\w.]*\w|[@#]?\w|[^\w\s]")
_RUN = re.compile(r"(.)\1+", re.DOTALL)
_URL = re.compile(
    r"https?://\S+|www\.\S+|\b[\w-]{1,63}\.(?:com|net|org|io|shop|vn|id|me|xyz|top|link|buzz|site)\b\S*"
)
_DIGIT = re.compile(r"[0-9]")
_MENTION = re.compile(r"@[\w.]+")
_EMOTICON = re.compile(r"[:;=xX8][-'^]?[()\[\]DdPpoO3*|/<>]+|<3+|\^[_.]*\^|[-=]_+[-=]|[tT]_+[tT]|[uU]\.[uU]")

_LAUGHTER = re.compile(r"\b(?:a?(?:h+[aeiou]+){2,}h*|(?:w+k+){2,}w*|k{3,}|x+d+|:v+)\b|:v+\b")


class _Plain(dict[int, int | None]):
    """Translation table filled as characters come: marks, joiners, variation selectors and skin tones go (they
    change how a character looks, not which it is), look-alikes become letters."""

    def __missing__(self, point: int) -> int | None:
        is_mark = unicodedata.category(chr(point)) in ("Mn", "Me", "Cf", "Cs") or 0x1F3FB <= point <= 0x1F3FF
        self[point] = None if is_mark else ord(_LOOKALIKES.get(point, chr(point)))
        return self[point]


_PLAIN = _Plain()


def fold(text: str) -> str:
    """Lower case without marks or invisible characters; look-alikes become the letters they pass for."""
    plain = unicodedata.normalize("NFKD", text) if not text.isascii() else text
    plain = plain.casefold()
    if plain.isascii():
        return plain
    return unicodedata.normalize("NFKD", plain).translate(_PLAIN)


def canonical(text: str) -> str:
    """``text`` folded, addresses as "url", digits as 0 and every run of a character as one of it.

    >>> canonical("Xinhhh quáaa chị ơiii 😍😍 0912")
    'xinh qua chi oi 😍 0'
    """
    folded = _URL.sub(" url ", fold(text))
    squeezed = _RUN.sub(r"\1", _DIGIT.sub("0", folded))
    return squeezed[:MAX_CANONICAL].strip()


def tokens(canonical_text: str) -> list[str]:
    """Words (tags keep their @ or #) and single other characters, in order."""
    return _TOKEN.findall(canonical_text)


def words(canonical_text: str) -> list[str]:
    """Only the words: no tags, no emoji, no punctuation."""
    return [t for t in tokens(canonical_text) if t[0].isalnum()]


def is_mention_only(text: str) -> bool:
    """Tagged accounts and nothing else but emoji and punctuation."""
    rest, count = _MENTION.subn(" ", fold(text))
    return count > 0 and not _has_words(rest)


def is_emoji_only(text: str) -> bool:
    """Emoji, emoticons, punctuation and typed laughter, without a single word or number."""
    folded = fold(text)
    return bool(folded.strip()) and not _has_words(folded)


def _has_words(folded: str) -> bool:
    return any(character.isalnum() for character in _LAUGHTER.sub(" ", _EMOTICON.sub(" ", folded)))
