"""Film, music, comedy, stage, stars."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="entertainment",
    name=Text(en="Entertainment", vi="Giải trí"),
    words=phrases(
        """
        giải trí, phim, phim hàn, phim ảnh, phim chiếu rạp, chiếu rạp, rạp phim, review phim, diễn
        viên, đạo diễn, tập phim, trailer, hậu trường, hài, diễn hài, hài hước, tiểu phẩm, tấu hài,
        kịch, sân khấu, parody, ca sĩ, ca khúc, bài hát, cover, mv, album, nhạc, âm nhạc, nhạc sĩ,
        rapper, rap, dj, guitar, piano, ban nhạc, concert, fancam, liveshow, đêm nhạc, mini show,
        show diễn, nhảy, vũ công, vũ đạo, kpop, idol, thần tượng, comeback, gameshow, truyền
        hình, mc, talkshow, podcast, cười xỉu, meme, hóng drama, showbiz, nghệ sĩ, entertainment,
        movie, movies, film, films, cinema, horror film, series, tv show, episode, finale, season
        finale, netflix, kdrama, k drama, anime, actor, actress, casting, comedy, comedian, stand
        up, standup, open mic, skit, skits, sketch comedy, funny, prank, memes, pov, music,
        musician, singer, songwriter, song, songs, single out, new single, band, bass, tour dates,
        gig, dance, dancer, choreography, dance cover, celebrity, celeb, reaction, fandom, podcast
        episode, theatre, theater, magic trick, chương trình giải trí, ca nhạc, phim bộ, phim lẻ,
        phim ma, phim kinh dị, phim hoạt hình, xem phim, coi phim, ra rạp, rạp, vai diễn, quay phim,
        đóng phim, lồng tiếng, chuyện cười, hài kịch, vở kịch, hát, giọng hát, sáng tác nhạc, nhạc
        chế, nhạc phim, nhạc trẻ, bolero, lễ hội âm nhạc, vé concert, fan meeting, fanclub, lịch
        diễn, múa, biểu diễn, ảo thuật, xiếc, tin showbiz, sao việt, hoa hậu, người đẹp,
        webdrama, web drama, phim ngắn, cinematic, screenplay, short film, sitcom,
        rom com, thriller, box office, watchlist, binge, bingeing, streaming series, oscar,
        playlist, lyrics, vocals, vocal, sing, singing, rehearsal, on stage, orchestra,
        violin, drummer, drums, producer, remix, hip hop, festival, live show,
        concerts, stan, bias, joke, jokes, hilarious, laugh, impressions, improv, magician, circus,
        drag, pop culture, gossip, award show, red carpet
        """
    ),
    weak=phrases(
        """
        tập, show, part 2, cười, spoil, spoiler, ra mắt, sáng tác, vé, tickets, loop, idol, recap
        """
    ),
    categories=phrases(
        """
        musician/band, musician band, artist music, comedian, actor, movie, movie character, tv
        show, tv channel, entertainment website, dancer, record label, performing arts, nghệ sĩ, ca
        sĩ, diễn viên, nhạc sĩ, vũ công, diễn viên hài, giải trí, ban nhạc
        """
    ),
    emoji="🎬🎤🎵🎶🍿🎸🎭🎧🎞",
)
