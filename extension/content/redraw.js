/** New content for old; focus, opened signs, scrolled place and text stay. */
{
  /** @param {ParentNode} root @returns {NodeListOf<HTMLInputElement>} */
  const fields = (root) => root.querySelectorAll("input, textarea");

  /** @param {ShadowRoot} root */
  const area = (root) => root.querySelector(".scroll");

  /** @param {ShadowRoot} root */
  const kept = (root) => ({
    typed: [...fields(root)].filter((field) => field.value !== field.defaultValue),
    isScrolled: root.activeElement?.matches(".scroll") ?? false,
    focused: root.activeElement?.getAttribute("data-key") ?? "",
    open: [...root.querySelectorAll("details[open]")].map((element) => element.getAttribute("data-id")),
    top: area(root)?.scrollTop ?? 0,
  });

  soi.redraw = {
    keyed: (root, key) => (key ? root.querySelector(`[data-key="${key}"]`) : null),

    replace(root, body, content) {
      const { typed, isScrolled, focused, open, top } = kept(root);
      body.replaceChildren(content);
      for (const element of root.querySelectorAll("details"))
        element.open = open.includes(element.getAttribute("data-id"));
      for (const field of fields(root))
        field.value = typed.find((one) => one.dataset["key"] === field.dataset["key"])?.value ?? field.value;
      area(root)?.scrollTo(0, top);
      (isScrolled ? area(root) : soi.redraw.keyed(root, focused))?.focus({ preventScroll: true });
    },

    reveal(root) {
      const seen = area(root);
      const first = seen?.querySelector("section");
      if (!seen || !first) return;
      const below = first.getBoundingClientRect().top - seen.getBoundingClientRect().top - seen.clientHeight / 2;
      if (below > 0) seen.scrollBy(0, below);
    },
  };
}
