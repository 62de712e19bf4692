/** Writes a part of the page as small HTML: structure, text, attributes with a meaning. */
{
  const KEPT = ["href", "title", "dir", "role", "aria-label", "alt", "datetime", "rel", "type", "aria-selected"];
  const LEFT_OUT = new Set(
    "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED VIDEO AUDIO CANVAS INPUT TEXTAREA SELECT LINK META".split(" "),
  );
  const EMPTY = new Set(["IMG", "BR", "HR"]);
  const MAX_ATTRIBUTE = 600;
  const MAX_DEPTH = 60;

  /** @type {Record<string, string>} */
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  /** Half a character (a lone surrogate) cannot be sent as UTF-8. @param {string} text */
  const escape = (text) => text.toWellFormed().replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);

  /** @param {Element} element */
  const attributes = (element) => {
    let out = element.classList.contains("html-span") ? ' class="html-span"' : "";
    for (const name of KEPT) {
      const value = element.getAttribute(name);
      if (value) out += ` ${name}="${escape(value.slice(0, MAX_ATTRIBUTE))}"`;
    }
    return out;
  };

  /** @type {SoiWrite<Node>} */
  const write = (node, budget, depth) => {
    if (budget.left <= 0 || depth > MAX_DEPTH) return "";
    if (node.nodeType === 1) return writeElement(/** @type {Element} */ (node), budget, depth);
    if (node.nodeType !== 3) return "";
    const text = escape((node.nodeValue ?? "").slice(0, budget.left));
    budget.left -= text.length;
    return text;
  };

  /** @type {SoiWrite<Element>} */
  const writeElement = (element, budget, depth) => {
    const tag = element.tagName.toUpperCase();
    if (LEFT_OUT.has(tag) || budget.skip(element)) return "";
    const name = tag.toLowerCase();
    let out = `<${name}${attributes(element)}>`;
    budget.left -= out.length + name.length + 3;
    if (EMPTY.has(tag)) return out;
    let child = tag === "SVG" ? null : element.firstChild;
    for (; child && budget.left > 0; child = child.nextSibling) out += write(child, budget, depth + 1);
    return `${out}</${name}>`;
  };

  soi.reduce = { html: (element, limit, skip = () => false) => write(element, { left: limit, skip }, 0) };
}
