// The invented creators of the demo, from a healthy micro-influencer to one with bought followers. "vidu" is Vietnamese for
// "example"; the server checks such names alone without a session.

import { crowd } from "./people.js";
import { factor, pick, randomOf } from "./random.js";
import { emptyWords, remark } from "./remarks.js";

/** @typedef {import("./people.js").Person} Person */
/** @typedef {{ author: Person, text: string, at: number }} Comment */
/** @typedef {{ place: number, code: string, id: string, kind: "image" | "reel", at: number, likes: number, comments: number, hidden: boolean, caption: string }} Post */
/**
 * Shares, not per cent: `engagement` is the middle of (likes + comments) / followers, `spread` that of the logarithms.
 * @typedef {{
 *   username: string, id: string, name: string, bio: string, category: string, language: "vi" | "en", hue: number,
 *   followers: number, following: number, posts: number, engagement: number, spread: number, bought: number, empty: number,
 *   captions: string[], hidesLikes?: boolean, isPrivate?: boolean,
 * }} Creator
 */

const DAY = 86_400_000;
const GRID = 12;
const LIST = 72;
const THREAD = 14;
const COMMENTS_PER_LIKE = 0.02;

/** @type {Creator[]} */
export const CAST = [
  {
    ...{ username: "linhdan.vidu", id: "51840200311", name: "Linh Đan | Bếp nhỏ", category: "Blogger" },
    bio: "Nấu món nhà cho người bận rộn 🍲\nCông thức mỗi thứ Ba và thứ Sáu\nHợp tác: linhdan@vidu.example",
    ...{ language: "vi", hue: 18, followers: 33_604, following: 512, posts: 224 },
    ...{ engagement: 0.041, spread: 0.45, bought: 0.04, empty: 0.15 },
    captions: [
      "Canh chua cá lóc nấu trong 20 phút #bepnho #monngon",
      "Ba món cơm hộp cho cả tuần, lưu lại nhé #comhop",
      "Chợ sáng thứ Bảy: rau gì đang vào mùa? #choque",
    ],
  },
  {
    ...{ username: "maya.vidu", id: "40217730925", name: "Maya Fields", category: "Designer" },
    bio: "Linen, slow mornings & a very old sewing machine\nNew patterns every month",
    ...{ language: "en", hue: 96, followers: 78_940, following: 803, posts: 641 },
    ...{ engagement: 0.026, spread: 0.5, bought: 0.05, empty: 0.2 },
    captions: [
      "The third attempt at this collar finally sits flat. #sewing #linen",
      "I would buy this thread again. #slowfashion",
      "Washing linen: what five years taught me #howto",
    ],
  },
  {
    ...{ username: "tuanxe.vidu", id: "60933410048", name: "Tuấn Mê Xe", category: "Video creator" },
    bio: "Xe số, xe cổ và những cung đường 🏍️\nMê phượt · Sài Gòn",
    ...{ language: "vi", hue: 214, followers: 12_345, following: 1_204, posts: 96 },
    ...{ engagement: 0.058, spread: 0.4, bought: 0.3, empty: 0.5 },
    captions: ["Đèo Prenn lúc 5 giờ sáng #phuot", "Thay nhông sên dĩa tại nhà, chi phí 350k #xemay"],
  },
  {
    ...{ username: "gymlab.vidu", id: "71050022816", name: "GYM LAB | Form chuẩn", category: "Fitness Trainer" },
    bio: "Coach online 💪 Tăng cơ giảm mỡ 90 ngày\nInbox để nhận giáo án",
    ...{ language: "vi", hue: 350, followers: 61_220, following: 6_904, posts: 58 },
    ...{ engagement: 0.0021, spread: 0.06, bought: 0.6, empty: 0.85 },
    captions: ["Không đau không lớn 🔥", "Inbox nhận giáo án miễn phí", "Trước và sau 90 ngày"],
  },
  {
    ...{ username: "kimglow.vidu", id: "62290155734", name: "Kim | Da khoẻ", category: "Health/beauty" },
    bio: "Chăm da tối giản cho da nhạy cảm",
    ...{ language: "vi", hue: 320, followers: 27_130, following: 955, posts: 312 },
    ...{ engagement: 0.03, spread: 0.5, bought: 0.05, empty: 0.2, hidesLikes: true },
    captions: ["Chỉ ba bước buổi tối thôi #chamda", "Kem chống nắng nào cho da dầu? #review"],
  },
  {
    ...{ username: "nhacuaan.vidu", id: "33408811700", name: "Nhà của An", category: "" },
    bio: "Góc riêng của cả nhà",
    ...{ language: "vi", hue: 48, followers: 8_412, following: 611, posts: 187 },
    ...{ engagement: 0.04, spread: 0.4, bought: 0, empty: 0, isPrivate: true },
    captions: [],
  },
];

/** @param {string | undefined} username */
export const creatorOf = (username) => CAST.find((creator) => creator.username === username);

/**
 * Newest first, dated back from now.
 * @param {Creator} creator
 * @returns {Post[]}
 */
export function postsOf(creator) {
  if (creator.isPrivate) return [];
  const random = randomOf(`${creator.username}:posts`);
  const middle = (creator.followers * creator.engagement) / (1 + COMMENTS_PER_LIKE);
  return Array.from({ length: GRID }, (_, place) => {
    const likes = Math.round(middle * factor(random, creator.spread));
    return {
      place,
      code: `D${creator.id.slice(0, 6)}${String.fromCharCode(65 + place)}x`,
      id: `3${creator.id}${10 + place}`,
      kind: random() < 0.4 ? "reel" : "image",
      at: Date.now() - (0.3 + place * 2.6) * DAY,
      likes,
      comments: Math.max(THREAD, Math.round(likes * COMMENTS_PER_LIKE * factor(random, creator.spread))),
      hidden: creator.hidesLikes === true && place % 2 === 1,
      caption: pick(random, creator.captions),
    };
  });
}

/**
 * The part of the followers list that the dialog shows.
 * @param {Creator} creator
 */
export const followersOf = ({ username, bought }) => crowd(randomOf(`${username}:followers`), LIST, bought);

/**
 * The comments of one post: no remark twice but the empty ones.
 * @param {Creator} creator
 * @param {Post} post
 * @returns {Comment[]}
 */
export function commentsOf({ username, language, bought, empty }, post) {
  const random = randomOf(`${username}:${post.code}`);
  return crowd(random, THREAD, bought / 2).map((author, place) => ({
    author,
    text: random() < empty ? pick(random, emptyWords(language)) : remark(language, post.place * THREAD + place),
    at: post.at + (place + 1) * 900_000,
  }));
}
