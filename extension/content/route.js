/**
 * Which creator, post or list an address names. The background imports it too: both ends agree.
 */
{
  const ORIGIN = "https://www.instagram.com";
  const USERNAME = /^(?!\.+$)[a-z0-9._]{1,30}$/;
  const SHORTCODE = /^[A-Za-z0-9_-]{5,40}$/;
  /** First parts of an address that are Instagram's own. */
  const NOT_USERNAMES = new Set(soi.facts.notUsernames);
  /** Tabs of a profile that show the same header. */
  const TABS = [undefined, "reels", "tagged", "saved", "feed", "reposts", "guides", "channel"];

  /** @param {string | null} href @returns {string[] | null} */
  const partsOf = (href) => {
    if (href && /^\/[\w/.-]*$/.test(href) && href[1] !== "/") return href.split("/").filter(Boolean); // most links
    try {
      const url = new URL(href ?? "", ORIGIN);
      return url.origin === ORIGIN ? url.pathname.split("/").filter(Boolean) : null;
    } catch {
      return null;
    }
  };

  /** @param {string} [part] */
  const asUsername = (part = "") => {
    const name = part.toLowerCase();
    return USERNAME.test(name) && !NOT_USERNAMES.has(name) ? name : null;
  };

  /** @param {string} [kind] @param {string} [code] */
  const asShortcode = (kind = "", code = "") => (/^(p|reels?|tv)$/.test(kind) && SHORTCODE.test(code) ? code : null);

  soi.route = {
    /** `/NAME/`, `/NAME/reels/`, `/NAME/followers/`, `/NAME/p/CODE/`, `/p/CODE/`; everything else is nothing. */
    read(href) {
      const [first, second, third] = partsOf(href) ?? [];
      const bare = asShortcode(first, second);
      if (bare) return { username: null, shortcode: bare, list: null };
      const username = asUsername(first);
      const shortcode = asShortcode(second, third);
      const isList = second === "followers" || second === "following";
      const list = isList && third === undefined ? second : null; // "mutualOnly" is a part chosen by acquaintance
      const known = username && (shortcode || isList || (TABS.includes(second) && third === undefined));
      return known ? { username, shortcode, list } : { username: null, shortcode: null, list: null };
    },

    usernameOfLink(href) {
      const parts = href ? partsOf(href) : null;
      return parts?.length === 1 ? asUsername(parts[0]) : null;
    },

    /** "/name/p/CODE/" and "/p/CODE/" as "CODE"; a comment's own link is none. */
    shortcodeOfLink(href) {
      const [first, second, third, fourth] = (href && partsOf(href)) || [];
      if (third === undefined) return asShortcode(first, second);
      return fourth === undefined && asUsername(first) ? asShortcode(second, third) : null;
    },
  };
}
