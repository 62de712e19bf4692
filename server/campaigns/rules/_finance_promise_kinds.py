"""Promises by kind: who promises, how surely and what is gained, in any order within a clause or a sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A promise that is made where each of the tables has a word."""

    tables: tuple[tuple[str, ...], ...]
    amounts: int = 0
    """How many rates or sums of money have to stand there too."""
    unless: tuple[str, ...] = ()
    """What makes the sentence mean something else."""
    in_sentence: bool = False
    """The words may lie in several clauses of it."""


_MAYBE = (
    "có thể", "có lẽ", "biết đâu", "chưa biết", "nếu lãi", "giả sử", "ví dụ", "tùy", "mô phỏng", "may", "might", "could", "perhaps", "suppose",
    "assuming", "for example", "nobody knows", "if it returned", "takes about", "it takes", "hy vọng", "mong", "i hope", "với lãi kép",
    "mục tiêu", "kỳ vọng", "dự kiến", "my goal", "goal is", "aim", "i plan", "expected", "thì lập", "làm sao", "bao nhiêu", "thế nào", "how much",
    "chính phủ", "government", "can fall", "có thể giảm", "thả nổi", "variable", "chưa chắc", "maybe",
)  # fmt: skip
_PAST = (
    "năm ngoái", "tháng trước", "tuần trước", "quý trước", "hồi đó", "hồi năm", "ngày xưa", "trước đây", "sau đó", "rồi rớt", "đã tăng", "từng tăng",
    "last year", "last month", "last week", "in the past", "back then", "rose", "fell", "and lost", "then lost", "năm 20",
    *(f"{word} {year}" for word in ("năm", "in") for year in range(2008, 2027)),
)  # fmt: skip
_OTHER = (
    "điểm", "điểm thưởng", "dặm", "số người", "người dùng", "lượt", "khách", "hạn mức", "tiền thuê", "phí", "học phí", "giá xăng", "giá nhà trọ",
    "points", "miles", "rewards", "cashback", "users", "customers", "rent", "fee", "fees", "bill", "price of", "limit", "fun", "hoàn tiền",
)  # fmt: skip
_SPENT = (
    "gửi", "để dành", "tiết kiệm", "chi", "chi tiêu", "trả", "trả góp", "góp", "đóng", "trích", "nạp", "tốn", "hết", "lương", "mua", "bỏ ống",
    "save", "saves", "saving", "savings", "put aside", "set aside", "pay", "pays", "spend", "spends", "salary", "wage", "wages", "job", "budget",
    "standing order", "i invest", "i put",
)  # fmt: skip
_LENT = (
    "vay", "trả góp", "dư nợ", "phạt", "chậm trả", "trễ hạn", "quá hạn", "thẻ tín dụng", "giới thiệu", "mời bạn", "niêm yết", "theo biểu", "ngân hàng", "loan", "debt",
    "overdue", "late", "credit card", "refer", "referral", "rate sheet", "interest rate", "listed rate", "lương", "salary",
)  # fmt: skip
_SURE = (
    "cam kết", "đảm bảo", "bảo đảm", "chắc chắn", "cam đoan", "chắc luôn", "chắc nha", "kiểu gì cũng", "thế nào cũng", "trăm phần trăm", "100%",
    "guaranteed", "guarantee", "guarantees", "definitely", "certainly", "for sure", "100% sure", "mark my words", "certain", "trust me",
    "or i delete", "no doubt", "khỏi bàn", "không cần bàn", "cá luôn",
)  # fmt: skip
_EVERY = (
    "ngày", "tuần", "tháng", "mỗi ngày", "mỗi tuần", "mỗi tháng", "mỗi sáng", "mỗi tối", "hàng ngày", "hàng tuần", "hàng tháng", "hằng ngày", "hằng tháng", "a day", "a week",
    "a month", "per day", "per week", "per month", "daily", "weekly", "monthly", "every day", "every week", "every month", "each day", "each week",
    "each month", "every morning", "every friday",
)  # fmt: skip
_STEADY = (
    "đều", "đều đặn", "ổn định", "đều đều", "đều tay", "không sót", "không trượt", "bất kể", "no matter what", "without fail", "steady",
    "guaranteed", "like clockwork", "no exceptions", "never misses", "rain or shine", "for life", "trọn đời", "cả đời", "chắc chắn", "reliably", "tháng nào cũng", "tuần nào cũng", "ngày nào cũng", "sáng nào cũng", "mỗi tháng cũng", "mỗi ngày cũng", "đều như", "never missed", "set and forget",
    "passive", "thụ động", "nằm nhà", "ở nhà", "cứ sáng ra", "tự sinh ra", "tự về", "tự chảy", "hands off", "tự động về",
)  # fmt: skip
_GOT = (
    "nhận", "về ví", "về tài khoản", "về túi", "bỏ túi", "rút", "lời", "lãi", "kiếm", "thu nhập", "ăn", "lợi nhuận", "ra tiền", "earn", "earns", "make",
    "lãnh", "pays me", "pays him", "pays her", "pays us", "pays them", "in your pocket", "in my pocket", "makes", "income", "profit", "profits", "returns", "payout", "payouts", "passive", "thụ động", "get paid", "pays you", "it pays", "there is", "trong ví", "vào ví", "pays out",
)  # fmt: skip
_TIMES = (
    "gấp đôi", "gấp ba", "gấp bốn", "gấp năm", "gấp rưỡi", "gấp №", "nhân đôi", "nhân ba", "nhân №", "bằng lần", "tăng № lần", "lên № lần", "lời № lần",
    "doubles", "triples", "quadruples", "will double", "will triple", "going to double", "going to triple", "double your", "triple your", "twice as much", "twice what", "three times", "ten times", "could double", "gấp mười", "gấp mấy", "triệu phú", "tỷ phú",
    "millionaire", "millionaires", "millionaire's", "giàu to", "retire",
    *(way for many in (2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 30, 50, 100, 1000) for way in (f"x{many}", f"{many}x")),
)  # fmt: skip
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "christmas",
    "summer", "winter", "spring", "autumn", "tet", "new year", "friday", "monday", "next", "the end",
)  # fmt: skip
_BY = (
    "sau №", "trong №", "sau một", "sau hai", "sau ba", "sau vài", "trong một", "trong hai", "trong ba", "trong vòng", "chỉ sau", "tháng sau", "tuần sau",
    "năm sau", "sang năm", "tháng tới", "tuần tới", "năm tới", "quý tới", "tháng này", "năm nay", "cuối năm", "cuối tháng", "cuối quý", "cuối tuần", "qua tết", "sau tết",
    "trước tết", "ra tết", "trước tháng", "đến tháng", "tới tháng", "nửa năm", "hè này", "in № days", "in № weeks", "in № months", "within", "this year",
    "this month", "this week", "next year", "next month", "next week", "in a month", "in a week", "in a year", "một năm sau", "một tháng sau", "№ ngày sau", "trước noel", "trước hè", "in two", "in three", "in five",
    "in six", "in ninety", "in thirty", "in ten", *(f"by {month}" for month in _MONTHS),
)  # fmt: skip
_RISES = (
    "lên №", "chạm №", "cán №", "vượt №", "tới №", "tăng №", "về bờ", "lên đỉnh", "bay lên", "bay thẳng", "phi thẳng", "lên mặt trăng", "hit №", "hits №", "hitting №",
    "reach №", "reaches №", "reaching №", "go up", "goes up", "going up", "moon", "to the moon", "explode", "skyrocket", "fly", "pump",
)  # fmt: skip
_LOSS = (
    "lỗ", "thua lỗ", "thua", "âm", "âm vốn", "cháy", "mất vốn", "mất đồng nào", "mất bao nhiêu", "mất gốc",
)  # fmt: skip
_US = (
    "bên mình", "bên em", "bên này", "công ty", "quỹ", "thầy", "admin", "sàn", "chủ đầu tư", "team", "tụi mình", "tụi em", "bọn mình", "bọn em", "chúng tôi",
    "em", "nhóm", "có người",
)  # fmt: skip
_PAYS = ("đền", "bù", "gánh", "chịu", "lo hết", "hoàn", "trả lại", "bồi thường")
_WE_PAY = tuple(f"{us} {will}{pays}" for us in _US for will in ("", "sẽ ") for pays in _PAYS)
_JOINED = (
    "ai theo", "ai vào", "ai vô", "ai chơi", "ai tham gia", "ai nghe", "anh em theo", "anh em nào", "anh em vào", "thành viên nào", "học viên nào",
    "khách nào", "cả nhóm", "cả nhà theo", "tất cả thành viên", "mọi thành viên", "người theo", "ai đã", "bạn nào theo", "nhà đầu tư nào", "cả phòng", "cả team", "cả lớp", "theo mình", "theo thầy",
)  # fmt: skip
_JOINED_EN = (
    "everyone who", "everybody who", "everyone in", "everybody in", "all my followers", "all our followers", "all members", "all my members",
    "all our members", "all of us", "every member", "every follower", "every student", "anyone who joined", "all my students", "each member", "out of № members", "out of ten members",
)  # fmt: skip
_WON = (
    "có xe", "mua nhà", "mua xe", "có nhà", "lời", "lãi", "có lời", "có lãi", "thắng", "ra tiền", "có tiền", "về bờ", "ăn", "giàu", "x2", "gấp đôi", "win",
)  # fmt: skip
_WON_EN = (
    "profits", "profited", "made money", "makes money", "make money", "wins", "won", "in profit", "in the green", "got rich", "gets rich", "cashed out", "doubled", "earns", "is up",
)  # fmt: skip
_NOTHING_DONE = (
    "không phải làm gì", "không cần làm gì", "khỏi làm gì", "không làm gì", "mà không rủi ro", "ngồi chơi", "ngồi không", "nằm không", "with no risk", "with zero risk",
    "without risk", "without working", "without work", "doing nothing", "no effort", "zero effort",
)  # fmt: skip

KINDS = (
    # losses that somebody else bears, capital that cannot be lost
    Kind((_LOSS, _WE_PAY), unless=("tự chịu", "bạn chịu", "phải chịu", "không đền", "không bù", "không hoàn", "không chịu", "không gánh"), in_sentence=True),
    Kind(
        (
            ("hoàn vốn", "hoàn tiền", "hoàn lại", "trả lại", "trả đủ", "bù đủ", "đền đủ", "đền gấp"),
            ("nếu lỗ", "khi lỗ", "lỡ lỗ", "nếu thua", "nếu âm", "không lời", "không có lời", "không lãi", "không có lãi", "bị lỗ"),
        ),
        in_sentence=True,
    ),
    Kind(
        (
            ("you lose", "your losses", "your loss", "any loss", "any losses", "every loss", "all losses", "make a profit", "no profit", "don't profit", "lose money", "the losses", "the loss", "a profit", "lose a cent"),
            ("on us", "we refund", "we will refund", "we'll refund", "we cover", "we'll cover", "we pay", "we repay", "we make up", "money back", "covered by us", "refunded", "get it all back", "get every", "we take", "we eat", "we absorb", "we bear", "we swallow", "we carry"),
        ),
        unless=("fee", "stolen", "theft", "lost card"),
        in_sentence=True,
    ),
    Kind(
        (
            ("vốn", "gốc", "tiền gốc", "capital", "principal", "deposit", "stake", "investment", "your money"),
            (
                "bảo toàn tuyệt đối", "được bảo toàn", "không mất một đồng", "không mất 1 đồng", "không mất đồng nào", "không hao", "nguyên vẹn", "an toàn 100%",
                "an toàn tuyệt đối", "100% safe", "100% protected", "fully protected", "completely safe", "totally safe", "perfectly safe", "never at risk", "is guaranteed", "bảo đảm 100%", "đảm bảo 100%",
            ),
        ),
        unless=("up to", "tối đa", "hạn mức", "scheme", "insured", "theo luật", "ưu tiên", "mục tiêu"),
    ),
    # rent, yield and buying back by a developer or a fund
    Kind(
        (
            (*_SURE, "cố định", "fixed", "in writing", "ghi trong hợp đồng", "ghi rõ"),
            ("thuê lại", "cho thuê", "tiền thuê", "dòng tiền", "mua lại", "lợi suất", "lợi tức", "cổ tức", "rental", "yield", "yields", "dividend", "dividends", "buyback", "buy back", "rent"),
        ),
        amounts=1,
        unless=(*_MAYBE, *_LENT, "cọc", "phí", "heater", "landlord", "chủ nhà"),
        in_sentence=True,
    ),
    Kind((("mua lại", "buy back", "buy it back"), ("giá gốc", "giá mua", "giá lúc mua", "of the price", "of your price")), amounts=1, unless=_MAYBE, in_sentence=True),
    Kind(
        (
            ("buyback", "buy back", "buy it back", "buys it back", "mua lại", "thu mua lại"),
            ("at a profit", "with profit", "with a profit", "at 110%", "at 115%", "at 120%", "at 130%", "at 150%", "cao hơn", "giá cao", "có lời", "above", "more than you paid"),
        ),
        unless=(*_MAYBE, "điện thoại", "máy cũ", "phone", "laptop"),
    ),
    Kind(
        (
            ("tối thiểu", "ít nhất", "không dưới", "at least", "no less than", "minimum"),
            ("lãi", "lời", "lợi nhuận", "return", "returns", "profit", "a month", "a week", "a day", "per month"),
        ),
        amounts=1,
        unless=(*_MAYBE, *_SPENT, *_LENT, *_OTHER),
    ),
    Kind(
        (
            ("lãi", "lời", "lợi nhuận", "sinh lời", "profit", "profits", "return", "returns"),
            ("mỗi ngày", "một ngày", "hàng ngày", "mỗi tuần", "một tuần", "a day", "daily", "per day", "every day", "a week", "weekly", "every week"),
        ),
        amounts=1,
        unless=(*_MAYBE, *_PAST, *_LENT, "chia nhỏ", "chốt", "phí"),
    ),
    # so-and-so many times by a day, a price by a day
    Kind((_TIMES, _BY), unless=(*_MAYBE, *_PAST, *_OTHER)),
    Kind((_TIMES, (*_SURE, "sẽ", "will", "going to", "đừng hỏi vì sao")), unless=(*_MAYBE, *_PAST, *_OTHER)),
    Kind((_RISES, _SURE), unless=(*_MAYBE, *_PAST, *_OTHER, *_LENT, *_SPENT), in_sentence=True),
    Kind(
        (
            ("bỏ", "bỏ vô", "bỏ vào", "bỏ ra", "nạp", "góp", "xuống", "put in", "invest", "deposit"),
            ("rút", "lấy", "thành", "nhận về", "cầm về", "thu về", "gets back", "get back", "take out", "becomes"),
            _BY,
        ),
        amounts=1,
        unless=(*_MAYBE, *_PAST, "phí", "fee", "trung bình", "tiết kiệm"),
        in_sentence=True,
    ),
    Kind((("thành", "hóa thành", "becomes", "turns into", "take out", "nhận về", "rút về"),), amounts=2, unless=(*_MAYBE, *_PAST, *_LENT, "phí", "fee", "đô", "tỷ giá"), in_sentence=True),
    Kind((("là", "is"), ("hôm nay", "bây giờ", "today", "now"), _BY), amounts=2, unless=(*_MAYBE, *_PAST, *_LENT, "phí", "fee"), in_sentence=True),
    Kind(
        (
            ("không tăng", "không lên", "không lời", "không x2", "không thắng", "không đúng", "sai", "or", "otherwise", "if not", "if it doesn't"),
            ("đổi tên", "xóa kênh", "xoá kênh", "bỏ nghề", "đi đầu xuống đất", "cạo đầu", "delete the channel", "delete my channel", "delete this account", "eat my hat", "quit trading"),
        ),
        in_sentence=True,
    ),
    # a risk that all have but this one
    Kind(
        (
            ("rủi ro", "lỗ", "risk", "risky", "risks", "guaranteed"),
            ("riêng … thì không", "riêng … là không", "trừ chỗ này", "trừ kèo này", "ở đây thì không", "but this isn't", "but this is not", "but not this", "not this one", "except this", "but not here"),
        ),
        in_sentence=True,
    ),
    # steady income
    Kind((_EVERY, _STEADY, _GOT), amounts=1, unless=(*_MAYBE, *_PAST, *_LENT, "chi", "tốn", "để dành", "trích", "budget", "i pay", "rent"), in_sentence=True),
    Kind((_EVERY, _STEADY), amounts=1, unless=(*_MAYBE, *_PAST, *_LENT, *_SPENT, *_OTHER), in_sentence=True),
    Kind(
        (("you will earn", "you'll earn", "you will make", "you'll make", "you will get", "you'll get", "bạn sẽ nhận", "bạn sẽ kiếm", "bạn sẽ có", "bạn sẽ lời"), _EVERY),
        amounts=1,
        unless=(*_MAYBE, *_OTHER, *_SPENT, *_LENT, "if you"),
    ),
    Kind((("get", "gets", "receive", "receives", "gets paid", "nhận", "lãnh"), _EVERY, ("guaranteed", "for sure", "without fail", "chắc chắn", "không sót")), unless=(*_MAYBE, *_OTHER, *_LENT, "seat", "newsletter"), in_sentence=True),
    Kind((("muốn", "want", "thích", "mơ"), (*_EVERY, *_WON, *_WON_EN), _NOTHING_DONE), amounts=1, unless=("thì đừng", "đừng"), in_sentence=True),
    # everybody who joined
    Kind((_JOINED, ("cũng", "đều"), _WON), unless=("không phải ai", "lỗ", "có lúc")),
    Kind((_JOINED_EN, _WON_EN), unless=("not everyone", "not everybody", "lost", "prize", "giveaway", "raffle")),
)  # fmt: skip
NOT_PROMISED = (
    "là một dấu hiệu", "là dấu hiệu", "oldest trick", "it was not", "it wasn't", "nghe là biết", "không phải vậy đâu", "thì đừng đầu tư", "báo công an", "đâu có dễ",
    "run the other way", "is a warning sign", "là chạy", "thì chạy", "run away", "block them", "ai tin", "làm gì có", "đừng mơ", "does not exist", "doesn't exist",
    "không tồn tại", "ở đâu ra", "bất kỳ ai nói", "ai bảo", "ai nói", "ai mà nói", "nói dối", "how it always starts", "how it starts", "sign of fraud", "mời gọi",
    "đừng để", "phá sản", "không bán", "không có đâu", "i can't help", "i cannot help", "đọc hợp đồng thì", "i was wrong", "guess what happened", "sold his house", "sold her house",
)  # fmt: skip
"""In the sentence, or as the next one, they say that no such promise holds."""
SPOKEN_OF = (
    "nếu có", "nếu ai", "nếu thấy", "nếu nghe", "đừng vay", "đừng ham", "đừng vì", "không tin", "chẳng tin", "ai còn", "mấy nhóm", "mấy người", "mấy ông", "mấy chị",
    "những ai", "những người hứa", "người nào", "chỗ nào hứa", "chỗ nào nói", "đâu cần rủ", "tưởng", "cứ tưởng", "từng nghĩ", "nghe có vẻ", "dùng thử", "cuốn", "quyển", "tên sách",
    "mất thẻ", "xác thực", "mật khẩu", "trước khi vay", "trước khi ký", "đúng hạn", "khoản vay", "chưa bao giờ đầu tư", "lời khuyên thôi", "cho tháng lương",
    "if it sounds", "if it looks", "if somebody", "if someone", "if anyone", "if a", "if an", "if they", "when somebody", "when someone", "when they say", "i used to think", "i thought",
    "believed", "feels like", "trial", "track of", "sight of", "credit score", "your credit", "your score", "password", "savings goal", "who pays for it",
    "people who promise", "those who promise", "says no risk", "who says", "ask them", "ask why", "hỏi lại", "hỏi vì sao", "book", "titled",
    "insurance", "warranty", "bảo hành", "delivery", "giao hàng",
)  # fmt: skip
"""In the same sentence they only speak of such words, or of something else."""
LOSS_DENIED = (
    *(
        f"{denied} {loss}"
        for denied in ("không có chuyện", "không có cửa", "không có đường", "không có khả năng", "làm gì có chuyện", "không có cách nào")
        for loss in ("lỗ", "thua", "mất tiền", "mất vốn", "thua lỗ", "mất gốc", "để lỗ")
    ),
    *(f"{denied} … lose" for denied in ("no scenario", "no way", "no case", "no world")),
)  # fmt: skip
"""They begin like what denies for everybody, and promise."""
COUNTED = (
    *_PAST, *_OTHER, "giả sử", "nếu lãi", "lương", "salary", "mục tiêu", "kỳ vọng", "my goal", "goal is", "thì lập",
)  # fmt: skip
"""What multiplied or comes evenly, and is no promise."""
COUNTS = (*_TIMES, "doubled", "tripled", "đều đặn №", "double my", "chắc chắn … tăng")
