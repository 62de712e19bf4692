"""Games, streams, esports."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="gaming",
    name=Text(en="Gaming", vi="Trò chơi"),
    words=phrases(
        """
        game, chơi game, gamer, game thủ, game mobile, game pc, liên quân, liên minh, liên minh
        huyền thoại, lmht, pubg, free fire, freefire, valorant, fifa, fc online, genshin, roblox,
        minecraft, tốc chiến, dota, csgo, cs2, gta, leo rank, leo hạng, xạ thủ, đi rừng,
        tướng, lên đồ, build tướng, skin, skin súng, súng, combo tướng, meta, bản cập nhật, trận
        đấu, đội tuyển, giải đấu, vòng bảng, esports, e sports, streamer, stream, livestream game,
        highlight, phá đảo, cày game, nạp game, tay cầm, playstation, ps5, xbox, nintendo, nintendo
        switch, steam, cấu hình máy, cosplay game, caster, bình luận viên, gaming, gamers, games,
        video game, videogame, video games, gameplay, walkthrough, speedrun, console, consoles,
        controller, retro games, cartridge, pixel art, rpg, mmo, fps, moba, indie games, indie game,
        cozy gamer, farm sim, raid, guild, boss fight, healer, loot, nerf, nerfed, buff, patch notes, crosshair, headshot, ranked, clutch, twitch, twitch stream, dlc, early
        access, stardew, pokemon, zelda, fortnite, apex, overwatch, board games, sims, trò chơi,
        chơi game cùng, đánh rank, leo top, combat, combo, phụ bản, săn boss, tướng mới, trang bị,
        đội hình, kèo, solo rank, phá đảo game, cốt truyện game, đồ hoạ game, game hay, game mới,
        game offline, game kinh dị, thẻ game, acc game, nick game, máy chơi game, phòng net, bàn
        phím gaming, chuột gaming, ghế gaming, streaming game, talkshow game, rank cao thủ, đồng
        đội, tankers, mid lane, jungle, adc, player, players, played,
        playthrough, let's play, lets play, multiplayer, co op, single player, open world, sandbox,
        dungeon, dungeons, bosses, quests, side quest, xp, level up, leveling, grind,
        grinding, respawn, speedrunner, streamers, livestreaming, vtuber, emulator, arcade,
        joystick, game boy, gameboy, sega, switch games, pc gaming, gaming pc, gaming setup, mods,
        modded, tabletop, dnd, dungeons and dragons, chess, card game, mtg, cod, warzone,
        diablo, elden ring, hollow knight
        """
    ),
    weak=phrases(
        """
        trận, map mới, mùa này, level, quest, season, chơi, cozy setup, độ nhạy
        """
    ),
    categories=phrases(
        """
        video game, gaming video creator, video game store, esports team, esports league, game
        publisher, người sáng tạo video chơi game, trang game, trò chơi
        """
    ),
    emoji="🎮🕹👾🎲",
)
