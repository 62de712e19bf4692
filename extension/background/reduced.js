/** Puts the pieces that a content script has seen together as the reduced page of CONTRACT's capture. */
import { withEmbedded } from "./embedded.js";

/** @typedef {import("../../types/messages").PageParts} PageParts */

/** Page data is the first profile's, as are title and metas; the number grammar holds for all. */
const PAGE_DATA = /^"(page_logging|canonicalRouteName)"/;

const METAS = ["og:title", "og:description", "og:url", "og:type"];
const MAX_LANG = 20;
const MAX_TITLE = 300;

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** @param {string} text */
const escape = (text) => text.toWellFormed().replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);

/**
 * Leftovers of the profile that the document was loaded for are left out where it is another one.
 * @param {string} creator @param {PageParts} page
 * @returns {{html: string, navigation: "load" | "spa"}}
 */
export function reducedPage(creator, page) {
  const isOwn = page.first === creator;
  const embedded = page.embedded.filter((piece) => isOwn || !PAGE_DATA.test(piece));
  const html = `<html lang="${escape(page.lang.slice(0, MAX_LANG))}"><head>${isOwn ? head(page) : ""}</head>${body(page)}</html>`;
  return { html: withEmbedded(html, embedded), navigation: isOwn ? "load" : "spa" };
}

/** @param {PageParts} page */
function head({ title, metas }) {
  const written = metas
    .filter(([property]) => property === null || METAS.includes(property))
    .map(([property, content]) => {
      const named = property === null ? 'name="description"' : `property="${property}"`;
      return `<meta ${named} content="${escape(content)}">`;
    });
  return `<title>${escape(title.slice(0, MAX_TITLE))}</title>${written.join("")}`;
}

/** The parts themselves are HTML already, made of text that was escaped. @param {PageParts} page */
function body({ header, tiles, notice, posts }) {
  const opened = posts.map(([shortcode, html]) => `<article data-post="${shortcode}">${html}</article>`);
  return `<body><main role="main">${header}<div>${tiles.join("")}${notice}</div></main>${opened.join("")}</body>`;
}
