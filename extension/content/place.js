/** Puts the badge into its corner, where it covers none of Instagram's own controls. */
{
  const MARGIN = 12;
  const STEP = 44;
  const MAX_OFFSET = 8 * STEP;
  /** @type {Corner[]} */
  const CORNERS = ["top-left", "bottom-left", "bottom-right", "top-right"];
  const CONTROLS = "a[href], button, [role=button], [role=link], [role=tab], input, textarea, select";

  /** Neither a whole-page backdrop nor a one-line link stretched over its column. @param {DOMRect} box */
  const isControl = ({ width, height }) =>
    width * height > 0 && width * height < innerWidth * innerHeight * 0.5 && (width < 400 || height > 80);

  const controls = () =>
    [...document.querySelectorAll(soi.page.dialog() ? `:not(main *):is(${CONTROLS})` : CONTROLS)]
      .slice(0, 500)
      .map((one) => one.getBoundingClientRect())
      .filter(isControl);

  /** @param {DOMRect} a @param {DOMRect} b */
  const meet = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

  /** @param {HTMLElement} host @param {Corner} corner @param {number} offset */
  const put = (host, corner, offset) => {
    const [edge, side] = corner.split("-");
    host.style.cssText = `${edge}: ${MARGIN + offset}px !important; ${side}: ${MARGIN}px !important`;
  };

  /** Without laying the page out again. @param {DOMRect} size @param {string} corner @param {number} offset */
  const boxAt = ({ width, height }, corner, offset) => {
    const x = corner.endsWith("left") ? MARGIN : document.documentElement.clientWidth - MARGIN - width;
    const y = corner.startsWith("top") ? MARGIN + offset : innerHeight - MARGIN - offset - height;
    return new DOMRect(x, y, width, height);
  };

  /**
   * Along its edge until nothing is covered; over a dialog, whose close button stays free, to any corner.
   * @param {HTMLElement} host @param {Corner} corner
   */
  const settle = (host, corner) => {
    const size = host.getBoundingClientRect();
    const taken = controls();
    const fits = (/** @type {Corner} */ tried) => {
      for (let offset = 0; offset <= MAX_OFFSET; offset += STEP) {
        const box = boxAt(size, tried, offset);
        if (box.bottom > innerHeight || box.top < 0) return false;
        if (taken.some((control) => meet(control, box))) continue;
        put(host, tried, offset);
        return true;
      }
      return false;
    };
    if (![corner, ...(soi.page.dialog() ? CORNERS : [])].some(fits)) put(host, corner, 0);
  };

  let frame = 0;

  soi.place = {
    next: (corner) => CORNERS[(CORNERS.indexOf(corner) + 1) % CORNERS.length] ?? corner,

    // Measured just before the page lays itself out for its next picture: asked at once, it would do so twice.
    at(host, corner) {
      if (!host.style.cssText) put(host, corner, 0);
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => settle(host, corner));
    },
  };
}
