/** The pill and the card, as the background has drawn them. */
{
  const { h, draw } = soi.dom;

  /** Never louder than the page. @param {ErrorCode} code @param {string} css */
  const trouble = (code, css) => draw({ ...soi.parts.troubles[code], attributes: { class: css } });

  /** Its handle moves it, dragged or by steps. @param {SoiView} view */
  const head = ({ creator }) =>
    h(
      "div",
      "head",
      h("span", "mark"),
      h("b", "handle", `@${creator}`),
      draw(soi.parts.move),
      draw(soi.parts.collapse),
    );

  /** The guide's next step that was not put off. @param {SoiView} view */
  const step = ({ model, skipped }) => {
    const next = model?.guide.find(({ id }) => !skipped.includes(id));
    return next ? [draw(next.drawn)] : [];
  };

  /** The entry's fields, then the details. @param {SoiView} view */
  const opened = ({ model, listed, expanded }) => {
    const parts = expanded ? [...(listed && !model?.looks ? [listed.fields] : []), ...(model?.details ?? [])] : [];
    return parts.map(draw);
  };

  /** What may be longer than the window. @param {SoiView} view @param {Node[]} said */
  const reading = (view, said) => {
    const { model, problem, listed } = view;
    const area = draw(soi.parts.scroll);
    area.append(
      h("div", "verdict", ...said, listed && draw(listed.line)),
      ...(model?.figures ?? [soi.parts.reading.figures]).map(draw),
      ...(problem ? [trouble(problem, "strip")] : []),
      ...step(view),
      ...opened(view),
    );
    return area;
  };

  /** @param {SoiView} view */
  const own = ({ model, listed, save: { state } }) => {
    const { save, saving, early, note } = soi.parts;
    if (model?.looks) return [model.looks];
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
      const [word = null, ...said] = (model?.verdict ?? [soi.parts.reading.word]).map(draw);
      return h("div", "card", head(view), word, reading(view, said), outcome, bar(view));
    },
  };
}
