/** A place for the badge by what is really on the page: over no control, row or comment. */
{
  const { document } = soi;
  const MARGIN = 12;
  /** In a narrow gutter. */
  const CLOSE = 4;
  const STEP = 48;
  const CONTROLS = "a[href], button, [role=button], [role=link], [role=tab], input, textarea, select, video";
  const OVER_DIALOG = `:not(main *):is(${CONTROLS})`;
  const MOST = 600;
  /** A photo, not a portrait: an opened card may lie over it. */
  const PICTURE = 240 * 240;
  /** @type {Corner[]} */
  const CORNERS = ["top-left", "bottom-left", "bottom-right", "top-right"];

  const width = () => document.documentElement.clientWidth || innerWidth;

  /** @param {Box} box */
  const area = ({ left, right, top, bottom }) => Math.max(0, right - left) * Math.max(0, bottom - top);

  /** @type {(a: Box, b: Box) => Box} */
  const shared = (a, b) => ({
    left: Math.max(a.left, b.left),
    right: Math.min(a.right, b.right),
    top: Math.max(a.top, b.top),
    bottom: Math.min(a.bottom, b.bottom),
  });

  /** @param {Box} box */
  const inSight = (box) => area(shared(box, { left: 0, top: 0, right: width(), bottom: innerHeight }));

  /** Where letters and pictures stand, not the boxes around them. @param {Element} root @returns {Box[]} */
  const marks = (root) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(root, 4); // texts
    const found = [...root.querySelectorAll("img, svg, video")]
      .slice(0, MOST)
      .map((one) => one.getBoundingClientRect());
    for (let text = walker.nextNode(); text && found.length < MOST; text = walker.nextNode()) {
      if (!text.nodeValue?.trim()) continue;
      range.selectNodeContents(text);
      found.push(...range.getClientRects());
    }
    return found;
  };

  /** A link may be stretched over its column; a backdrop is none. @param {Element} control @returns {Box[]} */
  const boxesOf = (control) => {
    const box = control.getBoundingClientRect();
    if (inSight(box) === 0 || area(box) > width() * innerHeight * 0.5) return [];
    return control.matches("a, [role=link]") && box.width > 400 && box.height < 80 ? marks(control) : [box];
  };

  /** What an open dialog really fills; its box may be the window's. @param {Element} dialog @returns {Box[]} */
  const panel = (dialog) => {
    let inner = dialog;
    for (let depth = 0; depth < 12; depth += 1) {
      const box = inner.getBoundingClientRect();
      if (inSight(box) < width() * innerHeight * 0.85 && area(box) > 0) return [box];
      const [largest] = [...inner.children].sort(
        (a, b) => area(b.getBoundingClientRect()) - area(a.getBoundingClientRect()),
      );
      if (!largest) break;
      inner = largest;
    }
    return marks(dialog);
  };

  /** With posts and large pictures, or without. @type {SoiTaken} */
  const taken = (creator, tiles) => {
    const dialog = soi.page.dialog();
    const all = [...document.querySelectorAll(dialog ? OVER_DIALOG : CONTROLS)].slice(0, MOST);
    const controls = tiles ? all : all.filter((one) => !soi.route.shortcodeOfLink(one.getAttribute("href")));
    const head = soi.page.header(creator);
    const text = dialog ?? head ?? document.querySelector("main") ?? document.body;
    const read = dialog && tiles ? panel(dialog) : marks(text);
    const isInWay = (/** @type {Box} */ box) => inSight(box) > 0 && (tiles || area(box) < PICTURE);
    return [...controls.flatMap(boxesOf), ...read].filter(isInWay);
  };

  /** Instagram's column and all below it, with posts or still without. @param {string} creator @returns {Box[]} */
  const column = (creator) => {
    const head = soi.page.dialog() ? null : soi.page.header(creator);
    if (!head) return [];
    const { left, right, top } = head.getBoundingClientRect();
    return [{ left, right, top: Math.min(top, innerHeight), bottom: 1e6 }];
  };

  /** At the side, then inwards. @type {SoiLefts} */
  const lefts = (wide, isLeft, beside, isFar) => {
    const most = width() - wide - CLOSE;
    const at = (/** @type {number} */ inset) => (isLeft ? inset : width() - inset - wide);
    const gutter = beside.flatMap(({ left, right }) => (isLeft ? [left - wide - CLOSE] : [right + CLOSE]));
    const inwards = Array.from({ length: 20 }, (_, step) => at(MARGIN + STEP * (step + 1)));
    const isIn = (/** @type {number} */ left) => (left + wide / 2 < width() / 2 === isLeft) !== isFar;
    return [at(MARGIN), at(CLOSE), ...gutter, ...inwards].filter((left) => left >= CLOSE && left <= most && isIn(left));
  };

  /** Free stretches of a strip. @param {number} left @param {number} wide @param {Box[]} boxes */
  const stretches = (left, wide, boxes) => {
    const inWay = boxes.filter((box) => box.left < left + wide && box.right > left).sort((a, b) => a.top - b.top);
    /** @type {{top: number, bottom: number}[]} */
    const free = [];
    let top = MARGIN;
    for (const box of [...inWay, { top: innerHeight - MARGIN, bottom: Infinity }]) {
      const end = Math.min(box.top, innerHeight - MARGIN);
      if (end > top) free.push({ top, bottom: end });
      top = Math.max(top, box.bottom);
    }
    return free;
  };

  /** @type {SoiFree} */
  const free = (size, corner, boxes, beside, least, isFar = false) => {
    const [edge, side] = corner.split("-");
    /** @type {SoiSpot | null} */
    let best = null;
    for (const left of lefts(size.width, side === "left", beside, isFar)) {
      const all = stretches(left, size.width, boxes);
      if (edge === "bottom") all.reverse();
      const whole = all.find(({ top, bottom }) => bottom - top >= size.height);
      const stretch = whole ?? all.sort((a, b) => b.bottom - b.top - (a.bottom - a.top))[0];
      if (!stretch) continue;
      const room = stretch.bottom - stretch.top;
      const found = { left, ...stretch, room, covers: false };
      if (whole) return found;
      if (room >= least && room > (best?.room ?? 0)) best = found;
    }
    return best;
  };

  /** @type {SoiLeastBad} */
  const leastBad = (size, corner, boxes) => {
    const isTop = corner.startsWith("top");
    const last = Math.max(MARGIN, innerHeight - MARGIN - size.height);
    /** @type {SoiPriced | null} */
    let best = null;
    for (const left of lefts(size.width, corner.endsWith("left"), [], false)) {
      for (let away = MARGIN; away <= last; away += 24) {
        const top = isTop ? away : Math.max(MARGIN, innerHeight - away - size.height);
        const box = { left, top, right: left + size.width, bottom: top + size.height };
        const cost = boxes.reduce((sum, one) => sum + area(shared(one, box)), 0);
        if (best && cost >= best.cost) continue;
        const room = isTop ? innerHeight - MARGIN - top : box.bottom - MARGIN;
        best = { left, top, bottom: box.bottom, room, covers: true, cost };
      }
    }
    const bottom = innerHeight - MARGIN;
    return best ?? { left: MARGIN, top: MARGIN, bottom, room: bottom - MARGIN, covers: true };
  };

  soi.place = {
    next: (corner) => CORNERS[(CORNERS.indexOf(corner) + 1) % CORNERS.length] ?? corner,

    nearest: ({ left, right, top, bottom }) => {
      const edge = top + bottom < innerHeight ? "top" : "bottom";
      return /** @type {Corner} */ (`${edge}-${left + right < width() ? "left" : "right"}`);
    },

    // Measured once, for all that is tried.
    look(creator) {
      const beside = column(creator);
      const all = taken(creator, true);
      return {
        gutter: (size, corner, isFar) => free(size, corner, [...all, ...beside], beside, size.height, isFar),
        free: (size, corner, isFar, least = size.height) => free(size, corner, all, beside, least, isFar),
        anywhere(size, corner) {
          const some = taken(creator, false); // over posts rather than over anything else
          return { ...(free(size, corner, some, [], size.height) ?? leastBad(size, corner, some)), covers: true };
        },
        isCovered: (box) => all.some((one) => area(shared(one, box)) > 4),
      };
    },
  };
}
