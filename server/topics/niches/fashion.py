"""Clothes, shoes, bags, jewellery, outfits."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="fashion",
    name=Text(en="Fashion", vi="Thời trang"),
    words=phrases(
        """
        thời trang, phối đồ, mix đồ, outfit, ootd, lookbook, chân váy, váy, đầm, đầm dự tiệc, áo
        dài, áo thun, áo sơ mi, sơ mi, áo khoác, áo len, áo croptop, croptop, quần jean, quần jeans,
        quần tây, quần ống rộng, quần ống suông, quần short, blazer, cardigan, hoodie, vest, set đồ,
        đồ bộ, đồ công sở, đồ hiệu, túi xách, túi hiệu, giày cao gót, giày sneaker, sneaker, giày
        da, sandal, dép, phụ kiện, trang sức, vòng tay, khuyên tai, bông tai, dây chuyền, nhẫn bạc,
        local brand, streetwear, street style, streetstyle, vintage, đồ si, secondhand, 2hand, thanh
        lý đồ, bộ sưu tập, may đo, vải lụa, lụa tơ tằm, chất vải, form áo, form dáng, nấm lùn, mặc
        gì, mặc đẹp, tủ đồ, mẫu nữ, người mẫu, stylist, fashion, style, styling, dress, dresses,
        skirt, jeans, denim, jacket, trench coat, coat, knitwear, sweater, blouse, trousers, wide
        leg, boots, heels, loafers, handbag, jewelry, jewellery, earrings, necklace, bracelet,
        wardrobe, capsule wardrobe, thrifted, thrift haul, thrift, haul, try on haul, try on, modest
        fashion, hijab, fit check, outfit ideas, outfit inspo, runway, fashion week, petite, plus
        size, tailoring, menswear, womenswear, lingerie, bikini, swimwear, áo, quần, váy đầm, giày,
        túi, mũ, nón, khăn, cà vạt, thắt lưng, ví da, đồng hồ đeo tay, bộ đồ, lên đồ đi chơi, đồ
        đôi, mặc đồ, size s, size m, size l, cotton, chân váy bò, đồ lót, đồ ngủ, đồ bơi, thời trang
        nữ, thời trang nam, thời trang công sở, bộ suit, suit, shirt, tee, t shirt, pants, shorts,
        jumper, knit, wool, silk, linen, leather bag, bag, bags, purse, tote, shoes, shoe, sneakers,
        hat, scarf, belt, sunglasses, ring, rings, clothes, clothing, clothing haul,
        wear, wearing, wore, dressed, dressing, fabric, sewing, pattern, patterns, tailor,
        accessories, ootw, gown, wedding dress, uniform, collar, sleeve
        """
    ),
    weak=phrases(
        """
        fit, size, mặc, chân dài, model, closet, layering, rings, chất liệu, form
        """
    ),
    categories=phrases(
        """
        clothing brand, clothing store, apparel, fashion model, fashion designer, jewelry/watches,
        bags/luggage, shoe store, thời trang, cửa hàng quần áo, nhãn hiệu thời trang, người mẫu
        """
    ),
    emoji="👗👠👜🧥👟👚👔🧣👒💍",
)
