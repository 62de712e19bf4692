"""Training, running, yoga, weight."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="fitness",
    name=Text(en="Fitness", vi="Thể hình"),
    words=phrases(
        """
        tập gym, gym, phòng gym, phòng tập, tập luyện, bài tập, tập tại nhà, thể hình, thể dục, thể
        thao, huấn luyện viên thể hình, hlv, pt online, personal trainer, tăng cơ, giảm mỡ, giảm
        cân, đốt mỡ, siết cơ, cơ bụng, bụng phẳng, mông đùi, squat, deadlift, plank, hít đất, hít
        xà, cardio, hiit, eat clean, calo, thâm hụt calo, đạm, protein, whey, yoga, pilates, zumba,
        giãn cơ, cổ vai gáy, thiền, chạy bộ, chạy bền, runner, marathon, half marathon, pace, giải
        chạy, giày chạy, bơi lội, đạp xe, boxing, muay thái, võ thuật, cầu lông, bóng đá, tennis,
        pickleball, bóng chuyền, bóng rổ, khởi động, sức bền, sức mạnh, hiệp, workout, work out,
        home workout, training plan, training program, strength, strength training, weight loss, fat
        loss, bulking, cutting, calisthenics, push up, push ups, pull up, pull ups, muscle, muscles,
        muscle up, abs, glutes, leg day, rest day, stretch, stretching, mobility, vinyasa,
        handstand, asana, running, run club, long run, 5k, 10k, 21km, 42km, trail running, cycling,
        swimming, triathlon, crossfit, kettlebell, dumbbell, barbell, bench press, personal best,
        fitness, fit girl, fitfam, coach online, athlete, football training, reps, warm up, spin
        class, tập chân, tập vai, tập ngực, tập lưng, tập bụng, tập tay, buổi tập, lịch tập, đi tập,
        người tập, nâng tạ, tạ, tạ tay, xà đơn, máy chạy bộ, chạy sáng, km sáng nay, vóc dáng,
        dáng đẹp, giữ dáng, giảm mỡ bụng, tăng cân, cân nặng, ăn sạch, bụng dưới, vòng eo, trekking
        nhẹ, sức khoẻ, sống khoẻ, dinh dưỡng thể thao, jog, jogging, runs, runners, miles,
        sprint, gains, gain muscle, squats, lunges, hips, posture, sweat, sweaty,
        training, trainer, train hard, exercise, exercises, cardio day, sets, fitspo, gymlife,
        gymrat, swim, swimmer, cyclist, bike ride, hyrox, football, soccer, basketball, badminton,
        golf, climbing, bouldering, martial arts, karate, boxer
        """
    ),
    weak=phrases(
        """
        kcal, pb, form, tư thế, ăn kiêng, coach, body, health, eat clean, beginner program, team
        sport, lift, cân
        """
    ),
    categories=phrases(
        """
        gym/physical fitness center, gym physical fitness center, fitness trainer, fitness model,
        sports, sports team, athlete, yoga studio, pilates studio, huấn luyện viên thể hình, phòng
        tập, vận động viên, yoga, thể thao
        """
    ),
    emoji="💪🏋🧘🏃🚴🏊🥊⚽🏀🎾🏸",
)
