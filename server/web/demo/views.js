// How the imitated site is built: the structure that the badge reads, with invented content.

import { h } from "./dom.js";
import { commentsOf, followersOf, postsOf } from "./cast.js";
import { around, compact, plain, say } from "./site.js";

/** @typedef {import("./cast.js").Creator} Creator */
/** @typedef {import("./cast.js").Post} Post */
/** @typedef {import("./site.js").Language} Language */

/** Part of the address of Instagram's picture for accounts without one. */
const NO_PHOTO = "44884218_345707102882519";

/** @param {number} hue @param {string} [mark] */
function picture(hue, mark = "") {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="hsl(${hue} 45% 62%)"/><circle cx="5" cy="5" r="2.6" fill="hsl(${hue} 55% 82%)"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawn)}#${mark}`;
}

/** @param {string} text @param {string} href @param {Record<string, string>} [more] */
const link = (text, href, more = {}) =>
  h("a", { href, role: "link", tabindex: 0, ...more }, h("span", { dir: "auto" }, text));

/** @param {Creator} creator @param {Language} language */
export function header(creator, language) {
  const name = h("a", { href: `/${creator.username}/`, role: "link" }, h("h2", { dir: "auto" }, creator.username));
  const follow = h("button", { type: "button", class: "site-primary" }, say(language, "follow"));
  const message = h("button", { type: "button", class: "site-secondary" }, say(language, "message"));
  const photo = h("img", {
    src: picture(creator.hue),
    alt: say(language, "photoOf", creator.username),
    class: "portrait",
  });
  const about = [
    h("div", { class: "strong" }, h("span", { dir: "auto" }, creator.name)),
    creator.category && h("div", { class: "quiet", dir: "auto" }, creator.category),
    h("div", { class: "bio", dir: "auto" }, creator.bio),
  ];
  return h(
    "header",
    {},
    h("section", {}, photo),
    h("section", {}, h("div", { class: "nameline" }, name, follow, message), counts(creator, language)),
    h("section", { class: "about" }, ...about),
  );
}

/** @param {Creator} creator @param {Language} language */
function counts(creator, language) {
  const { username, following, posts, isPrivate } = creator;
  const cells = [
    cell(language, "posts", plain(language, posts), null),
    cell(language, "followers", compact(language, creator.followers), isPrivate ? null : `/${username}/followers/`, {
      title: plain(language, creator.followers),
    }),
    cell(language, "following", compact(language, following), null),
  ];
  return h("ul", { class: "counts" }, ...cells.map((one) => h("li", {}, one)));
}

/** @param {Language} language @param {import("./site.js").Word} word @param {string} number @param {string | null} href @param {Record<string, string>} [exact] */
function cell(language, word, number, href, exact = {}) {
  const [before, after] = around(language, word);
  const text = h("span", { dir: "auto" }, before, h("span", exact, h("span", { class: "html-span" }, number)), after);
  return href ? h("a", { href, role: "link", tabindex: 0 }, text) : text;
}

/** @param {Creator} creator @param {Language} language */
export function grid(creator, language) {
  if (!creator.isPrivate)
    return h("div", {}, h("div", { class: "grid" }, ...postsOf(creator).map((post) => tile(creator, post, language))));
  return h("div", { class: "shut" }, h("h2", {}, say(language, "shut")), h("p", {}, say(language, "shutText")));
}

/** @param {Creator} creator @param {Post} post @param {Language} language */
function tile({ username, name, hue }, post, language) {
  const alt = `${say(language, "photoBy", name)} · ${post.caption}`;
  const shown = h("img", { src: picture(hue + post.code.charCodeAt(7) * 9), alt });
  const path = post.kind === "reel" ? "reel" : "p";
  return h("div", {}, h("a", { href: `/${username}/${path}/${post.code}/`, role: "link", tabindex: 0 }, shown));
}

/** @param {string} label @param {string} back @param {Language} language @param {...Node} inner */
function dialog(label, back, language, ...inner) {
  const close = h("a", { href: back, class: "site-close", "aria-label": say(language, "close") }, "×");
  return h(
    "div",
    { role: "dialog", "aria-label": label, class: "site-dialog" },
    h("div", { class: "panel" }, close, ...inner),
  );
}

/** @param {Creator} creator @param {Language} language */
export function followers(creator, language) {
  const rows = followersOf(creator).map((person, place) =>
    h(
      "div",
      { class: "row" },
      h("img", {
        src: picture(place * 23, person.photo ? "" : NO_PHOTO),
        alt: say(language, "photoOf", person.username),
      }),
      h(
        "div",
        { class: "grow" },
        h("div", {}, link(person.username, `/${person.username}/`)),
        h("span", { class: "quiet", dir: "auto" }, person.name),
      ),
      h("button", { type: "button", class: "site-secondary" }, say(language, "follow")),
    ),
  );
  const title = h("h1", { class: "strong" }, say(language, "list"));
  return dialog(
    say(language, "list"),
    `/${creator.username}/`,
    language,
    title,
    h("div", { class: "rows", tabindex: 0 }, ...rows),
  );
}

/** @param {Creator} creator @param {Post} post @param {Language} language */
export function opened(creator, post, language) {
  const path = `/${creator.username}/${post.kind === "reel" ? "reel" : "p"}/${post.code}/`;
  const owner = h("div", { class: "row" }, link(creator.username, `/${creator.username}/`, { class: "strong" }));
  const caption = said(creator.username, post.caption, path, post.at);
  const remarks = commentsOf(creator, post).map(({ author, text, at }, place) =>
    said(author.username, text, `/p/${post.code}/c/${post.id}${place}/`, at, say(language, "reply")),
  );
  const likes = h("p", {}, post.hidden ? "" : say(language, "likes", plain(language, post.likes)));
  const image = h("img", {
    src: picture(creator.hue + post.code.charCodeAt(7) * 9),
    alt: post.caption,
    class: "photo",
  });
  const side = h("div", { class: "side" }, owner, h("div", { class: "rows", tabindex: 0 }, caption, ...remarks), likes);
  return dialog(creator.username, `/${creator.username}/`, language, h("article", {}, image, side));
}

/** A text with its author and its dated link. @param {string} username @param {string} text @param {string} href @param {number} at @param {string} [reply] */
function said(username, text, href, at, reply) {
  const day = new Date(at);
  const dated = h(
    "a",
    { href, role: "link", class: "quiet" },
    h("time", { datetime: day.toISOString() }, day.toLocaleDateString()),
  );
  const words = h("span", { dir: "auto" }, text);
  const answerTo = reply ? h("button", { type: "button", class: "site-plain" }, reply) : null;
  return h(
    "div",
    { class: "remark" },
    h("div", {}, link(username, `/${username}/`, { class: "strong" }), " ", words),
    h("div", {}, dated, " ", answerTo),
  );
}
