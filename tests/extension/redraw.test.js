import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./support/page.js";

for (const [where, top, expected] of /** @type {const} */ ([
  ["below what is seen are scrolled to its middle", 520, [0, 220]],
  ["in its upper half stay where they are", 300, null],
])) {
  test(`details that begin ${where}`, () => {
    const page = '<html><body><div class="scroll"><section></section></div></body></html>';
    const { soi, document } = openPage(page, "https://www.instagram.com/hoa.nho/");
    const root = /** @type {any} */ (document);
    const area = root.querySelector(".scroll");
    /** @type {number[] | null} */
    let moved = null;
    Object.defineProperties(area, {
      clientHeight: { value: 400 },
      getBoundingClientRect: { value: () => ({ top: 100 }) },
      scrollBy: { value: (/** @type {number[]} */ ...by) => void (moved = by) },
    });
    Object.defineProperty(area.querySelector("section"), "getBoundingClientRect", { value: () => ({ top }) });
    soi.redraw.reveal(root);
    assert.deepEqual(moved, expected);
  });
}
