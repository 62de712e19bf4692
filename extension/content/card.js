/** The compact card, the pill, and the states in which there is no verdict to show. */
{
  const { h, icon, button } = soi.dom;
  /** The one fix for each trouble: the word on the button, and what it does. @type {SoiFixes} */
  const FIXES = {
    unauthorized: ["connect", "connect"],
    pairing_pending: ["show_code", "connect"],
    server_foreign: ["options", "options"],
    stale_context: ["refresh", "reload"],
  };
  /** @type {Corner[]} */
  const CORNERS = ["top-right", "bottom-right", "bottom-left", "top-left"];

  /** Trouble is never louder than the page. @param {ErrorCode} code @param {string} css */
  const trouble = (code, css) => {
    const [word, action] = FIXES[code] ?? ["retry", /** @type {const} */ ("retry")];
    const picture =
      { server_off: "off", unauthorized: "link", pairing_pending: "link" }[/** @type {string} */ (code)] ?? "warn";
    return h(
      "div",
      { class: css },
      icon(picture),
      h("span", "grow", soi.t(`problem_${code}`)),
      button("fix", [soi.t(word)], soi.act[action], "act"),
    );
  };

  /** @param {string} key @param {string} label @param {() => void} onPress */
  const tool = (key, label, onPress) =>
    button(key, [icon(key)], onPress, { class: "tool", "aria-label": label, title: label });

  /** @param {SoiView} view @param {SoiModel} model */
  const head = (view, model) => {
    const next = CORNERS[(CORNERS.indexOf(view.corner) + 1) % CORNERS.length] ?? "top-right";
    return h(
      "div",
      "head",
      h("p", { class: "word", role: "heading", "aria-level": "2" }, icon(model.code), model.verdict),
      tool("move", soi.t("move"), () => soi.act.move(next)),
      tool("collapse", soi.t("collapse_badge"), () => soi.act.collapse(true)),
    );
  };

  /** In the order the eye needs them, after the verdict. @param {SoiView} view @param {SoiModel} model */
  const lines = (view, model) => {
    const listed = view.listed ? [{ key: "listed", text: view.listed.text }] : [];
    const items = [...listed, ...model.lines].map(({ key, text }) =>
      h("li", key, key === "suspicion" ? null : h("span", "said", `${soi.t(`line_${key}`)}: `), text),
    );
    return h(
      "ul",
      "lines",
      ...items,
      ...[model.partial, model.seen, model.notice].filter(Boolean).map((text) => h("li", "hint", text)),
    );
  };

  /** @param {SoiView} view */
  const bar = (view) =>
    h(
      "div",
      "bar",
      view.listed ? null : soi.listing.saveButton(view),
      button("details", [soi.t(view.expanded ? "less" : "details")], () => soi.act.expand(!view.expanded), {
        class: "quiet",
        "aria-expanded": String(view.expanded),
      }),
      h("span", "grow"),
      button("open", [icon("open"), soi.t("open_soi")], soi.act.open, "quiet"),
    );

  /** The next step that is not skipped. @param {SoiView} view */
  const guide = ({ model, skipped }) => {
    const step = model?.guide?.steps.find(({ id }) => !skipped.includes(id));
    if (!step) return null;
    const skip = button("skip", [soi.t("skip")], () => soi.act.skip(step.id), "quiet");
    return h("div", "guide", h("span", "small", model?.guide?.progress ?? ""), skip, h("p", "", step.text));
  };

  soi.card = {
    draw(view) {
      const { model, problem } = view;
      if (!model) return problem ? trouble(problem, "pill off") : null;
      if (view.collapsed) {
        const said = {
          class: "pill",
          "aria-expanded": "false",
          "aria-label": soi.t("expand_badge", { verdict: model.verdict }),
        };
        return button("collapse", [icon(model.code), model.verdict], () => soi.act.collapse(false), said);
      }
      return h(
        "div",
        "card",
        head(view, model),
        lines(view, model),
        problem ? trouble(problem, "strip") : null,
        guide(view),
        ...soi.listing.draw(view),
        view.expanded ? soi.details.draw(model.sections, view.listed) : null,
        bar(view),
      );
    },
  };
}
