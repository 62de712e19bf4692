/** Whether the badge has been in sight for long enough: under nothing, also nothing that takes no press. */
{
  const { document } = soi;
  /** What goes right before the press counts as there. */
  const CLEAR_MS = 300;
  const LOOK_MS = 100;
  /** Looks between two searches of the whole page. */
  const SEARCH = 5;
  /** The badge's own z-index. */
  const HIGH = 2_147_483_000;
  /** Over every z-index; a browser passes over what it does not know. */
  const ON_TOP = ":is(:popover-open, :modal, :fullscreen:not(:root), :root:active-view-transition)";

  /** The page has not made all of itself see-through, or moved it. */
  const isPagePlain = () => {
    const { opacity, filter, transform, clipPath, visibility } = getComputedStyle(document.documentElement);
    return `${[opacity, visibility, filter, transform, clipPath]}` === "1,visible,none,none,none";
  };

  /** @param {Element} element @param {string} [pseudo] */
  const isHigh = (element, pseudo) => Number(getComputedStyle(element, pseudo).zIndex) >= HIGH;

  /** All below, also in closed roots: Firefox shows them to extensions. @param {any} root @returns {Element[]} */
  const all = (root) => {
    const found = [...root.querySelectorAll("*")];
    const inner = [root, ...found].flatMap(({ openOrClosedShadowRoot }) => openOrClosedShadowRoot ?? []);
    return [...found, ...inner.flatMap(all)];
  };

  /** What has no box that could be asked for. @param {Element} element */
  const isPainted = (element) =>
    ["::before", "::after"].some((pseudo) => {
      const { content, position } = getComputedStyle(element, pseudo);
      return content !== "none" && /fixed|absolute/.test(position);
    }) ||
    (element.matches(ON_TOP) && getComputedStyle(element, "::backdrop").backgroundColor !== "rgba(0, 0, 0, 0)");

  /** @param {Box} at @returns {(element: Element) => boolean} */
  const liesOver = (at) => (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const isAt = left < at.right && right > at.left && top < at.bottom && bottom > at.top;
    return isAt && element.checkVisibility({ visibilityProperty: true });
  };

  soi.uncovered = (host) => {
    let isClear = true;
    let since = -Infinity;
    const tell = (/** @type {boolean} */ isSeen) => {
      if (!isClear || !isSeen) since = performance.now();
      isClear = isSeen;
    };

    let looks = 0;
    /** What lies as high as the badge, or may come to. @type {Element[]} */
    let high = [];
    const look = () => {
      if (host.hidden || document.hidden || !host.isConnected) return;
      if (looks % SEARCH === 0)
        high = all(document).filter((one) => one !== host && (isHigh(one) || one.matches(ON_TOP)));
      looks += 1;
      const above = [...high, ...document.querySelectorAll(ON_TOP)];
      const isOver = liesOver(host.getBoundingClientRect());
      const isUnder = above.some((one) => isPainted(one) || [one, ...all(one)].some(isOver));
      const isRootOver = ["::before", "::after"].some((pseudo) => isHigh(document.documentElement, pseudo));
      tell(isPagePlain() && !isUnder && !isRootOver);
    };

    const watched = /** @type {object} */ ({ trackVisibility: true, delay: LOOK_MS });
    const seen = (/** @type {any[]} */ entries) => tell(host.hidden || entries.at(-1).isVisible);
    // Firefox says nothing of what lies over an element.
    const isTold = "isVisible" in IntersectionObserverEntry.prototype;
    if (isTold) new IntersectionObserver(seen, watched).observe(host);
    else setInterval(look, LOOK_MS);

    return () => {
      looks = 0;
      if (!isTold) look();
      return isPagePlain() && isClear && performance.now() - since >= CLEAR_MS;
    };
  };
}
