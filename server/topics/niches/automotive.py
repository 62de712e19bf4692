"""Cars, motorbikes, driving, repair."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="automotive",
    name=Text(en="Automotive", vi="Xe cộ"),
    words=phrases(
        """
        ô tô, xe hơi, xe máy, xe điện, xe côn, xe tay ga, xe số, xe cũ, xe mới, mô tô, moto, xe phân
        khối lớn, phân khối lớn, pkl, xế hộp, siêu xe, đánh giá xe, lái thử, chạy thử, độ xe, dọn
        xe, dán xe, rửa xe, bảo dưỡng, bảo dưỡng xe, thay dầu, thay nhớt, dầu máy, hộp số, động cơ,
        phanh, lốp, lốp xe, vỏ xe, mâm xe, phuộc, giảm xóc, nhông sên dĩa, đèn led xe, cảm biến lùi,
        camera hành trình, phủ gầm, phủ ceramic, hao xăng, lít/100km, lít 100km, đăng kiểm, bằng
        lái, học lái xe, lái xe, gara, garage, sửa xe, vinfast, toyota, honda, yamaha, vario,
        winner, exciter, vespa, ford, mazda, hyundai, kia, mercedes, bmw, audi, tesla, hybrid,
        trạm sạc, car, cars, car review, suv, sedan, hatchback, pickup truck, truck, ev, evs,
        electric car, charging station, engine, engine swap, turbo, exhaust, coilovers, suspension,
        brakes, torque, horsepower, hp, gearbox, manual transmission, tyres, tires, winter tyres,
        wheels, rims, detailing, car wash, mechanic, oil change, drift, track day, track days,
        racing, rally, formula 1, f1, motorcycle, motorcycles, motorbike, biker, scooter, helmet,
        road test, test drive, jdm, classic car, supercar, dealership, automotive, cargram, xe cổ,
        xe độ, xe đẹp, xe hiệu, xe gia đình, xe bán tải, xe tải, xe lướt, mua xe, bán xe, thuê xe,
        chạy xe, đi xe, lên đời xe, biển số, đèn pha, bình xăng, xăng, đổ xăng, mũ bảo hiểm, nón bảo
        hiểm, dầu nhớt, nhớt, bugi, ắc quy, chìa khoá xe, nội thất xe, ghế da ô tô, cứu hộ xe, tài
        xế, cao tốc, lốp trước, cào cào, cub, air blade, vision, xe ga, phượt bằng xe,
        crossover, mpv, porsche, lamborghini, ferrari, nissan, subaru, volkswagen, suzuki, kawasaki,
        ducati, harley, driver, driving, drove, ride, riding, rider, rides, riders, bikers, motor,
        motorsport, mph, km/h, diesel, petrol, fuel, fuel economy, ev charging, charger network,
        hybrid car, car care, ceramic coating, wax, dashcam, parking, highway, wheel, spoiler,
        bumper, body kit, dyno, launch control, clutch, transmission, mileage, off road, offroad,
        4x4, jeep, caravan
        """
    ),
    weak=phrases(
        """
        xe, lái, máy, drive, bike, garage, rust, range, 0 100
        """
    ),
    categories=phrases(
        """
        car dealership, cars, automotive repair shop, automotive, motor vehicle company, motorcycle
        dealership, car wash, ô tô, sửa chữa ô tô, xe máy, đại lý ô tô
        """
    ),
    emoji="🚗🏍🚙🏎🛞🔧⛽🚘",
)
