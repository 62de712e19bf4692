/** Puts what was seen of a creator into a capture. */
{
  const HEADER_CHARS = 24_000;
  const NOTICE_CHARS = 4_000;

  /** The row of highlights: many pictures, no number. @param {Element} element */
  const isHighlights = (element) => element.getAttribute("role") === "menu";

  /** Without a grid there is a notice (private, no posts yet). @param {Element} head */
  const notice = (head) => soi.reduce.html(soi.page.main(head), NOTICE_CHARS, (element) => element === head);

  soi.collect = {
    ANSWER_MS: 6_000,

    capture(seen, head) {
      if (head) seen.header = soi.reduce.html(head, HEADER_CHARS, isHighlights);
      const tiles = [...seen.tiles.values()].map(({ html }) => html);
      const below = head && tiles.length === 0 ? notice(head) : "";
      const waited = Date.now() - seen.since >= soi.collect.ANSWER_MS;
      return {
        captured_at: new Date().toISOString(),
        page: { ...soi.documentHead.read(), header: seen.header, tiles, notice: below, posts: [...seen.posts], waited },
        responses: soi.answers.all(),
        samples: { followers: [...seen.followers.values()], comments: [...seen.comments.values()] },
      };
    },

    fingerprint(seen, head) {
      const hovered = [...seen.tiles.values()].filter((tile) => tile.hovered).length;
      const sizes = [seen.tiles, seen.posts, seen.followers, seen.comments].map((map) => map.size);
      const below = seen.tiles.size > 0 || !head ? "" : (soi.page.main(head).textContent ?? "").slice(0, 2_000);
      return [hovered, soi.answers.all().at(-1)?.received_at, ...sizes, head?.textContent?.slice(0, 3_000), below].join(
        "|",
      );
    },
  };
}
