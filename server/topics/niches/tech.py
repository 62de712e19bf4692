"""Devices, software, AI."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="tech",
    name=Text(en="Tech", vi="Công nghệ"),
    words=phrases(
        """
        công nghệ, đồ công nghệ, điện thoại, smartphone, iphone, ipad, macbook, samsung, android,
        ios, laptop, máy tính, pc, máy tính bảng, tai nghe, loa bluetooth, bàn phím cơ, bàn phím,
        chuột không dây, màn hình, đồng hồ thông minh, smartwatch, sạc nhanh, sạc dự phòng, pin,
        camera điện thoại, chip, flagship, mở hộp, unbox, unboxing, trên tay, phần mềm, ứng dụng,
        thủ thuật, thủ thuật máy tính, excel, ai tool, ai tools, ai tạo, công cụ ai, trí tuệ nhân
        tạo, chatgpt, prompt, tự động hoá, lập trình, lập trình viên, coder, coding, code, dev,
        python, java, javascript, typescript, react, css, html, frontend, backend, bug, unit
        test, github, docker, linux, server, cloud, database, sql, devops, machine learning,
        chatbot, robot, robot vacuum, robot hút bụi, nhà thông minh, smart home, zigbee, router,
        wifi, raspberry pi, self hosting, home lab, cybersecurity, bảo mật, mạng, drone, flycam,
        gadget, gadgets, tech, tech review, techtok, technology, phone, phones, foldable, foldable
        phone, keyboard, keyboards, mechanical keyboard, monitor, headphones, earbuds, tablet,
        processor, gpu, battery, battery test, app, apps, software, developer, programming,
        programmer, engineer, engineering, startup, saas, ux, ui, open source, api, no code,
        automation, iot, setup, máy tính xách tay, card đồ hoạ, ram, ổ cứng, ssd, cấu hình, hệ điều
        hành, windows, mạng xã hội, tin học, app mới, điện thoại mới, camera sau, sạc, cáp sạc, củ
        sạc, dây sạc, loa, tivi, máy chiếu, máy lọc không khí, robot lau nhà, đồ điện tử, điện
        tử, thiết bị, công nghệ ai, trợ lý ảo, internet, 5g, airpods, apple watch, galaxy, pixel
        phone, xiaomi, oppo, google, microsoft, windows laptop, notion, shortcut, shortcuts,
        charger, charging cable, power bank, usb c, hard drive, specs, benchmark, oled, refresh
        rate, firmware, electronics, devices, device, wearable, vr, headset vr, 3d printing,
        3d printer, arduino, coding bootcamp, hackathon, algorithm, llm, tech news, camera
        phone, desktop, computer, computers
        """
    ),
    weak=phrases(
        """
        chống ồn, máy ảnh, mic, camera, sensor, cập nhật, tool, trick, nâng cấp, công cụ, máy, pin
        """
    ),
    categories=phrases(
        """
        science, technology & engineering, science technology engineering, software company,
        computer company, electronics, electronics store, information technology company, mobile
        phone shop, app page, phần mềm, công nghệ, cửa hàng điện thoại
        """
    ),
    emoji="📱💻🖥⌨🤖🔌🎧",
)
