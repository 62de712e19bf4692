/** The expanded card: draws the sections that the background has put into words. */
{
  const { h, icon, button } = soi.dom;

  /** @param {SoiShow} show */
  const showButton = (show) =>
    h(
      "div",
      "row",
      button(show.key, [icon("eye"), soi.t("show_me")], () => soi.act.show(show.places), {
        "aria-label": `${soi.t("show_me")}: ${show.what}`,
      }),
    );

  /** The range of suspicion on 0 to 100. @param {NonNullable<SoiSection["range"]>} range */
  const drawRange = ({ low, high, score, label }) => {
    const span = h("div", "span");
    span.style.insetInlineStart = `${low}%`;
    span.style.width = `${high - low}%`;
    const tick = h("div", { class: "tick", hidden: score === null });
    tick.style.insetInlineStart = `${score ?? 0}%`;
    const scale = ["0", `${low}–${high}`, "100"].map((text) => h("span", "", text));
    return h(
      "div",
      "",
      h("div", { class: "range", role: "img", "aria-label": label }, span, tick),
      h("div", { class: "scale", "aria-hidden": "true" }, ...scale),
    );
  };

  /** @param {SoiSignal} signal */
  const drawSignal = (signal) => {
    const rulings = /** @type {const} */ (["innocent", "confirmed"]).map((ruling) => {
      const pressed = signal.ruling === ruling;
      const act = () => soi.act.rule(signal.id, pressed ? null : ruling);
      return button(`${signal.id}-${ruling}`, [soi.t(`ruling_${ruling}`)], act, { "aria-pressed": String(pressed) });
    });
    return h(
      "details",
      { "data-id": signal.id },
      h(
        "summary",
        { "data-key": signal.id },
        h("span", { class: `weight ${signal.tone}`, title: signal.weightSaid }, signal.weight),
        h("span", "grow", signal.reason),
      ),
      h(
        "div",
        "inner",
        h("p", "innocent", signal.innocent),
        signal.readAs ? h("p", "small", signal.readAs) : null,
        signal.show ? showButton(signal.show) : null,
        h("div", { class: "row", role: "group", "aria-label": soi.t("ruling") }, ...rulings),
      ),
    );
  };

  /** @param {SoiSection} section */
  const drawSection = (section) =>
    h(
      "section",
      "",
      section.title ? h("h3", "", section.title) : null,
      section.range ? drawRange(section.range) : null,
      ...section.texts.map((text) => h("p", "", text)),
      section.list.length > 0
        ? h("ul", "plain", ...section.list.map((text) => h("li", "", h("span", "", text))))
        : null,
      ...section.small.map((text) => h("p", "small", text)),
      section.show ? showButton(section.show) : null,
      ...section.signals.map((signal) => drawSignal(signal)),
    );

  soi.details = {
    draw(sections, listed) {
      const attributes = { class: "scroll", tabindex: "0", role: "group", "aria-label": soi.t("details") };
      return h("div", attributes, listed && soi.listing.fields(listed.entry), ...sections.map(drawSection));
    },
  };
}
