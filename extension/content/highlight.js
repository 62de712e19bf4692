/** "Show me": scrolls to where a number was read and outlines it; the element is not touched. */
{
  const { document } = soi;
  const SHOWN_MS = 4_000;
  const FRAME =
    "all: initial; position: fixed; z-index: 2147482999; pointer-events: none; border: 3px solid #1a5fd0;" +
    "border-radius: 8px; box-shadow: 0 0 0 2px #ffffffcc; box-sizing: border-box";

  /** @type {AbortController | null} */
  let showing = null;

  /** A selector may be anything. @param {Element} root @param {string} selector */
  const find = (root, selector) => {
    try {
      return root.querySelector(selector);
    } catch {
      return null;
    }
  };

  /** Without a head on a post's own page. @type {SoiElementAt} */
  const elementAt = (place, head) => {
    const tile = place.shortcode && head && soi.page.tiles(head).find(({ shortcode }) => shortcode === place.shortcode);
    if (tile) return tile.link;
    const roots = [soi.page.dialog(), head ? soi.page.main(head) : document.body].filter((root) => root !== null);
    const found = roots.flatMap((root) => place.selectors.map((selector) => find(root, selector)));
    return found.find((element) => element !== null) ?? null;
  };

  /** @param {Element} target */
  const outline = (target) => {
    const frame = soi.dom.h("div", { "aria-hidden": "true" });
    const follow = () => {
      const { left, top, width, height } = target.getBoundingClientRect();
      const at = `left: ${left - 5}px; top: ${top - 5}px; width: ${width + 10}px; height: ${height + 10}px`;
      frame.style.cssText = `${FRAME}; ${at}`;
    };
    const { signal } = (showing = new AbortController());
    for (const name of ["scroll", "resize"]) addEventListener(name, follow, { signal, passive: true, capture: true });
    signal.addEventListener("abort", () => frame.remove());
    setTimeout(() => showing?.signal === signal && soi.highlight.clear(), SHOWN_MS);
    follow();
    document.documentElement.append(frame);
  };

  soi.highlight = {
    clear() {
      showing?.abort();
      showing = null;
    },

    show(places, creator) {
      const head = soi.page.header(creator);
      const target = places.map((place) => elementAt(place, head)).find((element) => element !== null) ?? head;
      if (!target) return;
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      target.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
      soi.highlight.clear();
      outline(target);
    },
  };
}
