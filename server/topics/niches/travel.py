"""Trips, places, hotels, the way there."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="travel",
    name=Text(en="Travel", vi="Du lịch"),
    words=phrases(
        """
        du lịch, đi du lịch, du lịch tự túc, phượt, dân phượt, chuyến đi, hành trình, lịch trình,
        check in, điểm đến, địa điểm du lịch, homestay, resort, khách sạn, nhà nghỉ, vé máy bay, săn
        vé, sân bay, chuyến bay, hộ chiếu, visa, hướng dẫn viên, tour, đặt tour, đèo, cung đường,
        leo núi, trekking, săn mây, cắm trại, camping, ruộng bậc thang, bãi biển, đảo, hòn đảo, lặn
        ngắm san hô, biển xanh, thác, hang động, tàu hoả, xe khách, xe giường nằm, tàu cao tốc, tỉnh
        thành, khám phá, ba lô, balo, vali, hành lý, mùa hoa tam giác mạch, hà giang, sa pa, đà lạt,
        phú quốc, hội an, côn đảo, mù cang chải, ninh bình, hạ long, nha trang, travel, traveling,
        travelling, traveler, traveller, travel tips, travel guide, trip, road trip, itinerary,
        backpack, backpacking, backpacker, backpackers, passport, border, hostel, hotel, hotels,
        flight, flights, airport, airline, business class, miles, layover, beach, island, islands,
        island hopping, islandhopping, mountain, summit, hike, hiking, trail, trails, national park,
        waterfall, cave, van life, vanlife, wanderlust, digital nomad, nomad, bucket list, solo
        travel, budget travel, overnight train, night train, ferry, cruise, sightseeing, tourist,
        tourism, old town, destination, vacation, holiday destination, explore, infinity pool,
        staycation, places to visit, xách balo, đi chơi xa, đi phượt, ngắm cảnh, bình minh, hoàng
        hôn, thắng cảnh, phố cổ, thuyền, đi biển, suối, rừng, cao nguyên, vịnh, du khách, vé
        tàu, vé xe, hải đảo, đồi chè, du ký, travel blogger, travelblogger, travelgram, travel vlog,
        journey, adventure, sunset, ocean, sea, lake, village, tour guide, abroad, overseas,
        getaway, weekend getaway, roadtrip, train ride, bus ride, kayak, snorkeling, diving,
        scuba, suitcase, luggage, packing list, local market, temple, tropical, countries,
        city guide, guesthouse, bungalow, glamping, campsite, campervan
        """
    ),
    weak=phrases(
        """
        solo, biển, núi, train, sunrise, viewpoint, tự túc, lễ, đi đâu, view, road, map, phố, tàu,
        thành phố, city, world
        """
    ),
    categories=phrases(
        """
        travel company, travel agency, tour agency, tour guide, hotel, resort, hotel resort, hostel,
        airline company, tourist information center, công ty du lịch, khách sạn, du lịch, homestay,
        hướng dẫn viên
        """
    ),
    emoji="✈🏖🏝🗺🧳⛰🏔🏕🛫🚞🌏🌍🌎🎒🛵",
)
