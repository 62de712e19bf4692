/**
 * In the page's own world: hands on a reduced copy of the page's answers, asks for nothing itself.
 * Path and operation are matched before an answer is touched: all else passes unread.
 */
{
  const MAX_BODY = 3_000_000;
  const MAX_KEPT = 30;
  const MAX_DEPTH = 12;
  const MAX_DOCUMENTS = 200;
  const MAX_SCRIPTS = 300;
  const IDLE_MS = 200;
  /** An answer that is there waits no longer for the name in its request. */
  const NAME_MS = 50;
  const NAME = "fb_api_req_friendly_name";
  const GRAPHQL = /^\/(api\/)?graphql(\/query)?\/?$/;
  const OPERATION =
    /^Polaris(LoggedOut[A-Za-z]{0,30}?)?(Profile(PageContent|Posts|Reels|Clips)|Post(Root|Page|ActionLoadPost))[A-Za-z]{0,40}Query(_[a-z]{1,20})?$/;
  const REST =
    /^\/api\/v1\/(users\/web_profile_info|feed\/user\/[\w.]{1,40}(\/username)?|clips\/user|friendships\/\d{1,25}\/followers|media\/\d[\d_]{0,60}\/info)\/$/;
  /** Of these only how many. */
  const COUNTED = /^edge_(follow|liked|media_preview)|comment$/;
  /** Only these fields leave the page's world, and roots and edges. */
  const FIELDS = new Set(
    (
      "data user user_dict users edges node media items graphql clips_connection if_not_gated_logged_out " +
      "gating gating_type bio_links url id pk username full_name biography external_url category category_name is_private is_verified " +
      "follower_count following_count media_count has_anonymous_profile_picture " +
      "count code shortcode taken_at taken_at_timestamp expiring_at " +
      "like_count comment_count play_count view_count ig_play_count is_video video_view_count video_play_count media_type product_type " +
      "like_and_view_counts_disabled timeline_pinned_user_ids clips_tab_pinned_user_ids pinned_for_users " +
      "coauthor_producers owner caption text is_paid_partnership sponsor_tags sponsor __typename"
    ).split(" "),
  );
  const ROOT =
    /^((xdt_|xig_|fetch__X(DT|IG)|polaris_(?=\w*connection$))(?!\w*(comments_|likers|viewer|saved|tagged))\w{1,100}|edge_(follow(ed_by)?|owner_to_timeline_media|liked_by|media_(preview_like|to_(caption|(parent_)?comment|sponsor_user))))$/;
  /** What an answer is filed under that came along with the page. */
  const PRELOADED = /(?:^|_)(Polaris[A-Za-z]{1,90}Query(?:_[a-z]{1,20})?)(?:RelayPreloader|_|$)/;

  /** @typedef {Record<string, any>} Json */

  // Taken while the page has no elements that could stand in their place, and no script.
  const fire = document.dispatchEvent.bind(document);
  const Told = CustomEvent;
  /** @type {(act: () => void) => void} */
  const soon = (act) =>
    void ("requestIdleCallback" in globalThis ? requestIdleCallback(act, { timeout: IDLE_MS }) : setTimeout(act));

  /** Answers kept until the content script listens. @type {string[]} */
  let kept = [];
  let listening = false;
  let off = false;
  /** Known to the content script alone: it speaks before the page's scripts do. @type {unknown} */
  let secret = null;

  /** The operation in a body, at once where that can be. @param {any} body @returns {unknown} */
  const nameIn = (body) => {
    if (typeof body === "string")
      return new URLSearchParams(body).get(NAME) ?? new RegExp(`"${NAME}"\\s+(\\w+)\\s`).exec(body)?.[1];
    if (typeof body?.clone === "function") return body.clone().text().then(nameIn); // a Request
    if (typeof body?.get === "function") return body.get(NAME); // URLSearchParams, FormData
    if (typeof body?.text === "function") return body.text().then(nameIn); // a Blob
    return body?.byteLength < MAX_BODY ? nameIn(new TextDecoder().decode(body)) : null;
  };

  /** @param {string} path @param {unknown} name @returns {SoiWanted | null} */
  const allowed = (path, name) => (typeof name === "string" && OPERATION.test(name) ? { path, name } : null);

  /** @type {SoiWants} */
  const wanted = (address, body, header) => {
    const { origin, pathname: path, search } = new URL(address, location.href);
    if (off || origin !== location.origin) return null;
    if (REST.test(path)) return /[?&]query=[^&]/.test(search) ? null : { path, name: "" };
    if (!GRAPHQL.test(path)) return null;
    const name = /** @type {any} */ (header() ?? nameIn(body));
    if (typeof name?.then !== "function") return allowed(path, name);
    return name.then(
      (/** @type {unknown} */ found) => allowed(path, found),
      () => null,
    );
  };

  /** Called once the answer is there. @type {SoiNamed} */
  const named = async (request) =>
    "then" in request
      ? Promise.race([request, new Promise((resolve) => void setTimeout(resolve, NAME_MS, null))])
      : request;

  /** @type {(value: unknown, depth: number) => unknown} */
  const reduced = (value, depth) => {
    if (typeof value === "string") return value.slice(0, 2_200);
    if (typeof value !== "object" || value === null) return value;
    if (depth > MAX_DEPTH) return null;
    if (Array.isArray(value)) return value.slice(0, 100).map((item) => reduced(item, depth + 1));
    const fields = Object.entries(value).filter(([key]) => FIELDS.has(key) || ROOT.test(key));
    const deep = (/** @type {string} */ key) => (COUNTED.test(key) ? MAX_DEPTH : depth + 1);
    return Object.fromEntries(fields.map(([key, inner]) => [key, reduced(inner, deep(key))]));
  };

  /** @param {Json[]} found @param {string} text */
  const keepJson = (found, text) => {
    try {
      if (found.length < MAX_DOCUMENTS) found.push(JSON.parse(text));
    } catch {
      // Not JSON: nothing for Soi.
    }
    return found;
  };

  /** The JSON in a body: one document, or several with whatever stands before and between them. @param {string} text @returns {Json[]} */
  const documentsIn = (text) => {
    const found = keepJson([], text);
    if (found.length > 0) return found;
    let depth = 0;
    let start = 0;
    for (const { 0: mark, index } of text.matchAll(/"[^"\\]*(?:\\[^][^"\\]*)*"|[[\]{}]/g)) {
      if (mark === "{" || mark === "[") {
        if (depth === 0) start = index;
        depth += 1;
      } else if (mark.length === 1 && depth > 0) {
        depth -= 1;
        if (depth === 0) keepJson(found, text.slice(start, index + 1));
      }
    }
    return found;
  };

  /** What came late in its place, as `data` by `path`, or as `items` from the last number of `path` on. @param {Json} whole @param {Json} piece */
  const graft = (whole, { path, data, items }) => {
    const last = path.at(-1);
    let place = whole["data"];
    for (const key of path.slice(0, -1)) place = Object.hasOwn(place, key) ? place[key] : null;
    const pieces = Array.isArray(items) ? items : [data];
    for (const [index, value] of pieces.entries()) {
      const key = items ? last + index : last;
      const known = Object.hasOwn(place, key) ? place[key] : null;
      if (Array.isArray(place) ? key > place.length : key === "__proto__") throw new RangeError(String(key));
      place[key] = known && typeof known === "object" ? Object.assign(known, value) : value;
    }
  };

  /** The first document with what came late in it, and what had no place there. @param {Json[]} documents */
  const joined = (documents) => {
    const partsOf = (/** @type {Json} */ one) =>
      Array.isArray(one?.["incremental"]) ? [...(one["data"] ? [one] : []), ...one["incremental"]] : [one];
    const pieces = documents.flatMap(partsOf);
    const [whole, ...late] = pieces.filter((one) => typeof one === "object" && one !== null && !Array.isArray(one));
    const apart = late.filter((piece) => {
      try {
        graft(whole ?? {}, /** @type {any} */ (piece));
        return false;
      } catch {
        return true;
      }
    });
    return [...(whole ? [whole] : []), ...apart];
  };

  /** @param {string} detail */
  const send = (detail) => {
    if (listening) fire(new Told("soi:answer", { detail }));
    else kept = [...kept, detail].slice(-MAX_KEPT);
  };

  /** @param {SoiWanted} request @param {Json[]} documents */
  const tell = (request, documents) => {
    for (const whole of joined(documents)) {
      const body = /** @type {object} */ (reduced(whole, 0));
      if (Object.keys(body).length > 0) send(JSON.stringify({ ...request, body }));
    }
  };

  /** When the page has drawn it. @param {SoiWanted} request @param {string} text */
  const handOver = (request, text) =>
    soon(() => void (off || text.length > MAX_BODY || tell(request, documentsIn(text))));

  /** @param {any} inner what stands behind the name of an operation */
  const resultIn = (inner) => inner?.["__bbox"]?.result ?? inner?.["result"] ?? (inner?.["data"] && inner);

  /** Answers that came along with the page. @param {unknown} value @param {Map<string, Json[]>} found @param {number} [depth] */
  const collect = (value, found, depth = 0) => {
    if (depth > 2 * MAX_DEPTH) return;
    const nested = Object.entries(typeof value === "object" && value ? value : []);
    for (const [at, [key, inner]] of nested.entries()) {
      const label = Array.isArray(value) ? String(value[at - 1]) : key;
      const name = PRELOADED.exec(label.slice(0, 200))?.[1] ?? "";
      const result = OPERATION.test(name) && resultIn(inner);
      if (result) found.set(name, [...(found.get(name) ?? []), result]);
      else collect(inner, found, depth + 1);
    }
  };

  const findAll = document.querySelectorAll?.bind(document);
  const readDocument = () => {
    const texts = [...(findAll?.('script[type="application/json"]') ?? [])]
      .slice(0, MAX_SCRIPTS)
      .map((script) => script.textContent ?? "")
      .filter((text) => text.length < MAX_BODY && text.includes("RelayPre"));
    if (texts.length === 0) return;
    soon(() => {
      if (off) return;
      /** @type {Map<string, Json[]>} */
      const found = new Map();
      for (const text of texts) collect(documentsIn(text), found);
      for (const [name, results] of found) tell({ path: "/preloaded", name }, results);
    });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", readDocument);
  else readDocument();

  document.addEventListener("soi:ready", (event) => {
    secret ??= /** @type {CustomEvent} */ (event).detail ?? null;
    listening = true;
    kept.splice(0).forEach(send);
  });
  document.addEventListener("soi:off", (event) => {
    if (secret !== null && /** @type {CustomEvent} */ (event).detail !== secret) return;
    off = true;
    kept = [];
  });

  /**
   * The page gets what it asked for, whatever `hear` does, whose answer is called with the result.
   * @template {(...args: any[]) => any} F
   * @param {F} original @param {(self: any, args: any[]) => unknown} hear @returns {F}
   */
  const overhear = (original, hear) =>
    new Proxy(original, {
      apply(target, self, args) {
        /** @type {unknown} */
        let after;
        try {
          after = hear(self, args);
        } catch {
          // Not an address.
        }
        const result = Reflect.apply(target, self, args);
        return typeof after === "function" ? after(result) : result;
      },
    });

  /** The copy is made at once: later the page may have begun to read the answer itself. @param {SoiWanted | null} request @param {Response} response */
  const copy = async (request, response) => {
    if (request && response.ok) handOver(request, await response.clone().text());
  };

  window.fetch = overhear(window.fetch, (_, [input, init]) => {
    const asked = typeof input?.url === "string" ? /** @type {Request} */ (input) : null;
    const header = () => new Headers(init?.headers ?? asked?.headers).get("X-FB-Friendly-Name");
    const sent = asked && asked.method !== "GET" ? asked : null;
    const request = wanted(asked?.url ?? String(input), init?.body ?? sent, header);
    const heard = async (/** @type {Response} */ response) => {
      copy(request && (await named(request)), response).catch(() => undefined);
      return response;
    };
    return request && ((/** @type {Promise<Response>} */ answer) => answer.then(heard));
  });

  /** @param {XMLHttpRequest} ask */
  const textOf = ({ responseType, response }) => {
    if (typeof response === "string") return response;
    if (responseType === "json") return JSON.stringify(response);
    if (responseType === "arraybuffer") return response.byteLength > MAX_BODY ? "" : new TextDecoder().decode(response);
    return responseType === "blob" && response.size <= MAX_BODY ? response.text() : "";
  };

  const xhr = XMLHttpRequest.prototype;
  /** @type {SoiOpened} */
  const opened = new WeakMap();
  xhr.open = overhear(
    xhr.open,
    (self, [, address]) => void opened.set(self, { address: String(address), header: null }),
  );
  xhr.setRequestHeader = overhear(xhr.setRequestHeader, (self, [name, value]) => {
    const known = opened.get(self);
    if (known && String(name).toLowerCase() === "x-fb-friendly-name") known.header = String(value);
  });
  xhr.send = overhear(xhr.send, (self, [body]) => {
    const known = opened.get(self);
    const request = known ? wanted(known.address, body, () => known.header) : null;
    if (!request) return;
    const read = async () => {
      const found = await named(request);
      if (found && self.status === 200) handOver(found, await textOf(self));
    };
    self.addEventListener("load", () => void read().catch(() => undefined), { once: true });
  });
}
