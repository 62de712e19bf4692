/** Puts the pieces that a content script has seen together as the reduced page of CONTRACT's capture. */
import { withEmbedded } from "./embedded.js";

/** @typedef {import("../../types/messages").PageParts} PageParts */

/** Page data is the first profile's, as are title and metas; the number grammar holds for all. */
const PAGE_DATA = /^"(page_logging|canonicalRouteName)"/;

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
  const html = `<html lang="${escape(page.lang)}"><head>${isOwn ? head(page) : ""}</head>${body(page)}</html>`;
  return { html: withEmbedded(html, embedded), navigation: isOwn ? "load" : "spa" };
}

/** @param {PageParts} page */
function head({ title, metas }) {
  const written = metas.map(([kind, name, content]) => `<meta ${kind}="${name}" content="${escape(content)}">`);
  return `<title>${escape(title)}</title>${written.join("")}`;
}

/** The parts themselves are HTML already, made of text that was escaped. @param {PageParts} page */
function body({ header, tiles, notice, posts }) {
  const opened = posts.map(([shortcode, html]) => `<article data-post="${shortcode}">${html}</article>`);
  return `<body><main role="main">${header}<div>${tiles.join("")}${notice}</div></main>${opened.join("")}</body>`;
}
