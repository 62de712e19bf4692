"""A promised or certain return."""

from __future__ import annotations

from server.campaigns.hearing import Ear
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.rules._finance_promise_clauses import promised
from server.messages import Text

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
    find=promised,
    ear=Ear(heard_from=0.6, short_heard_from=1.2, denied_under=-1.6),
    passing=(
        Example("Chơi chứng khoán mình lỗ 20% hồi tháng ba", {"category": "finance"}),
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
