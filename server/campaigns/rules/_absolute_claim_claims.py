"""A promise without limit: what makes a sentence one.

1. A word of certainty (``SURE``: "cam kết", "always", "100 %") near an effect or a safety (``RESULTS``).
2. "Never", "cannot", "no chance" near a harm that would not come (``HARMS``).
3. Everybody without exception (``EVERYBODY``) near an effect or a safety.
4. An effect near "for ever", "once and done" (``FOREVER``).
5. A word that alone says there is no risk (``ALONE``).

It is none where the sentence is about what one does oneself ("I always carry it"), about a service ("refund", "bảo hành trọn
đời"), about what the goods are made of, where it hedges ("results vary", "tuỳ cơ địa"), asks or denies.
"""

from __future__ import annotations

from server.campaigns.pairing import WordPairing, WordPairings

_SURE = (
    "100%", "100 phần trăm", "trăm phần trăm", "tuyệt đối", "chắc chắn", "chắc cú", "chắc như bắp", "chắc như đinh đóng cột", "cam kết", "cam đoan", "đảm bảo", "bảo đảm", "thề", "hứa", "bao", "luôn luôn", "lúc nào cũng", "lần nào cũng", "hoàn toàn", "kiểu gì cũng", "phải", "là", "phát một", "một phát", "xịt cái", "không trật phát nào", "bất chấp", "miễn bàn", "khỏi bàn", "bách phát bách trúng", "mình cá", "cá luôn", "cá là", "đương nhiên", "hiển nhiên", "khỏi nghi ngờ", "không phải bàn", "tất cả", "mọi",
)  # fmt: skip
_CERTAIN = tuple(word for word in _SURE if word not in ("phải", "là", "hoàn toàn", "tất cả", "mọi", "bao"))
_RESULTS = (
    "hiệu quả", "hiệu nghiệm", "công hiệu", "tác dụng", "hết", "khỏi", "sạch", "sạch trơn", "sạch bóng", "sạch khuẩn", "trắng", "trắng sáng", "sáng da", "sáng lên", "mịn", "mịn màng", "căng bóng", "lên tông", "an toàn", "lành tính", "lành", "vô hại", "giảm cân", "xuống cân", "xuống ký", "tụt cân", "tăng cân", "lên cân", "lên ký", "giảm mỡ", "mọc", "mọc lại", "ngưng rụng", "hết rụng", "diệt", "diệt sạch", "chết", "chết sạch", "ngủ ngon", "đẹp lên", "thành công", "mờ", "bay", "dứt", "êm", "cao thêm", "thông minh", "khỏe", "hợp", "phù hợp", "bám", "thơm", "bền", "trẻ ra", "xẹp", "thon", "đậu", "đỗ", "lột xác", "thay đổi", "có kết quả", "thấy kết quả", "không hại", "không kích ứng", "không rụng", "không phai", "không trôi", "không bung", "không béo", "không tăng cân", "không lên mụn", "không nổi mụn", "không bị gì", "không sao", "không hư", "không hỏng", "không bể", "không vỡ", "không dính", "không lo",
)  # fmt: skip
_HARMS = (
    "chê", "phàn nàn", "trả hàng", "nhão", "đen", "rớt",
    "hại", "nguy hại", "nguy hiểm", "độc", "độc hại", "kích ứng", "dị ứng", "mụn", "gây mụn", "nổi mụn", "lên mụn", "bí da", "bào mòn", "tác dụng phụ", "rủi ro", "phai", "phai màu", "ra màu", "trôi", "xù", "xù lông", "rách", "bung", "bong", "bong tróc", "gãy", "hỏng", "hư", "vỡ", "bể", "cháy", "nổ", "cháy nổ", "rò", "rỉ", "rò rỉ", "chảy", "thấm", "lem", "hack", "xâm nhập", "đánh cắp", "mất dữ liệu", "lộ", "tèo", "chết máy", "đứng máy", "trầy", "xước", "trầy xước", "gỉ", "rỉ sét", "mốc", "móc", "hôi", "rụng", "gãy rụng", "nhăn", "giãn", "dính", "dính chảo", "trượt", "đen lại", "xuống tông", "thâm lại", "tái", "tái phát", "mọc lại", "quay lại", "trở lại", "béo", "tăng cân", "lên cân", "thất bại", "thất vọng", "bị gì", "làm sao", "đau bụng", "say xe", "phải thay", "lỗi", "sai", "lạc", "tắc", "nghẹt", "bám bẩn", "bẩn", "sót", "còn", "kẹt", "cũ", "xỉn", "xẹp", "vón", "ngứa", "rát", "nám", "lão hóa", "già",
)  # fmt: skip
_NEVER = (
    "không bao giờ", "chẳng bao giờ", "chả bao giờ", "hổng bao giờ", "không thể", "không thể nào", "không cách nào", "không đời nào", "chưa bao giờ", "chưa từng", "chưa một ai", "chưa ai", "chưa có ai", "chưa có trường hợp", "chưa trường hợp nào", "không một ai", "không một chút", "không chút", "không tí", "không hề", "không có một chút", "không có bất kỳ", "không có rủi ro", "hoàn toàn không", "tuyệt đối không", "đảm bảo không", "cam kết không", "cam đoan không", "bao không", "hứa không", "chắc chắn không", "khỏi lo", "không lo", "không sợ", "khỏi sợ", "zero", "kiểu gì cũng không", "cỡ nào cũng không", "mấy cũng không", "bao nhiêu cũng không", "hết đường", "vĩnh viễn không", "mãi mãi không", "suốt đời không", "mấy cũng chẳng", "100% không", "chẳng hề", "miễn nhiễm", "nói không với", "không lần nào", "không mùa nào", "không ai xài mà không", "không ai dùng mà không",
)  # fmt: skip
_EVERYBODY = (
    "nào … cũng", "ai … cũng",
    "ai dùng", "ai xài", "ai uống", "ai thoa", "ai bôi", "ai cũng", "da nào cũng", "loại da nào cũng", "tóc nào cũng", "vết nào cũng", "người nào cũng", "cơ địa nào cũng", "tuổi nào cũng", "máy nào cũng", "nhà nào cũng", "bé nào cũng", "mọi làn da", "mọi loại da", "mọi da", "mọi cơ địa", "mọi đối tượng", "mọi lứa tuổi", "mọi người", "tất cả mọi người", "tất cả loại da", "tất cả các loại da", "bất kỳ ai", "bất cứ ai", "không trừ một ai", "không chừa một ai", "không ngoại lệ", "bà bầu", "mẹ bầu", "trẻ sơ sinh", "em bé", "bé sơ sinh", "khách nào", "100% khách", "mười người như một", "10 người như 1", "mười người dùng", "10 người dùng", "nám nào", "mụn nào", "cỡ nào", "vết bẩn nào", "mọi vết", "mọi vi khuẩn", "mọi loại",
)  # fmt: skip
_FITS = (
    "lên ký", "cứu được", "cứu được hết", "bó tay", "thua", "xử được", "trị được", "mê", "ưng hết",
    "hết", "khỏi", "trắng", "mịn", "hợp", "hợp hết", "hiệu quả", "an toàn", "lành tính", "bôi được", "xài được", "xài tốt", "dùng được", "dùng tốt", "uống được", "xuống cân", "giảm cân", "tăng cân", "lên ký", "lên tông", "đẹp", "sạch", "bay", "ngủ ngon", "không sao", "đỡ", "dứt", "thành công", "thay đổi", "phải hết", "cân được", "cân tất", "đánh bay", "chào thua", "đầu hàng", "thấy hiệu quả", "có kết quả", "thấy khác",
)  # fmt: skip
_FOREVER = (
    "vĩnh viễn", "mãi mãi", "trọn đời", "suốt đời", "cả đời", "đời đời", "muôn đời", "mãi về sau", "một lần là xong", "một lần là đủ", "một lần duy nhất", "một lần rồi thôi", "là hết", "là khỏi", "là sạch", "là trắng", "ngay lập tức", "tức thì", "tức khắc", "không cần làm lại", "khỏi làm lại", "khỏi quay lại",
)  # fmt: skip
_LASTING = (
    "trắng", "hết", "khỏi", "sạch", "triệt", "triệt lông", "lông", "mụn", "nám", "thâm", "hiệu quả", "da", "dính", "chống dính", "không phai", "không hư", "không rỉ", "bền", "tóc", "cân", "mỡ", "dáng", "côn trùng", "kiến", "gián", "muỗi", "mối", "thơm", "bóng", "mốc", "rụng", "bôi", "thoa", "uống", "xài", "dùng", "xịt", "răng", "nhăn", "trẻ", "vết", "bẩn",
)  # fmt: skip
_OWN = (
    "mình luôn", "mình luôn luôn", "mình không bao giờ", "tui không bao giờ", "em không bao giờ", "mình chưa bao giờ", "tui chưa bao giờ", "mình chẳng bao giờ", "không bao giờ mình", "chưa bao giờ mình", "chưa bao giờ thấy mình", "mình hứa", "mình thề", "con mình chưa bao giờ", "không bao giờ quên", "không thể thiếu", "không thể sống thiếu", "không thể chờ", "không thể tin", "không thể đợi", "không thể ngờ", "không thể rời", "không thể bỏ qua", "không thể từ chối", "nhớ mãi",
    "giao hàng", "giao trong", "giao tận", "hoàn tiền", "hoàn cọc", "đổi trả", "đổi mới", "bảo hành", "chính hãng", "hàng thật", "hàng auth", "auth", "fake", "đền", "freeship", "giá tốt", "đúng giá", "đúng hẹn", "quà", "đơn", "voucher", "bảo mật thông tin", "hàng hết", "hết hàng", "hết slot", "hết quà", "sinh nhật", "tỷ lệ", "chỗ ngồi", "giữ chỗ", "xe đón", "nghỉ hưu",
    "cơ địa", "tùy da", "tuỳ da", "tùy người", "tuỳ người", "tùy từng", "tuỳ từng", "tuỳ cơ địa", "mỗi người mỗi", "mỗi người một", "có thể", "có lẽ", "chắc là", "nếu thấy", "nếu da", "nếu dùng", "nên thử", "thử trước", "chưa chắc", "không chắc", "không dám", "chẳng dám", "không hứa", "không cam kết", "không đảm bảo", "chưa hẳn", "không hẳn", "đừng tin", "đừng mong", "đừng kỳ vọng", "không phải ai", "không phải da nào", "theo công bố", "cho chắc", "để chắc chắn", "kiểm tra", "nhớ đọc", "tuyệt đối không để", "tuyệt đối không dùng", "tuyệt đối không được", "không được để", "không nên", "tránh", "đừng", "lưu ý", "cảnh báo", "xa tầm tay",
)  # fmt: skip
"""What one does oneself, services, hedges, advice: the sentence promises nothing of the product."""
_OTHER = (
    "100% cotton", "cotton 100%", "100% lụa", "lụa 100%", "100% tự nhiên", "100% organic", "100% vải", "vải 100%", "lanh 100%", "linen 100%", "vải lanh 100%", "100% polyester", "100% len", "len 100%", "100% da thật", "da thật 100%", "da bò 100%", "100% da bò", "100% silk", "100% từ", "100% trái cây", "100% nguyên chất", "nguyên chất 100%", "100% arabica", "arabica 100%", "100% robusta", "100% pin", "pin 100%", "sạc 100%", "100% thuần chay", "thuần chay 100%", "100% nội dung", "100% thủ công", "thủ công 100%", "giảm 100%", "100% cacao", "100% đậu",
    "hết hàng", "hết mã", "hết hồn", "hết sức", "hết mình", "trước hết", "hết pin", "hết tiền", "sạch sẽ", "hết sạch", "ăn hết", "bán hết", "màu trắng", "áo trắng", "tay trắng", "an toàn giao thông", "an toàn thực phẩm", "là sạch sẽ", "bao giờ", "bao nhiêu", "bao lâu", "bao bì", "bao la", "bao gồm", "bao quanh", "bao ngon", "bao da", "là xong bữa", "phải là", "hoàn toàn mới", "mùi thơm", "hương thơm", "da dầu", "da khô", "dùng hết", "xài hết", "uống hết", "hết chai", "hết hũ", "hết hộp", "hết tuýp", "mọi người ơi", "cho mọi người", "chào mọi người", "cả nhà", "mọi người nha", "mọi người", "đã hết", "sắp hết", "còn hàng", "vẫn còn", "còn có", "còn gì", "lành lạnh", "trong lành", "hứa hẹn", "bà bầu hỏi", "nâu trắng", "trứng trắng", "trắng đen", "đen trắng",
)  # fmt: skip
_SURE_EN = (
    "guarantee", "guarantees", "guaranteed", "promise", "promises", "promised", "swear", "always", "every time", "each time", "every single time", "100%", "100 percent", "one hundred percent", "definitely", "certain", "certainly", "assured", "without fail", "no exceptions", "without exception", "no doubt", "will", "completely", "totally", "absolutely", "entirely", "perfectly", "fully", "bet my life", "foolproof", "no matter what", "every last", "every single", "bet my", "i'd bet", "eat my hat", "on my life", "hand on heart", "mark my words", "instantly", "overnight", "the instant", "the moment it touches", "the second it touches",
)  # fmt: skip
_WHOLLY_EN = ("completely", "totally", "absolutely", "entirely", "perfectly", "fully")
_LOOSE_EN = (*_WHOLLY_EN, "will", "certain", "instantly", "overnight")
"""Sure of an effect only beside words of their own."""
_CERTAIN_EN = tuple(word for word in _SURE_EN if word not in _LOOSE_EN)
_WHOLE_EN = (*_WHOLLY_EN, "utterly", "100%", "totally and utterly", "always")
_SAFE_EN = ("safe", "harmless", "risk free", "gentle on everyone", "effective", "foolproof", "germ free", "hypoallergenic", "irritation free", "waterproof forever", "unbreakable", "secure", "unhackable", "toxin free", "bug free", "stain free")  # fmt: skip
_RESULTS_EN = (
    "protected", "protects", "pregnant",
    "history", "wipes out", "wiped out", "every wrinkle", "every stain", "every spot", "kilos",
    "works", "work", "worked", "results", "result", "gone", "vanish", "vanishes", "disappear", "disappears", "clean", "clears", "clear", "spotless", "safe", "harmless", "lose weight", "lose", "slimmer", "grow", "grows", "growth", "hair growth", "whiter", "brighter", "younger", "sleep", "sleeps", "removes", "remove", "kills", "kill", "erases", "erase", "fix", "fixes", "fits", "fade", "fades", "come out", "comes out", "smooth", "glow", "glowing", "wrinkle free", "flawless", "effective", "stops", "germ", "germs", "dead", "cure", "cures", "heals", "lasts", "better", "thicker", "fuller", "success",
)  # fmt: skip
_NEVER_EN = (
    "never", "never ever", "cannot", "can't", "can not", "could never", "impossible to", "nothing can", "no way", "no chance", "zero chance", "zero risk", "no risk", "no danger", "without any", "without a single", "not a single", "not one", "never once", "won't ever", "will not ever", "simply cannot", "no one has ever", "nobody has ever", "no one ever", "nobody ever", "nobody has", "no one has", "not once", "there is no", "there's no", "impossible",
)  # fmt: skip
_HARMS_EN = (
    "irritate", "irritates", "irritated", "irritation", "breakouts", "breakout", "break out", "break you out", "clog", "clogs", "harm", "harms", "hurt", "hurts", "bad reaction", "reaction", "reactions", "fade", "fades", "shrink", "shrinks", "leak", "leaks", "leaked", "break", "breaks", "broken", "tear", "tears", "rip", "crack", "cracks", "chip", "peel", "peels", "rust", "rusts", "fail", "fails", "failed", "stain", "stains", "smudge", "smudges", "budge", "budges", "lost", "lose data", "hacked", "picked", "stolen", "crash", "crashes", "overheat", "overheats", "burn", "scratch", "scratches", "survives", "survive", "risk", "side effect", "side effects", "come back", "comes back", "return", "returns", "grow back", "go wrong", "goes wrong", "danger", "damage", "damages", "wear out", "wears out", "run out", "fall apart", "loses its", "lose its", "allergy", "allergic", "wrinkle", "gain weight", "disappoint", "disappoints", "let you down", "lets you down", "die", "dies", "penetrated", "fooled", "missed", "misses",
)  # fmt: skip
_EVERYBODY_EN = (
    "everyone who", "everybody who", "anyone who", "for everyone", "for everybody", "for anyone", "for every skin", "for all skin", "every skin type", "every single skin type", "all skin types", "any skin type", "every body type", "every one of", "all of our customers", "all our customers", "all customers", "every customer", "every user", "all users", "on everyone", "on anyone", "on everybody", "every baby", "newborns", "every hair type", "suits every", "suits everyone", "suits anyone", "no exceptions", "without exception", "whoever you are", "10 out of 10", "ten out of ten",
)  # fmt: skip
_FITS_EN = (
    "works", "work", "safe", "effective", "suits", "perfect", "sleeps better", "lost weight", "loses weight", "saw results", "sees results", "see results", "got results", "gets results",  "cleared", "melts", "whiter", "younger", "better", "harmless", "slimmer", "glowing", "clear skin", "tolerates", "success", "worked", "results",
)  # fmt: skip
_FOREVER_EN = ("for life", "for good", "forever", "for ever", "permanently", "permanent", "once and for all", "lifelong", "until the end of time", "never again", "for eternity", "in one go", "instantly")  # fmt: skip
_LASTING_EN = (
    "gone", "wrinkles", "wrinkle", "spots", "acne", "hair", "results", "fresh", "white", "stays", "stay", "clean", "smooth", "fat", "weight", "stains", "bugs", "pests", "ants", "cockroaches", "mould", "mold", "dandruff", "lasts", "last", "skin", "removes", "remove", "goodbye", "rid", "shiny", "scars", "works", "fixed", "sealed", "effect",
)  # fmt: skip
_OWN_EN = (
    "i always", "i never", "we always", "we never", "i will always", "i will never", "i'll never", "i'll always", "we will always", "we will never", "i can't", "i cannot", "i could never", "can't wait", "cannot wait", "can't stop", "can't get enough", "can't live without", "i can never", "my kids", "they promise a", "i promise i", "i promise to", "i guarantee i",
    "refund", "refunds", "delivery", "delivered", "shipping", "returns policy", "warranty", "money back", "in stock", "authentic", "original", "seat", "seats", "table", "ticket", "booking", "spots left", "price", "discount", "opening", "rsvp", "sold out", "queue", "weather",
    "may", "might", "results vary", "vary", "depends", "depending", "if it stings", "patch test", "not everyone", "not for everyone", "realistic", "in my case", "for me", "in my experience", "if your skin", "check with", "keep out", "out of reach", "never mix", "never leave", "never use", "never put", "never store", "never apply", "never share", "always read", "always wear", "always check", "always test", "always patch", "always use", "always store", "do not", "don't", "be careful", "no promises", "can't promise", "cannot promise", "i won't promise", "no guarantee", "not guaranteed",
)  # fmt: skip
_OTHER_EN = ("100% cotton", "100% linen", "100% wool", "100% silk", "100% natural", "100% organic", "100% vegan", "100% leather", "100% recycled", "100% arabica", "100% cocoa", "100% juice", "for good measure", "good morning", "will be back", "break time", "coffee break", "lunch break", "spring break", "come back soon", "clear bag", "not one of", "better half", "better late", "never mind", "never too late", "never have i ever", "never thought", "never knew", "never say", "never seen", "never tried", "never looked", "never felt", "safe place", "safe travels", "stay safe", "clean up")  # fmt: skip

_HEDGES_EN = (
    "may",
    "might",
    "results vary",
    "depends",
    "refund",
    "patch test",
    "in my experience",
    "i don't",
    "i won't",
    "i didn't",
    "we don't",
    "we won't",
    "don't use",
    "don't leave",
    "don't put",
    "don't store",
    "don't mix",
)
_YEARS = (
    "cả năm",
    "mấy năm",
    "nhiều năm",
    "mười năm",
    "chục năm",
    "10 năm",
    "20 năm",
    "cả đời",
    "cả chục năm",
    "ngàn lần",
    "trăm lần",
    "nghìn lần",
)
_NOT = ("không", "chẳng", "chả", "hổng", "khỏi")
_SUITS_EN = ("suits", "flatters", "works for", "works on", "safe for", "good for", "gentle on", "fits")
_ALL_EN = (
    "everyone",
    "everybody",
    "anyone",
    "anybody",
    "all ages",
    "babies",
    "any skin",
    "every skin",
    "all skin",
)
_WONT_EN = ("will not", "won't", "doesn't", "does not", "don't", "do not", "didn't")
_EVER_EN = (
    "ever",
    "no matter",
    "under any",
    "period",
    "full stop",
    "whatever you",
    "however",
    "not now not ever",
)
_AT_LAST_EN = (
    "every single time",
    "every time",
    "without fail",
    "no exceptions",
    "guaranteed",
    "that's a promise",
    "on everybody",
    "on everyone",
    "always",
)

CLAIMS = WordPairings(
    (
    WordPairing((("hiệu quả", "kết quả", "công dụng", "thành công"), _CERTAIN), near=4, in_clause=True, unless=_OWN, other=_OTHER),
    WordPairing((("không ai", "chẳng ai", "chưa ai", "không một ai", "chưa có ai"), ("mà không", "mà chẳng", "mà chưa")), near=4, denies=True, unless=_OWN, other=_OTHER),
    WordPairing((_RESULTS, ("cam đoan", "mình cá", "cá luôn", "thề luôn", "cam kết luôn", "đảm bảo luôn", "chắc luôn")), near=5, unless=_OWN, other=_OTHER),
    WordPairing((_YEARS, _NOT, _HARMS), near=3, denies=True, unless=_OWN, other=_OTHER),
    WordPairing((_SUITS_EN, _ALL_EN), near=2, in_clause=True, unless=_OWN_EN, other=_OTHER_EN),
    WordPairing((_WONT_EN, _HARMS_EN, _EVER_EN), near=6, in_clause=True, denies=True, unless=_HEDGES_EN, other=_OTHER_EN),
    WordPairing((_RESULTS_EN, _AT_LAST_EN), near=4, unless=_OWN_EN, other=_OTHER_EN),
    WordPairing((_CERTAIN, _RESULTS), near=4, in_clause=True, unless=_OWN, other=_OTHER),
    WordPairing((_RESULTS, ("100%", "tuyệt đối", "trăm phần trăm", "chắc luôn", "hoàn toàn")), near=2, in_clause=True, unless=_OWN, other=_OTHER),
    WordPairing((("hoàn toàn", "tuyệt đối", "siêu", "cực kỳ"), ("an toàn", "vô hại", "lành tính")), near=1, in_clause=True, unless=(*_OWN, "siêu lành tính", "cực kỳ lành tính", "siêu an toàn"), other=_OTHER),
    WordPairing((_NEVER, _HARMS), near=4, in_clause=True, denies=True, unless=_OWN, other=_OTHER),
    WordPairing((_EVERYBODY, _FITS), near=6, unless=(*_OWN, "ai cũng hỏi", "ai cũng khen", "ai cũng có", "ai cũng biết"), other=_OTHER),
    WordPairing((_FOREVER, _LASTING), near=4, in_any_order=True, unless=_OWN, other=_OTHER),
    WordPairing((_CERTAIN_EN, _RESULTS_EN), near=5, in_any_order=True, in_clause=True, unless=_OWN_EN, other=_OTHER_EN),
    WordPairing((_WHOLE_EN, _SAFE_EN), near=1, in_clause=True, unless=_OWN_EN, other=_OTHER_EN),
    WordPairing((_NEVER_EN, _HARMS_EN), near=5, in_clause=True, denies=True, unless=_OWN_EN, other=_OTHER_EN),
    WordPairing((_EVERYBODY_EN, (*_FITS_EN, *_RESULTS_EN)), near=5, in_any_order=True, denies=True, unless=_OWN_EN, other=_OTHER_EN),
    WordPairing((_FOREVER_EN, _LASTING_EN), near=5, in_any_order=True, unless=_OWN_EN, other=_OTHER_EN),
    )
)  # fmt: skip
ALONE = (
    "nothing gets through", "nothing gets past", "it's a certainty", "it is a certainty", "not a maybe", "a sure thing",
    "vô hại", "không thể thất bại", "bao ăn chắc", "đi bằng đầu", "chắc như bắp", "không còn con nào", "bao trắng", "bao sạch", "bao hết", "bao khỏi", "bao mịn", "bao hiệu quả", "không ai … mà không", "không trắng không lấy tiền", "không … không lấy tiền", "không … hoàn gấp", "không … trả gấp", "không … quay lại đây", "không hết không lấy tiền", "không hiệu quả không lấy tiền", "không có rủi ro", "zero rủi ro", "không rủi ro", "không có trường hợp nào", "chưa có trường hợp nào", "uống bao nhiêu cũng được", "không kén da", "không một chút kích ứng", "an toàn cho mọi",
    "can't fail", "cannot fail", "can't go wrong", "cannot go wrong", "never fails", "fail proof", "foolproof", "harmless", "zero risk", "no risk", "risk free", "unbreakable", "indestructible", "unhackable", "cannot be hacked", "can't be hacked", "works like magic every", "that's a promise", "zero chance", "no exceptions", "without exception", "zero breakouts", "zero irritation", "never fade", "suits every", "works for all", "every last germ", "no chance of", "safe for everyone", "safe for all", "safe for every", "good for every",
)  # fmt: skip
"""Each alone says that nothing can go wrong."""
HEDGED = (*_OWN, *_OWN_EN)
