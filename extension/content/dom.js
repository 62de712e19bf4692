/** Builds nodes. Text is only ever text; only a person's press counts. */
{
  const { document } = soi;
  const SVG = "http://www.w3.org/2000/svg";

  /** @type {SoiContent["dom"]["h"]} */
  const h = (tag, attributes = "", ...children) => {
    const element = document.createElement(tag);
    const named = typeof attributes === "string" ? { class: attributes || null } : attributes;
    for (const [name, value] of Object.entries(named)) {
      // As an attribute the page's own policy could refuse it.
      if (name === "style") element.style.cssText = String(value);
      else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  };

  /** Enter keeps a line, Escape puts it back; Instagram's keys hear nothing of it. @param {HTMLInputElement} field */
  const listenToKeys = (field) => {
    field.addEventListener("keydown", ({ key, isComposing }) => {
      if (key === "Escape") field.value = field.defaultValue;
      if (!isComposing && (key === "Escape" || (key === "Enter" && field.matches("input")))) field.blur();
    });
    for (const name of ["keydown", "keypress", "keyup"])
      field.addEventListener(name, (event) => event.stopPropagation());
  };

  /** @param {HTMLInputElement} element @param {SoiAct} act */
  const bind = (element, act) => {
    const isButton = element.matches("button");
    element.addEventListener(isButton ? "click" : "change", (event) => {
      if (!event.isTrusted) return;
      if (!isButton) element.value = element.value.trim();
      if (act.act === "copy") element.dataset["copied"] = "";
      soi.act(isButton ? act : { ...act, [element.name]: element.value });
    });
    if (element.matches("input, textarea")) listenToKeys(element);
  };

  soi.dom = {
    h,

    draw({ tag, attributes, act, children }) {
      if (tag === "icon") return /** @type {any} */ (soi.dom.icon(String(attributes["class"])));
      const drawn = children.map((child) => (typeof child === "string" ? child : soi.dom.draw(child)));
      const element = h(tag, attributes, ...drawn);
      if (act) bind(/** @type {HTMLInputElement} */ (element), act);
      return element;
    },

    icon(name) {
      const svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("viewBox", "0 0 20 20");
      svg.setAttribute("aria-hidden", "true");
      svg.setAttribute("class", `icon i-${name}`);
      svg.append(document.createElementNS(SVG, "path"));
      return svg;
    },
  };
}
