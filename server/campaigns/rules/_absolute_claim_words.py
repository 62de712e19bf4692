"""The words of absolute_claim: certainty and the results that it is said of."""

from __future__ import annotations

from server.campaigns.words import Words, family

_SURE = (
    "bảo đảm", "đảm bảo", "chắc chắn", "cam đoan", "cam kết", "thề là", "hứa là", "hứa với bạn", "kiểu gì cũng",
    "dùng là", "xài là", "thoa là", "bôi là", "uống là",
)  # fmt: skip
_USED = tuple(
    f"{who} {use} cũng"
    for who in ("ai", "da nào", "người nào", "bất kỳ ai", "tóc nào")
    for use in ("dùng", "xài", "thoa", "bôi", "uống")
)
_RESULT = (
    "trắng", "sáng da", "da sáng", "sáng lên", "sạch mụn", "hết mụn", "hết thâm", "hết nám", "hết sẹo", "hết nhăn",
    "hết gàu", "hết rụng", "hết đau", "hết ngứa", "hết mất ngủ", "hết bệnh", "khỏi", "giảm cân", "giảm №", "giảm mỡ",
    "giảm béo", "giảm rụng", "ốm đi", "ốm liền", "gầy đi", "gầy liền", "thon gọn", "mịn", "mọc lại", "mọc tóc",
    "tóc mọc", "lên tông", "bật tông", "mờ thâm", "mờ nám", "mờ sẹo", "hiệu quả", "căng bóng", "không kích ứng",
    "tan mỡ", "sụt №", "lột xác", "se khít", "trẻ ra", "tăng chiều cao", "cao thêm", "ngủ ngon", "có tác dụng",
    "có kết quả", "thấy kết quả", "an toàn",
)  # fmt: skip
_SOON = (
    "ngay", "liền", "tức thì", "tức khắc", "ngay lập tức", "lập tức", "sau một đêm", "sau 1 đêm", "qua một đêm",
    "trong một đêm", "chỉ sau 1 đêm", "trong tích tắc", "trong một nốt nhạc", "trong 5 giây",
)  # fmt: skip
_AT_ONCE = (
    "trắng da", "trắng", "sáng da", "hết mụn", "hết thâm", "hết nám", "hết đau", "hết ngứa", "sạch mụn", "lên tông",
    "giảm cân", "ốm", "khỏi", "hiệu quả", "tác dụng", "công hiệu", "ăn thua",
)  # fmt: skip
_NOT_BACK = ("quay lại nữa", "trở lại nữa", "tái lại", "mọc lại", "bị lại", "tái đi tái lại")
_PROMISE_EN = (
    "i promise", "we promise", "i guarantee", "we guarantee", "guarantee you", "guarantees you",
    "you will definitely", "you'll definitely", "will definitely", "sure to", "bound to", "certain to",
    "you are sure to", "i swear", "100% going to",
)  # fmt: skip
_RESULT_EN = (
    "lose weight", "lose №", "clear", "clearer", "clears", "glow", "grow", "grows", "whiten", "whiter", "brighten",
    "brighter", "slim", "slimmer", "vanish", "disappear", "fade", "fades", "softer", "smoother", "results",
    "younger", "thicker", "shinier", "work for you", "works", "cure", "heal", "sleep better", "sleep through",
    "no breakouts", "no acne", "no wrinkles", "lose",
)  # fmt: skip
_EFFECT = ("effect", "effects", "result", "results", "relief", "difference")
_ONCE_EN = ("instant", "immediate", "instantaneous")
_FAMILIES = (
    *family((*_SURE, *_USED), _RESULT),
    *family(("ai cũng", "ai cũng sẽ"), ("hết mụn", "trắng da", "trắng lên", "khỏi", "giảm cân", "lên tông", "hợp hết")),
    *(f"{result} {soon}" for result in _AT_ONCE for soon in _SOON),
    *family(("không", "không bao giờ", "chẳng", "hết hẳn không"), _NOT_BACK),
    *family(_PROMISE_EN, _RESULT_EN),
    *(f"{once} {effect}" for once in _ONCE_EN for effect in _EFFECT),
    *(f"{effect} {be} {once}" for effect in _EFFECT for be in ("is", "are", "was", "were") for once in _ONCE_EN),
    *family(("instantly", "immediately"), ("clears", "whitens", "brightens", "removes", "erases", "fixes", "works", "lifts", "melts")),
    *(f"works {soon}" for soon in ("instantly", "immediately", "overnight", "at once", "right away")),
    *(f"works {who}" for who in (
        "on any skin", "on all skin", "on every skin", "for any skin", "for all skin", "for every skin", "on anyone",
        "for anyone", "on everybody", "for all", "on every body", "without fail",
    )),
    *family(("never", "won't", "will not", "won't ever", "will never"), ("come back", "comes back", "coming back", "came back", "return", "returns", "reappear", "breaks out again", "break out again")),
)  # fmt: skip
"""Certainty beside a result, in one clause."""
_OTHER = (
    "sáng mai", "sáng nay", "buổi sáng", "hết hàng", "giảm giá", "hàng hết", "màu trắng", "áo trắng",
    "an toàn thông tin", "an toàn thực phẩm", "an toàn giao thông", "an toàn vệ sinh", "giảm № %", "giảm №k",
    "giảm № k", "giao hàng", "hiệu quả công việc",
)  # fmt: skip
AMBIGUOUS = (
    "vĩnh viễn", "mãi mãi", "permanently", "guaranteed", "gone forever", "gone for good", "every single time",
    "never … back", "never … come back", "won't … come back", "never … return", "won't … return", "risk free",
    "we guarantee",
)  # fmt: skip
"""They promise an effect, or tell of something else."""
ELSE = (
    "kỷ niệm", "kỉ niệm", "ký ức", "kí ức", "nhớ", "trong tim", "mất", "ảnh cũ", "album", "tài khoản", "chia tay",
    "yêu", "ra đi", "qua đời", "rời", "nghỉ", "đóng cửa", "dọn đi", "khóa", "xóa", "bạn thân", "tình bạn",
    "gia đình", "hạnh phúc", "thanh xuân", "thời gian", "bảo hành", "giữ", "sở hữu", "định cư", "seat", "seats",
    "spot", "place", "places", "ticket", "tickets", "table", "slot", "slots", "entry", "stock", "delivery", "refund",
    "price", "laugh", "laughs", "fun", "smiles", "good time", "authentic", "offline", "closed", "moved", "deleted",
    "blog", "account", "friendship", "memory", "memories", "home", "childhood", "time", "years", "cafe", "café",
    "shop", "store", "restaurant", "summer", "trip", "free returns", "shipping", "job", "i never", "i will never",
    "i'll never", "i won't", "we never", "goodbye",
)  # fmt: skip
BODY = (
    "da", "mụn", "nám", "thâm", "lông", "mỡ", "cân", "tóc", "sẹo", "răng", "trắng", "hiệu quả", "khỏi", "nhăn",
    "gàu", "vết", "triệt", "kem", "serum", "đau", "bệnh", "results", "result", "skin", "acne", "pimples", "spots",
    "dark spots", "hair", "wrinkles", "scars", "weight", "teeth", "white", "whiter", "clear", "clearer", "glow",
    "fat", "pain", "breakouts", "smooth", "pores", "cream", "cure", "effect",
)  # fmt: skip

WORDS = Words(
    must=(
        *_FAMILIES,
        "không quay lại nữa", "một đi không trở lại", "overnight results", "instantly effective", "once and for all",
        "guarantee you", "không … tác dụng phụ", "hiệu quả … tức thì", "hiệu quả … tuyệt đối", "hiệu quả … 100%",
        "an toàn … tuyệt đối", "cam kết … 100% hiệu quả", "no … side effects", "zero … side effects",
        "without … side effects", "guaranteed to", "chắc chắn hiệu quả", "chắc chắn khỏi", "chắc chắn hết",
        "đảm bảo giảm", "đảm bảo trắng", "đảm bảo sạch", "đảm bảo an toàn", "cam kết an toàn",
        "cam kết không kích ứng", "tuyệt đối không kích ứng", "tuyệt đối lành tính", "lành tính tuyệt đối",
        "lành tính 100%", "100% lành tính", "hiệu quả … ngay lập tức", "không bao giờ … quay lại",
        "không bao giờ … trở lại", "không bao giờ … tái lại", "ai dùng cũng … hiệu quả",
        "hiệu quả với tất cả mọi người", "hiệu quả với mọi người", "hiệu quả với mọi loại da",
        "an toàn cho tất cả mọi người", "works for everybody", "works on everyone", "works every time",
        "every single time", "results are guaranteed", "results guaranteed", "gone for good", "gone forever",
        "100% results", "instantly effective", "perfectly safe", "cam kết khỏi", "cam kết hiệu quả", "cam kết hết",
        "cam kết 100%", "cam kết trắng", "cam kết giảm", "cam kết sạch", "cam kết đẹp", "đảm bảo khỏi",
        "đảm bảo hết", "đảm bảo hiệu quả", "đảm bảo 100%", "bảo đảm 100%", "bao hiệu quả", "hiệu quả 100%",
        "100% hiệu quả", "hiệu quả tức thì", "hiệu quả ngay lập tức", "hiệu quả tuyệt đối", "tác dụng tức thì",
        "tác dụng ngay lập tức", "không tác dụng phụ", "không có tác dụng phụ", "không gây tác dụng phụ",
        "không hề có tác dụng phụ", "không lo tác dụng phụ", "khỏi lo … tác dụng phụ", "khỏi sợ … tác dụng phụ", "không sợ … tác dụng phụ", "một trăm phần trăm hiệu quả", "hiệu quả … một trăm phần trăm", "an toàn … một trăm phần trăm", "hiệu quả … trăm phần trăm", "một trăm phần trăm an toàn", "one hundred percent effective", "one hundred percent safe", "an toàn tuyệt đối", "tuyệt đối an toàn",
        "an toàn 100%", "100% an toàn", "vĩnh viễn", "mãi mãi không tái phát", "không tái phát",
        "không bao giờ tái phát", "hoàn toàn không kích ứng", "không kích ứng 100%", "trắng ngay lập tức",
        "trắng sau 1 đêm", "hết mụn sau 1 đêm", "thành công 100%", "100% khỏi", "khỏi 100%", "hết 100%", "sạch 100%",
        "guaranteed", "guaranteed results", "guarantees results", "we guarantee", "100% effective", "100% safe",
        "100% guaranteed", "no side effects", "no side effect", "zero side effects", "without side effects",
        "without any side effects", "free of side effects", "instant results", "completely safe", "absolutely safe",
        "totally safe", "works for everyone", "permanently", "permanent results", "never come back", "risk free",
        "never fails",
    ),
    unless=(
        *family(_SURE, _OTHER),
        "ngay lập tức … giảm giá", "with immediate effect", "sắc trắng ngay", "tìm hiểu tác dụng phụ",
        "không biết … tác dụng phụ", "không rõ … tác dụng phụ", "no idea … side effects", "not sure … side effects",
        "không dám nói … tác dụng phụ", "không chắc … tác dụng phụ", "cam kết 100% chính hãng",
        "đảm bảo 100% chính hãng", "bảo đảm 100% chính hãng", "cam kết 100% hàng thật", "cam kết 100% cotton",
        "cam kết hiệu quả công việc", "cam kết giảm giá", "đảm bảo hết hàng", "permanently closed",
        "closed permanently", "permanently out of stock", "guaranteed authentic", "đảm bảo an toàn thông tin",
        "đảm bảo an toàn thực phẩm", "đảm bảo an toàn giao thông", "đảm bảo giảm giá", "tình bạn … vĩnh viễn",
        "kỷ niệm … vĩnh viễn", "ký ức … vĩnh viễn", "yêu … vĩnh viễn", "nghỉ … vĩnh viễn", "khóa … vĩnh viễn",
        "chia tay vĩnh viễn", "delivery is guaranteed", "delivery … guaranteed", "shipping … guaranteed",
        "seats … guaranteed", "fun … guaranteed", "smiles guaranteed", "warranty … guaranteed",
        "guaranteed … refund", "returns … guaranteed", "authenticity guaranteed", "delivery guaranteed",
        "guaranteed delivery", "money back guaranteed", "khóa vĩnh viễn", "xóa vĩnh viễn", "đóng cửa vĩnh viễn",
        "nghỉ bán vĩnh viễn",
    ),
)  # fmt: skip
