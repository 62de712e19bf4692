/** The card: what the background has drawn, and what the person is doing with it. */
{
  const { h, draw } = soi.dom;

  /** Never louder than the page. @param {ErrorCode} code @param {string} css */
  const trouble = (code, css) => draw({ ...soi.parts.troubles[code], attributes: { class: css } });

  /** @param {SoiView} view */
  const bar = ({ listed, save: { state }, expanded }) => {
    const { save, saving, details, less, open } = soi.parts;
    const isSaved = listed || state === "waiting";
    const left = [...(isSaved ? [] : [state === "saving" ? saving : save]), expanded ? less : details];
    return h("div", "bar", ...left.map(draw), h("span", "grow"), draw(open));
  };

  /** @param {SoiView} view @param {SoiModel} model */
  const details = ({ listed }, model) =>
    draw({ ...soi.parts.scroll, children: [...(listed ? [listed.fields] : []), ...model.details] });

  soi.card = {
    draw(view) {
      const { model, problem, listed, save } = view;
      if (!model) return problem ? trouble(problem, "pill off") : null;
      if (view.collapsed) return draw(model.pill);
      const step = model.guide.find(({ id }) => !view.skipped.includes(id));
      const lines = [...(listed ? [listed.line] : []), ...model.lines];
      return h(
        "div",
        "card",
        draw(model.head),
        h("ul", "lines", ...lines.map(draw)),
        problem ? trouble(problem, "strip") : null,
        step ? draw(step.drawn) : null,
        save.text ? draw(soi.parts.outcomes[save.text]) : null,
        view.expanded ? details(view, model) : null,
        bar(view),
      );
    },
  };
}
