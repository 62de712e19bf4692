/**
 * Reads the pieces that the content script has cut out of the page's embedded JSON, and writes them anew as the
 * scripts of the reduced page: only JSON can pass, never markup.
 */

/** Long number words and negative forms are never shown in counts. */
const LEFT_OUT = /^(long_patterns|negative_.*)$/;

/** The JSON value at the start of `text`, found by counting brackets outside strings. @param {string} text */
function firstValue(text) {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (inString && char === "\\") at += 1;
    else if (char === '"') inString = !inString;
    else if (inString) continue;
    else if ("[{".includes(char)) depth += 1;
    else if ("]}".includes(char) && (depth -= 1) === 0) return text.slice(0, at + 1);
  }
  return "";
}

/** @param {string} json @returns {string | null} */
function rewritten(json) {
  try {
    const text = JSON.stringify(JSON.parse(json), (key, value) => (LEFT_OUT.test(key) ? undefined : value));
    return text.replaceAll("<", "\\u003c");
  } catch {
    return null;
  }
}

/** `"NAME",[],{...},5954], ...` is a definition; `"name":{...}` and `"name":"..."` are members. @param {string} piece */
function scriptOf(piece) {
  if (/^"\w+"\s*,/.test(piece)) {
    const definition = rewritten(firstValue(`[${piece}`));
    return definition && `[${definition}]`;
  }
  const word = /^"(\w+)"\s*:\s*("[\w.]{0,150}")/.exec(piece);
  if (word) return `{"${word[1]}":${word[2]}}`;
  const member = /^"(\w+)"\s*:\s*(?=\{)/.exec(piece);
  const value = member && rewritten(firstValue(piece.slice(member[0].length)));
  return member && value && `{"${member[1]}":${value}}`;
}

/** @param {string} html the reduced page @param {string[]} pieces */
export function withEmbedded(html, pieces) {
  const scripts = pieces.map(scriptOf).filter((script) => script !== null);
  const written = scripts.map((script) => `<script type="application/json">${script}</script>`).join("");
  return html.replace("</head>", () => `${written}</head>`);
}
