/**
 * Where things stand on an Instagram page, by structure and address, never by class names or words:
 * the profile's header, the tiles of its grid, the open dialog.
 */
{
  const MAX_TILES = 60;

  /** @param {Element} head */
  const main = (head) => head.closest("main, [role=main]") ?? head.parentElement ?? head;

  soi.page = {
    main,

    header(username) {
      const isName = (/** @type {Element} */ heading) => heading.textContent?.trim().toLowerCase() === username;
      const name = [...document.querySelectorAll("header h2, header h1")].find(isName);
      return name?.closest("header") ?? null;
    },

    isSettled(head, username) {
      const link = head.querySelector('a[href$="/followers/"]')?.getAttribute("href")?.toLowerCase();
      return !link || link.endsWith(`/${username}/followers/`);
    },

    tiles(head) {
      const found = [];
      for (const link of main(head).querySelectorAll('a[href*="/p/"], a[href*="/reel/"]')) {
        const shortcode = soi.route.shortcodeOfLink(link.getAttribute("href"));
        if (shortcode && !head.contains(link)) found.push({ shortcode, link });
        if (found.length >= MAX_TILES) break;
      }
      return found;
    },

    // The last opened dialog is the topmost.
    dialog: () => [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? null,
  };
}
