/** Puts the badge into its corner, where it covers none of Instagram's own controls. */
{
  const MARGIN = 12;
  const STEP = 44;
  const MAX_STEPS = 8;
  const CONTROLS = "a[href], button, [role=button], [role=link], [role=tab], input, textarea, select";

  /** Neither a whole-page backdrop that closes a dialog nor a link of one line that is stretched over its column. @param {DOMRect} box */
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

  soi.place = {
    // Moved along its edge until nothing is covered, if that can be.
    at(host, corner) {
      const taken = controls();
      for (let step = 0; step <= MAX_STEPS; step += 1) {
        put(host, corner, step * STEP);
        const box = host.getBoundingClientRect();
        if (box.bottom > innerHeight || box.top < 0) break;
        if (!taken.some((control) => meet(control, box))) return;
      }
      put(host, corner, 0);
    },
  };
}
