/** A quiet line at an opened list or post: what was read of it. */
soi.strip = (strip, strips) => {
  const { list, shortcode } = soi.route.read(location.href);
  const text = (list === "followers" && strips?.followers) || (shortcode && strips?.comments) || "";
  const dialog = text ? soi.page.dialog() : null;
  strip.hidden = !dialog;
  if (strip.textContent !== text) strip.textContent = text;
  if (!dialog) return;
  const { left, width, bottom } = dialog.getBoundingClientRect();
  const top = Math.min(bottom, innerHeight - strip.offsetHeight - 16) + 8;
  strip.style.cssText = `left: ${left + width / 2}px; top: ${top}px`;
};
