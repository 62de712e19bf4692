/** Where things stand on a page: by structure and address, never by class names or words. */
{
  const { document } = soi;
  const MAX_TILES = 60;

  const MAIN = "main, [role=main]";

  /** @param {Element} head */
  const main = (head) => head.closest(MAIN) ?? head.parentElement ?? head;

  /** Who posted what stands in `root`: its dated link names the owner, else it begins with the name. @param {Element} root @param {string} shortcode */
  const ownerOf = (root, shortcode) => {
    const dated = root.querySelector(`a[href$="/${shortcode}/"]:has(time)`)?.getAttribute("href");
    const names = [...root.querySelectorAll("a[href]")].map((link) =>
      soi.route.usernameOfLink(link.getAttribute("href")),
    );
    return (dated && soi.route.read(dated).username) ?? names.find((name) => name !== null);
  };

  const postRoot = () => soi.page.dialog() ?? document.querySelector(MAIN);

  soi.page = {
    main,

    header(username) {
      const isName = (/** @type {Element} */ heading) =>
        [heading, ...heading.querySelectorAll("*")].some((one) => one.textContent?.trim().toLowerCase() === username);
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

    owner(shortcode) {
      const root = postRoot();
      return (root && ownerOf(root, shortcode)) ?? null;
    },

    post(username, shortcode) {
      const root = postRoot();
      return root && ownerOf(root, shortcode) === username ? root : null;
    },

    // The last opened dialog is the topmost.
    dialog: () => [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? null,
  };
}
