"""Words of finance_promise: how surely something comes, what cannot be lost, and who bears a loss."""

from __future__ import annotations

from server.campaigns.words import listed

_UNITS_OF_TIME = listed(
    "ngày, tuần, tháng, quý, năm, sáng, tối, đêm, lệnh, kèo, mã, lô, căn, lần, phiên, giờ, lúc, con, gói, kỳ"
)
SURE = (
    *listed(
        """cam kết, đảm bảo, bảo đảm, chắc chắn, cam đoan, bảo chứng, chắc nịch, chắc cú, chắc luôn, chắc nha, chắc nhé, chắc như bắp,
        chắc như đinh, chắc như ăn bắp, chắc cả, chắc mười mươi, kiểu gì cũng, thế nào cũng, đằng nào cũng, cách nào cũng, ngả nào cũng,
        đường nào cũng, trước sau gì cũng, sớm muộn gì cũng, sớm muộn cũng, nhất định, ắt sẽ, ắt, y như rằng, trăm phần trăm, 100%, 1000%, 200%,
        không thể sai, không sai được, khỏi bàn, khỏi bàn cãi, không cần bàn, khỏi nghi ngờ, khỏi phải nghĩ, khỏi nghĩ, bao đúng, nắm chắc, cầm chắc,
        mười mươi, mình cá, tui cá, tôi cá, em cá, cá luôn, cá là, xin thề, thề luôn, thề có, thề với, hứa luôn, hứa với, xin hứa, mình hứa, em hứa, bên mình hứa,
        bên em hứa, nói là làm, chỉ có từ, luôn luôn, bất bại, không trượt, không hụt, không sót, không trật, trăm trận trăm thắng,
        auto, full bao, khẳng định, không thể khác, chốt đơn luôn, tin mình đi, tin em đi, không đùa, không nói chơi, nói thật"""
    ),
    *listed(
        """guaranteed, guarantee, guarantees, guaranteeing, certainty, certainly, definitely, for sure, surely, assured, assure, assures, rest assured,
        no doubt, without a doubt, beyond doubt, undoubtedly, without fail, never fails, cannot fail, can't fail, never failed, bound to, sure to, is sure, are sure,
        inevitable, inevitably, 100%, 1000%, mark my words, trust me, i promise, we promise, promise you, i swear, locked in, lock in, locks in, in the bag, is a lock,
        a given, a done deal, done deal, we stand behind, stand behind that, no ifs, no buts, rock solid, ironclad, bulletproof, airtight, watertight, bank on, count on, works every time, no exceptions, without exception, certain,
        never misses, never missed, hands down, i bet, you can bet, bet my, take it to the bank, put it in writing, contractually, dead cert, as sure as,
        cast iron, foolproof, a certainty, not projected, not hoping, not a projection, not an estimate, not a forecast, surefire, sure fire, fail proof, failproof, no brainer"""
    ),
)  # fmt: skip
"""That it comes."""
ANYWAY = (
    *listed(
        """bất kể, bất chấp, mặc kệ, dù thị trường thế nào, dù thị trường ra sao, dù … thế nào, dù … ra sao, vẫn đủ №, vẫn nhận đủ, vẫn trả đủ, vẫn trả đều, vẫn nhận đều, vẫn nhận №, vẫn có №, hay trống, dù thị trường, dù cho thị trường, dù trời sập, dù lên hay xuống, lên hay xuống, lên xuống gì, xanh hay đỏ, dù giá, dù kinh tế, dù có chuyện gì, dù thế nào, dù gì đi nữa, mọi hoàn cảnh, mọi tình huống, mọi thị trường, mọi điều kiện, hay … vẫn đủ, hay … vẫn trả, hay … vẫn lời, hay … vẫn có,
        không sót, không trượt, không trễ, chưa trễ, không tháng nào sót, chưa sót, luôn luôn, đều như vắt chanh, đều tăm tắp, như đồng hồ, như một, không đổi, không thay đổi,
        no matter what, no matter how, no matter which, no matter where, no matter the, whatever happens, whatever the market, whichever way, regardless of, regardless, rain or shine, come what may, up or down, whether or not, in any market, any market, any weather, any conditions, bull or bear, crash or no crash,
        every time, every single, each and every, always, every trade, every position, like clockwork, clockwork, like a clock, month after month, week after week, year after year, day after day, without fail, no exceptions, never misses, never missed, never late, on the dot"""
    ),
    *(f"{unit} nào cũng" for unit in _UNITS_OF_TIME),
    *(f"{unit} nào {word} cũng" for unit in ("ngày", "tháng", "tuần") for word in ("mình", "em", "bạn", "tui")),
)  # fmt: skip
"""That it comes whatever happens, each time."""
WRITTEN = listed(
    """cố định, ghi trong hợp đồng, hợp đồng ghi, ghi rõ, có hợp đồng, ký hợp đồng, công chứng, bằng văn bản, giấy trắng mực đen, có bảo lãnh, bảo lãnh,
    fixed, in writing, by contract, in the contract, flat"""
)
"""That it is agreed; a bank's rate is too."""
NOT_AFRAID = listed(
    """không bao giờ, không lo, không sợ, không thể, không thể nào, không phải lo, không cần lo, không cần sợ, không còn lo, không còn sợ, không còn, khỏi lo, khỏi sợ, khỏi phải lo, khỏi cần lo,
    hết lo, hết sợ, khó mà, khó lòng, chẳng lo, chẳng sợ, chẳng thể, chẳng bao giờ, chả lo, chả sợ, chả bao giờ, đâu có sợ, đâu sợ, đâu thể, miễn lo, miễn sợ, chưa bao giờ, chưa từng, chưa hề,
    chưa ai, không ai, chẳng ai, không một ai, chưa lần nào, chưa có ai, chưa có lệnh nào, chưa lệnh nào, chưa kèo nào, không lệnh nào, không kèo nào, không tháng nào, chưa tháng nào, không ngày nào, không có khái niệm, không có chuyện, không có cửa, không còn chuyện,
    không có đường, không có khả năng, không có cách nào, không có nguy cơ, làm gì có chuyện, làm gì có, làm gì mà, lấy đâu ra chuyện, đừng lo, chớ lo, đừng sợ, loại bỏ, xóa sổ, nói không với, không hề, không bị, chẳng bị, đâu có, làm sao mà, sao mà"""
)
"""Before a loss: nobody has to fear it."""
NOT_VI = listed("không, khỏi, chẳng, chả, hết, ko lo, miễn, phi, zero, 0, sạch, chưa")
LOSS = listed(
    """lỗ, bị lỗ, lỗ vốn, thua, thua lỗ, bù lỗ, mất vốn, mất gốc, mất tiền, mất đồng nào, mất một đồng, mất 1 đồng, mất một xu, mất 1 xu, mất xu nào, mất cắc nào, mất trắng, âm vốn, âm tiền, hụt đồng nào, thiếu đồng nào,
    cháy tài khoản, cháy túi, trắng tay, thất bại, rớt giá, mất giá, đu đỉnh, kẹt vốn, hao vốn, hụt vốn, hụt gốc, mất mát, để lỗ, chuyện lỗ, rủi ro, tí rủi ro, chút rủi ro, một chút rủi ro"""
)
NEVER = listed(
    """can't, cannot, can not, can never, could never, couldn't, couldn't possibly, can't possibly, cannot possibly, never, will never, you'll never, won't, will not, won't ever, never ever, impossible to,
    not possible to, no way to, no way you, no way you can, no way to ever, no one, nobody, no one ever, nobody ever, hard to, nothing to, literally can't, literally cannot, simply can't, simply cannot,
    physically can't, unable to, never had to, zero chance you, not going to, not gonna, doesn't, no way this, no way it, there's no way, there is no way, not one of us, none of us, none of our"""
)
LOSE = listed(
    """lose, loses, losing, fail, fall, drop, drops, go down, goes down, go to zero, go wrong, lost, depreciate, depreciates, crash, crashes, decline, declines, dip, dips, goes wrong, be wrong, touch your principal, walk away with less, go backwards, goes backwards, end up with less"""
)
NO = listed(
    "no, zero, without, without any, with no, with zero, free of, free from, never any, minus the, absolutely no, absolutely zero, without the, remove the, removes the, removed the, removes, eliminates, eliminate, eliminated, forget about, forget the, virtually no, basically no, practically no, not a single, not one, 0, never had a, never has a, never a, take the, takes the, taken the"
)
RISK = listed(
    "risk, risks, risk at all, downside, drawdown, drawdowns, losses, loss, losing, chance of losing, chance of loss, possibility of loss, risk of loss, risk of losing, losing trades, losing trade, losing months, losing month, losing day, losing days, losing week, losing weeks, losing year, losing years, bad months, bad month, red days, red day, red months, red month, red week, scenario where you lose, danger of losing, way of losing, risk out, risk out of, negative month, negative months, negative day, negative year"
)
NO_LOSS = (
    *listed(
        """rủi ro bằng 0, rủi ro bằng không, rủi ro là 0, rủi ro gần như bằng 0, rủi ro cực thấp lãi cao, lỗ là không thể, lỗ là chuyện không thể, lỗ là chuyện không có, lỗ là không có, lỗ mới lạ, lỗ mới là lạ, lỗ đi đầu xuống đất,
        thua mới lạ, không thắng mới lạ, không lời mới lạ, không lãi mới lạ, không giàu mới lạ, không có khái niệm lỗ, không biết chữ lỗ, không biết chữ thua, từ lỗ không có, tiền không mất, vốn không mất, gốc không mất, vốn không bao giờ mất,
        tiền không bao giờ mất, tiền gốc không mất, tiền không mất đi đâu, vốn không thể mất, vốn vẫn còn nguyên, vốn còn nguyên, gốc còn nguyên, vốn giữ nguyên, giữ nguyên vốn, gốc giữ nguyên, vốn vẫn nguyên, vốn nguyên vẹn, vốn trả lại nguyên,
        vốn an toàn, an toàn vốn, bảo toàn vốn, bảo toàn … vốn, bảo toàn gốc, vốn được bảo toàn, vốn được bảo đảm, vốn được đảm bảo, bảo hiểm vốn, bảo hiểm cho vốn, vốn được bảo hiểm, bảo vệ vốn, không ảnh hưởng vốn, chẳng mất gì, không mất gì,
        chả mất gì, không có gì để mất, chẳng có gì để mất, không mất cái gì, mất gì đâu, hòa vốn là tệ nhất, tệ nhất cũng hòa, tệ nhất là hòa, xấu nhất là hòa, xấu nhất cũng hòa, xui lắm cũng hòa, xui lắm cũng lời, tệ lắm cũng, bét lắm cũng, bét nhất cũng, ít nhất cũng lời, tệ nhất cũng lời, xui nhất cũng,
        chỉ có lời, chỉ có lãi, chỉ có thắng, chỉ có được, chỉ được thêm, chỉ thắng, chỉ lời, chỉ lãi, chỉ có ăn, chỉ biết lời, chỉ biết thắng, chỉ biết tăng, chỉ có tăng, chỉ có lên, chỉ tăng, chỉ có đi lên, chỉ có đường lên, chỉ có đường đi lên, chỉ một chiều lên, chỉ theo chiều lên, một đường đi lên, một chiều đi lên, toàn thắng, toàn win, toàn lời, toàn ăn,
        không bao giờ giảm, không bao giờ xuống, không bao giờ rớt, không bao giờ mất giá, không bao giờ cũ, không thể giảm, không thể xuống, không giảm đâu, không xuống đâu, không có giảm, chưa bao giờ giảm, chưa bao giờ xuống, chưa bao giờ mất giá, luôn tăng, lúc nào cũng tăng, không bao giờ sai, không bao giờ thua, không lo xuống giá, không lo rớt giá,
        đầu tư không thua, đầu tư không lỗ, trong mọi trường hợp, không đánh mất đồng"""
    ),
    *listed(
        """risk free, riskless, zero risk, riskfree, loss proof, losses are a thing of the past, losing is a thing of the past, loss is a thing of the past, losing isn't an option, losing is not an option, losing is not possible, losing is impossible, losses are impossible, losses don't exist, loss is impossible, risk is gone, risk is zero, the risk is nil, nothing to worry about,
        capital is safe, capital is protected, capital is fully, capital is guaranteed, capital stays safe, capital stays intact, principal is safe, principal is protected, principal stays, principal is guaranteed, money is safe, money stays safe, money is protected, money is completely, money is totally, money is always safe, money is never at risk, never at risk, deposit is safe, investment is safe, investment is protected, investment is secured, fully insured against losses, insured against loss,
        safe as houses, safe as a bank, safer than a bank, safer than the bank, safe bet, safest bet, sure bet, a sure thing, sure win, sure wins, can only win, can only gain, can only go up, can only grow, can only rise, only ever goes up, only goes up, only go up, only ever appreciates, only appreciates, only appreciate, only one way, only one direction, only way is up, one way street, straight up from here, always goes up, always go up, always rises, always appreciates, always recovers, always comes back,
        keeps going up, never comes down, never look back, nothing but up, all upside, no losers, we only win, only wins, only winners, we don't lose, we do not lose, we never lose, doesn't know how to lose, undefeated, unbeatable, never been wrong, never been down, never once, never had a red, never had a bad, never had a losing, not a single losing, not a single loss, not one losing, not one loss, hasn't lost, haven't lost, zero losses, no losing, worst case you break even, worst case you still, worst that can happen is you"""
    ),
)  # fmt: skip
"""That nothing can be lost."""
LOSES = listed(
    """lỗ, thua lỗ, thua, bị lỗ, lỡ lỗ, nếu lỗ, âm vốn, mất vốn, mất tiền, cháy tài khoản, không lời, không có lời, không lãi, không có lãi, không ra tiền, không thắng, không về bờ, không sinh lời, không đạt, không x2, không x3, không x5, không gấp đôi, không nhân đôi, không tăng, không lên, không về, không đúng, mất đồng nào, cháy tk, tháng đó âm, quỹ âm, chưa có lời, chưa có lãi, không hiệu quả, chẳng lời,
    doesn't double, does not double, doesn't 2x, you don't double, you lose, your losses, your loss, any loss, any losses, every loss, all losses, the losses, the loss, losing trades, lose money, lose a cent, make a profit, no profit, don't profit, a profit, isn't profitable, not profitable, in the red, goes down, drops, if it drops, the difference, the shortfall, don't earn, don't make, if it fails, goes wrong"""
)
_US = listed(
    """bên mình, bên em, bên này, bên tôi, bên tui, công ty, quỹ, thầy, admin, sàn, chủ đầu tư, team, tụi mình, tụi em, bọn mình, bọn em, chúng tôi, chúng em, em, mình, tui, tôi, nhóm, có người, app, shop, hệ thống, dự án, có quỹ, có công ty, bảo hiểm, nhà phát triển, đội ngũ"""
)
_I = listed("em, mình, tui, tôi")
_BEARS = listed("chịu, gánh, lo, chịu hết, gánh hết, bao, bù")
_PAYS = listed(
    "đền, bù, gánh, chịu, lo hết, lo, hoàn, hoàn lại, trả lại, bồi thường, gánh hết, chịu trách nhiệm, chịu hết, bao hết, bao, đền đủ, đền gấp đôi, trả đủ, chuyển trả"
)
BORNE = (
    *(f"{us} {will}{pays}" for us in _US for will in ("", "sẽ ", "xin ", "cũng ") for pays in _PAYS if not (us in _I and pays in _BEARS)),
    *listed(
        """đền hết, đền gấp, đền đủ, đền vốn, đền 100%, đền x2, đền đồng đó, bên đó đền, bên đó bù, bù lỗ cho, bù hết, bù đủ, bù phần, hoàn vốn, hoàn tiền, hoàn lại, hoàn 100%, trả lại vốn, trả lại tiền, trả lại 100%, trả lại đủ, hoàn học phí, trả học phí, trả lại học phí, mới thu phí, đổi tên, đi đầu xuống đất, xóa kênh, xoá kênh, cạo đầu, bỏ nghề, không lấy phí,
        on us, we refund, will refund, we'll refund, we cover, we'll cover, will cover, covers, we pay, we'll pay, we repay, we make up, we'll make up, money back, refunded, get it all back, get every, we take, we'll take, we eat, we absorb, absorbs, we bear, bears, we swallow, swallows, we carry, reimburse, reimbursed, reimburses, we'll top, we top, compensate, compensated,
        full refund, get your money back, your money back, come out of our pocket, out of my pocket, out of our pocket, on the house, delete the channel, delete my channel, delete this account, eat my hat, quit trading, we work for free, we keep nothing, our problem, my problem"""
    ),
)  # fmt: skip
"""Who bears it."""
PLEDGED = listed(
    """bao lỗ, bao lời, bao lãi, bao win, bao thắng, bao ăn, bao về bờ, bao vốn, bao gốc, bao hoàn vốn, bao đầu ra, bao x2, bao x3, bao x, bao húp, bao lụm, bao mua lại, bao tiêu cho thuê, auto lời, auto lãi, auto win, auto thắng, auto ăn, auto x, auto húp, auto giàu, auto có tiền, auto ra tiền, auto lụm,
    thắng chắc, lời chắc, lãi chắc, win chắc, ăn chắc, chắc ăn, chắc thắng, chắc lời, chắc lãi, chắc kèo, kèo chắc, kèo thơm chắc, kèo ăn chắc, trúng chắc, chắc suất lời, cầm chắc lời, cầm chắc phần thắng, cầm chắc lãi, nắm chắc phần thắng, lời mười mươi, mười ăn cả mười, 10 ăn cả 10, 10 kèo ăn cả 10, 10 lệnh thắng cả 10, № lệnh thắng cả, № kèo thắng cả, № kèo ăn cả, № kèo win cả,
    bách chiến bách thắng, bách phát bách trúng, trăm trận trăm thắng, đánh đâu thắng đó, đánh đâu thắng đấy, đánh đâu trúng đó, múc đâu trúng đó, chỉ đâu thắng đó, phím đâu trúng đó, phím mã nào trúng mã đó, nói đâu trúng đó, một vốn bốn lời, 1 vốn 4 lời, một vốn mười lời, vốn một lời mười, vốn một lời bốn, bỏ một thu, bỏ một lấy, bỏ 1 lấy, bỏ một ăn, bỏ № thu №, bỏ № lấy №, bỏ № ăn №, bỏ 1 được, bỏ một được, bỏ một lời mười, không biết lỗ là gì, không biết thua là gì, chưa biết lỗ là gì, chưa biết mùi lỗ, tự nhân lên, tự nhân đôi, tự sinh sôi, chỉ có đẻ thêm, lãi … trong tay, lời … trong tay, không trượt phát nào, không trượt kèo nào, lời bạn hưởng, lãi bạn hưởng, lời anh em hưởng, lỗ admin chịu, lỗ bên mình chịu, lỗ bên em chịu, lỗ thầy chịu, lỗ công ty chịu, lỗ sàn chịu, bỏ 1 ăn 10, bỏ một ăn mười, thả con tép bắt con tôm,
    tiền đẻ ra tiền, tiền đẻ tiền, tiền tự đẻ, tiền sinh ra tiền, tiền tự sinh, tiền tự chảy, tiền tự về, tiền tự vào, tiền tự đến, tiền tự nhân, tiền tự lớn, tiền vô như nước, tiền về như nước, tiền chảy vào túi, tiền chảy về túi, máy in tiền, cây atm, máy atm, máy rút tiền, con gà đẻ trứng vàng, gà đẻ trứng vàng, mỏ vàng, hũ vàng, cây hái ra tiền, hái ra tiền, đẻ trứng vàng, in ra tiền, in tiền, trứng vàng,
    ngồi mát ăn bát vàng, nằm chờ tiền về, ngồi chờ tiền về, ngồi chờ lúa về, nằm đếm tiền, ngồi đếm tiền, chỉ việc đếm tiền, chỉ việc ngồi đếm, tha hồ đếm tiền, đếm tiền mỏi tay, đếm tiền không kịp, tiền tiêu không hết, chỉ việc hưởng, nằm hưởng lãi, ngồi hưởng lãi, nằm ăn lãi, ngồi ăn lãi, ngồi rung đùi, cắm đầu lãi, cắm đầu lời, nhắm mắt cũng, nhắm mắt mua cũng, nhắm mắt là, dễ như ăn kẹo, dễ như ăn cháo, dễ như trở bàn tay, dễ ăn, dễ như lấy đồ trong túi, làm chơi ăn thật, tiền từ trên trời rơi xuống,
    không làm mà vẫn có ăn, không làm mà có ăn, không làm vẫn có ăn, làm giàu không khó, làm giàu nhanh, giàu nhanh, giàu sau một đêm, vốn bay về, vốn về nhanh, lúa về như nước, lúa về ầm ầm, ting ting mỗi ngày, ting ting đều, tinh tinh đều, tiền ting ting, đổi đời chắc chắn, chứ không phải ước tính, chứ không phải dự kiến, chứ không phải hy vọng, không phải ước tính đâu, lãi khủng, lãi siêu khủng, siêu lợi nhuận, lợi nhuận khủng, lợi nhuận khổng lồ, vốn mỏng lời dày, vốn ít lời nhiều, ít vốn lời nhiều, lời to, lãi đậm, lời đậm, húp đậm, ăn đậm, húp trọn, ăn bằng lần, lời bằng lần, lãi bằng lần, hốt bạc, hốt vàng, hốt tiền, ăn trọn con sóng"""
)
"""Idioms that are the promise alone."""
PLEDGED_EN = listed(
    """free money, easy money, money printer, money printing machine, prints money, printing money, print money, money machine, cash machine, cash cow, an atm, personal atm, money tree, money glitch, a sure way to, sure way to grow, closes every trade, wins every, win every, infinite money, goldmine, gold mine, golden goose, license to print money, money for nothing, money out of thin air, no brainer money, effortless money, effortless income, effortless profit, effortless profits, instant profit, instant profits, instant returns,
    get rich quick, get rich fast, get rich, getting rich, gets rich, got rich, make you rich, makes you rich, be rich by, be rich in, be rich before, rich in no time, overnight millionaire, overnight millionaires, set for life, sorted for life, never work again, never have to work, never need to work, quit your job, quit the day job, quit your day job, fire your boss, replace your salary, replace your income, replaced your salary, retire early, retire in, retire by, retire at, early retirement, guaranteed win,
    pays for itself, pays itself back, pays itself off, pay itself back, pay for itself, easy win, easy wins, easy profit, easy profits, easy gains, easy cash, quick profit, quick profits, quick cash, fast cash, like taking candy, like shooting fish, can't miss, can't beat it, unmissable returns, home run investment, slam dunk, no brainer, win win investment, money works while, money working while, money grows while, earn while you sleep, earns while you sleep, earning while you sleep, profit while you sleep, richer every day, richer every morning, richer every month, wake up richer, money flows in, money rolls in, cash rolls in, money keeps rolling, money keeps coming, money keeps flowing,
    financial freedom in, financially free in, financially free by, financial freedom by, financial freedom within, money back plus, money back with interest, more than you put in, more than you invested, more than you paid in, more than you brought, more than you started with, come out ahead, comes out ahead, always come out, end up with more, end up richer, walk away richer, walk away with more, laughing all the way to the bank, thank me later when, thank me when, beats the market every, beat the market every, outperforms every, wins in any market, makes money in any market, profitable in any market, profits in any market, guaranteed bag, bags secured"""
)
