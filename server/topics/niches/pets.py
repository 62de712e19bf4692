"""Dogs, cats, fish, birds."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="pets",
    name=Text(en="Pets", vi="Thú cưng"),
    words=phrases(
        """
        thú cưng, chó, chó con, chó mèo, cún, cún con, cún cưng, các sen, con sen, mèo,
        mèo con, hoàng thượng, corgi, poodle, husky, phốc sóc, pug, mèo anh, mèo ta, mèo
        mướp, hạt cho chó, hạt cho mèo, thức ăn cho chó, thức ăn cho mèo, pate, cát vệ sinh, cát
        mèo, tiêm phòng dại, tiêm phòng, sổ giun, thú y, bác sĩ thú y, rụng lông, cạo lông,
        grooming, dắt chó, xích chó, chuồng, cứu hộ chó mèo, nhận nuôi, cá cảnh, hồ cá, thuỷ sinh,
        cá betta, cá koi, tép cảnh, lọc nước hồ cá, chim cảnh, vẹt, hamster, thỏ cảnh, bò sát, rùa,
        pet, pets, pet lover, dog, dogs, doggo, puppy, puppies, pup, cat, cats, kitten, kittens,
        kitty, catsofinstagram, dogsofinstagram, rescue dog, rescue, adopt don't shop, foster,
        leash, leash training, kibble, raw food, treats, litter, litter box, zoomies, purr, purring,
        vet, vet visit, golden retriever, retriever, labrador, bulldog, greyhound, dachshund, shiba,
        parrot, budgie, bird, birds, cage, aquarium, fish tank, betta, rabbit, bunny, guinea pig,
        reptile, horse, paws, furbaby, fur baby, dog mom, cat mom, nuôi chó, nuôi mèo, con chó, con
        mèo, mèo nhà mình, chó nhà mình, bé mèo, bé chó, mèo béo, mèo hoang, chó hoang, dắt chó đi
        dạo, đi dạo với chó, vuốt lông, lông mèo, chải lông, bọ chét, ve chó, súp thưởng, đồ ăn cho
        mèo, đồ ăn cho chó, bát ăn cho mèo, nhà cho mèo, trụ cào, đồ chơi cho mèo, đồ chơi cho chó,
        khách sạn thú cưng, phối giống, triệt sản, tiêm vaccine cho chó, cá bảy màu, cá vàng, bể cá,
        chim, nuôi chim, gà chọi, kitties, meow, woof, wag, barking, bark, collar for dogs, dog
        food, cat food, dog park, dog walk, walkies, dog training, cat tree, catnip, scratching
        post, spay, neuter, adopted, adoption, rescue cat, stray, strays, breeder, breed,
        poodle mix, furry, goldfish, terrarium, turtle, lizard, snake, pony, chickens
        """
    ),
    weak=phrases(
        """
        bầy, giống, tail, tắm spa, lông
        """
    ),
    categories=phrases(
        """
        pet service, pet supplies, pet store, veterinarian, dog trainer, dog walker, pet groomer,
        kennel, animal shelter, thú cưng, cửa hàng thú cưng, bác sĩ thú y, pet
        """
    ),
    emoji="🐶🐱🐕🐈🐾🐹🐰🐠🦜🐩🐟🐇",
)
