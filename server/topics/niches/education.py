"""Learning, teaching, languages, exams."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="education",
    name=Text(en="Education", vi="Giáo dục"),
    words=phrases(
        """
        giáo dục, học tập, học sinh, sinh viên, giáo viên, thầy giáo, cô giáo, gia sư, giảng viên,
        lớp học, khoá học, khóa học, khai giảng, học online, tự học, ôn thi, thi thử, đề thi, giải
        đề, luyện thi, thi đại học, thpt quốc gia, thpt, đại học, du học, học bổng, mất gốc, bài
        giảng, bài học, kiến thức, toán, vật lý, hoá học, sinh học, ngữ văn, lịch sử, địa lý, tiếng
        anh, tiếng trung, tiếng nhật, tiếng hàn, tiếng pháp, tiếng đức, ngữ pháp, từ vựng, phát âm,
        ielts, toeic, toefl, hsk, jlpt, topik, chữ hán, giao tiếp, kỹ năng mềm, ghi chú, phương pháp
        học, luyện viết, luyện nói, viết luận, sách hay, đọc sách, review sách, chữ đẹp, luyện chữ,
        education, learn, learning, lesson, lessons, teach, teacher, teachers, teaching, tutor,
        student, students, study, studying, studygram, study with me, study tips, study plan, exam,
        exams, past paper, revision, homework, worksheet, university, college, scholarship, study
        abroad, school tips, grammar, vocabulary, pronunciation, phrasal verbs, verbs, english,
        learn english, learn korean, learn japanese, learn chinese, language learning, maths, math,
        algebra, calculus, geometry, physics, chemistry, biology, history, science, essay, book
        notes, bookstagram, books, reading list, online course, classroom, flashcards, fluent,
        polyglot, explained in, note taking, học bài, làm bài tập, bài tập về nhà, bài kiểm tra,
        điểm thi, thủ khoa, ôn tập, sách giáo khoa, thư viện, tốt nghiệp, luận văn, nghiên cứu, thí
        nghiệm, khoa học, học từ, từ mới, mẫu câu, câu giao tiếp, ngoại ngữ, học ngoại ngữ, tiếng
        việt, lớp 1, lớp 9, lớp 10, lớp 12, tiểu học, cấp 3, trung học, kèm, dạy học, dạy kèm,
        dạy tiếng, day hoc, cô giáo trẻ, thuyết trình, tư duy, kỹ năng, kiến thức hay, thạc sĩ, tiến
        sĩ, studyblr, study abroad tips, english lesson, esl, quiz, quizzes, test prep, gre,
        gmat, phd, thesis, science facts, chapter, read, novel, author,
        library, graduation, graduate, campus, lecture, professor, syllabus, curriculum, kanji,
        hangul, vocab, idioms, tenses, spelling, accent, sentence, sentences, translate, mnemonic,
        memorise, memorize, storytime for learners
        """
    ),
    weak=phrases(
        """
        học, thi, lớp, sách, trường, dạy, mẹo nhớ, câu hỏi, school, book, speaking
        """
    ),
    categories=phrases(
        """
        education, education website, tutor/teacher, tutor teacher, school, college & university,
        language school, test preparation center, giáo dục, trường học, gia sư, giáo viên, trung tâm
        ngoại ngữ
        """
    ),
    emoji="📚📖🎓✏🏫📝",
)
