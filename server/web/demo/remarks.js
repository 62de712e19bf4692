// What invented commenters write: to the point, asking to buy, or nothing at all. What is to the point is put together from
// two halves, so that no two people write the same: people who read a post do not copy each other.

/** @typedef {{ openings: string[], endings: string[], buying: string[], empty: string[] }} Remarks */

/** @type {Record<"vi" | "en", Remarks>} */
const REMARKS = {
  vi: {
    openings: [
      "Hôm qua mình làm thử theo cách này",
      "Mẹ mình ngồi cạnh cũng xem đến hết",
      "Đoạn giữa mình phải tua chậm mới theo kịp",
      "Lâu lắm mới thấy ai nói kỹ như vậy",
      "Mình thử hai lần đều hỏng",
      "Góc quay từ trên xuống nhìn rõ hẳn",
      "Chỗ mình ở Cần Thơ chưa thấy ai bán loại này",
      "Mình in ra dán lên tủ lạnh rồi",
      "Nhìn đơn giản mà bắt tay vào mới thấy khó",
      "Bài trước mình còn thắc mắc mà giờ thì hiểu rồi",
      "Mình theo dõi bạn từ hồi còn vài trăm người",
      "Trời Hà Nội mưa suốt nên chưa thử được",
      "Công nhận phần chuẩn bị mất công nhất",
      "Bạn cùng phòng vừa gửi cho mình xem",
    ],
    endings: [
      "cuối tuần rảnh mình sẽ làm lại cho đúng",
      "bạn nói thêm về chi phí được không",
      "lần tới quay rõ đoạn kết giúp mình nhé",
      "hoá ra bấy lâu nay mình làm ngược",
      "người mới bắt đầu nên chọn loại nào",
      "nhà có trẻ nhỏ thì cần lưu ý gì không",
      "mong bạn làm tiếp phần hai",
      "nhạc nền tên gì vậy bạn",
      "để qua đêm có sao không nhỉ",
      "đọc bình luận cũng học thêm được khối thứ",
      "cả nhà ăn hết sạch",
      "tuần sau mình kể xem kết quả thế nào",
      "chỉ tiếc là video hơi ngắn",
    ],
    buying: ["Cho mình xin giá với", "Còn hàng không bạn, mình ở Đà Nẵng", "Mua ở đâu vậy ạ", "Ib mình giá nhé"],
    empty: ["🔥🔥🔥", "Tuyệt vời", "Đẹp quá", "❤️❤️", "Hay quá bạn ơi", "👍", "Quá đỉnh", "😍😍😍"],
  },
  en: {
    openings: [
      "I tried this on Sunday with my sister",
      "My dad watched it over my shoulder",
      "I had to slow the middle part down",
      "Nobody has ever explained it this patiently",
      "I made the same mistake back in college",
      "Filming from above makes it so much clearer",
      "It looks simple until you start cutting",
      "I printed it and taped it to the sewing table",
      "Been here since you had a few hundred followers",
      "I like how unhurried this feels",
      "The preparation really is most of the work",
      "A colleague sent me this at lunch",
      "Mine fell apart twice before it held",
      "Your voice makes long videos feel short",
    ],
    endings: [
      "so next weekend I will do it properly",
      "is the later part harder than this?",
      "could you say a little about the cost",
      "turns out I have been doing it backwards",
      "which machine would you give a beginner",
      "please film the last step closer next time",
      "where would you look for this in a small town",
      "only wish it were a bit longer",
      "will report back when mine is done",
      "and then the dog walked in",
      "learned as much from the replies",
      "it took me forty minutes all in",
      "thank you for showing where it goes wrong",
    ],
    buying: ["How much is the pattern?", "Where can I buy this?", "Is the size M still available?"],
    empty: ["🔥🔥🔥", "Amazing", "So nice", "❤️❤️", "Great post", "👍", "Love it", "😍😍😍"],
  },
};
const BUYS_EVERY = 9;

/** @param {"vi" | "en"} language @returns {readonly string[]} */
export const emptyWords = (language) => REMARKS[language].empty;

/**
 * What the reader of this number writes; up to 182 are all different, but for those who ask to buy.
 * @param {"vi" | "en"} language
 * @param {number} number counted over all posts of a creator
 */
export function remark(language, number) {
  const { openings, endings, buying } = REMARKS[language];
  if (number % BUYS_EVERY === 4) return String(buying[Math.floor(number / BUYS_EVERY) % buying.length]);
  const opening = openings[number % openings.length];
  return `${opening}, ${endings[(number + Math.floor(number / openings.length)) % endings.length]}`;
}
