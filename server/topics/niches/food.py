"""Cooking, eating out, drinks."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="food",
    name=Text(en="Food", vi="Ẩm thực"),
    words=phrases(
        """
        ẩm thực, món ăn, món ngon, ăn ngon, đồ ăn, ăn vặt, ăn sập, quán ăn, quán ngon, quán cà phê,
        quán cafe, cà phê, cafe, trà sữa, trà đào, bạc xỉu, cold brew, espresso, latte, matcha, bánh
        mì, bánh ngọt, bánh kem, bánh flan, bánh tráng, bánh xèo, bánh cuốn, bún bò, bún chả, bún
        riêu, bún đậu, phở, hủ tiếu, mì cay, cơm tấm, cơm nhà, mâm cơm, cơm trưa, lẩu, đồ nướng,
        nướng, buffet, hải sản, ốc, gà rán, gà chiên, thịt kho, cá kho, canh chua, nước mắm, nước
        chấm, nước lèo, nước dùng, gia vị, nấu ăn, nấu cơm, vào bếp, căn bếp, bếp nhà, bếp nhỏ, công
        thức, nồi chiên không dầu, làm bánh, học làm bánh, ăn gì, ăn uống, review đồ ăn, food
        review, foodreview, foodie, foodtour, food tour, đặc sản, nhà hàng, đầu bếp, sushi, ramen,
        pizza, burger, pasta, noodles, curry, dumplings, tofu, soup, salad, sandwich, fries,
        dessert, cake, cookies, bread, sourdough, focaccia, baking, baker, bake, oven, fridge,
        dough, recipe, recipes, cooking, cook, chef, home cook, kitchen recipes, dinner, lunch,
        brunch, breakfast, restaurant, street food, dish, dishes, delicious, tasty, yummy, flavour,
        flavor, spicy, sauce, vegan, vegetarian, plant based, meal prep, lentil, snack, cocktail,
        wine, coffee, coffee shop, tea house, barista, ingredients, foodstagram, food, yum, món, ăn
        chay, đồ chay, thực đơn, sữa, sữa chua, sữa hạt, sữa tươi, bột, ngũ cốc, yến mạch, cháo,
        trái cây, rau, rau củ, thịt, thịt bò, thịt heo, tôm, cua, mực, gạo, xôi, mì, mì gói, bún,
        miến, kẹo, socola, nước ép, nước mía, sinh tố, trà, kem tươi, chè, bữa sáng, bữa trưa, bữa
        tối, bữa cơm, uống, bia, bia thủ công, rượu vang, rượu, nhậu, mồi, gỏi, nem, chả giò, chả,
        giò, bánh, bánh tráng nướng, bánh bao, bánh chưng, mứt, khô gà, khô bò, hạt điều, mật ong,
        nước sốt, sốt, chiên, xào, luộc, hấp, kho, hầm, chay, thực phẩm, ăn sáng, ăn trưa, ăn tối,
        ăn khuya, ăn kèm, giòn, béo ngậy, thơm ngon, ngon miệng, milk, tea, iced tea, juice,
        smoothie, yogurt, oats, oatmeal, cereal, granola, rice, chicken, beef, pork, shrimp,
        seafood, egg, eggs, cheese, butter, chocolate, fruit, fruits, veggies, vegetables, beer,
        lager, cider, whisky, gin, brew, brewery, eat, eats, eating, meal, meals, drink, drinks,
        sip, taste, tasting, snacks, pancake, waffle, honey, jam, fried, grilled, roasted, steak,
        hotpot, pho, banh mi, kimchi, bakery, dining, hungry, food blogger
        """
    ),
    weak=phrases(
        """
        ngon, quán, topping, crispy, plate, cay, healthy food, bếp, ăn, cơm, nấu, ngọt, chợ, vị,
        thơm, ly, tô, nồi, chén, đĩa, cup, bowl
        """
    ),
    only_marked=phrases("cơm, cua"),
    categories=phrases(
        """
        restaurant, cafe, food & beverage, food and beverage, chef, bakery, coffee shop, dessert
        shop, food delivery, grocery, nhà hàng, quán cà phê, đồ ăn, ẩm thực, đầu bếp, tiệm bánh,
        thực phẩm và đồ uống
        """
    ),
    emoji="🍜🍲🍳🍰🍔🍕🍣🥖🥐🍦☕🧋🍗🌮🍱🥗🍛🍤🥘🧁🌶🥦",
)
