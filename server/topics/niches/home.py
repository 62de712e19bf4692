"""Interior, decoration, garden, do it yourself."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="home",
    name=Text(en="Home", vi="Nhà cửa"),
    words=phrases(
        """
        nội thất, thiết kế nội thất, trang trí, trang trí nhà, decor, decor nhà, decor phòng, phòng
        ngủ, phòng khách, phòng tắm, nhà bếp, tủ bếp, kệ bếp, kệ chén, bàn ăn, sofa, rèm, rèm
        cửa, thảm, đèn đứng, đèn ngủ, căn hộ, chung cư, phòng trọ, nhà cấp bốn, xây nhà, sửa
        nhà, sơn tường, gạch bông, lát gạch, sàn gỗ, gỗ óc chó, dọn nhà, dọn dẹp, dọn phòng, sắp xếp
        nhà, đồ gia dụng, gia dụng, máy giặt, máy hút bụi, cây cảnh, cây cối, trồng cây, trồng rau,
        vườn, làm vườn, sân vườn, ban công, sân thượng, chậu, chậu gốm, sen đá, monstera, hoa hồng,
        giàn hoa, phân hữu cơ, đất trồng, hoa tươi, cắm hoa, góc làm việc, bàn làm việc, home decor,
        homedecor, decorating, interior, interiors, interior design, living room, bedroom, bathroom,
        kitchen makeover, kitchen renovation, renovation, renovate, renting, renter friendly,
        makeover, apartment, flat, tiny house, furniture, couch, daybed, bookshelf, shelf, shelves,
        lamp, rug, curtains, wallpaper, tiles, backsplash, drywall, paint colour, paint color, diy,
        woodworking, wood, ikea, ikea hack, declutter, organise, organize, storage, closet
        organization, baskets, cleaning, cleantok, laundry room, house plants, houseplants, plants,
        plant mom, garden, gardening, gardener, compost, bulbs, tulip, roses, pruning, seedlings,
        vegetable garden, balcony garden, scandi, boho, minimalist home, cozy home, home tour, house
        tour, nhà cửa, nhà đẹp, nhà nhỏ, nhà mới, tân gia, tổ ấm, góc nhà, góc ban công, tủ, tủ quần
        áo, giường, nệm, chăn ga, chăn, gối, ga giường, nến thơm, bình hoa, lọ hoa, bó hoa, hoa lá,
        tiệm hoa, cây xanh, xương rồng, hạt giống, chậu cây, tưới cây, bón phân, đồ bếp, nồi, chảo,
        chảo chống dính, máy rửa chén, máy lọc nước, nước lau sàn, nước giặt, nước rửa chén, vệ sinh
        nhà, lau nhà, bày trí, bố trí, kiến trúc, kiến trúc sư, xây, thi công, gạch, sơn, mái, mái
        hiên, chiếu sáng, đèn, đèn bàn, bàn ghế, ghế, bàn trà, mattress, bedding, sheets, pillow,
        pillows, duvet, blanket, candle, candles, vase, bouquet, flowers, florist,         frying pan, cookware, cutlery, dishwasher, vacuum, detergent, laundry, tidy,
        tidying, clean with me, cleaning tips, architecture, architect, ceiling,         wooden floor, windows sill, patio, backyard, lawn, soil, seeds,
        watering, cactus, succulents, bonsai, furniture flip, ikea finds, homeware, households,
        household
        """
    ),
    weak=phrases(
        """
        kệ, gương, pan, wall, walls, door, window, floor, frame, mirror, deck, stain,
        nhà, góc nhỏ, gỗ, hoa, home, house, cây, phòng, potted, scrap
        """
    ),
    categories=phrases(
        """
        home decor, home & garden, home improvement, interior design studio, furniture store,
        furniture, garden center, florist, home goods store, nội thất, thiết kế nội thất, trang trí
        nhà, kiến trúc sư, cửa hàng hoa
        """
    ),
    emoji="🪴🏡🏠🛋🛏🌷🌿🔨🌵",
)
