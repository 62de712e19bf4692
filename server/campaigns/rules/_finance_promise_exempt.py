"""Words of finance_promise that make the same words no promise: doubt, the past, another's promise, another thing."""

from __future__ import annotations

from server.campaigns.words import listed

MAYBE = listed(
    """nếu mỗi năm, nếu mỗi tháng, nếu … lãi, nếu … lợi nhuận, nếu lãi suất, if … returned, if … grew, if … earned, có thể, có lẽ, có khi, biết đâu, chưa biết, không biết, nếu lãi, nếu lời, giả sử, giả định, ví dụ, tùy, tùy thuộc, mô phỏng, may ra, hên xui, chưa chắc, không chắc, chẳng chắc, hy vọng, hi vọng, mong, mục tiêu, kỳ vọng, dự kiến, ước tính, ước mơ, kế hoạch, tính toán, thả nổi, làm sao, liệu, hay không, được không, phải không, nên không, có nên, lỡ, phòng khi, trung bình,
    may, might, could, perhaps, maybe, suppose, assuming, assume, for example, nobody knows, if it returned, if you got, if it, hypothetical, hypothetically, takes about, it takes, takes around, i hope, hopefully, hope to, hoping, goal, my goal, aim, aims, aiming, target, targets, i plan, plan to, expected, expect, projected, estimated, estimate, how much, can fall, variable, would, should, possible, possibly, potential, potentially, likely, depends, depending, not sure, wonder, on average, average, rule of 72, whether"""
)
PAST = (
    *listed(
        """went up, went down, came down, bình quân, năm ngoái, năm kia, năm trước, tháng trước, tuần trước, quý trước, hôm qua, hồi đó, hồi năm, hồi xưa, ngày xưa, hồi trẻ, trước đây, trước kia, sau đó, rồi rớt, rồi giảm, rồi lỗ, đã tăng, từng tăng, từng lỗ, từng mất, từng, vừa rồi, mười năm qua, lịch sử, quá khứ, bài học,
        last year, last month, last week, last quarter, the year before, in the past, back then, used to, rose, fell, dropped, and lost, then lost, lost half, lost money, i lost, we lost, years ago, a year ago, months ago, has doubled, had doubled, has tripled, doubled last, history, historical, historically, then slid, slid"""
    ),
    *(f"{word} {year}" for word in ("năm", "in", "since", "từ") for year in range(2008, 2027)),
)  # fmt: skip
POINTS = listed(
    """tiền thuê nhà, duy trì, số dư tối thiểu, minimum balance, số khách hàng, khách hàng, số khách, giáo dục, sức khỏe, bản thân, học hành, kiến thức, kỹ năng, điểm, điểm thưởng, tích điểm, dặm, số người, người dùng, lượt, hạn mức, tiền phòng, tiền trọ, phòng trọ, phí, học phí, giá xăng, giá nhà trọ, hoàn tiền, cashback, mã giảm giá, voucher, khuyến mãi, ưu đãi, giảm giá, quay số, trúng thưởng, quà, tặng, hóa đơn, bill, quẹt, đổi quà, lạm phát, giá cả, bảo mật, dữ liệu, thông tin, mật khẩu, tốc độ, thời gian, hỗ trợ,
    education, your health, yourself, knowledge, points, miles, rewards, reward, cashback, cash back, users, fee, fees, bill, bills, groceries, limit, fun, discount, voucher, sign up bonus, welcome bonus, prize, raffle, giveaway, inflation, prices at, price of petrol, rent went, security, privacy, data, password, delivery, support, reply, response, uptime, speed, approval, acceptance, transfer, transfers, refund if, steps, password"""
)
"""Something else that multiplies, is given or is warranted."""
SPENT = listed(
    """tự động chuyển, tự động trích, auto transfer, automatic transfer, để dành, tiết kiệm được, tiết kiệm, chi, chi tiêu, trả góp, trích, trích ra, tốn, hết, lương, bỏ ống, cất, dành ra, dành dụm, tích góp, đóng phí, mua đều, tiền chợ, ngân sách, học thêm, trả nợ, đóng đều, góp đều, dca,
    save, saves, saving, saved, put aside, puts aside, set aside, sets aside, pay, spend, spends, spent, salary, wage, wages, job, budget, budgeting, standing order, i invest, i put, i buy, adds up to, rounds up, round up, costs, pay rise, raise, hourly, per hour, an hour, bills, allowance, refinanced, cut my"""
)
"""What is put aside or paid, not got."""
LENT = listed(
    """vay, khoản vay, lãi vay, trả góp, dư nợ, phạt, chậm trả, trễ hạn, quá hạn, thẻ tín dụng, nợ, giới thiệu bạn, mời bạn, niêm yết, theo biểu, theo biểu lãi suất, lương, tiền cọc, sổ tiết kiệm, gửi tiết kiệm, tiền gửi tiết kiệm, kỳ hạn, trái phiếu chính phủ, tín phiếu, kho bạc, thuế, bảo hiểm tiền gửi, lãi suất ngân hàng, tiền gửi, điểm tín dụng, hoa hồng giới thiệu,
    loan, loans, mortgage, debt, borrow, borrowed, overdue, late fee, late, credit card, refer, referral, rate sheet, interest rate, interest rates, listed rate, salary, wages, savings account, fixed deposit, term deposit, certificate of deposit, savings bond, aer, treasury, government bond, government bonds, t bill, tenant, landlord, tax, credit score, deposit scheme, deposit insurance, employer match, matching"""
)
"""A loan, a bank's deposit, a salary."""
ASIDE = listed(
    "tự chịu, bạn chịu, phải chịu, không đền, không bù, không hoàn, không chịu, không gánh, chẳng ai đền, chẳng ai bù, không ai đền, không ai bù, mỗi mình chịu, tự gánh, phí, hoa hồng, đổi trả, fee, fees, stolen, theft, lost card, transfer fails, unauthorized, unauthorised, fraud, webinar, vé, sách, lỗi hệ thống, giao dịch lỗi, no one covers, nobody covers"
)
"""A loss that nobody bears, or that is none of an investment."""
RISKY = listed("rủi ro, có lời có lỗ, risk, risks, risky")
EXCEPT = listed(
    "riêng … thì không, riêng … là không, trừ chỗ này, trừ kèo này, trừ bên mình, ở đây thì không, chỗ này thì không, bên mình thì không, but this isn't, but this is not, but not this, but this one isn't, but this one, not this one, except this, but not here, but not with"
)
CAPPED = listed(
    "up to, tối đa, hạn mức, scheme, insured, theo luật, theo quy định, ưu tiên, mục tiêu, not always, hướng tới, cố gắng, quan trọng, trước tiên, first rule, rule number, rule one, nguyên tắc"
)
REJECTED = listed(
    """là một dấu hiệu, là dấu hiệu, dấu hiệu, oldest trick, it was not, it wasn't, nghe là biết, không phải vậy đâu, không phải đâu, không có thật, thì đừng đầu tư, báo công an, công an, đâu có dễ, không dễ, không hề dễ, chẳng dễ, khó lắm, ai ngờ, nào ngờ, mất trắng, đừng ham, đừng tin, chớ tin, đừng nghe, tránh xa, sàn sập, sập sàn, sập rồi, ôm tiền, lừa đảo, lừa, bị lừa, bẫy, cú lừa, đa cấp, ponzi, cảnh giác, tỉnh táo, cẩn thận, coi chừng, ảo tưởng, hoang tưởng, viển vông, chuyện cổ tích, nói xạo, xạo, nói phét, chém gió, phét,
    run the other way, is a warning sign, warning sign, warning signs, là chạy, thì chạy, né, là né, thì né, block, chặn, out luôn, run away, walk away, block them, ai tin, làm gì có chuyện đó, làm gì có ai, làm gì có kênh, làm gì có kèo, làm gì có cái, đừng mơ, đừng mong, đừng trông, does not exist, doesn't exist, do not exist, don't exist, no such thing, không tồn tại, ở đâu ra, bất kỳ ai nói, ai bảo, ai nói, ai mà nói, ai hứa, ai cam kết, nói dối, how it always starts, how it starts, sign of fraud, fraud, fraudulent, scam, scams, scammer, scammers, scammed, thief, stealing, crooks, conned, red flag, red flags, mời gọi, đừng để,
    phá sản, không có đâu, không dám hứa, không dám nói, không hứa, không cam kết, không đảm bảo, không bảo đảm, chẳng đảm bảo, không phím, i can't help, i cannot help, i can't promise, i cannot promise, can't promise, won't promise, don't promise, no promises, not promising, i wish, if only, short answer, no idea, not really, nope, were wrong, is wrong, i was wrong, guess what happened, never happened, wasn't true, isn't true, not true, was a lie, is a lie, lies, lied, myth, myths, fairy tale, too good to be true, be careful, careful, beware, watch out, be suspicious, suspicious, skeptical, ignore, hang up, delete it, don't fall, fell for, don't be me, lost everything, site is gone, disappeared, vanished, collapsed, they were wrong, didn't, it didn't"""
)
"""In the sentence, or in the next one, they say that no such promise holds."""
SPOKEN_OF = listed(
    """nếu có, nếu ai, nếu thấy, nếu nghe, nếu app nào, nếu bên nào, nếu người, nếu sàn, nếu nhóm, đừng vay, đừng vì, mình không tin, không tin vào, không tin mấy, chẳng tin, có lúc, chấp nhận, cấm, nội quy, nghe câu, ai còn, mấy nhóm, mấy người hứa, mấy người nói, mấy ông hứa, mấy ông nói, mấy bà hứa, mấy chị hứa, mấy thầy, mấy bài, mấy cái, mấy sàn, mấy app, mấy khóa, những ai, những lời, những người hứa, những nhóm, người nào, nhóm nào, sàn nào, kênh nào, quỹ nào, app nào, bên nào, chỗ nào hứa, chỗ nào nói, nơi nào, đâu cần rủ, tưởng, cứ tưởng, tưởng là, từng nghĩ, từng tin, nghe có vẻ, nghe nói, người ta nói, người ta bảo, người ta hay nói, ai cũng muốn, ai cũng nói, họ nói, họ hứa, hứa hẹn, dùng thử, cuốn, quyển, tên sách, đừng hỏi mình, hỏi mình, có nên tin, có tin,
    mất thẻ, xác thực, mật khẩu, trước khi vay, trước khi ký, đúng hạn, khoản vay, chưa bao giờ đầu tư, lời khuyên thôi, lời khuyên là, cho tháng lương, đọc kỹ, đọc hợp đồng, tiềm ẩn, kết quả quá khứ, hiệu quả quá khứ, hiệu suất quá khứ, không phải lúc nào, không phải ai, không phải kênh nào, không phải quỹ nào, không phải cứ, đâu phải, đâu ai, đâu có ai, làm gì có ai, có ai dám, ai dám, có kênh nào, không kênh nào, không có kênh, không có kèo, không có cái gì, trên đời,
    if it sounds, if it looks, if somebody, if someone, if anyone, if a, if an, if they, asked, không có gì đảm bảo, không gì đảm bảo, chẳng có gì đảm bảo, không có gì chắc, chẳng có gì chắc, when somebody, when someone, when a, when they say, whenever, i used to think, i thought, people think, people say, they say, they told, they promised, told me, believed, feels like, sounds like, sounds dreamy, looks like, trial, track of, sight of, credit score, your credit, your score, savings goal, who pays for it, anyone who, anyone promising, anyone offering, anybody who, anybody promising, someone who, those who, somebody promising, nobody can, no one can, no fund, no stock, no investment, no coin, no one knows, nothing is, is there such, is there a, is it,
    people who promise, those who promise, says no risk, who says, ask them, ask why, ask yourself, hỏi lại, hỏi vì sao, book, titled, called, novel, podcast, warranty, bảo hành, giao hàng, past performance, past results, past returns, not guaranteed, isn't guaranteed, never guaranteed, aren't guaranteed, not a guarantee, no guarantee, no guarantees, nothing guaranteed, isn't a guarantee, capital at risk, as well as up, get back less, less than you, worth less"""
)
"""In the same sentence they only speak of such words, or of something else."""
COVERED = listed(
    """thought it was a scam, thought this was a scam, tưởng lừa đảo, tưởng là lừa, tưởng lừa, không phải lừa đảo, không lừa đảo, ko lừa đảo, nói không với lừa đảo, not a scam, isn't a scam, no scam, no scams, nobody covers, no one covers, what if, mở x2, mở x3, free money tips, free money advice, free money course, free money class, free money management, easy money habits, money tips, sure thing i, sure thing we, cho chắc ăn, cho chắc, chỉ có lời khuyên, making sure, make sure, makes sure, made sure, to be sure, for certain age, interest free, interest rate, interest rates, risk free trial, risk free return is,
    can't go wrong if, you can't go wrong with a, double check, double entry, double the fun, double points, profit and loss, win a, to win, lãi suất niêm yết, lãi suất cạnh tranh, tăng cường, tăng tốc, tài sản bảo đảm, tài sản đảm bảo, lời khuyên, lời mời, lời nói, lời hứa, lời chúc, trả lời, lời nhắn, câu lời, bằng lời, nhận lời, return policy, in return, return to, return your, return it, many happy returns, tax return, tax returns, gain access, gain insight, gain knowledge, weight gain, no interest, paid partnership, paid ad, paid post, paid promotion, paid content, paid by,
    được lợi, lợi ích, thuận lợi, tiện lợi, quyền lợi, có lợi cho, phúc lợi, lợi thế, rủi ro cao, khỏi lo lắng, phần thắng thua, vốn dĩ, vốn là, không rủi ro thì, không rủi ro không, no risk no, ai chịu được rủi ro"""
)
"""They hold such a word and mean something else."""
