/** The overlay: one host, a closed shadow root, drawn anew without losing focus or typing. */
{
  const MARK = "data-soi-badge";
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
    const frame = h("div", { class: "soi", role: "complementary" }, body, strip, said);
    root.append(frame);
    return { host, root, frame, body, strip, said };
  };

  /** @param {ParentNode} root @returns {NodeListOf<HTMLInputElement>} */
  const fields = (root) => root.querySelectorAll("input, textarea");

  /** Focus, opened signs, the scrolled place and text that is not kept yet stay. @param {ShadowRoot} root @param {HTMLElement} body @param {Node | null} content */
  const replace = (root, body, content) => {
    const typed = [...fields(root)].filter((field) => field.value !== field.defaultValue);
    const focused = root.activeElement?.getAttribute("data-key") ?? "";
    const open = [...root.querySelectorAll("details[open]")].map((element) => element.getAttribute("data-id"));
    const top = root.querySelector(".scroll")?.scrollTop ?? 0;
    body.replaceChildren(...(content ? [content] : []));
    for (const element of root.querySelectorAll("details"))
      element.open = open.includes(element.getAttribute("data-id"));
    for (const field of fields(root))
      field.value = typed.find((one) => one.dataset["key"] === field.dataset["key"])?.value ?? field.value;
    root.querySelector(".scroll")?.scrollTo(0, top);
    /** @type {HTMLElement | null} */ (root.querySelector(`[data-key="${focused}"]`))?.focus({ preventScroll: true });
  };

  /** What a screen reader hears: verdict and saves, not each number. @param {SoiView} view */
  const announcement = ({ save, problem, model }) => {
    if (save.text) return soi.t(save.text);
    return model?.said ?? (problem ? soi.t(`problem_${problem}`) : "");
  };

  soi.badge = {
    mount(css) {
      for (const old of document.querySelectorAll(`:root > [${MARK}]`)) old.remove();
      const { host, root, frame, body, strip, said } = build(css);
      let pressed = false;
      let chosen = false;
      /** Nothing is drawn anew under a person's hands. */
      const isBusy = () =>
        pressed || (root.activeElement?.matches(`input, textarea${chosen ? "" : ", select"}`) ?? false);
      /** @type {(() => void) | null} */
      let waiting = null;
      let drawn = "";
      /** @type {Corner} */
      let corner = "top-right";

      /** @param {SoiView} view */
      const draw = (view) => {
        const signature = JSON.stringify([view, soi.t("language"), soi.page.dialog() !== null]);
        if (signature === drawn) return;
        drawn = signature;
        const label = soi.t("badge_label", { name: view.creator });
        if (frame.getAttribute("aria-label") !== label) body.replaceChildren(); // nothing typed for one goes to another
        frame.setAttribute("aria-label", label);
        frame.lang = soi.t("language");
        frame.dataset["tone"] = view.model?.code ?? "";
        frame.dataset["small"] = String(view.collapsed || !view.model);
        replace(root, body, soi.card.draw(view));
        corner = view.corner;
        if (!host.hidden) soi.place.at(host, corner, root);
      };

      const catchUp = () => {
        if (isBusy()) return;
        waiting?.();
        waiting = null;
      };
      frame.addEventListener("pointerdown", () => (pressed = true));
      for (const name of ["click", "pointercancel", "pointerleave", "focusout", "change"]) {
        frame.addEventListener(name, () => {
          pressed = false;
          chosen = name === "change";
          setTimeout(catchUp);
        });
      }

      return {
        isReplaced: () => [...document.querySelectorAll(`:root > [${MARK}]`)].some((other) => other !== host),
        rehearse(view) {
          const card = /** @type {HTMLElement} */ (soi.card.draw(view));
          soi.collect.capture(soi.evidence.of("", null), card);
          body.replaceChildren(card);
        },
        leave: () => /** @type {HTMLElement | null} */ (root.activeElement)?.blur(),
        replace: () => host.isConnected && !host.hidden && soi.place.at(host, corner, root),
        render(view) {
          host.hidden = !(view?.model || view?.problem);
          if (!view) return;
          if (!host.isConnected) document.documentElement.append(host);
          if (frame.dataset["theme"] !== theme()) frame.dataset["theme"] = theme();
          const text = announcement(view);
          if (said.textContent !== text) said.textContent = text;
          soi.strip(strip, view);
          if (isBusy()) waiting = () => draw(view);
          else draw(view);
        },
      };
    },
  };
}
