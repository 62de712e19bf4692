/** Builds nodes. Text is only ever text; a press counts only when a person made it. */
{
  const SVG = "http://www.w3.org/2000/svg";

  /** @type {SoiContent["dom"]["h"]} */
  const h = (tag, attributes = "", ...children) => {
    const element = document.createElement(tag);
    const named = typeof attributes === "string" ? { class: attributes || null } : attributes;
    for (const [name, value] of Object.entries(named)) {
      if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  };

  soi.dom = {
    h,

    // The outline comes from shared/badge.css.
    icon(name) {
      const svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("viewBox", "0 0 20 20");
      svg.setAttribute("aria-hidden", "true");
      svg.setAttribute("class", `icon i-${name}`);
      svg.append(document.createElementNS(SVG, "path"));
      return svg;
    },

    // `key` names the button for keeping the focus when its part is drawn anew.
    button(key, label, onPress, attributes = "") {
      const element = h("button", attributes, ...label);
      element.setAttribute("type", "button");
      element.setAttribute("data-key", key);
      element.addEventListener("click", (event) => event.isTrusted && onPress());
      return element;
    },
  };
}
