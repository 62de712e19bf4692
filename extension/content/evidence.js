/** What was seen of a creator; it stays under an opened post or list. */
{
  const MAX_TILES = 60;
  const MAX_POSTS = 12;
  const MAX_ROWS = soi.facts.mostRows / 2; // of each kind
  const TILE_CHARS = 2_500;
  const POST_CHARS = 600;

  /** @type {SoiKeep} */
  const keep = (map, key, value, limit) => {
    if (map.has(key) || map.size < limit) map.set(key, value);
  };

  /** A guest's tile stands among the creator's. @type {SoiIsForeign} */
  const isForeign = ({ creator, leftover }, { shortcode, link }) => {
    const owner = link.getAttribute("href")?.split("/")[1] ?? "";
    if (owner === creator) return false;
    if (owner === leftover.creator || leftover.shortcodes.has(shortcode)) return true;
    const grid = link.parentElement?.parentElement?.parentElement;
    return !/^(p|reel)$/.test(owner) && !grid?.querySelector(`[href^="/${creator}/"]`);
  };

  soi.evidence = {
    of: (creator, previous) => ({
      creator,
      header: "",
      since: Date.now(),
      leftover: { creator: previous?.creator ?? "", shortcodes: new Set(previous?.tiles.keys()) },
      tiles: new Map(),
      posts: new Map(),
      followers: new Map(),
      comments: new Map(),
    }),

    // A tile seen hovered keeps its overlay after the pointer has left.
    readTiles(seen, head, elsewhere) {
      for (const tile of soi.page.tiles(head)) {
        const { shortcode, link } = tile;
        const hovered = link.querySelector("ul") !== null;
        const known = seen.tiles.get(shortcode);
        if (elsewhere && !known) seen.leftover.shortcodes.add(shortcode);
        if (elsewhere || isForeign(seen, tile) || (known && (known.hovered || !hovered))) continue;
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

    readFollowers(seen, dialog) {
      if (dialog.querySelector("input")?.value) return;
      for (const row of soi.samples.followers(dialog, seen.creator)) keep(seen.followers, row.username, row, MAX_ROWS);
    },
  };
}
