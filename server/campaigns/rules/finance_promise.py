"""A promised or certain return."""

from __future__ import annotations

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.rules._finance_promise_clauses import promised
from server.campaigns.rules._finance_promise_tone import (
    Tone,
    ToneModel,
    heaviest_clause,
    tone_model,
    tones_of,
)
from server.campaigns.words import Spot
from server.messages import Text

_DENIED_UNDER = -1.6
"""Log odds of the text around under which words of a promise are spoken of, not made."""
_HEARD_FROM = 0.6
"""Log odds from which a text promises without such words."""
_SHORT = 16
_SHORT_HEARD_FROM = 1.2
"""The same for a text of fewer words, which tell less. All three chosen on captions whose fold was not fitted on."""


def find(draft: Draft) -> list[Spot]:
    """Promises in words, where the text around them does not speak against it, and what sounds like one."""
    return found_by_both(draft, tone_model())


def found_by_both(draft: Draft, model: ToneModel) -> list[Spot]:
    """What is only heard from the tone is for a person to look at."""
    if not draft.folded.places:
        return []
    tones = tones_of(draft.folded, model)
    said = [spot for spot in promised(draft) if _tone_at(draft, tones, spot).score > _DENIED_UNDER]
    heard = max(tones, key=lambda tone: tone.score)
    is_short = heard.end - heard.first < _SHORT
    if said or heard.score <= (_SHORT_HEARD_FROM if is_short else _HEARD_FROM):
        return said
    first, end = heaviest_clause(draft.folded, heard, model.weights)
    return [Spot(draft.folded.places[first][0], draft.folded.places[end - 1][1], level="ask")]


def _tone_at(draft: Draft, tones: list[Tone], spot: Spot) -> Tone:
    """The piece that speaks for the promise most of those that hold it."""
    places = draft.folded.places
    around = [tone for tone in tones if places[tone.first][0] <= (spot.start or 0) < places[tone.end - 1][1]]
    return max(around or tones, key=lambda tone: tone.score)


RULE = AdvertisingRule(
    id="finance_promise",
    categories=("finance",),
    level="must",
    title=Text(en="A promised or certain return", vi="Hứa hẹn lợi nhuận hoặc lãi chắc chắn"),
    text=Text(
        en="A promised or certain return misleads. Say the risk, and leave the promise out.",
        vi="Hứa lợi nhuận chắc chắn dễ gây hiểu nhầm. Hãy nêu rủi ro và bỏ lời hứa.",
    ),
    source="Decree 38/2021/ND-CP, amended by 129/2021/ND-CP",
    article="34.5",
    checked_at="2026-11-29",
    confidence="C",
    find=find,
    passing=(
        Example("Ai nói bao lời thì chạy ngay đi", {"category": "finance"}),
        Example("Nếu lãi 7% thì 10 năm gấp đôi", {"category": "finance"}),
        Example("x2 điểm thưởng trong tháng 12 khi quẹt thẻ", {"category": "finance"}),
        Example("Vay có tài sản bảo đảm thì lãi thấp hơn", {"category": "finance"}),
        Example("Lỗ bạn phải tự chịu, app không đền", {"category": "finance"}),
        Example("If someone promises 10% a day, run", {"category": "finance"}),
        Example("It doubled in 2020 and lost 70% after", {"category": "finance"}),
        Example("I pay a steady $200 a month into my savings", {"category": "finance"}),
        Example("Họ hứa cam kết lợi nhuận. Giờ mình mất trắng", {"category": "finance"}),
        Example('If it says "sure win", close the tab', {"category": "finance"}),
        Example("Đầu tư có rủi ro, không cam kết lợi nhuận", {"category": "finance"}),
        Example("Returns are not guaranteed", {"category": "finance"}),
        Example("Bên mình chưa bao giờ cam kết lợi nhuận", {"category": "finance"}),
        Example("Mở thẻ là chắc chắn có phí thường niên 200k nha", {"category": "finance"}),
        Example("Không chắc chắn có được 2 triệu mỗi tháng đâu", {"category": "finance"}),
        Example(
            'Ai từng bị dụ "cam kết lãi 40%" giơ tay? Mình mất 15 triệu vì nhóm đó', {"category": "finance"}
        ),
        Example("Không ai cam kết lợi nhuận cho bạn được", {"category": "finance"}),
        Example('"Nhân đôi tài khoản" là chiêu trò, tránh xa', {"category": "finance"}),
        Example("Lợi nhuận hôm nay không đảm bảo cho ngày mai", {"category": "finance"}),
        Example("No fund is free of risk, and nobody can guarantee a profit", {"category": "finance"}),
    ),
    failing=(
        Example("Không có cửa lỗ với mã này", {"category": "finance"}),
        Example("Thua lỗ công ty đền gấp đôi cho anh em", {"category": "finance"}),
        Example("Chủ đầu tư cam kết thuê lại 10%/năm trong 5 năm", {"category": "finance"}),
        Example("Con coin này x3 sau 2 tháng, ai kịp thì vào", {"category": "finance"}),
        Example("Mã này cuối năm chắc chắn lên 100k", {"category": "finance"}),
        Example("Mỗi ngày đều 300k về ví, làm chơi ăn thật", {"category": "finance"}),
        Example("Thành viên nào vô nhóm cũng thắng", {"category": "finance"}),
        Example("Kèo thơm bao win, vào lẹ", {"category": "finance"}),
        Example("Không phải lời khuyên đầu tư nhưng chắc chắn lời nha", {"category": "finance"}),
        Example("Đầu tư nào cũng có rủi ro, riêng chỗ này thì không", {"category": "finance"}),
        Example("Muốn lãi 20% mỗi tháng mà không rủi ro?", {"category": "finance"}),
        Example("Any loss is on us", {"category": "finance"}),
        Example("This coin will 5x by March, or I delete the channel", {"category": "finance"}),
        Example("Earn $50 a day, no matter what", {"category": "finance"}),
        Example("$100 becomes $1,000 in a month", {"category": "finance"}),
        Example("Vàng chắc chắn sẽ tăng gấp ba", {"category": "finance"}),
        Example("Đóng 15 năm nhận lại gấp đôi", {"category": "finance"}),
        Example("Interest lands every week like clockwork", {"category": "finance"}),
        Example("Lãi 2% về đều như vắt chanh", {"category": "finance"}),
        Example("Gửi vô đây, sang năm chắc chắn cầm về 50 triệu", {"category": "finance"}),
        Example("moi tuan chac chan co 300k nha", {"category": "finance"}),
        Example("Join now, you will definitely make $500 a month", {"category": "finance"}),
        Example("Fixed 8% no matter what the market does", {"category": "finance"}),
        Example("Guaranteed 9% a year", {"category": "finance"}),
        Example("Cam kết lợi nhuận 20%", {"category": "finance"}),
        Example("x2 tài khoản sau một tháng", {"category": "finance"}),
        Example("c.a.m kết lợi nhuận", {"category": "finance"}),
        Example("c.a.m k.ế.t l.ợ.i n.h.u.ậ.n", {"category": "finance"}),
        Example("A guaranteed return of 10%", {"category": "finance"}),
        Example("Uy tín, không lừa đảo, cam kết lãi 20%", {"category": "finance"}),
        Example("Vào là chắc chắn có lời nha", {"category": "finance"}),
    ),
)
