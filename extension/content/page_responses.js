/**
 * In the page's own world: hands on a reduced copy of answers that Instagram's code asked for, asks for nothing itself.
 * Path and operation are matched before a body is touched: messages and all else pass unread.
 */
{
  const MAX_BODY = 3_000_000;
  const MAX_KEPT = 30;
  const MAX_DEPTH = 12;
  const IDLE_MS = 200;
  const GRAPHQL = /^\/(api\/)?graphql(\/query)?\/?$/;
  const OPERATION =
    /^Polaris(Profile(PageContent|Posts|Reels|Clips)|Post(Root|Page|ActionLoadPost))[A-Za-z]{0,40}Query(_[a-z]{1,20})?$/;
  const REST =
    /^\/api\/v1\/(users\/web_profile_info|feed\/user\/[\w.]{1,40}(\/username)?|clips\/user|friendships\/\d{1,25}\/followers|media\/\d[\d_]{0,60}\/info)\/$/;
  /** Of these only how many. */
  const COUNTED = /^edge_(follow|liked|media_preview)|comment$/;
  /** Only these fields leave the page's world, and roots and edges. */
  const FIELDS = new Set(
    (
      "data user users edges node media items graphql clips_connection " +
      "gating gating_type bio_links url id pk username full_name biography external_url category category_name is_private is_verified " +
      "follower_count following_count media_count has_anonymous_profile_picture " +
      "count code shortcode taken_at taken_at_timestamp " +
      "like_count comment_count play_count view_count ig_play_count is_video video_view_count video_play_count media_type product_type " +
      "like_and_view_counts_disabled timeline_pinned_user_ids clips_tab_pinned_user_ids pinned_for_users " +
      "coauthor_producers owner caption text is_paid_partnership sponsor_tags sponsor __typename"
    ).split(" "),
  );
  const ROOT =
    /^((xdt_|fetch__XDT)(?!\w*(comments_|likers))\w{1,100}|edge_(follow(ed_by)?|owner_to_timeline_media|liked_by|media_(preview_like|to_(caption|(parent_)?comment|sponsor_user))))$/;

  /** @typedef {{path: string, name: string}} Wanted */

  /** Answers kept until the content script listens. @type {string[]} */
  let kept = [];
  let listening = false;
  let off = false;

  /** @param {unknown} body */
  const operationIn = (body) =>
    body instanceof URLSearchParams || typeof body === "string"
      ? new URLSearchParams(body).get("fb_api_req_friendly_name")
      : null;

  /** @param {string} address @param {unknown} body @param {() => string | null} header @returns {Wanted | null} */
  const wanted = (address, body, header) => {
    const { origin, pathname: path, search } = new URL(address, location.href);
    if (off || origin !== location.origin) return null;
    if (REST.test(path)) return /[?&]query=[^&]/.test(search) ? null : { path, name: "" };
    const name = GRAPHQL.test(path) ? (header() ?? operationIn(body) ?? "") : "";
    return OPERATION.test(name) ? { path, name } : null;
  };

  /** @param {unknown} value @param {number} depth @returns {unknown} */
  const reduced = (value, depth) => {
    if (typeof value === "string") return value.slice(0, 2_200);
    if (typeof value !== "object" || value === null) return value;
    if (depth > MAX_DEPTH) return null;
    if (Array.isArray(value)) return value.slice(0, 100).map((item) => reduced(item, depth + 1));
    const fields = Object.entries(value).filter(([key]) => FIELDS.has(key) || ROOT.test(key));
    const deep = (/** @type {string} */ key) => (COUNTED.test(key) ? MAX_DEPTH : depth + 1);
    return Object.fromEntries(fields.map(([key, inner]) => [key, reduced(inner, deep(key))]));
  };

  /** @param {string} detail */
  const send = (detail) => {
    if (listening) document.dispatchEvent(new CustomEvent("soi:answer", { detail }));
    else kept = [...kept, detail].slice(-MAX_KEPT);
  };

  /** When the page has drawn it. @param {Wanted} request @param {string} text */
  const handOver = (request, text) => {
    const hand = () => {
      if (off || text.length > MAX_BODY) return;
      try {
        const body = reduced(JSON.parse(text.replace(/^for \(;;\);/, "")), 0);
        send(JSON.stringify({ ...request, body }));
      } catch {
        // Not JSON: nothing for Soi.
      }
    };
    requestIdleCallback(hand, { timeout: IDLE_MS });
  };

  document.addEventListener("soi:ready", () => {
    listening = true;
    kept.splice(0).forEach(send);
  });
  document.addEventListener("soi:off", () => {
    off = true;
    kept = [];
  });

  /**
   * The page gets what it asked for, whatever `hear` does.
   * @template {(...args: any[]) => any} F
   * @param {F} original @param {(self: any, args: any[], result: any) => void} hear @returns {F}
   */
  const overhear = (original, hear) =>
    new Proxy(original, {
      apply(target, self, args) {
        const result = Reflect.apply(target, self, args);
        try {
          hear(self, args, result);
        } catch {
          // Not an address.
        }
        return result;
      },
    });

  window.fetch = overhear(window.fetch, (_, [input, init], answer) => {
    const asked = input instanceof Request ? input : null;
    const header = () => new Headers(init?.headers ?? asked?.headers).get("X-FB-Friendly-Name");
    const request = wanted(asked?.url ?? String(input), init?.body, header);
    if (!request) return;
    // The copy is made at once: later the page may have begun to read the answer itself.
    const read = (/** @type {Response} */ response) =>
      response.ok &&
      response
        .clone()
        .text()
        .then((text) => handOver(request, text));
    answer.then(read).catch(() => undefined);
  });

  const xhr = XMLHttpRequest.prototype;
  /** @type {WeakMap<XMLHttpRequest, {address: string, header: string | null}>} */
  const opened = new WeakMap();
  xhr.open = overhear(xhr.open, (self, [, address]) => opened.set(self, { address: String(address), header: null }));
  xhr.setRequestHeader = overhear(xhr.setRequestHeader, (self, [name, value]) => {
    const known = opened.get(self);
    if (known && String(name).toLowerCase() === "x-fb-friendly-name") known.header = String(value);
  });
  xhr.send = overhear(xhr.send, (self, [body]) => {
    const known = opened.get(self);
    const request = known ? wanted(known.address, body, () => known.header) : null;
    if (!request) return;
    const read = () => {
      if (self.status === 200)
        handOver(request, /^(text)?$/.test(self.responseType) ? self.responseText : JSON.stringify(self.response));
    };
    self.addEventListener("load", read, { once: true });
  });
}
