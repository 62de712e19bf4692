// The words and the numbers of the imitated site, which are Instagram's and not Soi's.

/** @typedef {"vi" | "en"} Language */

const WORDS = {
  vi: {
    ...{ posts: "{} bài viết", followers: "{} người theo dõi", following: "{} đang theo dõi" },
    ...{ follow: "Theo dõi", message: "Nhắn tin", list: "Người theo dõi", close: "Đóng", reply: "Trả lời" },
    ...{ photoOf: "Ảnh đại diện của {}", photoBy: "Ảnh của {}", likes: "{} lượt thích" },
    ...{ shut: "Đây là tài khoản riêng tư", shutText: "Hãy theo dõi để xem ảnh và video của họ." },
  },
  en: {
    ...{ posts: "{} posts", followers: "{} followers", following: "{} following" },
    ...{ follow: "Follow", message: "Message", list: "Followers", close: "Close", reply: "Reply" },
    ...{ photoOf: "{}'s profile picture", photoBy: "Photo by {}", likes: "{} likes" },
    ...{ shut: "This account is private", shutText: "Follow to see their photos and videos." },
  },
};
/** @type {Record<Language, { decimal: string, thousands: string, suffixes: string[] }>} */
const GRAMMAR = {
  vi: { decimal: ",", thousands: ".", suffixes: ["\u00a0N", "\u00a0Tr"] },
  en: { decimal: ".", thousands: ",", suffixes: ["K", "M"] },
};

/** @typedef {keyof typeof WORDS.vi} Word */

/** @param {Language} language @param {Word} word @param {string} [value] */
export const say = (language, word, value = "") => WORDS[language][word].replace("{}", value);

/** What stands before and after the number. @param {Language} language @param {Word} word */
export const around = (language, word) => WORDS[language][word].split("{}");

/** All digits: 33,604 or 33.604. @param {Language} language @param {number} number */
export const plain = (language, number) => String(number).replace(/\B(?=(\d{3})+$)/g, GRAMMAR[language].thousands);

/** As a header writes it: all digits below 10,000, then one decimal, cut off. @param {Language} language @param {number} number */
export function compact(language, number) {
  if (number < 10_000) return plain(language, number);
  const { decimal, suffixes } = GRAMMAR[language];
  const power = number < 1_000_000 ? 1 : 2;
  const tenths = Math.floor((number * 10) / 1000 ** power);
  const tenth = tenths % 10;
  const whole = Math.floor(tenths / 10);
  return `${whole}${tenth && whole < 100 ? decimal + tenth : ""}${suffixes[power - 1]}`;
}
