/** The overlay: one host, a closed shadow root, drawn anew without losing focus or typing. */
{
  const { document } = soi;
  const MARK = "data-soi-badge";
  const DRAGGED_PX = 5;
  const { h } = soi.dom;

  /** Instagram's own theme where it names one, else the system's. */
  const theme = () => {
    const named = /__fb-(dark|light)-mode/.exec(document.documentElement.className)?.[1];
    return named ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  };

  /** @param {string} css */
  const build = (css) => {
    const host = h("div", { [MARK]: "" });
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const body = h("div");
    const said = h("div", { class: "said", role: "status", "aria-live": "polite" });
    const strip = h("div", { class: "strip-line", hidden: true });
    const frame = h("div", { class: "soi", dir: "ltr", role: "complementary" }, body, strip, said);
    root.append(frame);
    return { host, root, frame, body, strip, said };
  };

  /** What a screen reader hears: verdict and saves, not each number. @param {SoiView} view */
  const announcement = ({ save, problem, model }) => {
    if (save.text) return soi.parts.said[save.text];
    return model?.said ?? (problem ? soi.parts.said[problem] : "");
  };

  /** Not before the profile stands on the page. @param {SoiView | null} view */
  const isToBeSeen = (view) =>
    view !== null && (view.isOwn || view.phase === "reading" || Boolean(view.model ?? view.problem));

  /** @param {SoiBuilt} parts @param {SoiSeat} seat */
  const drawing = ({ host, root, frame, body }, seat) => {
    let drawn = "";
    /** @type {SoiForm} */
    let form = "pill";
    let isExpanded = false;

    /** Its buttons stay under the pointer, unless another shape was asked for. @param {boolean} isSame */
    const held = (isSame) => {
      const card = body.querySelector(".card");
      return card && isSame && frame.matches(":hover") ? `${card.offsetHeight}px` : "";
    };

    /** @param {SoiView} view @param {SoiForm} next */
    const fill = (view, next) => {
      const label = soi.parts.label.replace("{name}", view.creator);
      if (frame.getAttribute("aria-label") !== label) body.replaceChildren(); // nothing typed for one goes to another
      frame.setAttribute("aria-label", label);
      frame.lang = soi.parts.language;
      frame.dataset["tone"] = view.model?.code ?? "";
      const height = held(next === form && view.expanded === isExpanded);
      soi.redraw.replace(root, body, soi.card.draw(view, next));
      const card = body.querySelector(".card");
      frame.dataset["form"] = card ? "card" : "pill";
      if (card) card.style.height = height;
      if (view.expanded && !isExpanded && next === form) soi.redraw.reveal(root);
      [form, isExpanded] = [next, view.expanded];
    };

    return {
      isOpen: () => form === "card",
      draw(/** @type {SoiView} */ view) {
        const next = seat.form(view);
        const signature = JSON.stringify([view, soi.parts.language, next]);
        if (signature !== drawn) fill(view, next);
        drawn = signature;
        if (!host.hidden) seat.sit(view, next);
      },
    };
  };

  /** @param {HTMLElement} body @param {SoiView} view */
  const rehearse = (body, view) => {
    const card = soi.card.draw(view, "card");
    soi.collect.capture(soi.evidence.of("", null), card);
    body.replaceChildren(card);
  };

  const others = () => [...document.querySelectorAll(`:root > [${MARK}]`)];

  /** @param {SoiBuilt} parts @param {SoiView} view */
  const dress = ({ host, frame, strip, said }, view) => {
    if (!host.isConnected) document.documentElement.append(host);
    if (frame.dataset["theme"] !== theme()) frame.dataset["theme"] = theme();
    const text = announcement(view);
    if (said.textContent !== text) said.textContent = text;
    soi.strip(strip, view);
  };

  soi.badge = {
    mount(css) {
      others().forEach((old) => old.remove());
      const parts = build(css);
      const { host, root, frame, body } = parts;
      const seat = soi.seat.of(host);
      const { draw, isOpen } = drawing(parts, seat);
      /** @type {SoiView | null} */
      let shown = null;
      let isWaiting = false;
      /** @type {Element | null} */
      let dialog = null;

      const hands = soi.hands.of(frame, root, {
        restingMs: seat.restingMs,
        isUncovered: soi.uncovered(host),
        released() {
          if (isWaiting && shown && !hands.isBusy()) draw(shown);
          isWaiting &&= hands.isBusy();
        },
      });

      const again = () => {
        seat.forget();
        if (shown && !host.hidden) draw(shown);
      };
      const dismiss = () => shown?.opened && soi.act({ act: "dismiss" });
      /** An opened list or post is another page: another place, and what covers it shrinks. */
      const follow = () => {
        if (soi.page.dialog() === dialog) return;
        dialog = soi.page.dialog();
        seat.forget();
        if (dialog) dismiss();
      };

      /** Where it has come to cover something: another place, or less of it. */
      const check = () => {
        if (!shown || host.hidden || hands.isOver() || !seat.isBad(shown)) return;
        again();
        if (seat.covers()) dismiss();
      };

      /** What covers something goes when the person turns to the page. @param {PointerEvent} event */
      const turn = ({ isTrusted, target }) => isTrusted && target !== host && seat.covers() && dismiss();
      document.addEventListener("pointerdown", turn, { capture: true, passive: true });
      soi.drag(frame, host, DRAGGED_PX, (box) => {
        hands.hasDragged();
        soi.act({ act: "move", corner: soi.place.nearest(box) });
        again();
      });

      return {
        isReplaced: () => others().some((other) => other !== host),
        rehearse: (view) => rehearse(body, view),
        leave: () => /** @type {HTMLElement | null} */ (root.activeElement)?.blur(),
        ...{ replace: again, check, isOpen },
        focus: (key) => hands.focus(soi.redraw.keyed(root, key) ?? root.querySelector(".scroll")),
        render(view) {
          host.hidden = !isToBeSeen(view);
          if (view?.creator !== shown?.creator) seat.forget();
          shown = view;
          if (!view) return;
          dress(parts, view);
          if (host.hidden) return;
          follow();
          isWaiting = hands.isBusy();
          if (!isWaiting) draw(view);
          if (view.isKeptOpen && seat.covers()) dismiss();
        },
      };
    },
  };
}
