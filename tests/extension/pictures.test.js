// Pictures of a draft: told by their first bytes, made smaller where they are too large, and never more than four.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mediaOf, pictureOf } from "../../server/web/modules/parts/pictures.js";
import { MOST_PICTURE_BYTES } from "../../server/web/modules/words/shared_facts.js";

Object.assign(globalThis, { sessionStorage: { getItem: () => null } });
const { withFiles } = await import("../../server/web/modules/pages/campaign/pictures.js");

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff];
const bytes = (/** @type {number[]} */ ...values) => new Uint8Array(values);
const text = (/** @type {string} */ words) => new TextEncoder().encode(words);
const file = (/** @type {Uint8Array<ArrayBuffer>} */ content, name = "a.png", type = "image/png") =>
  new File([content], name, { type });

test("a picture is told by its first bytes, whatever the file calls itself", () => {
  const heads = [
    bytes(...PNG),
    bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0),
    text("RIFF....WEBPVP8 "),
    text("<svg xmlns='http://www.w3.org/2000/svg'>"),
    text("RIFF....WAVE"),
    bytes(),
  ];
  assert.deepEqual(["image/png", "image/jpeg", "image/webp", null, null, null], heads.map(mediaOf));
});

test("a small picture is sent byte for byte, and one that only says that it is one is not", async () => {
  const never = () => assert.fail("nothing is to be made smaller");
  assert.deepEqual(
    [{ name: "a.png", data: btoa(String.fromCodePoint(...PNG)) }, null],
    [await pictureOf(file(bytes(...PNG)), never), await pictureOf(file(text("<svg onload='x'>      ")), never)],
  );
});

test("a large picture is made smaller, and left out where that does not work", async () => {
  const large = new Uint8Array(MOST_PICTURE_BYTES + 1);
  large.set(PNG);
  const made = await pictureOf(file(large), async () => new Blob(["small"]));
  assert.deepEqual(
    [{ name: "a.png", data: btoa("small") }, null],
    [made, await pictureOf(file(large), async () => null)],
  );
});

test("no more than four are taken, and those left out are named", async () => {
  const read = async (/** @type {File} */ { name }) => (name === "x.svg" ? null : { name, data: "" });
  const held = ["1", "2", "3"].map((name) => ({ name, data: "" }));
  const names = ["x.svg", "4", "5"];
  const taken = await withFiles(
    held,
    names.map((name) => file(bytes(), name)),
    read,
  );
  assert.deepEqual(
    [
      ["1", "2", "3", "4"],
      ["x.svg", "5"],
    ],
    [taken.pictures.map(({ name }) => name), taken.refused],
  );
});
