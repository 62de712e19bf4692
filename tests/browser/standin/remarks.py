"""What invented commenters write: remarks put together from two halves, short praise, and pasted texts.

A remark is one of some 1,300 pairs of halves and a creator's posts never share one, as people who read a post do not
copy each other. Accounts that are paid to comment do: they paste one of a few texts.
"""

from __future__ import annotations

from itertools import product
from random import Random

_OPENINGS = {
    "vi": """
        Xem xong mình lưu lại luôn
        Hôm qua mình làm thử theo cách này
        Mẹ mình ngồi cạnh cũng xem đến hết
        Lâu lắm mới thấy ai nói kỹ như vậy
        Sáng nay trên xe buýt mình xem đi xem lại
        Đoạn giữa mình phải tua chậm mới theo kịp
        Nhà mình ở quê nên nhìn thấy nhớ ghê
        Con gái mình sáu tuổi cũng thích bài này
        Tháng trước mình mua theo bài cũ của bạn
        Mình theo dõi bạn từ hồi còn vài trăm người
        Chồng mình bảo nghe có lý
        Ảnh thứ ba nhìn yên bình thật
        Nghe bạn kể chuyện dễ chịu ghê
        Lần đầu mình bình luận ở đây
        Đúng lúc mình đang tìm cái này
        Bạn cùng phòng vừa gửi cho mình xem
        Công nhận phần chuẩn bị mất công nhất
        Hồi sinh viên mình cũng từng như vậy
        Trời Hà Nội mấy hôm nay mưa suốt
        Mình thử hai lần đều hỏng
        Góc quay từ trên xuống nhìn rõ hẳn
        Bài trước mình còn thắc mắc mà giờ thì hiểu rồi
        Chỗ mình bán mắc gấp đôi
        Ông bà nội các cháu cũng khen
        Mình in ra dán lên tủ lạnh rồi
        Nhìn đơn giản mà bắt tay vào mới thấy khó
        Cả văn phòng mình chuyền nhau xem
        Mình mắc đúng cái lỗi bạn nói ở phút thứ hai
        Đang ăn trưa mà phải dừng lại đọc
        Mình hỏi ba nơi rồi vẫn chưa ai biết
        Chị mình ở Cần Thơ nhờ hỏi giùm
        Lâu rồi mới thấy bạn đăng lại
        Mình thích kiểu làm chậm rãi thế này
        Ngày xưa bà ngoại mình cũng chỉ y như thế
        Mới đầu mình không tin đâu
        Cái mình làm năm ngoái vẫn còn dùng tốt
    """,
    "en": """
        I tried this on Sunday with my sister
        Saved this the moment I saw it
        My dad watched it over my shoulder
        Nobody has ever explained it this patiently
        Read this on the bus and missed my stop
        I had to slow the middle part down
        We used to live around the corner from there
        My six year old asked to see it again
        I bought the same one after your March review
        Been here since you had a few hundred followers
        My neighbour swears by the opposite
        The third picture is so calm
        Your voice makes long videos feel short
        First time commenting after years of reading
        Exactly what I was searching for last night
        A colleague sent me this at lunch
        The preparation really is most of the work
        I made the same mistake back in college
        It has rained here for nine days straight
        Mine fell apart twice before it held
        Filming from above makes it so much clearer
        Last week I still had doubts about this
        Shops near me ask twice that price
        Grandma laughed at the ending
        I printed it and taped it to the fridge
        It looks simple until you start
        Half of my office has watched it by now
        You described my problem in the second minute
        Had to put my sandwich down for this
        I asked in three stores and nobody knew
        My cousin in Leeds wanted me to ask
        Good to see you posting again
        I like how unhurried this feels
        My teacher showed us something similar once
        I did not believe it at first
        The one I made last year still holds
    """,
}
_ENDINGS = {
    "vi": """
        cuối tuần rảnh mình sẽ làm lại cho đúng
        cho mình hỏi phần sau có khó hơn không
        bạn nói thêm về chi phí được không
        mai mình rủ mấy đứa bạn đi cùng
        không biết để qua đêm có sao không nhỉ
        lần tới quay rõ đoạn kết giúp mình nhé
        hóa ra bấy lâu nay mình làm ngược
        cảm ơn bạn đã chỉ ra chỗ dễ sai
        tính ra mất đúng bốn mươi phút
        có cách nào đỡ tốn hơn không bạn
        đến cuối thì không nhịn được cười
        ở Đà Nẵng thì tìm ở đâu được nhỉ
        có kết quả mình sẽ quay lại kể
        người mới bắt đầu nên chọn loại nào
        chắc phải đợi hết mùa mưa mới thử được
        đọc bình luận cũng học thêm được khối thứ
        chỉ tiếc là video hơi ngắn
        mình ghi hết vào sổ tay rồi
        hỏi thật là bạn mất bao lâu mới quen tay
        kết quả hơn mình mong đợi
        lần sau báo trước để mình canh giờ xem
        tuần sau mình kể xem có bền không
        đúng là tiền nào của nấy
        nhạc nền tên gì vậy bạn
        nhà có trẻ nhỏ thì cần lưu ý gì không
        thêm phụ đề cho người lớn tuổi nữa thì tuyệt
        thay bằng đồ có sẵn trong nhà vẫn ổn
        tự nhiên thấy có động lực hẳn
        năm ngoái mình loay hoay cả buổi chuyện này
        để mình thử với cỡ nhỏ hơn xem sao
        mong bạn làm tiếp phần hai
        bữa nào ghé Sài Gòn nhớ báo nhé
        không ngờ lại hợp với mình đến vậy
        cho mình xin tên tiệm với
        hai đứa nhỏ nhà mình giành nhau làm
        giá mà biết sớm hơn một năm
    """,
    "en": """
        so next weekend I will do it properly
        is the later part harder than this
        could you say a little about the cost
        going back tomorrow with two friends
        do you think it keeps overnight
        please film the last step closer next time
        turns out I have been doing it backwards
        thank you for pointing out where it goes wrong
        it took me forty minutes all in
        is there a version that costs less
        and then the dog walked in and ruined me
        where would you look for it in a small town
        will report back when mine is done
        which kind would you give a beginner
        guess I have to wait for dry weather
        learned as much from the replies
        only wish it were a bit longer
        wrote all of it into my notebook
        how long until your hands got used to it
        came out better than I hoped
        give us a warning next time so I can be there
        let us see how it looks after a month
        you really do get what you pay for
        what is the song called
        anything to watch for with small children around
        captions would help my mother a lot
        worked fine with what I had at home
        suddenly I feel like starting again
        I got lost there for a whole afternoon
        might try it one size smaller
        hoping for a second part
        tell us if you ever come through Bristol
        suits me far more than I expected
        would you share the name of the place
        both kids fought over who goes first
        wish I had known a year earlier
    """,
}
_GENERIC = {
    "vi": "Đẹp quá|Xinh quá ạ|Tuyệt vời|Hay quá|Quá đỉnh|Yêu quá|Chất lừ|Xịn quá|Đỉnh thật|Dễ thương quá|❤️❤️❤️|🔥🔥|😍😍😍|👏👏",
    "en": "Nice|So cool|Amazing|Love this|Great pic|Wow|Perfect shot|Beautiful|Stunning|So good|❤️❤️❤️|🔥🔥🔥|😍|👏👏",
}
_PASTED = {
    "vi": (
        "Bài viết hay và ý nghĩa quá bạn ơi",
        "Chúc bạn ngày càng thành công hơn nữa nhé",
        "Nội dung của bạn chất lượng lắm luôn",
        "Theo dõi bạn lâu rồi mà bài nào cũng thích",
    ),
    "en": (
        "Your content is always so good keep going",
        "What an inspiring post thank you for sharing",
        "Really great quality as always my friend",
        "One of the best pages I follow on here",
    ),
}
_SPAM = {
    "vi": (
        "Ib mình nhận kèo tăng tương tác giá rẻ nhé",
        "Vay nhanh trong ngày, xem trang mình",
        "Cần tuyển cộng tác viên làm tại nhà, ngày kiếm 500k, nhắn mình",
        "Tăng follow thật không tụt, ai cần kết bạn Zalo mình tư vấn",
        "Sim số đẹp giá gốc, bấm vào trang mình xem bảng giá",
        "Nhận tiền mặt khi đăng ký qua link ở trang của em",
    ),
    "en": (
        "DM us to get featured today",
        "Check my page for a free giveaway",
        "I made 3k this week trading, message me to learn how",
        "Cheap followers and likes, link in my bio",
        "We pay ambassadors, write to our main account now",
        "Click my profile for a surprise discount code",
    ),
}
_SPAM_SHARE = 0.15
"""Of the comments that are not remarks."""


def remarks(random: Random, language: str) -> list[str]:
    """Every remark of the language once, in an order of its own."""
    pairs = list(product(_lines(_OPENINGS[language]), _lines(_ENDINGS[language])))
    random.shuffle(pairs)
    return [_joined(random, *pair) for pair in pairs]


def empty_words(random: Random, language: str, pasted_share: float) -> str:
    """A comment that says nothing of the post: praise, spam, or (``pasted_share``) a text that others paste too."""
    if random.random() < pasted_share:
        return random.choice(_PASTED[language])
    if random.random() < _SPAM_SHARE:
        return random.choice(_SPAM[language])
    return random.choice(_GENERIC[language].split("|"))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def _joined(random: Random, opening: str, ending: str) -> str:
    mark = random.choice((", ", ". ", "! ", " 😄 "))
    return f"{opening}{mark}{ending if mark == ', ' else ending[0].upper() + ending[1:]}"
