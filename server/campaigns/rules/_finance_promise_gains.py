"""Words of finance_promise: what is gained, how much, how often, by whom and when."""

from __future__ import annotations

from server.campaigns.words import listed

GAIN = listed(
    """lợi nhuận, lãi, lời, có lời, có lãi, ra lời, ra lãi, thấy lời, thấy lãi, sinh lời, sinh lãi, sinh lợi, lợi tức, lợi suất, cổ tức, tiền lãi, tiền lời, hoàn vốn, thu hồi vốn, hồi vốn, về vốn, về bờ, có tiền, ra tiền, thấy tiền, hái ra tiền, kiếm tiền, kiếm được tiền,
    kiếm ra tiền, thu nhập, dòng tiền, giàu, giàu có, giàu to, đổi đời, thắng, thắng lớn, chiến thắng, win, lụm, lụm tiền, húp, hốt bạc, hốt tiền, lúa về, tiền về, bội thu, dư dả, phát tài, sinh sôi, nhân lên, lên giá, tăng giá, được giá, bán lời, bán có lời, khấm khá, phất, phất lên, ấm túi, ấm no,
    đầy túi, đầy ví, rủng rỉnh, tự do tài chính, gấp đôi, gấp ba, gấp bốn, gấp năm, gấp mười, gấp №, gấp rưỡi, nhân đôi, nhân ba, triệu phú, tỷ phú, tiền tỷ, tiền triệu, bạc tỷ, trăm triệu, chục triệu, có ăn, là ăn, ăn lời, ăn lãi, sinh lời đều, tiền đầy, tiền vào, lợi ích kép, lợi, có lợi, hưởng lãi, hưởng lợi, tiền nhiều hơn,
    return, returns, profit, profits, profitable, profiting, gain, gains, payout, payouts, payday, paydays, income, earnings, earn, earning, earns, yield, yields, dividend, dividends, interest, win, wins, winner, winners, winning, rich, richer, wealth, wealthy, millionaire, millionaires, make money, makes money, making money, made money, make bank, upside, success, growth,
    in the green, in profit, appreciate, appreciates, appreciation, cash in, cash out, cashed out, more money, extra cash, paid, get paid, pays, pays off, pay off, pays out, pay out, results, same results, double, doubles, doubled, doubling, triple, triples, tripled, payback, come out ahead, return on, roi, apy, money coming, money in, big money, real money, serious money, passive income, monthly income"""
)
"""Money that one gets for money put in."""
RISES = listed(
    """tăng, tăng mạnh, tăng giá, tăng trưởng, lên giá, đi lên, lên №, lên đỉnh, bay lên, bay cao, bay mạnh, bay thẳng, phi thẳng, phi mã, vọt, vọt lên, bứt phá, bùng nổ, dựng đứng, chạm №, cán №, cán mốc, vượt №, vượt đỉnh, tới №, chạm mốc, kịch trần, trần, tím trần, tím lịm, lên mặt trăng, lên sao hỏa, to the moon, lên tận, lên gấp, về đích, về bờ,
    go up, goes up, going up, rise, rises, rising, climb, climbs, climbing, go higher, moon, moons, mooning, skyrocket, skyrockets, soar, soars, soaring, explode, explodes, exploding, take off, takes off, pump, pumps, rocket, rockets, fly, flies, hit №, hits №, hitting №, reach №, reaches №, reaching №, cross №, break №, blow up, run to №, heading to №, headed to №, grow, grows, grown, outperform, recover, rally, surge, surges, above №, north of №, below №, under №"""
)
"""Prices that rise."""
TIMES = listed(
    """gấp đôi, gấp ba, gấp bốn, gấp năm, gấp sáu, gấp mười, gấp trăm, gấp rưỡi, gấp mấy, gấp nhiều lần, gấp bội, gấp №, nhân đôi, nhân ba, nhân bốn, nhân năm, nhân №, bằng lần, tăng № lần, lên № lần, lời № lần, № lần vốn, mười lần, chục lần, trăm lần, vài lần, hai lần vốn, x2, x3, x4, x5, x6, x7, x8, x10, x15, x20, x30, x50, x100, x1000, x hai, x ba, x mười, x đôi, x vốn, x tài khoản, x tiền, x lần, triệu phú, tỷ phú, giàu to,
    doubles, doubling, double your, double my, double in, double by, double within, double when, double again, double every, will double, to double, going to double, doubled, triples, triple, tripled, quadruple, quadruples, multiply, multiplies, multiply your, twice as much, twice what, times as much, times your, times what, times the money, twice your, twice the money, twice back, back twice, double back, two times your, tenfold, twofold, threefold, fivefold, hundredfold, 2x, 3x, 4x, 5x, 6x, 7x, 8x, 10x, 15x, 20x, 25x, 30x, 50x, 100x, 1000x, millionaire, millionaires, millionaire's"""
)
"""So many times as much."""
_MONTHS = listed(
    "january, february, march, april, may, june, july, august, september, october, november, december, christmas, xmas, summer, winter, spring, autumn, fall, tet, new year, friday, monday, sunday, next, the end, this time, your birthday, year end"
)
BY = (
    *listed(
        """sau №, trong №, sau một, sau hai, sau ba, sau vài, sau sáu, sau mười, sau nửa, trong một, trong hai, trong ba, trong vài, trong sáu, trong mười, trong nửa, trong vòng, chỉ sau, chỉ trong, tháng sau, tuần sau, hôm sau, ngày sau, năm sau, quý sau, sang năm, sang tháng, sang tuần, tháng tới, tuần tới, năm tới, quý tới, ngày mai, sáng mai, mai, tháng này, tuần này, năm nay, cuối năm, cuối tháng, cuối quý, cuối tuần, qua tết, sau tết, trước tết,
        ra tết, tết này, trước tháng, đến tháng, tới tháng, tới hè, đến hè, tới tết, đến tết, tới cuối, đến cuối, nửa năm, hè này, một năm sau, một tháng sau, № năm sau, № tháng sau, № tuần sau, № ngày sau, № năm nữa, № tháng nữa, № tuần nữa, tháng nữa, năm nữa, tuần nữa, ngày nữa, trước noel, trước hè, khi về hưu, lúc về hưu, khi đáo hạn, đáo hạn, tới kỳ, hết kỳ, một sớm một chiều, qua đêm, sau một đêm, chẳng mấy chốc, sớm thôi, ngay tháng đầu, tháng đầu tiên, tuần đầu, lần này,
        in № days, in № day, in № weeks, in № months, in № years, in № hours, within, this year, this month, this week, next year, next month, next week, in a month, in a week, in a year, in a day, in days, in weeks, in months, in hours, in no time, in two, in three, in four, in five, in six, in twelve, in ninety, in thirty, in ten, in just, in under, in less than, after № days, after № months, after № weeks, after a month, after a year, after a week, overnight, tomorrow, by tomorrow, before summer, before christmas, before the end, before you know it, at christmas, at tet, at maturity, matures, soon, shortly, by then, № days later, № months later, a month later, a year later, № year's time, a year from now, from now, when the, once the, end of the month, end of the year, end of the week"""
    ),
    *(f"by {month}" for month in _MONTHS),
    *(f"before {month}" for month in _MONTHS),
)  # fmt: skip
"""By when."""
WILL = listed(
    """sẽ, sắp, chuẩn bị, chắc chắn, đang lên, từ giờ tới, từ nay tới, đừng hỏi, là chuyện nhỏ, là chuyện thường, là bình thường, là chuyện bình thường, dư sức, thừa sức, trong tầm tay, không khó, quá dễ, dễ dàng, cá là, nhớ lời, lưu bài, lưu lại, chụp màn hình, quay lại đây, không mua thì tiếc, giờ không mua, bỏ lỡ, chờ mà xem, cứ đợi, rồi coi, rồi xem, khỏi tiếc, lỡ là tiếc, cơ hội đổi đời,
    will, it'll, you'll, they'll, that'll, is going to, are going to, going to, gonna, about to, bound to, is set to, set to, on its way, on track to, guaranteed, mark my words, remember this post, screenshot this, save this post, bookmark this, you heard it here, don't say i didn't, easily, trust me, last chance to, before it's too late, regret not, no stopping, just watch, watch it"""
)
"""That it is going to be."""
EACH = listed(
    """mỗi ngày, mỗi tuần, mỗi tháng, mỗi quý, mỗi năm, mỗi sáng, mỗi tối, mỗi giờ, mỗi đêm, mỗi lệnh, một ngày, một tuần, một tháng, một năm, 1 ngày, 1 tuần, 1 tháng, 1 năm, hàng ngày, hàng tuần, hàng tháng, hằng ngày, hằng tuần, hằng tháng, hàng năm, hằng năm, hàng quý, hằng quý, từng ngày, từng tháng,
    a day, a week, a month, a year, per day, per week, per month, per year, daily, weekly, monthly, yearly, annually, quarterly, every day, every week, every month, every year, every quarter, each day, each week, each month, each year, every morning, every friday, every monday, every sunday, every night, every hour, every single day, every single week, every single month, every fortnight, per trade, per cycle"""
)
EVERY = (*EACH, *listed("ngày, tuần, tháng"))
"""How often."""
FAST = listed(
    "ngày, mỗi ngày, một ngày, tuần, mỗi tuần, một tuần, tháng, mỗi tháng, một tháng, hàng ngày, hàng tuần, hàng tháng, hằng ngày, hằng tháng, a day, a week, a month, per day, per week, per month, daily, weekly, monthly, every day, every week, every month, each day, each week, each month, a trade, per trade, mỗi lệnh, một lệnh"
)
"""Behind a rate: no honest investment pays so often."""
NOW = listed("hôm nay, bây giờ, giờ, hiện tại, today, now, right now")
YOURS = listed(
    "yours will too, yours can too, so will yours, so can yours, it can be yours, can be yours too, you can too, you will too, you could too, same for you, bạn cũng vậy, bạn cũng sẽ, tới lượt bạn, đến lượt bạn, của bạn cũng, next one is you, your turn"
)
"""What happened to others happens to the reader."""
WILL_WIN = listed(
    """sẽ thắng, sẽ lời, sẽ lãi, sẽ có lời, sẽ có lãi, sẽ giàu, sẽ sinh lời, sẽ hoàn vốn, sẽ về bờ, sẽ thành triệu phú, cũng sẽ thắng, cũng sẽ lời, sẽ có tiền, sẽ kiếm được, sẽ nhận được lợi nhuận, sẽ có lợi nhuận, sẽ đổi đời, sẽ có thu nhập, sẽ dư tiền, sẽ có dòng tiền, sẽ tự do tài chính,
    will profit, will win, you'll win, you'll profit, will make money, you'll make money, will make you money, makes you money, will make a profit, you'll make a profit, will be rich, you'll be rich, will get rich, you'll get rich, will be a millionaire, you'll be a millionaire, will pay off, you'll be up, will be up, you'll be in profit, will see profit, will see profits, you'll see profit, you'll see profits, you'll see returns, will see returns, will earn, you'll earn, be making, will outperform, will beat the market, will recover, will bounce"""
)

STEADY = listed(
    """đều, đều đặn, ổn định, đều đều, đều tay, đều như vắt chanh, đều tăm tắp, tăm tắp, không sót, không trượt, không trễ, chưa trễ, đúng hẹn, đúng hạn, đúng ngày, trọn đời, cả đời, suốt đời, vĩnh viễn, mãi mãi, thụ động, nằm nhà, ở nhà, cứ sáng ra, tự sinh ra, tự về, tự chảy, tự động về, tự động, khỏi làm gì, đổ về, tự động, chảy về, rót về, rơi vào, trôi vào, như lương, như lãnh lương, thứ hai nào cũng, chủ nhật nào cũng,
    steady, steadily, reliably, reliable, consistent, consistently, regular as, for life, forever, rest of your life, like a paycheck, like a salary, like rent, set and forget, passive, passively, hands off, automatically, on autopilot, autopilot, dripping, rolls in, roll in, lands, land in, drops into, flows into, straight to, straight into, into your wallet, into your account, to your wallet, to your account, in your account, in your pocket, in my pocket, never late, on time, on the dot, never missed a payment, not missed a payment"""
)
"""Evenly."""
IDLE = listed(
    """ngồi không, ngồi chơi, ngồi nhà, nằm không, nằm chơi, nằm nhà, nằm ngủ, đi ngủ, ngủ cũng, ngủ dậy, trong lúc ngủ, khi bạn ngủ, lúc bạn ngủ, lúc ngủ, đi chơi, đi du lịch, rung đùi, không làm gì, không phải làm gì, không cần làm gì, chẳng cần làm gì, chẳng phải làm gì, khỏi làm, khỏi làm gì, không cần biết, không cần kinh nghiệm, không cần kiến thức, không cần vốn, không cần học, không cần biết gì, chẳng cần biết, khỏi cần biết, không cần nhìn chart, khỏi nhìn chart, không tốn công, không mất công, không tốn sức, không đụng tay, khỏi đụng tay, chỉ cần bấm, chỉ việc bấm, bấm theo, chỉ cần copy, copy lệnh, copy theo, chỉ cần làm theo, cứ để đó, để đó, cứ nạp, cứ gửi, cứ bỏ vào, cứ theo, cứ mua, cứ giữ, cứ ôm, ngủ ngon, kê cao gối,
    while you sleep, as you sleep, in your sleep, while you're asleep, while you are asleep, while i sleep, sleeping, without working, without work, without lifting a finger, doing nothing, do nothing, no effort, zero effort, no work, no skills, no skill, no experience, no knowledge, from your couch, from the couch, from your sofa, on the beach, at the beach, sit back, sit tight, relax and, just hold, just copy, just follow, copy my, copy our, follow my, follow our, hands off, hands free, on autopilot, set it and forget it, effortless, effortlessly, with one click, in one tap, with one tap, without thinking, no thinking, wake up to"""
)
"""Without doing anything for it."""
FLOWS = listed(
    """có tiền, ra tiền, thấy tiền, tiền về, tiền vào, tiền vô, tiền chảy, tiền tăng, tiền lãi, tiền lời, số dư tăng, thu nhập, lời, lãi, có lời, có lãi, có ăn, lụm, nhận lãi, ăn lãi, hưởng lãi, đếm tiền, giàu, tiền đều, dòng tiền, thắng, tiền nhảy, tiền nở, lúa về, ting ting, về ví, về tài khoản, vào ví, vào tài khoản, là ăn, nhận tiền, thu tiền, kiếm tiền, kiếm được,
    profit, profits, income, money, cash, earn, earns, earning, earnings, richer, rich, returns, payouts, paid, gains, balance climb, balance grow, balance grows, balance climbs, balance go up, wealth, win, wins, interest"""
)
"""Money that comes."""
GOT = listed(
    """nhận, nhận về, nhận được, lãnh, lĩnh, về ví, về tài khoản, về túi, vào ví, vào túi, vào tài khoản, trong ví, bỏ túi, đút túi, rút, rút về, lời, lãi, kiếm, kiếm được, kiếm về, thu nhập, thu, thu về, lợi nhuận, ra tiền, có tiền, lụm, húp, cầm về, mang về, đem về, đổ về, tự động, chảy về, chia lãi, chia lợi nhuận, chia lời, trả lãi, trả lời, sinh lời, có ngay, hưởng,
    earn, earns, earning, make, makes, making, collect, collects, pocket, pockets, pays me, pays him, pays her, pays us, pays them, income, profit, profits, return, returns, payout, payouts, get paid, pays you, pay you, paying you, it pays, pays out, ăn №, take home, bring in, brings in, brings home, cash out, generate, generates, generating, rake in, bank, banks, withdraw, lands, gives you, hands you, delivers, produces, yields, yield"""
)
"""Money is got."""
SIGNED = listed(
    """ai theo, ai vào, ai vô, ai chơi, ai tham gia, ai nghe, ai làm theo, ai mua, ai góp, ai nạp, ai gửi, ai đã, ai cũng, anh em theo, anh em nào, anh em vào, thành viên nào, học viên nào, khách nào, khách nào cũng, nhà đầu tư nào, cả nhóm, cả nhà theo, tất cả thành viên, mọi thành viên, toàn bộ khách, toàn bộ thành viên, tất cả khách, mọi khách hàng, tất cả anh em, tất cả mọi người, mọi người trong nhóm, người theo, bạn nào theo, người nào vào, cả phòng, cả team, cả lớp, cả hội, theo mình, theo thầy, theo em, theo tui, theo tôi, theo team, theo nhóm, 100% khách, 100% học viên, 100% thành viên, 10 người thì 10, mười người thì mười, № người thì №, ai đi trước, những người đi trước, người vào trước, hàng nghìn người, hàng ngàn người, hàng trăm người, vào sau cũng, bạn vào cũng, bạn cũng vậy, bạn cũng sẽ,
    everyone who, everybody who, everyone in, everybody in, everyone here, everyone i know, all my followers, all our followers, all members, all my members, all our members, all of us, all of my, all of our, every member, every follower, every student, every client, every investor, every customer, every user, every single member, every single client, anyone who joined, anyone who joins, anyone can, anybody can, everyone can, everyone makes, everyone wins, all my students, all my clients, all our clients, each member, out of № members, out of № clients, out of ten members, thousands of people, thousands of members, hundreds of members, you will be too, you'll be too, so can you, so will you, and so can, you're next, you could be next, be next, early investors, early birds, the early"""
)
"""Who joined."""
WON = listed(
    """có xe, mua nhà, mua xe, có nhà, lời, lãi, có lời, có lãi, thắng, ra tiền, có tiền, về bờ, là ăn, ăn đậm, giàu, x2, x3, gấp đôi, gấp ba, win, đổi đời, lời gấp, thành công, kiếm được, lụm, húp, triệu phú, tự do tài chính, hoàn vốn, lên đời, sắm xe, tậu xe, tậu nhà, tiền tỷ,
    profits, profit, profited, made money, makes money, make money, making money, wins, won, win, in profit, in the green, got rich, gets rich, get rich, cashed out, doubled, tripled, earns, earning, earned, is up, are up, was up, richer, has made, have made, is making, cũng thắng, đều thắng, cũng lời, đều lời, cũng lãi, đều lãi, đều có lời, cũng có lời, cũng giàu, đều giàu, quit their jobs, quit his job, quit her job, bought a car, bought a house, millionaire, millionaires, winning, ahead, paid off"""
)
ACTED = listed(
    """vào là, vô là, gửi là, mua là, đặt là, chơi là, theo là, bán là, ra là, múc là, nạp là, góp là, bấm là, học là, làm là, đầu tư là, tham gia là, xuống tiền là, rót vào là, rót tiền là, bỏ vào là, bỏ vô là, đu là, copy là, giữ là, ôm là, hold là, gom là, vào lệnh là, vô lệnh là, đánh là, xuống tay là, mở lệnh là, lên tàu là, vào kèo là, chốt là, cắm là, chỉ cần vào, chỉ cần theo, chỉ cần mua, chỉ cần nạp, một khi đã vào, đã vào là, đã vô là, đã chơi là, đã mua là, cứ vào là, cứ theo là, cứ mua là, cứ nạp là, cứ gửi là, cứ bỏ vào là, cứ vào, cứ vô, vào cũng, vô cũng, mua cũng, chơi cũng, theo cũng, nhắm mắt mua, nhắm mắt vào, nhắm mắt theo, nhắm mắt múc"""
)
"""Doing it is enough."""
LIFE = listed(
    """đổi đời, nghỉ hưu sớm, nghỉ hưu ở tuổi, nghỉ hưu trước, về hưu sớm, về hưu ở tuổi, về hưu trước tuổi, tự do tài chính, độc lập tài chính, khỏi đi làm, khỏi phải đi làm, không cần đi làm, không phải đi làm, nghỉ việc, bỏ việc, sống an nhàn, an nhàn cả đời, ấm no cả đời, sống khỏe re, sống sung sướng, sung túc, giàu sang, thành triệu phú, thành tỷ phú, làm giàu, mua nhà mua xe, mua xe, mua nhà, sắm xe, tậu nhà, tậu xe, lên đời xe, con cháu hưởng, cả nhà hưởng, không lo tiền bạc, không phải nghĩ về tiền, khỏi lo cơm áo, hết khổ, hết nghèo, thoát nghèo, sống bằng tiền lãi, sống nhờ lãi, sống bằng lãi,
    quit your job, quit the job, quit your 9 to 5, leave your job, leave your 9 to 5, ditch the 9 to 5, retire, retirement sorted, financial freedom, financially free, never work, live off, living off, millionaire, millionaires, dream life, life changing, change your life, changes your life, buy a house, buy your dream, buy the car, lambo, new car, pay off your mortgage, replace your salary, stop worrying about money, never worry about money, rich, wealthy"""
)
"""A life that is changed by it."""
JUST = listed(
    """chỉ cần, chỉ với, chỉ từ, chỉ bằng, chỉ № bước, chỉ việc, với № triệu, bắt đầu từ, làm theo, tham gia ngay, vào ngay, vào liền, vô liền, vào lẹ, ib ngay, inbox ngay, inbox mình, ib mình, ib em, inbox em, nhắn mình, nhắn em, chọn gói, đăng ký ngay, nhờ, là xong, là đủ, link ở bio, link bio, ở đây, bỏ № triệu, bỏ ra № triệu, gom № triệu, nạp № triệu, khóa này, quỹ này, app này, coin này, kênh này, nhóm này, mã này, dự án này, sản phẩm này,
    all you need, all it takes, just, only, start with, starting from, join now, join us, join today, dm me, dm us, sign up, this fund, this app, this coin, this channel, this group, this bot, this course, this stock, this method, this system, our bot, our system, my system, my method, our fund, our signals, my signals, link in bio, here's how, thanks to, with us, with this, with our, with my, works every"""
)
HITS = listed(
    """đúng №, chính xác №, tỷ lệ thắng, tỉ lệ thắng, winrate, win rate, tỷ lệ win, tỷ lệ đúng, tỷ lệ chính xác, độ chính xác, trúng №, chuẩn №, xác suất thắng, khả năng thắng, № lệnh thắng, lệnh nào cũng thắng,
    accuracy, accurate, success rate, hit rate, strike rate, wins №, win №, won №, winning rate, right №, correct №"""
)
"""How often a signal is right."""
IN = listed(
    """bỏ, bỏ ra, bỏ vào, bỏ vô, nạp, nạp vào, góp, góp vào, gom, xuống tiền, rót, rót vào, đầu tư, đầu tư vào, gửi, gửi vào, đóng, vào, vô, cho vay, đưa, vốn, chỉ với,
    put in, put, invest, invested, deposit, deposited, stake, start with, started with, starting with, turn, turns, turned, turning, from, give us, give me, send, lend, drop in, throw in, add, top up, flip, flips, flipped"""
)
"""Money that is put in."""
OUT = listed(
    """rút, rút ra, rút về, lấy, lấy về, lấy ra, thành, hóa thành, biến thành, lên thành, nhận, nhận về, nhận lại, cầm, cầm về, thu, thu về, được, trả lại, trả về, về, có, lời, lãi, nở thành, phình lên, tăng lên,
    take out, takes out, get back, gets back, get, gets, got, becomes, become, became, turns into, turn into, turned into, into, receive, receives, withdraw, walk away with, out, back, returns, pays you, pays, collect, cash out, worth, earn, make, comes back as, grows to, grew to, ends up"""
)
"""And more that comes out."""
MINIMUM = listed(
    "tối thiểu, ít nhất, không dưới, ít ra cũng, bét nhất, từ № trở lên, thấp nhất, at least, no less than, minimum, a minimum of, not less than, never less than, upwards of, never below, never under"
)
SURE_SUM = listed(
    "dễ dàng, dễ ợt, dễ như, dễ ẹc, nhẹ nhàng, là thường, là chuyện thường, là chuyện nhỏ, là bình thường, là chuyện bình thường, trong tầm tay, như chơi, ngon ơ, ngon lành, khỏe re, thoải mái, cầm chắc, easily, with ease, effortlessly, simple as that, as simple as that, as easy as, no sweat, without trying, in your sleep, piece of cake, that's it, guaranteed"
)
"""As if it were nothing."""
SAFE = listed(
    """về đủ, về lại đủ, trả đủ, nhận đủ, nguyên vẹn, còn nguyên, nguyên xi, giữ nguyên, y nguyên, an toàn, an toàn tuyệt đối, an toàn 100%, được bảo toàn, được bảo đảm, được đảm bảo, bảo toàn, không hao, không mất, không hụt, không suy suyển, không sứt mẻ, bảo đảm, đảm bảo, luôn còn, rút lúc nào cũng,
    safe, protected, intact, untouched, secure, secured, insured, guaranteed, never at risk, back in full, in one piece, ring fenced, whole"""
)
CAPITAL = listed(
    "vốn, gốc, tiền gốc, vốn gốc, tiền vốn, vốn liếng, capital, principal, stake, initial investment, your money, your investment, your deposit, your cash"
)
"""What was put in."""
SAFEST = listed(
    "an toàn tuyệt đối, an toàn 100%, tuyệt đối an toàn, an toàn hơn gửi, chắc hơn gửi, coi như gửi ngân hàng, như gửi ngân hàng, chắc ăn hơn, safe as houses, safe as, safer than, 100% safe, completely safe, totally safe, perfectly safe, rock solid, bulletproof, as safe as, zero stress, no surprises, no stress"
)
MONEY = listed(
    "tài khoản, tk, vốn, số vốn, vốn đầu, số dư, tài sản, tiền, tiền gốc, ví, your account, your money, your savings, your investment, your capital, your deposit, your balance, your portfolio, your premium, your premiums, your stake, my balance, my account, my money, account, the account, balance, portfolio, savings, investment, capital, premium, premiums, money, what you put in, what you paid, what you paid in, you paid, you put in, you invested, your bag, your bags, your cash, your coins"
)
DOUBLED = listed("doubled, tripled, quadrupled, multiplied, double, triple")
BACK = listed(
    "nhận lại, nhận về, hoàn lại, hoàn, trả lại, trả bạn, lấy lại, lấy về, rút về, thu về, hoàn trả, get back, gets back, comes back, come back, back, receive, receives, gives back, returns, pays back, paid back, repaid, refunded"
)
BECOMES = listed(
    "thành, hóa thành, biến thành, nở thành, thành ra, becomes, become, turns into, turn into, turned into, turns to, grows into, grows to, grow into, snowballs into, into"
)
YIELD = listed(
    """thuê lại, cho thuê, tiền thuê, dòng tiền, mua lại, bao tiêu, lợi suất, lợi tức, cổ tức, chia lãi, chia lợi nhuận, chia lời, sinh lời, trả lãi, lãi, lợi nhuận, nhận lãi, chia,
    rental, yield, yields, dividend, dividends, buyback, buy back, rent, return, returns, coupon, interest, profit, payout, payouts, income"""
)
BUYBACK = listed(
    "mua lại, thu mua lại, thu hồi lại, nhận lại, buyback, buy back, buy it back, buys it back, buys back, repurchase, repurchases, take it back, resell, resold"
)
ABOVE = listed(
    """cao hơn, giá cao, có lời, giá gốc, giá mua, lúc mua, gấp, lời №, lãi №, at a profit, with profit, with a profit, at 100%, at 105%, at 110%, at 115%, at 120%, at 125%, at 130%, at 140%, at 150%, at 200%, above, more than you paid, of the price, of your price, higher, premium, for more"""
)
