// What the server knows as well. Made by scripts/make_shared_facts.py from the server's tables; not edited here.

export const NOT_USERNAMES = [
  "about",
  "accounts",
  "api",
  "challenge",
  "developer",
  "direct",
  "directory",
  "emails",
  "explore",
  "graphql",
  "legal",
  "locations",
  "p",
  "press",
  "privacy",
  "reel",
  "reels",
  "stories",
  "terms",
  "threads",
  "tv",
  "web",
  "www",
  "your_activity",
];
export const STATUSES = ["found", "contacted", "answered", "agreed", "posted", "paid", "rejected"];
export const TIERS = ["nano", "micro", "mid", "macro", "mega"];
export const PICTURE_MEDIA = ["image/png", "image/jpeg", "image/webp"];
export const MOST_PICTURES = 4;
export const MOST_PICTURE_BYTES = 204_800;
export const BANDS = /** @type {const} */ (["low", "below", "average", "good", "high"]);
export const CURRENCIES = /** @type {const} */ (["VND", "USD"]);
export const RIVAL_DAYS = 90;
export const MOST_RIVALS = 50;
export const LONGEST_RIVAL = 60;
export const CATEGORIES = /** @type {const} */ ([
  "general",
  "cosmetics",
  "supplement",
  "food",
  "infant",
  "infant_food",
  "medical",
  "alcohol",
  "finance",
  "banned",
]);
export const DELIVERABLE_KINDS = /** @type {const} */ (["image", "album", "reel", "video", "story", "package", "live"]);
export const OPEN_STATES = /** @type {const} */ (["planned", "drafting", "in_review", "changes", "approved"]);
export const BY_LOG = /** @type {const} */ (["in_review", "changes", "approved"]);
export const RULED = /** @type {const} */ (["approved", "changes", "rejected"]);
export const MESSAGES = /** @type {const} */ (["first", "reminder", "refusal"]);
export const CHANNELS = /** @type {const} */ (["instagram", "zalo", "email", "phone", "other"]);
export const TASK_KINDS = /** @type {const} */ (["overdue", "due", "gap", "no_answer", "look_again"]);
export const REPORT_PARTS = /** @type {const} */ ([
  "overview",
  "prices",
  "engagement",
  "verdict",
  "status",
  "contacts",
  "notes",
  "own_fields",
  "plots",
]);
export const INTERNAL_PARTS = /** @type {const} */ (["contacts", "notes", "own_fields"]);
export const ROLES = /** @type {const} */ (["viewer", "editor", "owner"]);
export const PLATFORM_TITLES = {
  instagram: "Instagram",
  tiktok: "TikTok",
  youtube: "YouTube",
  facebook: "Facebook",
  threads: "Threads",
  x: "X",
  shopee: "Shopee",
  lemon8: "Lemon8",
  zalo: "Zalo",
  linkedin: "LinkedIn",
  pinterest: "Pinterest",
  twitch: "Twitch",
  telegram: "Telegram",
  blog: "Blog",
};
export const PLATFORM_PAGES = {
  instagram: "https://www.instagram.com/{}/",
  tiktok: "https://www.tiktok.com/@{}",
  youtube: "https://www.youtube.com/@{}",
  facebook: "https://www.facebook.com/{}",
  threads: "https://www.threads.com/@{}",
  x: "https://x.com/{}",
  shopee: "https://shopee.vn/{}",
  linkedin: "https://www.linkedin.com/in/{}",
  pinterest: "https://www.pinterest.com/{}/",
  twitch: "https://www.twitch.tv/{}",
  telegram: "https://t.me/{}",
};
export const VERDICTS = ["contact", "promising", "look_closer", "risky", "not_a_fit", "not_enough_data"];
export const VERDICT_ICONS = {
  contact: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM6.6 10.2l2.4 2.4 4.6-5",
  promising: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM10 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z",
  look_closer: "M8.8 3.2a5.6 5.6 0 1 1 0 11.2 5.6 5.6 0 0 1 0-11.2ZM13 13l4 4M8.8 6.4v2.8M8.8 11.4v.1",
  risky: "M10 3 18 16.6H2L10 3ZM10 8v4M10 14.2v.1",
  not_a_fit: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM4.8 15.2 15.2 4.8",
  not_enough_data: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM6.6 10h.1M10 10h.1M13.4 10h.1",
};
