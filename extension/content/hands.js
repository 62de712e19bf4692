/** Pointer and keys: a press counts only where it was aimed. */
{
  const { document } = soi;
  /** Nobody is made to press what jumped under the pointer. */
  const STEADY_MS = 300;

  soi.hands = {
    of(frame, root, to) {
      let pressed = false;
      let chosen = false;
      let dragged = false;
      /** What had the focus before a key brought it here. @type {HTMLElement | null} */
      let before = null;

      frame.addEventListener("pointerdown", () => (pressed = true));
      for (const name of ["click", "pointercancel", "pointerleave", "focusout", "change"]) {
        frame.addEventListener(name, () => {
          pressed = false;
          chosen = name === "change";
          setTimeout(to.released);
        });
      }

      /** @param {MouseEvent} event */
      const isMeant = ({ detail }) => !dragged && (detail === 0 || (to.restingMs() >= STEADY_MS && to.isUncovered()));
      const refuse = (/** @type {MouseEvent} */ event) => {
        const isRefused = !isMeant(event);
        dragged = false;
        if (!isRefused) return;
        event.stopImmediatePropagation();
        event.preventDefault();
        pressed = false;
      };
      frame.addEventListener("click", refuse, { capture: true });

      frame.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation(); // Instagram would close its dialog
        soi.act({ act: "dismiss" });
        /** @type {HTMLElement | null} */ (root.activeElement)?.blur();
        before?.focus({ preventScroll: true });
        before = null;
      });

      return {
        isBusy: () => pressed || (root.activeElement?.matches(`input, textarea${chosen ? "" : ", select"}`) ?? false),
        isOver: () => pressed || frame.matches(":hover") || root.activeElement !== null,
        hasDragged: () => (dragged = true),
        focus(target) {
          const active = /** @type {HTMLElement | null} */ (document.activeElement);
          if (!root.activeElement) before = active;
          target?.focus();
        },
      };
    },
  };
}
