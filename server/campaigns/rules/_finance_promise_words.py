"""The words of finance_promise: certainty with every word for a gain."""

from __future__ import annotations

from server.campaigns.words import Words, family

_SURE = (
    "cam kết", "đảm bảo", "bảo đảm", "chắc chắn", "cam đoan", "kiểu gì cũng", "thế nào cũng", "nhất định sẽ",
)  # fmt: skip
_GAIN = (
    "lợi nhuận", "có lời", "lãi", "sinh lời", "hoàn vốn", "tăng", "gấp đôi", "gấp ba", "nhân đôi", "nhân ba",
    "thắng", "giàu", "về bờ", "có tiền", "ra tiền", "lên giá", "đi lên",
)  # fmt: skip
_MULTIPLIED = ("gấp đôi", "gấp ba", "gấp №", "gấp rưỡi", "nhân đôi", "nhân ba", "№ lần", "×")
_MONEY = ("tài khoản", "vốn", "số dư", "tài sản", "tiền")
_AFTER = ("sau №", "trong №", "chỉ sau", "chỉ trong", "mỗi tháng", "mỗi tuần", "mỗi ngày")
_NO_FEAR = (
    "không bao giờ", "không lo", "không sợ", "không thể", "không thể nào", "không bị", "khỏi lo", "khỏi sợ",
    "chẳng lo", "chẳng sợ",
)  # fmt: skip
_LOSS = ("mất vốn", "mất gốc", "mất tiền", "lỗ", "thua", "thua lỗ", "âm vốn", "cháy tài khoản")
_DOUBLED = ("double", "doubles", "doubled", "triple", "triples", "tripled")
_YOUR = (
    "your money", "your account", "your savings", "your investment", "your capital", "your deposit", "your balance",
)  # fmt: skip
_SURE_EN = (
    "guaranteed", "guarantee", "guarantees", "certain", "assured", "sure", "promise", "promised",
    "fixed and certain",
)  # fmt: skip
_RETURN = ("return", "returns", "profit", "profits", "gain", "gains", "payout", "payouts", "№ %", "№ percent")
_EASY = (
    "nhắm mắt cũng", "ai cũng", "ai vào cũng", "ai vô cũng", "ai chơi cũng", "ai theo cũng", "vào là", "vô là", "gửi là",
    "mua là", "đặt là", "chơi là", "theo là", "bán là", "ra là", "lúc nào cũng", "ngày nào cũng", "tuần nào cũng",
    "tháng nào cũng", "năm nào cũng", "ngồi không cũng", "ngồi chơi cũng", "nằm không cũng", "nằm ngủ cũng", "ngủ cũng",
    "không làm gì cũng",
)  # fmt: skip
_WON = (
    "lời", "lãi", "có lời", "có lãi", "thắng", "có tiền", "ra tiền", "giàu", "sinh lời", "gấp đôi", "gấp ba", "kiếm tiền",
    "kiếm được tiền",
)  # fmt: skip
_HELD = ("cầm chắc", "nắm chắc", "chắc cú", "mười mươi", "trăm phần trăm", "trăm phần trăm là")
_IDLE = ("on autopilot", "while you sleep", "without working", "doing nothing", "without lifting a finger")
_FAMILIES = (
    *(f"{easy} {won}" for easy in _EASY for won in _WON),
    *family(_HELD, ("lời", "lãi", "có lời", "có lãi", "phần thắng", "thắng", "№ %", "№ phần trăm")),
    *family(("hứa", "cam đoan", "đảm bảo"), ("lời №", "lãi №", "№ % một", "№ % mỗi", "gấp đôi vốn", "gấp đôi tiền")),
    *family(_SURE, ("ra № triệu", "ra № tr", "ra № nghìn", "ra tiền")),
    *(f"{who} {lost}" for who in ("chưa ai", "không ai", "chẳng ai") for lost in ("lỗ", "thua", "bị lỗ", "mất tiền")),
    *family(("bỏ một", "bỏ 1"), ("thu", "được", "lấy", "ăn")),
    *family(("bỏ №", "bỏ ra №"), ("lấy №", "thu №", "nhận về №", "lấy về №", "thu về №")),
    *family(("make", "makes", "earn", "earns", "earning", "making"), _IDLE),
    *family(("promise", "promises", "promised", "locked in", "bank on", "lock in"), ("№ %", "returns", "№ percent")),
    *(f"{who} {wins}" for who in ("everyone", "everybody", "we all") for wins in ("makes money", "wins", "profits", "earns", "gets rich", "win", "profit")),
    *(f"{who} {loses}" for who in ("nobody", "no one") for loses in ("loses", "lost", "has lost", "has ever lost", "ever loses", "ever lost")),
    *family(_SURE, _GAIN),
    *family(("sẽ", "sẽ tăng", "sẽ lên"), _MULTIPLIED),
    *family(_MONEY, tuple(f"{much} {after}" for much in ("gấp đôi", "gấp ba", "nhân đôi", "nhân ba") for after in _AFTER)),
    *family(("tài khoản tăng", "vốn tăng", "tiền tăng", "lãi gấp"), _MULTIPLIED),
    *family(("nhận lại", "nhận về", "hoàn lại", "trả lại", "lấy lại", "lấy về", "rút về", "thu về"), _MULTIPLIED),
    *family(_NO_FEAR, _LOSS),
    *family(("vốn", "tiền", "gốc", "tiền gốc"), ("không bao giờ mất", "không thể mất", "không mất đâu", "không lo mất", "không sợ mất")),
    *family(("will",), ("go up ×", "go up № times", "rise ×", "rise № times", "double", "triple", "×", "multiply")),
    *family(_DOUBLED, _YOUR),
    *family(_YOUR, ("doubled", "doubles", "will double", "tripled", "grows ×")),
    *family(_SURE_EN, _RETURN),
    *family(("capital", "money", "principal", "deposit", "savings"), ("never lost", "never be lost", "can't be lost", "cannot be lost", "can't lose", "never lose")),
    *family(("get", "receive", "paid", "pays", "gives"), ("twice back", "back twice", "double back", "back double", "triple back", "back triple")),
    *family(("twice", "double", "triple", "two times", "three times"), ("you paid", "you put in", "you invested", "your premium", "your premiums")),
)  # fmt: skip
"""Certainty with every word for a gain, money that multiplies, a loss that cannot be."""
RATE = (
    "%", "percent", "phần trăm", "lãi", "lời", "lợi nhuận", "return", "returns", "profit", "interest", "income",
    "payout",
)  # fmt: skip
WHATEVER = (
    "dù thị trường", "dù cho thị trường", "bất kể thị trường", "bất chấp thị trường", "mặc kệ thị trường",
    "dù giá lên hay xuống", "dù lên hay xuống", "lên hay xuống đều", "lên xuống gì cũng", "dù có chuyện gì",
    "dù thế nào", "dù gì đi nữa", "bất kể chuyện gì", "bất kể lên xuống", "trong mọi hoàn cảnh",
    "trong mọi tình huống", "no matter what", "no matter how", "no matter where the market", "whatever happens",
    "whatever the market", "regardless of the market", "regardless of what", "rain or shine", "in any market",
    "come what may", "up or down", "without fail", "like clockwork", "month after month", "every single month",
    "đều như vắt chanh", "tháng nào cũng", "năm nào cũng", "tuần nào cũng", "không tháng nào sót", "đều tăm tắp",
)  # fmt: skip
"""In a sentence with a rate or a gain they promise it."""
SURE = (
    *_SURE, "y như rằng", "ắt", "ngồi không cũng", "ngồi chơi cũng", "nằm không cũng", "nằm ngủ cũng", "tháng nào cũng",
    "tuần nào cũng", "ngày nào cũng", "năm nào cũng", "guaranteed", "guarantee", "guarantees", "definitely", "certainly",
    "for sure", "surely",
)  # fmt: skip
"""Before a sum that one gets they promise it."""
UNCERTAIN = (
    "vary", "varies", "not guaranteed", "can change", "may change", "may lose", "can lose", "thay đổi theo",
    "biến động", "có thể lỗ", "if you", "nếu bạn", "nếu", "kỷ luật", "không đảm bảo", "không cam kết", "discipline", "calm",
)  # fmt: skip

WORDS = Words(
    must=(
        *_FAMILIES,
        "bao win", "auto win", "chắc như bắp", "múc là ăn", "múc là lời", "vào là ăn", "vô là ăn", "y chang … lời", "bất bại",
        "không có cửa lỗ", "không có cửa thua", "không biết lỗ", "không biết thua", "rủi ro bằng 0", "rủi ro bằng không",
        "không một chút rủi ro", "lỗ là chuyện không thể", "người theo … người lời", "ăn bằng lần", "lời bằng lần", "easy win",
        "prints money", "money printer", "guaranteed bag", "guaranteed win", "no brainer … win", "wins every trade",
        "win every trade", "wins every time", "never misses", "never lost … never will", "never lost a", "no way you lose",
        "no way you walk away with less", "zero losses", "guaranteed rental", "guaranteed rent", "guaranteed yield",
        "cam kết thuê lại", "profit is certain", "lãi về … mỗi sáng", "definitely go up", "definitely goes up", "no losses ever",
        "never a loss", "không trượt phát nào", "không trượt kèo nào", "bách phát bách trúng", "every trade is a winner",
        "every trade wins", "win 100%", "trúng 100%", "chuẩn 99%", "chuẩn 100%", "chỉ có đường đi lên", "chỉ có tăng",
        "chỉ tăng không giảm", "only way is up", "sure way to", "nothing to lose", "chắc nịch", "lãi … trong tay", "lời … trong tay",
        "là thấy lời", "là thấy lãi", "nhiều hơn lúc gửi", "more than you put in", "more than you invested", "come out ahead",
        "chỉ có đẻ thêm", "lời chắc rồi", "plus № % … whatever", "set for life", "khỏi lo thua", "khỏi lo lỗ",
        "một vốn bốn lời", "đánh đâu thắng đó", "đánh đâu thắng đấy", "chỉ lời không lỗ", "chỉ lãi không lỗ", "chỉ thắng không thua",
        "chỉ có lời", "chỉ có lãi", "chưa lỗ bao giờ", "chưa bao giờ lỗ", "chưa từng lỗ", "chưa thua bao giờ", "khỏi rủi ro",
        "zero rủi ro", "0 rủi ro", "thua … đền", "thua … chịu", "lỗ … chịu", "lỗ … gánh", "vốn an toàn tuyệt đối",
        "vốn … an toàn tuyệt đối", "vốn an toàn 100%", "an toàn 100% vốn", "lãi cố định … mỗi ngày", "lãi cố định … một ngày",
        "lãi cố định … mỗi tuần", "lãi cố định … không lo", "tự nhân lên", "tự nhân đôi", "tự sinh sôi", "tiền đẻ ra tiền",
        "tiền tự đẻ", "tiền tự chảy", "can't go wrong", "cannot go wrong", "foolproof", "no downside", "zero downside",
        "without a downside", "surefire", "sure fire way", "always pays", "always goes up", "always wins", "always win",
        "doubles every", "doubles each", "double every month", "double every week", "triples every", "returns … bank on",
        "income … bank on", "never had a losing", "never a losing", "never has a losing", "no losing month", "no losing months",
        "not one losing", "be rich by", "be rich in", "make you rich", "makes you rich", "zero chance … lose",
        "zero chance … losing", "no chance … lose", "% is a given", "profit is a given", "% is certain", "% is guaranteed",
        "% … is certain", "profit … guaranteed", "income … guaranteed", "interest … guaranteed",
        "thắng chắc", "kiểu gì cũng lên", "chỉ có lên", "chắc ăn", "chắc kèo", "kèo chắc", "auto lãi", "auto lời",
        "auto thắng", "bao thắng", "bao về bờ", "lãi đều mỗi", "nhận lãi đều", "nhận đều №", "đều đặn №",
        "ngày sau thành №", "tuần sau thành №", "tháng sau thành №", "năm sau thành №", "miễn rủi ro", "phi rủi ro",
        "% cam kết", "% chắc chắn", "% đảm bảo", "% guaranteed", "sure win", "sure wins", "sure thing", "sure bet",
        "win for sure", "certain win", "guaranteed win", "100% win", "profit for sure", "only goes up",
        "can only go up", "never goes down", "can't go down", "cannot go down", "no way … goes down",
        "no way … go down", "you won't lose", "will not lose", "impossible to lose", "no chance of losing",
        "turns № into №", "turned № into №", "turn № into №", "free money", "lãi … chắc chắn",
        "lãi suất … chắc chắn", "lợi nhuận … chắc chắn", "lợi nhuận … cam kết", "cam kết … lợi nhuận",
        "cam kết … lãi", "đảm bảo … lợi nhuận", "đảm bảo … lãi", "sinh lời … đảm bảo", "lợi nhuận … đảm bảo",
        "bao lỗ", "chắc chắn … lời", "chắc chắn … lãi", "chắc chắn … sinh lời", "lãi … đảm bảo", "lãi … cam kết",
        "cam kết … hoàn vốn", "cam kết … sinh lời", "đảm bảo … hoàn vốn", "đảm bảo … sinh lời", "bảo toàn vốn",
        "bảo toàn 100% vốn", "không … mất vốn", "không … lỗ vốn", "không … rủi ro", "không … bị lỗ", "lãi chắc",
        "chắc lãi", "chắc lời", "chắc chắn lời", "ăn chắc", "lỗ … đền", "lỗ … hoàn tiền", "lỗ … bù", "100% thắng",
        "chắc chắn thắng", "luôn luôn có lãi", "luôn có lãi", "x2 vốn", "x3 vốn", "x5 vốn", "x10 vốn", "x2 tiền",
        "x2 số vốn", "nhân đôi vốn", "nhân đôi số vốn", "nhân đôi số dư", "nhân đôi tài sản", "nhân ba tài khoản",
        "gấp đôi tài khoản", "gấp đôi số vốn", "double … savings", "double … investment", "double … capital",
        "doubles … money", "doubles … account", "doubles … savings", "doubles … investment", "doubling … money",
        "triple … savings", "triple … account", "profit guaranteed", "profits guaranteed", "profit is guaranteed",
        "guaranteed … income", "guaranteed … interest", "guaranteed … gains", "guarantees … profit",
        "guarantees … returns", "certain returns", "certain profits", "assured returns", "sure returns",
        "can't … lose", "cannot … lose", "never … lose money", "no way to lose", "no risk of losing",
        "without any risk", "without risk", "always profitable", "we cover your losses", "we pay the difference",
        "guaranteed … returns", "guaranteed … return", "guaranteed … profit", "guarantee … returns",
        "guarantee … profit", "returns … guaranteed", "profits are guaranteed", "lãi chắc chắn", "chắc chắn lãi",
        "chắc chắn có lãi", "cam kết lợi nhuận", "cam kết lãi", "cam kết lãi suất", "đảm bảo lợi nhuận",
        "bảo đảm lợi nhuận", "đảm bảo lãi", "lợi nhuận đảm bảo", "lợi nhuận chắc chắn", "lãi đảm bảo",
        "x2 tài khoản", "x3 tài khoản", "x5 tài khoản", "x10 tài khoản", "nhân đôi tài khoản", "nhân đôi tiền",
        "không rủi ro", "không lo lỗ", "không bao giờ lỗ", "không thể lỗ", "chắc thắng", "bao lãi", "bao lời",
        "lời chắc", "lãi 100%", "thắng 100%", "100% có lãi", "làm giàu nhanh", "giàu nhanh", "guaranteed return",
        "guaranteed returns", "guaranteed profit", "guaranteed profits", "guaranteed income", "risk free",
        "risk free profit", "no risk", "zero risk", "double your money", "double your account", "triple your money",
        "can't lose", "cannot lose", "sure profit", "certain return", "certain profit", "get rich quick",
        "never lose",
    ),
    ask=(
        "doubled in №", "doubles in №", "tripled in №", "doubled within №", "gấp đôi sau №", "gấp ba sau №",
        "gấp đôi trong №", "easy money",
    ),
    unless=(
        *family(
            _SURE, ("tăng cường", "tăng tốc", "lãi suất niêm yết", "lãi suất cạnh tranh", "lãi suất theo")
        ),
        *family((*_MONEY, "sẽ", "sẽ tăng"), ("gấp đôi so với", "gấp ba so với", "№ lần so với")),
        "can't go wrong if", "you can't go wrong with a", "bỏ một ly", "bỏ 1 ly", "rent doubles every", "price doubles every",
        "sẽ … № lần một", "sẽ … № lần mỗi", "making sure … profit", "make sure … profit", "make sure … return",
        "make sure … returns", "not sure … returns", "to be sure … returns", "returns are not guaranteed",
        "returns are never guaranteed", "returns … not guaranteed", "returns … never guaranteed",
        "lợi nhuận không … chắc chắn", "lợi nhuận không … đảm bảo", "lợi nhuận không … cam kết",
        "lãi … không chắc chắn", "no guaranteed … returns", "there is no risk free", "no risk no",
        *family(("tài sản bảo đảm", "tài sản đảm bảo"), _GAIN), "lỗ thì mình chịu", "cho chắc ăn", "sure thing i", "chỉ có lời khuyên", "lỗ … tự chịu", "lỗ … phải chịu", "không rủi ro thì",
        "không chịu nổi rủi ro", "không hiểu rủi ro", "không biết rủi ro", "không lường … rủi ro",
        "không nói … rủi ro", "không chịu được rủi ro", "không giấu … rủi ro", "không có khoản đầu tư nào",
        "cannot afford to lose", "can't afford to lose", "double … savings account", "lãi … không đảm bảo",
        "lãi … không cam kết", "không rủi ro không",
    ),
)  # fmt: skip
