/** Number grammar, title, metas and page data: they stay the first profile's after pushState. */
{
  /** What is cut out of the embedded JSON, and how long it can be. @type {[string, number][]} */
  const GRAMMAR = [
    ["IntlCurrentLocale", 200],
    ["NumberFormatConfig", 600],
    ["IntlCompactDecimalNumberFormatConfig", 20_000],
  ];
  /** @type {[string, number][]} */
  const PAGE = [
    ["page_logging", 600],
    ["canonicalRouteName", 200],
  ];
  const METAS = ["og:title", "og:description", "og:url", "og:type", "description"];
  const MAX_META = 1_500;
  const MAX_SCRIPTS = 300;

  /** @type {Map<string, string>} */
  const cut = new Map();
  let isWhole = false;

  /** Scripts are large: read again only while the document arrives. */
  const readEmbedded = () => {
    if (isWhole) return;
    isWhole = document.readyState !== "loading";
    const scripts = [...document.querySelectorAll('script[type="application/json"]')].slice(0, MAX_SCRIPTS);
    for (const text of scripts.map((script) => script.textContent ?? "")) {
      for (const [name, length] of [...GRAMMAR, ...PAGE]) {
        const at = cut.has(name) ? -1 : text.indexOf(`"${name}"`);
        if (at >= 0) cut.set(name, text.slice(at, at + length));
      }
    }
  };

  const metas = () =>
    [...document.querySelectorAll("head meta[content]")].map((meta) => {
      const kind = meta.hasAttribute("property") ? "property" : "name";
      const name = meta.getAttribute(kind) ?? "";
      const content = soi.reduce.escape((meta.getAttribute("content") ?? "").slice(0, MAX_META));
      return METAS.includes(name) ? `<meta ${kind}="${name}" content="${content}">` : "";
    });

  const firstUsername = () => {
    const url = document.querySelector('meta[property="og:url"]')?.getAttribute("content");
    return soi.route.usernameOfLink(url ?? null);
  };

  soi.documentHead = {
    firstUsername,

    // Before the header comes, while nobody waits for it.
    prepare() {
      if (document.readyState !== "loading") readEmbedded();
    },

    html(creator) {
      const title = soi.reduce.escape(document.title.slice(0, 300));
      return firstUsername() === creator ? `<head><title>${title}</title>${metas().join("")}</head>` : "<head></head>";
    },
    embedded(creator) {
      readEmbedded();
      const names = firstUsername() === creator ? [...GRAMMAR, ...PAGE] : GRAMMAR;
      return names.flatMap(([name]) => cut.get(name) ?? []);
    },
  };
}
