"""Children, parents, pregnancy."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="family",
    name=Text(en="Family", vi="Gia đình"),
    words=phrases(
        """
        my son, my daughter, our son, our daughter, mẹ bỉm, mẹ bỉm sữa, bỉm sữa, bỉm, tã, mẹ và bé, mẹ bầu, mang thai, thai kỳ, sau sinh,
        đi sinh, sữa mẹ, kích sữa, hút sữa, sữa công thức, ăn dặm, cho bé, bé sơ sinh, trẻ sơ sinh,
        bé yêu, bé nhà mình, con nhỏ, nuôi con, dạy con, chăm con, trẻ em, trẻ
        nhỏ, mọc răng, vận động tinh, đồ chơi cho bé, đồ chơi, mẫu giáo, mầm non, cha mẹ, bố mẹ, làm
        mẹ, làm bố, bố bỉm, gia đình nhỏ, mẹ chồng, nàng dâu, ăn vạ, khủng hoảng tuổi lên, ngủ xuyên
        đêm, rèn ngủ, xe đẩy, nôi, ghế ăn dặm, quần áo trẻ em, đồ sơ sinh, tháng tuổi bé, baby,
        babies, newborn, toddler, toddlers, twins, kids, kid, children, child, parenting, parents,
        parent, mum, mom, mommy, mama, mumlife, momlife, mom life, motherhood, dad, daddy, dadlife,
        fatherhood, stay at home mom, stay at home dad, pregnancy, pregnant, postpartum, maternity,
        breastfeeding, pumping, baby led weaning, weaning, solid foods, diaper, diapers, nappies,
        stroller, pram, nursery, potty training, tantrum, tantrums, lunchbox, homeschool,
        homeschooling, baby shower, gentle parenting, family of four, bilingual
        children, crafts for kids, family, ông bà, con yêu, con mình, cho con, con bú, bú mẹ, cai
        sữa, hăm tã, sữa bột, bột ăn dặm, cháo ăn dặm, bình sữa, núm ti, máy hút sữa, tiêm chủng,
        biếng ăn, trẻ biếng ăn, bé ăn, bé ngủ, bé bú, bé đi học, bé mấy tháng, tháng tuổi, tuổi dậy
        thì, mẹ đơn thân, làm cha mẹ, gia đình, gia đình mình, gia đình nhỏ của, vợ chồng trẻ, 2
        con, hai con, 3 con, infant, infants, formula milk, baby food, breast milk, breastmilk,
        bottle feeding, feeding bottle, baby bottle, teething, nap, naps, naptime, playtime,
        playground, toys, toy, preschool, kindergarten, mother, mothers, father, fathers, mums,
        moms, dads, grandma, grandpa, siblings, sister and brother, little one, little ones, months
        old, month old, newborns, trimester, ultrasound, bump, raising, family time, family life
        """
    ),
    weak=phrases(
        """
        con gái, con trai, daughter, bé, con, mẹ, bố, vợ chồng, chồng, vợ, cả nhà, nhóc, siblings, sinh con, cữ
        """
    ),
    categories=phrases(
        """
        baby goods/kids goods, baby & children's clothing store, baby goods kids goods, child care
        service, preschool, family doctor, nuôi dạy con, mẹ và bé, sản phẩm dịch vụ cho trẻ em, sản
        phẩm/dịch vụ cho trẻ em
        """
    ),
    emoji="👶🍼👪🤰🧒👧👦🤱🧸",
)
