/** Number grammar, title, metas and page data: they stay the first profile's after pushState. */
{
  const { document } = soi;
  /** Cut out of the embedded JSON, and how long. @type {[string, number][]} */
  const CUT = [
    ["IntlCurrentLocale", 200],
    ["NumberFormatConfig", 600],
    ["IntlCompactDecimalNumberFormatConfig", 20_000],
    ["page_logging", 600],
    ["canonicalRouteName", 200],
  ];
  const MAX_METAS = 100;
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
      for (const [name, length] of CUT) {
        const at = cut.has(name) ? -1 : text.indexOf(`"${name}"`);
        if (at >= 0) cut.set(name, text.slice(at, at + length));
      }
    }
  };

  /** @returns {[name: string | null, content: string][]} */
  const metas = () =>
    [...document.querySelectorAll('head meta:is([property^="og:"], [name="description"])')]
      .slice(0, MAX_METAS)
      .map((meta) => [meta.getAttribute("property"), (meta.getAttribute("content") ?? "").slice(0, MAX_META)]);

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

    read() {
      readEmbedded();
      const { title, documentElement } = document;
      const { lang } = documentElement;
      return { first: firstUsername(), lang, title, metas: metas(), embedded: [...cut.values()] };
    },
  };
}
