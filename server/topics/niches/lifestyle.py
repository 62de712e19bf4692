"""Days, habits, thoughts."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="lifestyle",
    name=Text(en="Lifestyle", vi="Đời sống"),
    words=phrases(
        """
        lifestyle, phong cách sống, vlog, daily vlog, nhật ký, viết nhật ký, một ngày của mình, 1
        ngày của mình, một ngày của, một ngày đi làm, cuộc sống, đời sống, sống chậm, sống tối giản,
        tối giản, sống một mình, sống xanh, thói quen, thói quen nhỏ, morning routine, buổi sáng của
        mình, tâm sự, tuổi 20, tuổi 25, tuổi 27, tuổi 30, gen z đi làm, dân văn phòng, chữa lành,
        biết ơn, bình yên, chill, chill chill, cuối tuần, yêu bản thân, phát triển bản thân, hạnh
        phúc, dọn đồ, tích cực, day in my life, day in the life, daily life, a day with me, slow
        living, simple living, minimalism, minimalist, journaling, journal, gratitude, mindful,
        mindfulness, self care, selfcare, self love, night routine,
        weekly monthly reset, sunday reset, reset, living alone, that girl, romanticise,
        romanticize, corporate life, 9 to 5, weekend vlog, weekly vlog,         productivity, wellness, life lately, photo dump, my 20s, diaries, mental
        health, cuộc sống thường ngày, cuộc sống của, sống vui, sống tích cực, sống khoẻ mỗi
        ngày, sống ý nghĩa, tản mạn, lảm nhảm, ngẫm, ngày nghỉ, ngày mưa, ngày
        chủ nhật, chủ nhật, daily vlogs, vlogger, vlogs, ký túc xá, sống ở nhật,
        sống ở hàn, sống ở úc, du học sinh vlog, sống xa nhà, làm việc tại nhà, wfh, deep talk, tự
        chăm sóc, self growth, thương bản thân, dậy sớm, dậy lúc 5h, viết tay, trích dẫn, quotes,
        quote, intentional living, life update, my week, week in my life, my
        day, everyday life, daily routine, evening routine, slow mornings, slow sunday, cozy, cosy, hobbies, to do list, affirmations, manifesting, meditation, healing era, soft
        life, expat life, student life, office life, work from home, personal growth, self
        improvement, reflections, musings, blogger
        """
    ),
    weak=phrases(
        """
        thoughts, goals, weekend, daily, reset, morning, mornings, habits, planner, suy nghĩ, kể chuyện,
        một mình, ngày thường, life, hôm nay của mình, routine, quiet, calm, ngày, đời
        """
    ),
    categories=phrases(
        """
        lifestyle, phong cách sống
        """
    ),
    emoji="☁🕯🌤🧺",
)
