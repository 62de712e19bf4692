// A creator as the list names them: the bare name on Instagram, "tiktok:NAME" elsewhere. The pages say "TikTok · NAME".

const TITLES = /** @type {Record<string, string>} */ ({
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
});
/** The addresses of pages, as server/handles.py has them. */
const PAGES = /** @type {Record<string, (name: string) => string>} */ ({
  instagram: (name) => `https://www.instagram.com/${name}/`,
  tiktok: (name) => `https://www.tiktok.com/@${name}`,
  youtube: (name) => `https://www.youtube.com/${/^UC[\w-]{22}$/.test(name) ? "channel/" : "@"}${name}`,
  facebook: (name) => `https://www.facebook.com/${name}`,
  threads: (name) => `https://www.threads.com/@${name}`,
  x: (name) => `https://x.com/${name}`,
  shopee: (name) => `https://shopee.vn/${name}`,
  linkedin: (name) => `https://www.linkedin.com/in/${name}`,
  pinterest: (name) => `https://www.pinterest.com/${name}/`,
  twitch: (name) => `https://www.twitch.tv/${name}`,
  telegram: (name) => `https://t.me/${name}`,
});
const BY_NUMBER = /^id\.[0-9]{1,20}$/; // whose name another account has taken over

/** @param {string} username as the API has it */
export function platformOf(username) {
  const colon = username.indexOf(":");
  return colon < 0 ? "instagram" : username.slice(0, colon);
}

/** "@lan.vidu", or "TikTok · lan". @param {string} username */
export function shownName(username) {
  const platform = platformOf(username);
  if (platform === "instagram") return `@${username}`;
  return `${TITLES[platform] ?? platform} · ${username.slice(platform.length + 1)}`;
}

/** The creator's own page; null where no address is known. @param {string} username */
export function pageOf(username) {
  if (BY_NUMBER.test(username)) return null;
  const platform = platformOf(username);
  const name = username.slice(platform === "instagram" ? 0 : platform.length + 1);
  return PAGES[platform]?.(encodeURIComponent(name)) ?? null;
}
