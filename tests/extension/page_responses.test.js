import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { openPage, plain } from "./support/page.js";

const URL_OF = "https://www.instagram.com/hoa.nho/";
const PROFILE = {
  data: {
    user: { username: "hoa.nho", pk: "4711", follower_count: 12345, hd_profile_pic_url: "https://cdn.example/x" },
  },
};

/** A page whose own network answers `body`, with page_responses.js in it. @param {unknown} body */
function pageWith(body) {
  /** @type {string[]} */
  const asked = [];
  const bodies = { read: 0 };
  const network = async (/** @type {unknown} */ input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    const response = new Response(JSON.stringify(body));
    const clone = response.clone.bind(response);
    response.clone = () => {
      bodies.read += 1;
      return clone();
    };
    return response;
  };
  class XMLHttpRequest {
    open() {}
    setRequestHeader() {}
    send() {}
  }
  const idle = new EventEmitter();
  const copied = once(idle, "over"); // an answer has been copied
  const requestIdleCallback = (/** @type {() => void} */ act) => {
    act();
    idle.emit("over");
  };
  const globals = { fetch: network, Request, Headers, XMLHttpRequest, Proxy, Reflect, requestIdleCallback };
  const { window, document } = openPage("<html></html>", URL_OF, { scripts: ["content/page_responses.js"], globals });
  /** @type {any[]} */
  const handed = [];
  document.addEventListener("soi:answer", (/** @type {any} */ event) => handed.push(JSON.parse(event.detail)));
  const ready = () => document.dispatchEvent(new window.CustomEvent("soi:ready"));
  return { window, document, asked, bodies, handed, ready, copied };
}

/** @param {string} operation */
const query = (operation) => ({ method: "POST", body: `av=1&fb_api_req_friendly_name=${operation}&variables=%7B%7D` });

test("the profile's own answer is handed over, reduced to the fields that Soi reads", async () => {
  const { window, handed, ready, copied } = pageWith(PROFILE);
  ready();
  await window.fetch("/graphql/query", query("PolarisProfilePageContentQuery"));
  await copied;
  assert.deepEqual(handed, [
    {
      path: "/graphql/query",
      name: "PolarisProfilePageContentQuery",
      body: { data: { user: { username: "hoa.nho", pk: "4711", follower_count: 12345 } } },
    },
  ]);
});

test("that an age question stands before the profile is handed over without its words, and links below a bio as addresses", async () => {
  const user = { ...PROFILE.data.user, follower_count: 0 };
  const gating = { gating_type: "appealable", title: "Are you over 18?", buttons: [{ url: "https://x.example" }] };
  const link = { url: "https://nho.example", title: "Shop", image_url: "https://cdn.example/y" };
  const body = { data: { user: { ...user, gating, bio_links: [link] } } };
  const { window, handed, ready, copied } = pageWith(body);
  ready();
  await window.fetch("/graphql/query", query("PolarisProfilePageContentQuery"));
  await copied;
  assert.deepEqual(handed[0].body.data.user, {
    username: "hoa.nho",
    pk: "4711",
    follower_count: 0,
    gating: { gating_type: "appealable" },
    bio_links: [{ url: "https://nho.example" }],
  });
});

test("posts of the older shape keep their counts, and of comments and likes only how many", async () => {
  const person = { id: "1", username: "an.nguyen", text: "Đẹp quá" };
  const node = (/** @type {object} */ more) => ({
    shortcode: "CODE_00001",
    taken_at_timestamp: 1_760_000_000,
    is_video: true,
    video_view_count: 5_000,
    edge_media_to_caption: { edges: [{ node: { text: "Bún chả" } }] },
    ...more,
  });
  const asked = node({
    edge_liked_by: { count: 900 },
    edge_media_preview_like: { count: 900 },
    edge_media_to_comment: { count: 40, edges: [{ node: person }] },
    edge_media_to_parent_comment: { count: 40, edges: [{ node: person }] },
    edge_media_to_tagged_user: { edges: [{ node: { user: person } }] },
    display_url: "https://cdn.example/x",
  });
  const kept = node({
    edge_liked_by: { count: 900 },
    edge_media_preview_like: { count: 900 },
    edge_media_to_comment: { count: 40, edges: null },
    edge_media_to_parent_comment: { count: 40, edges: null },
  });
  const body = (/** @type {object} */ post) => ({
    data: { user: { username: "hoa.nho", edge_owner_to_timeline_media: { count: 98, edges: [{ node: post }] } } },
  });
  const { window, handed, ready, copied } = pageWith(body(asked));
  ready();
  await window.fetch("/api/v1/users/web_profile_info/?username=hoa.nho");
  await copied;
  assert.deepEqual(
    handed.map((answer) => answer.body),
    [body(kept)],
  );
});

test("neither commenters nor those who like or follow leave the page's world", async () => {
  const person = { node: { text: "Đẹp quá", username: "an.nguyen", user: { username: "an.nguyen" } } };
  const media = { items: [{ code: "CODE_00001", like_count: 900 }] };
  const user = { username: "hoa.nho", edge_followed_by: { count: 900, edges: [person] } };
  const { window, handed, ready, copied } = pageWith({
    data: {
      user,
      xdt_api__v1__media__shortcode__web_info: media,
      xdt_api__v1__media__media_id__comments__connection: { edges: [person] },
      xdt_api__v1__likes__media_id__likers: { users: [person.node] },
    },
  });
  ready();
  await window.fetch("/graphql/query", query("PolarisPostRootQuery"));
  await copied;
  assert.deepEqual(
    handed.map(({ body }) => body),
    [
      {
        data: {
          user: { username: "hoa.nho", edge_followed_by: { count: 900, edges: null } },
          xdt_api__v1__media__shortcode__web_info: media,
        },
      },
    ],
  );
});

test("an answer that came before anybody listened is kept for the listener", async () => {
  const { window, handed, ready, copied } = pageWith(PROFILE);
  await window.fetch("/graphql/query", query("PolarisProfilePageContentQuery"));
  await copied;
  assert.deepEqual(handed, []);
  ready();
  assert.equal(handed.length, 1);
});

for (const [what, address, init] of /** @type {[string, string, any][]} */ ([
  ["a direct message", "/graphql/query", query("IGDThreadDetailMainViewContainerQuery")],
  ["other people's suggestions", "/graphql/query", query("PolarisProfileSuggestedUsersWithPreloadableQuery")],
  ["the viewer's stories tray", "/graphql/query", query("PolarisStoriesV3TrayContainerQuery")],
  ["a query without a name", "/graphql/query", { method: "POST", body: "a=1" }],
  [
    "a name hidden in a variable",
    "/graphql/query",
    { method: "POST", body: "v=fb_api_req_friendly_name%3DPolarisProfilePostsQuery" },
  ],
  ["the inbox", "/api/v1/direct_v2/inbox/", undefined],
  ["another site", "https://graph.example/graphql/query", query("PolarisProfilePostsQuery")],
])) {
  test(`${what} passes without its body being touched`, async () => {
    const { window, handed, bodies, asked, ready } = pageWith({ secret: 1 });
    ready();
    await window.fetch(address, init);
    await setTimeout(10);
    assert.deepEqual([handed.length, bodies.read, asked.length], [0, 0, 1]);
  });
}

test("the page gets its own answer, whole, and no request is added", async () => {
  const { window, asked, ready } = pageWith(PROFILE);
  ready();
  const response = await window.fetch("/api/v1/users/web_profile_info/?username=hoa.nho");
  assert.deepEqual(await response.json(), PROFILE);
  assert.deepEqual(asked, ["/api/v1/users/web_profile_info/?username=hoa.nho"]);
});

test("switched off, nothing is read and nothing is kept", async () => {
  const { window, document, handed, bodies, ready, copied } = pageWith(PROFILE);
  await window.fetch("/graphql/query", query("PolarisProfilePageContentQuery"));
  await copied;
  document.dispatchEvent(new window.CustomEvent("soi:off"));
  await window.fetch("/graphql/query", query("PolarisProfilePageContentQuery"));
  await setTimeout(10);
  ready();
  assert.deepEqual([handed.length, bodies.read], [0, 1]);
});

test("an address that is none does not break the page's request", async () => {
  const { window, asked } = pageWith(PROFILE);
  await window.fetch("http://[", {});
  assert.equal(asked.length, 1);
});

/** @param {unknown} detail */
function forged(detail) {
  const { soi, document, window } = openPage("<html></html>", URL_OF);
  let heard = 0;
  soi.answers.listen(new AbortController().signal, () => (heard += 1));
  document.dispatchEvent(new window.CustomEvent("soi:answer", { detail }));
  return [heard, soi.answers.all().length];
}

for (const [what, detail] of /** @type {[string, unknown][]} */ ([
  ["an object instead of text", { path: "/", name: "", body: {} }],
  ["no JSON", "{"],
  ["a list as body", JSON.stringify({ path: "/", name: "", body: [] })],
  ["no body", JSON.stringify({ path: "/", name: "" })],
  ["a path that is no text", JSON.stringify({ path: 5, name: "", body: {} })],
  ["a body without end", JSON.stringify({ path: "/", name: "", body: { data: "x".repeat(700_000) } })],
])) {
  test(`a forged event with ${what} is dropped`, () => assert.deepEqual(forged(detail), [0, 0]));
}

test("a flood of forged events stays bounded and pushes out no answer of another kind", () => {
  const { soi, document, window } = openPage("<html></html>", URL_OF);
  soi.answers.listen(new AbortController().signal, () => undefined);
  const hear = (/** @type {string} */ path, /** @type {string} */ name) =>
    document.dispatchEvent(
      new window.CustomEvent("soi:answer", { detail: JSON.stringify({ path, name, body: { data: {} } }) }),
    );
  const real = [
    ["/api/v1/friendships/1/followers/", ""],
    ["/api/v1/media/1_2/info/", ""],
    ["/preloaded", "PolarisLoggedOutDesktopWWWProfilePostsTabContentQuery"],
    ["/graphql/query", "PolarisProfileReelsTabContentQuery"],
  ];
  for (const [path = "", name = ""] of real) hear(path, name);
  for (let at = 0; at < 500; at += 1) hear("/graphql/query", at % 2 ? "PolarisProfilePageContentQuery" : "x");
  const kept = soi.answers.all().map(({ path, name }) => [path, name]);
  assert.deepEqual([plain(kept.slice(0, 4)), kept.length <= 100], [real, true]);
});
