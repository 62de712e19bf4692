/** The badge follows its handle and stays in the corner where it is let go. */
soi.drag = (frame, host, least, dropped) => {
  /** @type {SoiGrip | null} */
  let from = null;

  frame.addEventListener("pointerdown", (event) => {
    const handle = /** @type {Element} */ (event.target).closest(".move");
    if (!handle || !event.isTrusted) return;
    const { left, top } = host.getBoundingClientRect();
    from = { x: event.clientX, y: event.clientY, left, top, isMoving: false };
    handle.setPointerCapture(event.pointerId);
  });
  frame.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [across, along] = [event.clientX - from.x, event.clientY - from.y];
    from.isMoving ||= Math.hypot(across, along) > least;
    if (!from.isMoving) return;
    const at = `left: ${from.left + across}px !important; top: ${from.top + along}px !important`;
    host.style.cssText = `${at}; --room: ${host.style.getPropertyValue("--room")}`;
  });
  for (const name of ["pointerup", "pointercancel"]) {
    frame.addEventListener(name, () => {
      const wasMoving = from?.isMoving;
      from = null;
      if (wasMoving) dropped(host.getBoundingClientRect());
    });
  }
};
