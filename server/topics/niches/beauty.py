"""Skin, make-up, hair, nails, scent."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="beauty",
    name=Text(en="Beauty", vi="Làm đẹp"),
    words=phrases(
        """
        mỹ phẩm, làm đẹp, trang điểm, skincare, chăm sóc da, chăm da, dưỡng da, da dầu, da khô, da
        mụn, da nhạy cảm, da hỗn hợp, trị mụn, mụn ẩn, thâm mụn, lỗ chân lông, kem chống nắng, chống
        nắng, sữa rửa mặt, tẩy trang, tẩy tế bào chết, nước tẩy trang, toner, serum, retinol,
        niacinamide, vitamin c, bha, aha, kem dưỡng, kem nền, kem lót, cushion, phấn phủ, phấn nước,
        phấn mắt, má hồng, che khuyết điểm, kẻ mắt, mascara, chuốt mi, nối mi, uốn mi, lông mày,
        phun xăm, son môi, son tint, son lì, son đất, son dưỡng, son kem, thỏi son, cây son, màu
        son, swatch, makeup, make up, mặt nạ, mặt nạ giấy, đắp mặt nạ, cấp ẩm, khóa ẩm, lên
        tông, nâng tông, dưỡng trắng, dưỡng ẩm, nước hoa, mùi hương nước hoa, toả hương, xịt thơm,
        dưỡng tóc, nhuộm tóc, uốn tóc, tóc uốn, tóc nhuộm, dầu gội, kiểu tóc, tóc mái, ủ tóc, nail,
        nail xinh, sơn móng, móng tay, gel polish, spa, tắm trắng, body lotion, sữa tắm, cô dâu
        trang điểm, lip combo, skin care, skin barrier, sunscreen, spf, moisturizer, moisturiser,
        cleanser, foundation, concealer, blush, bronzer, highlighter, eyeliner, eyeshadow, lipstick,
        lip gloss, lip tint, lip liner, lip balm, lashes, lash extensions, brows, brow lamination,
        perfume, fragrance, eau de parfum, hair care, haircare, hair color, hair colour, balayage,
        shampoo, conditioner, curly hair, hairstyle, hair salon, manicure, pedicure, nails, nail
        art, acne, pimple, blackheads, pores, glass skin, exfoliate, exfoliating, hyaluronic,
        ceramide, face mask, sheet mask, facial, grwm, get ready with me, makeup artist, beauty,
        kbeauty, k beauty, esthetician, beauty tips, mụn, nám, tàn nhang, sẹo, sẹo lồi, thâm, vết
        thâm, thoa kem, bôi kem, kem tay, xịt khoáng, gel rửa mặt, gel tắm, gel dưỡng, tinh chất,
        dưỡng môi, bảng mắt, nhũ mắt, phấn, tóc rụng, rụng tóc, tóc khô, nếp nhăn, lão hoá, quầng
        thâm, mi giả, tone da, da mặt, da tay, da đầu, da mềm, da căng, da sáng, mịn da, kem lạnh,
        kem body, sáp tẩy trang, dầu tẩy trang, mặt mộc, làm tóc, tiệm tóc, móng, cọ trang điểm,
        viền môi, môi, tẩy da chết, peel da, cream, lotion, skin, dry skin, oily skin, sensitive
        skin, skin type, hair, hair mask, hair oil, lips, lip, lip mask, balm, gloss, setting spray, scrub, patch test, hydrating, hydration, moisture, face wash, body
        wash, soap, makeup remover, micellar, cleansing, complexion, dark spots, wrinkles,
        pigmentation, eyebrow, eyelash, eye cream, retinoid, scent, bare faced, cosmetics,
        cosmetic, shades
        """
    ),
    weak=phrases(
        """
        da dẻ, làn da, glow up, glowy, glam, dermatology, tóc, da mặt
        """
    ),
    only_marked=phrases("da, son, kem, gel, da dẻ"),
    categories=phrases(
        """
        health beauty, health/beauty, beauty cosmetic personal care, cosmetics store, beauty salon,
        hair salon, nail salon, skin care service, makeup artist, thẩm mỹ viện, tiệm nail, salon
        tóc, trang điểm, mỹ phẩm
        """
    ),
    emoji="💄💅🧴🧖💋",
)
