/** Rows of an open list, comments of a post: each the largest element that links to one person only. */
{
  const MAX_LINKS = 4_000;
  const MAX_TEXT = 1_000;
  const BUTTON = "button, [role=button]";

  /** Links read: a long list is not read anew. @type {WeakMap<Element, string>} */
  const read = new WeakMap();
  /** The list that the rows of a dialog stand in. @type {WeakMap<Element, Element>} */
  const lists = new WeakMap();

  /** @param {Element} link */
  const isNew = (link) => {
    const href = link.getAttribute("href") ?? "";
    const known = read.get(link) === href;
    read.set(link, href);
    return !known;
  };

  /** @param {Element} link */
  const personOf = (link) => soi.route.usernameOfLink(link.getAttribute("href"));

  /** @param {Element} element */
  const people = (element) => [...element.querySelectorAll('a[href^="/"]')].slice(0, MAX_LINKS);

  /** The largest element that still `fits`. @type {SoiWidest} */
  const widest = (start, root, fits) => {
    let row = start;
    while (row.parentElement && row.parentElement !== root && fits(row.parentElement)) row = row.parentElement;
    return row;
  };

  /** No button's. @param {Element} row */
  const texts = (row) => [...row.querySelectorAll('[dir="auto"]')].filter((text) => !text.closest(BUTTON));

  /** Texts of a row that hold no other text. @param {Element} row */
  const textsOf = (row) =>
    texts(row)
      .filter((text) => !text.querySelector('[dir="auto"]'))
      .map((text) => (text.textContent ?? "").trim().slice(0, MAX_TEXT));

  /** Suggestions stand in another list. @param {Element} row @param {Element} dialog */
  const isInList = (row, dialog) => {
    const parent = row.parentElement;
    const known = lists.get(dialog);
    if (!parent || parent === known) return parent !== null;
    // One row alone reaches up too far; the second shows where the list is.
    if (known?.isConnected && !known.contains(parent)) return false;
    lists.set(dialog, parent);
    return true;
  };

  /** @type {(row: Element, username: string) => FollowerRow} */
  const followerRow = (row, username) => {
    const name = textsOf(row).find((text) => text && text !== username) ?? "";
    const source = row.querySelector("img")?.getAttribute("src");
    return {
      username,
      full_name: name.slice(0, 200),
      has_photo: source ? !soi.facts.defaultPictures.some((mark) => source.includes(mark)) : null,
      is_verified: [...row.querySelectorAll("svg[aria-label]")].some((badge) => !badge.closest(BUTTON)),
      is_private: null,
    };
  };

  /** Replies stand deeper than the first comment. @param {Element | null} element */
  const depth = (element) => {
    let count = 0;
    for (let up = element; up; up = up.parentElement) if (up.tagName === "UL") count += 1;
    return count;
  };

  /** @type {SoiCommentRows} */
  const commentRow = (dated, post, root) => {
    // The caption is dated too, so that even a single comment ends below it.
    const row = widest(dated, root, (element) => element.querySelectorAll("time").length === 1);
    const username = people(row)
      .map(personOf)
      .find((name) => name !== null);
    const text = texts(row)
      .filter((one) => !one.contains(dated) && !dated.contains(one))
      .map((one) => (one.textContent ?? "").trim())
      .filter((one) => one.toLowerCase() !== username)
      .reduce((a, b) => (b.length > a.length ? b : a), "");
    if (!username || !text) return [];
    const created_at = dated.querySelector("time")?.getAttribute("datetime") ?? null;
    const is_reply = depth(dated) > depth(root.querySelector('a[href*="/c/"]'));
    const link = dated.getAttribute("href");
    return [{ post, username, text: text.slice(0, MAX_TEXT), is_reply, created_at, link }];
  };

  soi.samples = {
    followers(dialog, creator) {
      /** @type {Map<string, FollowerRow>} */
      const rows = new Map();
      for (const link of people(dialog)) {
        const username = isNew(link) ? personOf(link) : null;
        if (!username || username === creator || rows.has(username)) continue;
        const row = widest(link, lists.get(dialog) ?? dialog, (element) =>
          people(element).every((other) => [null, username].includes(personOf(other))),
        );
        if (isInList(row, dialog)) rows.set(username, followerRow(row, username));
      }
      return [...rows.values()];
    },

    // Each comment has a dated link of its own: "/p/CODE/c/ID/".
    comments: (root, shortcode) =>
      [...root.querySelectorAll(`a[href*="/${shortcode}/c/"]`)]
        .filter(isNew)
        .flatMap((link) => commentRow(link, shortcode, root)),
  };
}
