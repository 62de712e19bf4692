/** Puts the card together of what the background has drawn, and of what the person is doing with it. */
{
  const { h, icon, button, draw } = soi.dom;
  /** The one fix for each trouble: the word on the button, and what it does. @type {SoiFixes} */
  const FIXES = {
    unauthorized: ["connect", "connect"],
    pairing_pending: ["show_code", "connect"],
    server_foreign: ["options", "options"],
    stale_context: ["refresh", "reload"],
  };
  /** Trouble is never louder than the page. @param {ErrorCode} code @param {string} css */
  const trouble = (code, css) => {
    const [word, act] = FIXES[code] ?? ["retry", "retry"];
    const picture =
      { server_off: "off", unauthorized: "link", pairing_pending: "link" }[/** @type {string} */ (code)] ?? "warn";
    return h(
      "div",
      { class: css },
      icon(picture),
      h("span", "grow", soi.t(`problem_${code}`)),
      button("fix", [soi.t(word)], act, "act"),
    );
  };

  /** @param {SoiView} view */
  const bar = (view) =>
    h(
      "div",
      "bar",
      view.listed ? null : soi.listing.saveButton(view),
      button("details", [soi.t(view.expanded ? "less" : "details")], "expand", {
        class: "quiet",
        "aria-expanded": String(view.expanded),
      }),
      h("span", "grow"),
      button("open", [icon("open"), soi.t("open_soi")], "open", "quiet"),
    );

  /** @param {SoiView} view @param {SoiModel} model */
  const details = ({ listed }, model) => {
    const attributes = { class: "scroll", tabindex: "0", role: "group", "aria-label": soi.t("details") };
    return h("div", attributes, ...[...(listed ? [listed.fields] : []), ...model.details].map(draw));
  };

  soi.card = {
    draw(view) {
      const { model, problem } = view;
      if (!model) return problem ? trouble(problem, "pill off") : null;
      if (view.collapsed) return draw(model.pill);
      const step = model.guide.find(({ id }) => !view.skipped.includes(id));
      const lines = [...(view.listed ? [view.listed.line] : []), ...model.lines];
      return h(
        "div",
        "card",
        draw(model.head),
        h("ul", "lines", ...lines.map(draw)),
        problem ? trouble(problem, "strip") : null,
        step ? draw(step.drawn) : null,
        soi.listing.draw(view),
        view.expanded ? details(view, model) : null,
        bar(view),
      );
    },
  };
}
