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

  /** All that may be longer than the window. Head and bars stand beside it and never over it. @param {SoiView} view @param {SoiModel} model */
  const reading = ({ problem, listed, skipped, expanded }, { lines, guide, details }) => {
    const step = guide.find(({ id }) => !skipped.includes(id));
    const area = draw(soi.parts.scroll);
    /** @type {Element} */ (area).append(
      h("ul", "lines", ...[...(listed ? [listed.line] : []), ...lines].map(draw)),
      ...(problem ? [trouble(problem, "strip")] : []),
      ...(step ? [draw(step.drawn)] : []),
      ...(expanded ? [...(listed ? [listed.fields] : []), ...details].map(draw) : []),
    );
    return area;
  };

  soi.card = {
    draw(view) {
      const { model, problem, save } = view;
      if (!model) return problem ? trouble(problem, "pill off") : null;
      if (view.collapsed) return draw(model.pill);
      return h(
        "div",
        "card",
        draw(model.head),
        reading(view, model),
        save.text ? draw(soi.parts.outcomes[save.text]) : null,
        bar(view),
      );
    },
  };
}
