/** The pill and the card: what the background has drawn, and what the person is doing with it. */
{
  const { h, draw } = soi.dom;

  /** Never louder than the page. @param {ErrorCode} code @param {string} css */
  const trouble = (code, css) => draw({ ...soi.parts.troubles[code], attributes: { class: css } });

  /** By its handle it is moved, dragged or step by step. @param {SoiView} view */
  const head = ({ creator }) =>
    h(
      "div",
      "head",
      h("span", "mark"),
      h("b", "handle", `@${creator}`),
      draw(soi.parts.move),
      draw(soi.parts.collapse),
    );

  /** The next step of the guide that the person has not put off. @param {SoiView} view */
  const step = ({ model, skipped }) => {
    const next = model?.guide.find(({ id }) => !skipped.includes(id));
    return next ? [draw(next.drawn)] : [];
  };

  /** What is opened below: the entry's fields, then the details. @param {SoiView} view */
  const opened = ({ model, listed, expanded }) => {
    const parts = expanded ? [...(listed ? [listed.fields] : []), ...(model?.details ?? [])] : [];
    return parts.map(draw);
  };

  /** All that may be longer than the window; head and bars stand beside it. @param {SoiView} view */
  const reading = (view) => {
    const { model, problem, listed } = view;
    const { word, figures } = soi.parts.reading;
    const area = draw(soi.parts.scroll);
    area.append(
      h("div", "verdict", ...(model?.verdict ?? [word]).map(draw), listed && draw(listed.line)),
      ...(model?.figures ?? [figures]).map(draw),
      ...(problem ? [trouble(problem, "strip")] : []),
      ...step(view),
      ...opened(view),
    );
    return area;
  };

  /** @param {SoiView} view */
  const own = ({ model, listed, save: { state } }) => {
    const { save, saving, early, note } = soi.parts;
    if (listed) return [listed.status, note];
    if (state === "waiting") return [];
    if (state === "saving") return [saving];
    return [model ? save : early];
  };

  /** @param {SoiView} view */
  const bar = (view) => {
    const { details, less, open } = soi.parts;
    const { model, expanded } = view;
    const parts = [...own(view), ...(model ? [expanded ? less : details] : [])];
    return h("div", "bar", ...parts.map(draw), h("span", "grow"), draw(open));
  };

  soi.card = {
    draw(view, form) {
      const { model, problem, save } = view;
      if (view.isOwn) return draw({ ...soi.parts.own, attributes: { class: "pill off" } });
      if (!model && problem) return trouble(problem, "pill off");
      if (form === "pill") return draw(model?.pill ?? soi.parts.reading.pill);
      const outcome = save.text ? draw(soi.parts.outcomes[save.text]) : null;
      return h("div", "card", head(view), reading(view), outcome, bar(view));
    },
  };
}
