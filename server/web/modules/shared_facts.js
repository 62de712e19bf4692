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
export const VERDICTS = ["contact", "promising", "look_closer", "risky", "not_a_fit", "not_enough_data"];
