// What an empty list offers to begin with, by where it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";

const { window, document } = parseHTML('<div id="page"></div>');
const { Element, Event, HTMLElement } = window;
const location = { hash: "#/list", hostname: "127.0.0.1" };
const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
Object.assign(globalThis, { window, document, Element, Event, HTMLElement, location });
Object.assign(globalThis, { localStorage: storage, sessionStorage: storage });
const { h, render } = await import("../../server/web/modules/parts/preact.js");
const { Empty } = await import("../../server/web/modules/pages/list/empty.js");

/** Where the links of an empty list lead. @param {string} hostname */
function links(hostname) {
  location.hostname = hostname;
  const page = /** @type {any} */ (document.getElementById("page"));
  render(h("div", { key: hostname }, h(Empty, {})), page);
  return [...page.querySelectorAll("a")].map((/** @type {any} */ link) => link.getAttribute("href"));
}

test("the demo is offered where the server has one: not by a team's", () => {
  const found = ["soi-ab23cd45.localhost", "soi.example.com"].map((host) => links(host).includes("/demo"));
  assert.deepEqual([true, false], found);
});
