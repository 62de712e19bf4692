/** The card: what the background has drawn, and what the person is doing with it. */
{
  const { h, icon, button, draw } = soi.dom;
  /** Never louder than the page. @param {ErrorCode} code @param {string} css */
  const trouble = (code, css) => draw({ ...soi.troubles[code], attributes: { class: css } });

  /** What has become of a save, and the way back from it. @param {SoiSave} save */
  const outcome = ({ state, text }) => {
    if (!text) return null;
    const isSaved = state === "saved";
    const back = isSaved
      ? button("undo", [icon("undo"), soi.t("undo")], "undo")
      : button("cancel", [soi.t("cancel")], "cancel", "act");
    const said = [icon(isSaved ? "saved" : "warn"), h("span", "grow", soi.t(text))];
    return h("div", isSaved ? "bar" : "strip", ...said, state === "failed" ? null : back);
  };

  /** @param {SoiView} view */
  const saveButton = ({ save }) => {
    const disabled = save.state === "saving";
    const label = [icon("save"), soi.t(disabled ? "saving" : "save")];
    return button("save", label, "save", { class: "primary", disabled });
  };

  /** @param {SoiView} view */
  const bar = (view) =>
    h(
      "div",
      "bar",
      view.listed || view.save.state === "waiting" ? null : saveButton(view),
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
        outcome(view.save),
        view.expanded ? details(view, model) : null,
        bar(view),
      );
    },
  };
}
