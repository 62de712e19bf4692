/** Puts the badge into its corner, where it covers none of Instagram's own controls. */
{
  const MARGIN = 12;
  const STEP = 44;
  const MAX_STEPS = 8;
  const CONTROLS = "a[href], button, [role=button], [role=link], [role=tab], input, textarea, select";

  /**
   * Neither a whole-page backdrop that closes a dialog nor a link of one line that is stretched over its column.
   * @param {Element} element
   */
  const isControl = (element) => {
    const { width = 0, height = 0 } = element.closest(CONTROLS)?.getBoundingClientRect() ?? {};
    return width * height > 0 && width * height < innerWidth * innerHeight * 0.5 && (width < 400 || height > 80);
  };

  /** True if the badge lies over a control, on a grid of points a control apart. @param {HTMLElement} host @param {DOMRect} box */
  const covers = (host, box) => {
    const [columns, rows] = [Math.ceil(box.width / 60) + 1, Math.ceil(box.height / 36) + 1];
    for (let at = 0; at < columns * rows; at += 1) {
      const x = box.left + (box.width * (at % columns)) / (columns - 1);
      const y = box.top + (box.height * Math.floor(at / columns)) / (rows - 1);
      if (document.elementsFromPoint(x, y).some((element) => element !== host && isControl(element))) return true;
    }
    return false;
  };

  /** @param {HTMLElement} host @param {Corner} corner @param {number} offset */
  const put = (host, corner, offset) => {
    const [edge, side] = corner.split("-");
    host.style.cssText = `${edge}: ${MARGIN + offset}px !important; ${side}: ${MARGIN}px !important`;
  };

  soi.place = {
    // Moved along its edge until nothing is covered; the corner itself where that cannot be.
    at(host, corner) {
      for (let step = 0; step <= MAX_STEPS; step += 1) {
        put(host, corner, step * STEP);
        const box = host.getBoundingClientRect();
        if (box.bottom > innerHeight || box.top < 0) break;
        if (!covers(host, box)) return;
      }
      put(host, corner, 0);
    },
  };
}
