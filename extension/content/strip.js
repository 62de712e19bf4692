/** At an opened list or post: what was read of it. */
soi.strip = (strip, view) => {
  const { list, shortcode } = soi.route.read(location.href);
  const { followers, comments } = view.model?.strips ?? { followers: "", comments: "" };
  const text = (list === "followers" && followers) || (shortcode && comments) || "";
  const root = text && (shortcode ? soi.page.post(view.creator, shortcode) : soi.page.dialog());
  strip.hidden = !root;
  if (strip.textContent !== text) strip.textContent = text;
  if (!root) return;
  const { left, width, bottom } = root.getBoundingClientRect();
  const top = Math.min(bottom, innerHeight - strip.offsetHeight - 16) + 8;
  const half = strip.offsetWidth / 2 + 12; // a page may be wider than its window
  const middle = Math.max(half, Math.min(left + width / 2, innerWidth - half));
  strip.style.cssText = `left: ${middle}px; top: ${top}px`;
};
