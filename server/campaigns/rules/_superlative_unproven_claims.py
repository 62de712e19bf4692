"""First place in any wording: what makes a sentence claim it for the product.

1. Nobody is its equal: "no", somebody or something, and a word of comparison (``EQUALS``).
2. It is above all: a word of winning or of more, and "all", "every", "any other" (``ABOVE_ALL``).
3. A title: king, leader, unbeaten, the first of its kind (``TITLES``).
4. A form of the grammar: "the -est" or "the most" with a thing of the shop's trade, "nhất" behind a quality.

It is none where the sentence denies or asks, where the list is one's own ("of the three I own"), or where it measures a
time, a place, a step or a feeling (``HEADS``, ``SCOPES``, ``FEELING``): the latest, the nearest, the hardest part.
"""

from __future__ import annotations

from server.campaigns.pairing import WordPairing, WordPairings

_NO = (
    "không",
    "chẳng",
    "chả",
    "chưa",
    "hổng",
    "hông",
    "đâu",
    "khó",
    "hiếm",
    "đố",
    "không có",
    "chưa có",
    "chưa từng",
)
_SOMEBODY = (
    "ai", "nào", "đâu", "nơi nào", "hãng khác", "bên khác", "chỗ khác", "nơi khác", "thứ hai", "cái thứ hai", "chỗ thứ hai",
    "đối thủ",
)  # fmt: skip
_COMPARED = (
    "bằng", "sánh", "sánh bằng", "sánh kịp", "sánh ngang", "sánh được", "qua", "qua nổi", "qua mặt", "vượt", "vượt qua",
    "vượt mặt", "hơn", "hơn được", "theo kịp", "đuổi kịp", "đọ", "đọ lại", "đọ nổi", "địch", "địch nổi", "địch lại", "làm lại", "chơi lại",
    "bì", "bì kịp", "bì nổi", "so bì", "so được", "so nổi", "so kịp", "thay thế", "thay thế được", "làm được", "có được",
    "xứng tầm", "ngang tầm", "ngang hàng", "cùng đẳng cấp", "soán ngôi", "cạnh tranh", "cạnh tranh nổi", "bắt kịp", "thứ nhất", "chạm tới",
    "tốt như", "xịn như", "ngon như", "đẹp như", "đỉnh như", "giống vậy", "được vậy", "như vậy", "tới tầm",
)  # fmt: skip
_WINS = (
    "hơn", "hơn hẳn", "hơn đứt", "ăn đứt", "bỏ xa", "vượt xa", "vượt mặt", "vượt trội", "vượt qua", "đánh bại", "hạ gục", "đè bẹp", "cho hít khói",
    "hít khói", "đứng trên", "bỏ lại", "chấp", "cân", "cân hết", "đỉnh", "xịn", "ngon", "tốt", "chất", "đứng đầu", "qua mặt", "dẫn trước", "át",
)  # fmt: skip
_ALL = (
    "mọi hãng", "mọi loại", "mọi dòng", "mọi đối thủ", "mọi sản phẩm", "mọi thương hiệu", "mọi thứ", "mọi chỗ", "mọi nơi", "mọi quán", "mọi shop",
    "mọi kem", "mọi serum", "mọi em", "mọi bên", "mọi nhà", "tất cả các", "tất cả những", "tất cả mọi", "tất cả đối thủ", "tất cả hãng", "hết thảy", "hết các", "hết mấy", "cả đám",
    "cả thị trường", "toàn bộ", "mấy hãng khác", "các hãng khác", "các hãng", "hãng khác", "bất kỳ hãng", "bất kỳ loại", "bất cứ hãng",
    "bất cứ loại", "bất kỳ sản phẩm", "bất cứ sản phẩm", "bất kỳ thương hiệu", "mọi bên khác", "các đối thủ", "đối thủ", "phần còn lại", "tất cả", "bất cứ", "bất kỳ", "mọi",
)  # fmt: skip
_NOBODY = (
    "no other", "nobody else", "no one else", "nothing else", "nobody", "no one", "nothing", "none", "no brand", "no rival", "no competitor",
    "nowhere", "nowhere else", "no product", "no shop", "no serum", "no cream",
)  # fmt: skip
_EQUALS_EN = (
    "comes close", "come close", "came close", "compares", "compare", "beats", "beat", "matches", "match", "rivals", "rival", "touches", "touch", "tops", "top", "better",
    "like it", "like this", "does it like", "does it better", "as good", "as well", "measures up", "measure up", "offers", "makes", "equals", "can do what", "keep up", "keeps up",
    "stands a chance", "holds a candle", "hold a candle", "comes near", "come near", "on its level", "in its league", "near it", "even close", "as effective", "competes", "compete", "softer", "finer", "tastier",
)  # fmt: skip
_MORE_EN = ("is more", "are more", "is better", "are better", "is as", "are as", "is so", "does more", "works better", "feels better", "tastes better", "looks better", "lasts longer", "gets closer", "has ever", "could ever", "comes close", "come close", "compares", "beats", "matches", "touches it", "can touch", "can match", "can beat")  # fmt: skip
_NO_MORE = (
    "no more",
    "no longer",
    "no matter",
    "no idea",
    "no wonder",
    "no doubt",
    "no reason",
    "no rush",
    "no one is perfect",
)
_WINS_EN = (
    "beats", "beat", "outperforms", "outshines", "outlasts", "outclasses", "outsells", "surpasses", "crushes", "destroys", "tops", "trumps", "blows away", "blows", "smokes", "leaves", "puts",
    "ahead of", "better than", "superior to", "more effective than", "stronger than", "faster than", "than", "above", "knocks",
)  # fmt: skip
_ALL_EN = (
    "every other", "all other", "all others", "all the other", "all the others", "any other", "all the rest", "the rest", "everything else", "everyone else", "anything else", "anyone else", "every rival", "all rivals",
    "its rivals", "the competition", "all competitors", "every competitor", "its competitors", "them all", "every phone", "every brand", "all brands", "any brand", "every serum", "every cream", "out there",
    "on the market", "money can buy",
)  # fmt: skip
_FIND = (
    "won't find", "will not find", "cannot find", "can't find", "you'll never find", "never find", "find me a", "show me a", "name a", "name one", "there is no", "there's no", "there isn't a", "hasn't been", "there are no",
)  # fmt: skip
_BETTER = ("better", "softer", "finer", "stronger", "cheaper", "tastier", "nicer", "faster", "smoother", "lighter", "gentler", "purer", "fresher", "cleaner", "safer", "more effective", "anywhere else", "rival", "competitor", "competition", "equal", "anything like", "that comes close", "substitute", "like it", "like this")  # fmt: skip
_OF_ALL = ("ever made", "ever", "on the market", "in the world", "in the country", "in vietnam", "in asia", "in town", "in the city", "of its kind", "on earth", "out there", "anywhere", "money can buy", "of all time", "on the planet", "in the business", "in the industry", "in its class", "in its category", "of them all", "and only", "in the game", "around")  # fmt: skip
_RANKED = ("first", "best", "top", "finest", "greatest", "king", "queen", "goat", "champion", "leader", "leading", "favourite", "favorite", "pioneer", "ultimate")  # fmt: skip
_FIRST = ("đầu tiên", "tiên phong", "độc quyền", "duy nhất", "đi đầu", "đứng đầu", "dẫn đầu", "top đầu", "top", "số 1", "hàng đầu")  # fmt: skip
_FIELD = (
    "việt nam", "thế giới", "thị trường", "châu á", "ngành", "phân khúc", "cả nước", "toàn quốc", "sài gòn", "hà nội", "đông nam á", "vn", "tầm giá", "miền nam", "miền bắc", "vũ trụ", "quả đất", "trái đất", "hành tinh", "trong giới", "làng",
)  # fmt: skip
_ANY_MORE = ("vô địch", "bá chủ", "đỉnh cao", "chất lượng", "vua", "ông vua", "trùm", "chuẩn mực", "thống trị", "làm trùm")  # fmt: skip
_NO_ALL = (
    "mọi người",
    "mọi khi",
    "mọi hôm",
    "mọi ngày",
    "mọi lần",
    "mọi năm",
    "bất cứ lúc",
    "bất kỳ lúc",
    "bất cứ khi",
    "bất cứ đâu",
)
_EACH = ("cái nào hơn cái nào", "ai hơn ai", "bên nào hơn bên nào", "loại nào hơn loại nào")
_OTHERS = ("rival", "competition", "competitors", "rivals", "other brands", "the others")
_BEHIND = ("can pack up", "can go home", "eat its dust", "envy", "left behind", "don't stand a chance", "can't keep up", "cannot keep up", "can't compete", "cannot compete", "trailing", "in the dust", "behind")  # fmt: skip

OWN_LIFE = (
    "mẹ mình", "bà mình", "bà ngoại mình", "mẹ nấu", "má nấu", "đội", "trận", "giải đấu", "bóng đá", "tình yêu",
    "my mom", "my mum", "my grandma", "my dog", "my cat", "the team", "our team", "the match", "the league",
)  # fmt: skip
"""Whose first place it is then."""

REJECTED = (
    "không dám nhận", "không nói", "không dám nói", "không dám gọi", "không dám xưng", "chưa dám nhận", "chẳng dám nhận", "ai nói", "ai bảo", "không bảo", "không hẳn", "chưa chắc", "không chắc", "nghe kêu",
    "whoever says", "anyone who says", "i won't say", "i won't call", "i wouldn't call", "i don't claim", "i'm not saying", "i am not saying", "not sure", "don't know if", "can't say", "i can't tell", "too many ads", "everybody claims", "every brand claims", "every brand says",
)  # fmt: skip
"""The writer says in the same sentence that it is not so, or that others say it."""

CLAIMS = WordPairings(
    (
    WordPairing((_NO, _SOMEBODY, _COMPARED), near=4, denies=True, other=_EACH, unless=(*OWN_LIFE, "qua đêm", "bằng lòng")),
    WordPairing((_WINS, _ALL), near=2, in_clause=True, unless=OWN_LIFE, other=_NO_ALL),
    WordPairing((_NOBODY, _EQUALS_EN), near=6, in_clause=True, denies=True, unless=OWN_LIFE),
    WordPairing((("no", "not one", "not a single"), _MORE_EN), near=6, in_clause=True, denies=True, unless=OWN_LIFE, other=_NO_MORE),
    WordPairing((_WINS_EN, _ALL_EN), near=4, in_clause=True, unless=OWN_LIFE),
    WordPairing((_FIND, _BETTER), near=6, in_clause=True, denies=True, unless=OWN_LIFE),
    WordPairing((_RANKED, _OF_ALL), near=5, in_clause=True, unless=(*OWN_LIFE, "first time", "visit", "trip")),
    WordPairing((_FIRST, _FIELD), near=5, in_clause=True, unless=(*OWN_LIFE, "lần đầu tiên")),
    WordPairing((_ANY_MORE, _FIELD), near=5, in_clause=True, unless=OWN_LIFE),
    WordPairing((_OTHERS, _BEHIND), near=4, unless=OWN_LIFE),
    )
)  # fmt: skip
TITLES = (
    "trên mọi", "chiếu trên", "xách dép", "miễn so sánh", "kiếm đỏ mắt", "tìm đỏ mắt", "miễn đối thủ", "bar none", "the ultimate", "without equal", "without rival", "nobody makes", "no one makes",
    "không đối thủ", "không có đối thủ", "không có cửa so", "vô đối", "vô địch", "bá chủ", "ông hoàng", "bà hoàng", "nữ hoàng", "ông vua", "vua của", "chúa tể",
    "trùm cuối", "đỉnh của chóp", "đỉnh của đỉnh", "đỉnh nóc kịch trần", "top đầu", "dẫn đầu", "đi đầu", "độc nhất", "độc nhất vô nhị", "độc tôn", "có một không hai", "vô song", "vô tiền khoáng hậu",
    "số dzách", "số zách", "số dách", "nhứt", "number oan", "ăn đứt", "xưng vương", "ngôi vương", "soán ngôi", "thống lĩnh", "thống trị thị trường", "không ai sánh", "không gì sánh", "đứng nhất", "hạng nhất", "quán quân", "đệ nhất", "nhất quả đất",
    "hãng đầu tiên", "thương hiệu đầu tiên", "sản phẩm đầu tiên", "loại đầu tiên", "dòng đầu tiên", "bá đạo nhất", "đỉnh cao của", "không thể thay thế", "không đâu … bằng", "không đâu … hơn", "không đâu … có",
    "unbeatable", "unbeaten", "unrivalled", "unrivaled", "unmatched", "unparalleled", "unequalled", "unsurpassed", "peerless", "matchless", "incomparable", "second to none", "one of a kind", "in a league of its own", "in a class of its own", "best in class", "best of the best", "best there is", "top of the market", "top of its class", "top rated",
    "the king of", "the queen of", "the goat", "goat of", "the undisputed", "undisputed", "market leader", "the leader in", "the leading", "world leading", "industry leading", "world beating", "the champion of", "takes the crown", "the holy grail of", "the gold standard", "first and only", "the first ever", "first ever", "first of its kind", "no competition", "has no rival", "no rival", "no equal", "head and shoulders above", "never been beaten", "has yet to be beaten", "none better", "nothing better", "nothing beats", "nothing tops", "beats them all", "miles ahead", "light years ahead", "number uno", "numero uno", "unlike any other", "like no other", "a cut above", "top dog", "everybody's first choice", "nation's favourite", "nation's favorite", "country's favourite", "vietnam's favourite", "vietnam's favorite", "world's favourite", "world's favorite", "most loved brand",
)  # fmt: skip
"""Each alone claims the first place, unless the sentence is of somebody's life."""

HEADS = (
    "lúc", "ngày", "thời điểm", "thời gian", "khoảnh khắc", "giai đoạn", "bước", "khâu", "đoạn", "phần", "điều", "việc", "chuyện", "kỷ niệm", "mức", "chế độ", "cài", "mùa", "buổi", "hôm", "bản cập nhật",
    "đường", "lần", "tuổi", "thứ", "cái khoản", "lý do", "chỉ còn", "còn", "mẫu nào", "màu nào", "cái nào", "ai", "mẹ", "bà", "mẹ mình", "ngoại", "trong ba", "trong hai", "trong mấy", "trong số", "đối với mình", "với mình", "với tui", "theo mình", "cố gắng", "cố", "làm",
)  # fmt: skip
"""Shortly before "nhất" in its clause they say what is measured: a time, a step, a setting, one's own things."""
SCOPES = (
    "lớp", "nhóm", "tủ", "của mình", "của tui", "của em", "của tôi", "đời mình", "đời em", "cuộc đời", "với mình", "với tui", "mình có", "tui có", "trong ngày", "trong tuần", "trong nhà", "trong tủ", "của mẹ", "trong kho", "trong kệ", "trong túi", "mình đang",
)  # fmt: skip
"""Behind it they say among what: one's own things, one's home."""
FEELING = (
    "nhất nhà", "ghét nhất", "sợ nhất", "nhớ nhất", "thương nhất", "vui nhất", "buồn nhất", "tiếc nhất", "khó nhất", "dễ nhất", "lười nhất", "mong nhất", "quan tâm nhất", "hay dùng nhất", "dùng nhiều nhất", "xài nhiều nhất", "quý nhất", "lo nhất", "quan trọng nhất", "đông nhất", "lạnh nhất", "nóng nhất", "mệt nhất", "hạnh phúc nhất", "đáng nhớ nhất",
    "gần nhất", "xa nhất", "sớm nhất", "muộn nhất", "trễ nhất", "cũ nhất", "đầu nhất", "cuối nhất", "nhỏ nhất", "thấp nhất", "cao nhất", "nhiều nhất", "ít nhất", "trẻ nhất", "già nhất", "lớn tuổi nhất", "rẻ nhất trong", "phù hợp nhất", "hợp nhất", "tốt nhất trước", "tốt nhất là", "tốt nhất nên", "tốt nhất bạn", "tốt nhất khi", "tốt nhất nếu", "bận nhất", "đơn giản nhất", "kỹ nhất",
)  # fmt: skip
"""What a person feels, or a time, a place and an amount."""
LIKED = ("mới nhất", "thích nhất", "yêu nhất", "ưng nhất", "mê nhất", "the latest")
"""Of a product or of something else: whoever reads it has to look."""
OWN_EN = (
    "the only … i", "the only … we", "the only … my", "the only reason", "the only way", "the only thing", "the only time", "the only person", "the only one i", "the only one left", "the best part", "the best thing", "the best way", "the best time", "the best day", "the best decision", "the best moment",
    "the best view", "the best memories", "the best memory", "the best … i", "the best you can", "best enjoyed", "the best seat", "the best company", "the best gift", "the best friend", "the best news", "the best i", "the best man", "the only thing left",
)  # fmt: skip
"""One's own day, or things of one's own."""
FELT = (*FEELING, *OWN_EN)
NO_GRADE = frozenset(
    [
        "rest",
        "test",
        "best",
        "west",
        "nest",
        "forest",
        "guest",
        "honest",
        "interest",
        "request",
        "suggest",
        "latest",
        "nearest",
        "modest",
        "harvest",
        "chest",
        "digest",
        "protest",
        "contest",
        "dearest",
        "quest",
        "arrest",
        "invest",
        "vest",
        "earliest",
        "closest",
        "furthest",
        "farthest",
        "lowest",
        "youngest",
        "eldest",
        "oldest",
        "est",
        "zest",
        "pest",
        "jest",
        "fest",
        "crest",
        "attest",
        "conquest",
        "northwest",
        "southwest",
        "midwest",
        "everest",
        "budapest",
        "hardest",
        "longest",
        "shortest",
        "next",
        "saddest",
        "happiest",
        "scariest",
        "weirdest",
        "funniest",
        "darkest",
        "coldest",
        "hottest",
        "busiest",
    ]
)
"""Words in "-est" that are no grade, or grade a time, a place, an age or a feeling."""
MOST_OF = frozenset(
    [
        "of",
        "i",
        "we",
        "you",
        "people",
        "my",
        "the",
        "common",
        "days",
        "mornings",
        "evenings",
        "recent",
        "importantly",
        "is",
        "was",
    ]
)
"""Behind "the most" they make an amount of it, or one's own liking."""
