/** What the server calls its niches. Made by scripts/make_shared_facts.py from server/topics/niches; not edited here. */

/** @type {Record<string, import("../../../types/messages").Text>} */
export const NICHES = {
  art: { en: "Art", vi: "Nghệ thuật" },
  automotive: { en: "Automotive", vi: "Xe cộ" },
  beauty: { en: "Beauty", vi: "Làm đẹp" },
  education: { en: "Education", vi: "Giáo dục" },
  entertainment: { en: "Entertainment", vi: "Giải trí" },
  family: { en: "Family", vi: "Gia đình" },
  fashion: { en: "Fashion", vi: "Thời trang" },
  finance: { en: "Finance", vi: "Tài chính" },
  fitness: { en: "Fitness", vi: "Thể hình" },
  food: { en: "Food", vi: "Ẩm thực" },
  gaming: { en: "Gaming", vi: "Trò chơi" },
  home: { en: "Home", vi: "Nhà cửa" },
  lifestyle: { en: "Lifestyle", vi: "Đời sống" },
  pets: { en: "Pets", vi: "Thú cưng" },
  tech: { en: "Tech", vi: "Công nghệ" },
  travel: { en: "Travel", vi: "Du lịch" },
};
