// A creator as the list names them: the bare name on Instagram, "tiktok:NAME" elsewhere. The pages say "TikTok · NAME".

import { PLATFORM_PAGES, PLATFORM_TITLES } from "./shared_facts.js";

const TITLES = /** @type {Record<string, string>} */ (PLATFORM_TITLES);
const PAGES = /** @type {Record<string, string>} */ (PLATFORM_PAGES);
const CHANNEL = /^UC[\w-]{22}$/; // a channel of YouTube by its number
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
  if (platform === "youtube" && CHANNEL.test(name)) return `https://www.youtube.com/channel/${name}`;
  return PAGES[platform]?.replace("{}", () => encodeURIComponent(name)) ?? null;
}
