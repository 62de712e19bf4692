/** Puts the badge into its corner, where it covers none of Instagram's own controls. */
{
  const MARGIN = 12;
  const OFFSETS = [0, 44, 88, 132, 176, 220, 264, 308, 352];
  const WORD = { width: 176, height: 46 };
  /** Ever smaller until there is room, and enough of it to read. @type {[size: string, except: string, least: number][]} */
  const TRIES = [
    ["", "", 480],
    ["narrow", "", 480],
    ["", "main :is([href*='/p/'], [href*='/reel/'])", 240],
    ["narrow", "", 240],
    ["word", "", 0],
  ];
  /** @typedef {{corner: Corner, offset: number}} Spot */
  /** @type {Corner[]} */
  const CORNERS = ["top-left", "bottom-left", "bottom-right", "top-right"];
  const CONTROLS = "a[href], button, [role=button], [role=link], [role=tab], input, textarea, select";

  /** Neither a whole-page backdrop nor a one-line link stretched over its column. @param {DOMRect} box */
  const isControl = ({ width, height }) =>
    width * height > 0 && width * height < innerWidth * innerHeight * 0.5 && (width < 400 || height > 80);

  /** @param {string} except links that may be covered */
  const controls = (except) =>
    [...document.querySelectorAll(soi.page.dialog() ? `:not(main *):is(${CONTROLS})` : CONTROLS)]
      .slice(0, 500)
      .filter((one) => !except || !one.matches(except))
      .map((one) => one.getBoundingClientRect())
      .filter(isControl);

  /** @param {HTMLElement} host @param {Spot} spot @param {number} [room] for its height */
  const put = (host, { corner, offset }, room = innerHeight - 2 * MARGIN - offset) => {
    const [edge, side] = corner.split("-");
    const at = `${edge}: ${MARGIN + offset}px !important; ${side}: ${MARGIN}px !important`;
    host.style.cssText = `${at}; --room: ${room}px`;
  };

  /** Pixels from the spot to the first control in its way. @param {number} width @param {Spot} spot @param {DOMRect[]} taken */
  const roomAt = (width, { corner, offset }, taken) => {
    const left = corner.endsWith("left") ? MARGIN : document.documentElement.clientWidth - MARGIN - width;
    const start = MARGIN + offset;
    const isTop = corner.startsWith("top");
    const ends = taken
      .filter((control) => control.left < left + width && control.right > left)
      .filter(({ top, bottom }) => (isTop ? bottom : innerHeight - top) > start)
      .map(({ top, bottom }) => (isTop ? top : innerHeight - bottom) - start);
    return Math.min(innerHeight - MARGIN - start, ...ends);
  };

  /** Along its edge; over a dialog, whose close button stays free, in any corner. @param {HTMLElement} host @param {Corner} corner */
  const settle = (host, corner) => {
    const corners = [corner, ...(soi.page.dialog() ? CORNERS : [])];
    const spots = corners.flatMap((one) => OFFSETS.map((offset) => ({ corner: one, offset })));
    for (const [size, except, least] of TRIES) {
      host.dataset["size"] = size;
      host.style.removeProperty("--room");
      const { width, height } = size === "word" ? WORD : host.getBoundingClientRect();
      const taken = controls(except);
      const rooms = spots.map((spot) => roomAt(width, spot, taken));
      const whole = rooms.findIndex((room) => room >= height);
      const most = Math.max(...rooms);
      const spot = spots[whole < 0 ? rooms.indexOf(most) : whole];
      if (spot && most >= Math.min(height, least || height)) return put(host, spot, whole < 0 ? most : undefined);
    }
    return put(host, { corner, offset: 0 });
  };

  let frame = 0;

  soi.place = {
    next: (corner) => CORNERS[(CORNERS.indexOf(corner) + 1) % CORNERS.length] ?? corner,

    // Measured with the page's own next layout: at once it would be a second one.
    at(host, corner, root) {
      if (!host.style.cssText) put(host, { corner, offset: 0 });
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const scrolled = root.querySelector(".scroll");
        const top = scrolled?.scrollTop;
        settle(host, corner);
        if (top) scrolled?.scrollTo(0, top);
      });
    },
  };
}
