"""Drawing, photography, craft."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="art",
    name=Text(en="Art", vi="Nghệ thuật"),
    words=phrases(
        """
        nghệ thuật, mỹ thuật, hội hoạ, hội họa, hoạ sĩ, họa sĩ, vẽ, vẽ tranh, tập vẽ, bức vẽ, tranh,
        bức tranh, tranh sơn dầu, màu nước, sơn dầu, acrylic, ký hoạ, ký họa, chân dung, minh hoạ,
        minh họa, vẽ kỹ thuật số, digital art, thư pháp, giấy dó, mài mực, bút lông, gốm, làm gốm,
        điêu khắc, thêu, đan len, móc len, handmade, thủ công, origami, triển lãm, nhiếp ảnh, nhiếp
        ảnh gia, chụp ảnh, chụp hình, ảnh film, film máy, cuộn film, máy film, ống kính, góc chụp,
        ánh sáng chụp, chỉnh màu, chỉnh ảnh, preset, lightroom, photoshop, ảnh cưới, kỷ yếu, concept
        chụp, bộ ảnh, xăm, hình xăm, thiết kế đồ hoạ, đồ hoạ, art, artist, artwork, painter,
        painting, paintings, paint, watercolor, watercolour, oil painting, gouache, drawing, draw,
        sketch, sketchbook, illustration, illustrator, procreate, brushes, character design,
        character sheet, commission, commissions, comic, animation, calligraphy, lettering,
        ceramics, ceramic, pottery, glaze, kiln, sculpture, embroidery, crochet, knitting, linocut,
        printmaking, prints, gallery, exhibition, museum, photographer, photography, street
        photography, street photographer, film photography, analog, 35mm, 50mm lens, portra,
        darkroom, lens, portrait, portraits, grain, long exposure, composition, photo editing,
        tattoo, tattoo artist, graphic design, typography, craft, fine art, vẽ chân dung, vẽ tay, vẽ
        digital, vẽ minh hoạ, học vẽ, lớp vẽ, bút chì, bút màu, bút vẽ, màu acrylic, khung tranh,
        treo tranh, phác thảo, nét vẽ, cọ vẽ, hoạ cụ, truyện tranh, manga, sáng tác, tác phẩm, bảo
        tàng, nghệ nhân, sơn mài, tranh lụa, làm đồ handmade, đồ handmade, len, may
        vá, cắt giấy, in lụa, ảnh chân dung, ảnh đường phố, ảnh phong cảnh, ảnh đen trắng, máy ảnh,
        máy ảnh film, ống kính 50mm, khẩu độ, bố cục, flycam, chụp ngoại cảnh, bộ ảnh cưới, studio
        ảnh, thiết kế, poster, logo design, draws, drawn, doodle, doodles, pencil, charcoal, pastel,
        pastels, oil on canvas, on canvas, canvas, mural, murals, graffiti, art studio,
        paints, painted, inktober, ink drawing, concept art, 3d art, blender, webcomic, zine,
        stickers, art print, art prints, sculptor, clay, wheel throwing, potter, quilting, yarn,
        knit pattern, bookbinding, woodcut, collage, camera, cameras, shutter, aperture, iso, film
        roll, film camera, analogue, photo, photos, photograph, photoshoot, photo session, black and
        white, monochrome, landscape photography, wedding photographer, wedding photography, editing
        photos, presets, designer, creative
        """
    ),
    weak=phrases(
        """
        màu, nét, bút, canvas, wheel, ink, ảnh, light, b/w, brush
        """
    ),
    categories=phrases(
        """
        artist, photographer, visual arts, art gallery, graphic designer, art, họa sĩ, hoạ sĩ, nhiếp
        ảnh gia, nghệ thuật, thiết kế đồ họa, tattoo & piercing shop
        """
    ),
    emoji="🎨🖌📷📸🖼🧶✒",
)
