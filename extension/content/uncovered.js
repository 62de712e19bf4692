/** Whether nothing of the page lies over the badge, also nothing that lets presses through. Firefox cannot tell. */
soi.uncovered = (host) => {
  /** What goes right before the press counts as there. */
  const CLEAR_MS = 300;
  let isClear = true;
  let since = -Infinity;
  const seen = (/** @type {any[]} */ entries) => {
    const next = host.hidden || (entries.at(-1).isVisible ?? true);
    if (!isClear || !next) since = performance.now();
    isClear = next;
  };
  const watched = /** @type {object} */ ({ trackVisibility: true, delay: 100 });
  new IntersectionObserver(seen, watched).observe(host);
  return () => isClear && performance.now() - since >= CLEAR_MS;
};
