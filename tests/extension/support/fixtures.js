/** Invented profiles in the shapes that Instagram has used; nobody in them exists. */

/** @typedef {{tiles?: string, dialog?: string, head?: string, lang?: string, main?: string}} Parts */

const GRAMMAR = JSON.stringify({
  require: [
    ["IntlCurrentLocale", [], { code: "vi_VN" }, 5954],
    ["NumberFormatConfig", [], { decimalSeparator: ",", numberDelimiter: ".", minDigitsForThousandsSeparator: 4 }, 54],
    [
      "IntlCompactDecimalNumberFormatConfig",
      [],
      {
        short_patterns: { 3: { 24: { positive_suffix_pattern: "\u00a0N", negative_suffix_pattern: "\u00a0N" } } },
        long_patterns: { 3: { 24: { positive_suffix_pattern: " nghìn" } } },
      },
      2981,
    ],
  ],
});

/** @param {string} username @param {string} id */
export function pageData(username, id) {
  const data = {
    page_logging: { name: "profilePage", params: { page_id: `profilePage_${id}`, profile_id: id } },
    canonicalRouteName: "comet.igweb.PolarisProfilePostsTabRoute",
    viewer: { username: "me.myself", note: `not ${username}` },
  };
  return `<script type="application/json">${JSON.stringify(data)}</script>`;
}

/** @param {string} username */
export function metas(username) {
  return `<title>Hoa (@${username})</title>
    <meta property="og:url" content="https://www.instagram.com/${username}/">
    <meta property="og:description" content="12K Followers, 300 Following, 98 Posts - &quot;hi&quot;">
    <meta name="viewport" content="width=device-width">`;
}

/** @param {string} header @param {Parts} parts */
export function page(header, { tiles = "", dialog = "", head = "", lang = "vi", main = "" } = {}) {
  return `<!doctype html><html lang="${lang}"><head>${head}<script type="application/json">${GRAMMAR}</script>
    <style>.x{}</style></head><body><div><section><main role="main" class="x1 x2">${header}
    <div class="grid">${tiles}</div>${main}</main></section></div>${dialog}
    <script>window.secret = "viewer";</script></body></html>`;
}

/** The header of early 2025: ul > li, exact count in the title of followers alone, zero following a button. @param {string} name */
export const listHeader = (
  name,
) => `<header class="xrv"><section><img alt="${name}" src="https://cdn.example/a.jpg"></section>
  <section><a href="#" role="link"><h2 dir="auto"><span>${name}</span></h2></a></section>
  <section><ul><li><div><span class="x html-span"><span class="html-span">98</span></span> bài viết</div></li>
  <li><div><a href="/${name}/followers/" role="link"><span title="12.345"><span class="html-span">12,3&nbsp;N</span></span> người theo dõi</a></div></li>
  <li><div><button type="button"><span class="html-span">0</span> đang theo dõi</button></div></li></ul></section>
  <section><div role="menu"><ul><li><a href="/stories/highlights/1/">Highlight words</a></li></ul></div></section></header>`;

/** The header since the end of 2025: no list at all. @param {string} name */
export const divHeader = (name) => `<header><div><section><a href="#"><h2 dir="auto"><span>${name}</span></h2></a>
  <div><div><span dir="auto"><span><span class="html-span">98</span></span> posts</span></div>
  <div><a href="/${name}/followers/"><span dir="auto"><span title="12,345"><span class="html-span">12.3K</span></span> followers</span></a></div>
  <div><a href="/${name}/following/"><span dir="auto"><span><span class="html-span">310</span></span> following</span></a></div></div>
  <a href="/${name}/followers/mutualOnly/">690K+ fans</a></section></div></header>`;

/** @param {string} name @param {string} code @param {string} [overlay] */
export const tile = (
  name,
  code,
  overlay = "",
) => `<div><a class="x1" href="/${name}/p/${code}/" role="link" tabindex="0">
  <div><img alt="Photo &lt;b&gt; by Hoa" src="https://cdn.example/${code}.jpg" srcset="x"></div>
  <svg aria-label="Carousel"><path d="M0"></path></svg>${overlay}</a></div>`;

/** @param {string} likes @param {string} comments */
export const overlay = (
  likes,
  comments,
) => `<ul><li><span dir="auto"><span class="html-span">${likes}</span></span></li>
  <li><span dir="auto"><span class="html-span">${comments}</span></span></li></ul>`;

/** @param {string} name @param {string} full @param {string} [picture] @param {string} [mark] */
export const followerRow = (name, full, picture = "https://cdn.example/p.jpg", mark = "") => `<div class="row">
  <div><a href="/${name}/" role="link"><img alt="${name}" src="${picture}"></a></div>
  <div><div><a href="/${name}/" role="link"><span dir="auto">${name}</span></a>${mark}</div><span dir="auto">${full}</span></div>
  <button type="button"><div dir="auto">Theo dõi</div></button></div>`;

/** @param {string} rows @param {string} [suggested] */
export const followersDialog = (rows, suggested = "") => `<div role="dialog"><h1>Người theo dõi</h1>
  <div class="scroll"><div class="list">${rows}</div><div><h4>Gợi ý cho bạn</h4><div>${suggested}</div></div></div></div>`;

/** @param {string} code @param {string} author @param {string} text @param {number} id */
export const comment = (
  code,
  author,
  text,
  id,
) => `<div><div><div><a href="/${author}/"><img alt="" src="https://cdn.example/c.jpg"></a></div>
  <div><div><span dir="auto"><a href="/${author}/"><span dir="auto">${author}</span></a></span>
  <span dir="auto"><a href="/p/${code}/c/${id}/"><time datetime="2026-11-20T08:00:00.000Z">2 ngày</time></a></span></div>
  <div><span dir="auto">${text}</span></div><div role="button"><span dir="auto">Trả lời bình luận này của bạn nhé</span></div></div></div></div>`;

/** @param {string} creator @param {string} comments */
export const postDialog = (
  creator,
  comments,
) => `<div role="dialog"><article><header><a href="/${creator}/">${creator}</a></header>
  <div><a href="/${creator}/"><span dir="auto">${creator}</span></a> <span><time datetime="2026-11-19T08:00:00.000Z">3 ngày</time></span>
  <span dir="auto">A caption that is rather long, longer than any comment here</span></div><div>${comments}</div>
  <a href="/p/CODE/liked_by/"><span class="html-span">1.234</span> lượt thích</a></article></div>`;

/**
 * A post as a page of its own: no dialog, no header; the owner's name first, a dated link, more posts below.
 * @param {string} owner @param {string} code @param {string} comments @param {{first?: string, dated?: string}} [how]
 */
export const postPage = (
  owner,
  code,
  comments,
  { first = owner, dated = `/${owner}/p/${code}/` } = {},
) => `<html lang="vi"><head></head>
  <body><nav><a href="/direct/inbox/">Tin nhắn</a><a href="/nguoi.xem/">Trang cá nhân</a></nav><main role="main"><div><div><img alt=""></div><div>
  <div><a href="/${first}/"><span dir="auto">${first}</span></a></div>
  <div><a href="/${first}/"><span dir="auto">${first}</span></a> <span><time datetime="2026-11-19T08:00:00.000Z">3 ngày</time></span>
  <span dir="auto">A caption that is rather long, longer than any comment here</span></div><div>${comments}</div>
  <a href="${dated}"><time datetime="2026-11-19T08:00:00.000Z">19 tháng 11</time></a></div></div>
  <div><a href="/${owner}/">${owner}</a><a href="/${owner}/p/OTHER_CODE/"><img alt=""></a></div></main></body></html>`;
