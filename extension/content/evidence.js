/** What was seen of one creator; it stays under an opened post or list. */
{
  const MAX_TILES = 60;
  const MAX_POSTS = 12;
  const MAX_ROWS = 2_500;
  const TILE_CHARS = 2_500;
  const POST_CHARS = 600;

  /** @template K, V @param {Map<K, V>} map @param {K} key @param {V} value @param {number} limit */
  const keep = (map, key, value, limit) => {
    if (map.has(key) || map.size < limit) map.set(key, value);
  };

  /** Of the profile before. @param {SoiEvidence} seen @param {string} shortcode @param {Element} link */
  const isLeftover = (seen, shortcode, link) => {
    const owner = link.getAttribute("href")?.split("/")[1];
    if (owner === seen.creator) return false;
    return owner === seen.leftover.creator || seen.leftover.shortcodes.has(shortcode);
  };

  soi.evidence = {
    of: (creator, previous) => ({
      creator,
      header: "",
      leftover: { creator: previous?.creator ?? "", shortcodes: new Set(previous?.tiles.keys()) },
      tiles: new Map(),
      posts: new Map(),
      followers: new Map(),
      comments: new Map(),
    }),

    // A tile seen hovered keeps its overlay after the pointer has left.
    readTiles(seen, head) {
      for (const { shortcode, link } of soi.page.tiles(head)) {
        const hovered = link.querySelector("ul") !== null;
        const known = seen.tiles.get(shortcode);
        if (isLeftover(seen, shortcode, link) || (known && (known.hovered || !hovered))) continue;
        keep(seen.tiles, shortcode, { html: soi.reduce.html(link, TILE_CHARS), hovered }, MAX_TILES);
      }
    },

    // Date and likes; nobody's name is kept with the post.
    readPost(seen, root, shortcode, samples) {
      const parts = [root.querySelector("time"), root.querySelector('a[href*="/liked_by/"]')];
      const html = parts.map((part) => (part ? soi.reduce.html(part, POST_CHARS) : "")).join("");
      keep(seen.posts, shortcode, html, MAX_POSTS);
      for (const row of samples ? soi.samples.comments(root, shortcode) : []) {
        keep(seen.comments, `${row.post} ${row.username} ${row.text}`, row, MAX_ROWS);
      }
    },

    // A search in the list shows whom it was asked for.
    readFollowers(seen, dialog) {
      if (dialog.querySelector("input")?.value) return;
      for (const row of soi.samples.followers(dialog, seen.creator)) keep(seen.followers, row.username, row, MAX_ROWS);
    },
  };
}
