/**
 * What belongs to the document and not to one creator: the number grammar that the page embeds, and the title, metas
 * and page data, which stay those of the first profile when Instagram changes the page by pushState.
 */
{
  const GRAMMAR = ["IntlCurrentLocale", "NumberFormatConfig", "IntlCompactDecimalNumberFormatConfig"];
  const METAS = ["og:title", "og:description", "og:url", "og:type", "description"];
  const MAX_META = 1_500;
  const MAX_PIECE = 20_000;
  const MAX_SCRIPTS = 300;

  /** @type {{grammar: string[], page: string[]} | null} */
  let embedded = null;
  let readWhenLoaded = false;

  /** The JSON value that starts at `start`, found by counting brackets outside strings. @param {string} text @param {number} start */
  const balanced = (text, start) => {
    let depth = 0;
    let inString = false;
    const end = Math.min(text.length, start + MAX_PIECE);
    for (let at = start; at < end; at += 1) {
      const char = text[at] ?? "";
      if (inString && char === "\\") at += 1;
      else if (char === '"') inString = !inString;
      else if (inString) continue;
      else if ("[{".includes(char)) depth += 1;
      else if ("]}".includes(char) && (depth -= 1) === 0) return text.slice(start, at + 1);
    }
    return "";
  };

  /** Written anew, so that only JSON and no markup can pass; long number words are never shown in counts. @param {string} piece */
  const rewritten = (piece) => {
    try {
      const drop = /^(long_patterns|negative_.*)$/;
      return JSON.stringify(JSON.parse(piece), (key, value) => (drop.test(key) ? undefined : value)).replaceAll(
        "<",
        "\\u003c",
      );
    } catch {
      return null;
    }
  };

  /** `["NAME",[],{...},5954]`, as Instagram writes a definition. @param {string} text @param {string} name */
  const definition = (text, name) => {
    const quoted = text.indexOf(`"${name}"`);
    const start = text.lastIndexOf("[", quoted);
    return quoted < 0 || start < 0 || quoted - start > 120 ? null : rewritten(balanced(text, start));
  };

  /** @param {string} text */
  const pageData = (text) => {
    const at = text.indexOf('"page_logging"');
    const logging = at < 0 ? null : rewritten(balanced(text, text.indexOf("{", at)));
    const route = at < 0 ? null : /"canonicalRouteName"\s*:\s*"([\w.]{1,120})"/.exec(text);
    return [logging && `"page_logging":${logging}`, route && `"canonicalRouteName":"${route[1]}"`].filter(
      (part) => part !== null,
    );
  };

  const readEmbedded = () => {
    /** @type {Map<string, string>} */
    const grammar = new Map();
    /** @type {string[]} */
    let page = [];
    for (const script of [...document.querySelectorAll('script[type="application/json"]')].slice(0, MAX_SCRIPTS)) {
      const text = script.textContent ?? "";
      for (const name of GRAMMAR) {
        const piece = grammar.has(name) ? null : definition(text, name);
        if (piece) grammar.set(name, piece);
      }
      if (page.length === 0) page = pageData(text);
    }
    return { grammar: [...grammar.values()], page };
  };

  /** Scripts are large and do not change: read again only while the document is still arriving. */
  const data = () => {
    if (embedded === null || (!readWhenLoaded && embedded.grammar.length < GRAMMAR.length)) {
      readWhenLoaded = document.readyState !== "loading";
      embedded = readEmbedded();
    }
    return embedded;
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
    html(creator) {
      const { grammar, page } = data();
      const json = `<script type="application/json">[${grammar.join(",")}]</script>`;
      if (firstUsername() !== creator) return `<head>${json}</head>`;
      const title = soi.reduce.escape(document.title.slice(0, 300));
      const own = `<script type="application/json">{${page.join(",")}}</script>`;
      return `<head><title>${title}</title>${metas().join("")}${json}${own}</head>`;
    },
  };
}
