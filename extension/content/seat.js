/** Where the badge sits, as pill or card: kept until it really covers something. */
{
  const { document } = soi;
  const CARD = { width: 320, height: 440 };
  const MARGIN = 12;
  /** Ever less of the pill until it fits. @type {["gutter" | "free", string][]} */
  const TRIES = [
    ["gutter", ""],
    ["gutter", "tight"],
    ["free", ""],
    ["free", "tight"],
  ];

  /** @param {HTMLElement} host @returns {SoiSize} */
  const measured = (host) => {
    const { width, height } = host.getBoundingClientRect();
    return { width, height };
  };

  /** @type {SoiSit} */
  const pillSpot = (host, look, corner) => {
    for (const isFar of [false, true]) {
      for (const [where, size] of TRIES) {
        host.dataset["size"] = size;
        const found = look[where](measured(host), corner, isFar);
        if (found) return found;
      }
    }
    return look.anywhere(measured(host), corner);
  };

  /** @type {SoiSit} */
  const cardSpot = (host, look, corner) => {
    const { width, height } = measured(host);
    const size = { width, height: Math.min(height, innerHeight - 2 * MARGIN) };
    const least = Math.min(size.height, CARD.height); // less would cut the next step in half
    return look.gutter(size, corner) ?? look.free(size, corner, false, least) ?? look.anywhere(size, corner);
  };

  /** @param {SoiSpot} spot @param {Corner} corner @param {number} width */
  const styleOf = (spot, corner, width) => {
    const [edge, side] = corner.split("-");
    const across = side === "left" ? spot.left : document.documentElement.clientWidth - spot.left - width;
    const along = edge === "top" ? spot.top : innerHeight - spot.bottom;
    const at = `${edge}: ${Math.round(along)}px !important; ${side}: ${Math.round(across)}px !important`;
    return `${at}; --room: ${Math.round(spot.room)}px`;
  };

  soi.seat = {
    of(host) {
      /** @type {SoiSpot | null} */
      let spot = null;
      /** @type {SoiForm | null} */
      let auto = null;
      let sitting = "";
      let style = "";
      let since = 0;

      return {
        form(view) {
          if (view.opened) return "card";
          if (view.collapsed) return "pill";
          const size = { width: CARD.width, height: Math.min(CARD.height, innerHeight - 2 * MARGIN) };
          auto ??= soi.place.look(view.creator).gutter(size, view.corner) ? "card" : "pill";
          return auto;
        },

        sit({ creator, corner }, form) {
          const asked = `${form} ${corner}`;
          if (spot && asked === sitting) return;
          sitting = asked;
          host.dataset["size"] = "";
          host.style.setProperty("--room", `${innerHeight - 2 * MARGIN}px`);
          spot = (form === "card" ? cardSpot : pillSpot)(host, soi.place.look(creator), corner);
          const found = styleOf(spot, corner, measured(host).width);
          if (found !== style) since = performance.now();
          host.style.cssText = style = found;
        },

        isBad({ creator }) {
          const box = host.getBoundingClientRect();
          if (spot?.covers && sitting.startsWith("card")) return false; // as the person wanted it
          const isOut = box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
          return isOut || soi.place.look(creator).isCovered(box);
        },

        forget: () => void (spot = auto = null),
        covers: () => spot?.covers === true,
        restingMs: () => performance.now() - since,
      };
    },
  };
}
