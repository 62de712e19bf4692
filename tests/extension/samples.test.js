import assert from "node:assert/strict";
import { test } from "node:test";
import * as f from "./support/fixtures.js";
import { openPage, plain } from "./support/page.js";

const NAME = "hoa.nho";
const ANONYMOUS = "https://cdn.example/44884218_345707102882519_2446069589734326272_n.jpg";

/** @param {string} dialog */
function opened(dialog) {
  const { soi, document } = openPage(
    f.page(f.divHeader(NAME), { dialog }),
    `https://www.instagram.com/${NAME}/followers/`,
  );
  const root = soi.page.dialog();
  assert.ok(root);
  return { soi, root, document };
}

test("rows of a followers list give name, photo and mark, and never a suggestion", () => {
  const rows =
    f.followerRow("an.nguyen", "An Nguyễn") +
    f.followerRow("user83920174", "", ANONYMOUS) +
    f.followerRow("shop", "Shop", undefined, '<svg aria-label="Đã xác minh"></svg>');
  const { soi, root } = opened(
    f.followersDialog(rows, f.followerRow("goiy.moi", "Gợi Ý") + f.followerRow("goiy.hai", "Gợi Ý")),
  );
  assert.deepEqual(
    plain(
      soi.samples.followers(root, NAME).map((row) => [row.username, row.full_name, row.has_photo, row.is_verified]),
    ),
    [
      ["an.nguyen", "An Nguyễn", true, false],
      ["user83920174", "", false, false],
      ["shop", "Shop", true, true],
    ],
  );
});

test("the sample grows while the list is scrolled, and each row is read once", () => {
  const { soi, root, document } = opened(f.followersDialog(f.followerRow("mot", "Một") + f.followerRow("hai", "Hai")));
  assert.equal(soi.samples.followers(root, NAME).length, 2);
  assert.equal(soi.samples.followers(root, NAME).length, 0);
  const more = openPage(f.followerRow("ba", "Ba"), "https://www.instagram.com/").document.querySelector(".row");
  root.querySelector(".list")?.append(document.importNode(/** @type {Element} */ (more), true));
  assert.deepEqual(plain(soi.samples.followers(root, NAME).map(({ username }) => username)), ["ba"]);
});

test("comments of an opened post give author, text and date", () => {
  const { soi, root } = opened(
    f.postDialog(NAME, f.comment("CODE_00001", "an.nguyen", "Đẹp quá", 1) + f.comment("CODE_00001", NAME, "Cảm ơn", 2)),
  );
  assert.deepEqual(
    plain(soi.samples.comments(root, "CODE_00001").map((row) => [row.username, row.text, row.created_at])),
    [
      ["an.nguyen", "Đẹp quá", "2026-11-20T08:00:00.000Z"],
      [NAME, "Cảm ơn", "2026-11-20T08:00:00.000Z"],
    ],
  );
});

test("a single comment is not mixed up with the caption above it", () => {
  const { soi, root } = opened(f.postDialog(NAME, f.comment("CODE_00001", "an.nguyen", "Đẹp", 1)));
  assert.deepEqual(plain(soi.samples.comments(root, "CODE_00001").map(({ username, text }) => [username, text])), [
    ["an.nguyen", "Đẹp"],
  ]);
});

test("a comment nested in a further list is a reply", () => {
  const nested = `${f.comment("CODE_00001", "an.nguyen", "Đẹp", 1)}<ul>${f.comment("CODE_00001", "binh", "Đúng", 2)}</ul>`;
  const { soi, root } = opened(f.postDialog(NAME, nested));
  assert.deepEqual(plain(soi.samples.comments(root, "CODE_00001").map((row) => row.is_reply)), [false, true]);
});

for (const [what, html, expected] of /** @type {[string, string, boolean][]} */ ([
  ["the creator's own post page", f.postPage(NAME, "CODE_00001", ""), true],
  ["a post page without a dated link", f.postPage(NAME, "CODE_00001", "", { dated: "#" }), true],
  ["another person's post page", f.postPage("lan.moi", "CODE_00001", ""), false],
  [
    "another person's post page that begins with the creator's name, as a person in the picture",
    f.postPage("lan.moi", "CODE_00001", "", { first: NAME }),
    false,
  ],
  ["a dialog with the creator's post", f.page(f.divHeader(NAME), { dialog: f.postDialog(NAME, "") }), true],
  [
    "a dialog with a post in which the creator is tagged",
    f.page(f.divHeader(NAME), { dialog: f.postDialog("lan.moi", "") }),
    false,
  ],
])) {
  test(`${what} is ${expected ? "read" : "not read"} for the creator`, () => {
    const { soi } = openPage(html, "https://www.instagram.com/p/CODE_00001/");
    assert.equal(soi.page.post(NAME, "CODE_00001") !== null, expected);
  });
}

test("comments of a post page are read as those of a dialog, and neither the caption nor another post", () => {
  const comments = f.comment("CODE_00001", "an.nguyen", "Đẹp quá", 1) + f.comment("CODE_00001", NAME, "Cảm ơn", 2);
  const { soi } = openPage(f.postPage(NAME, "CODE_00001", comments), "https://www.instagram.com/p/CODE_00001/");
  const root = soi.page.post(NAME, "CODE_00001");
  assert.ok(root);
  assert.deepEqual(plain(soi.samples.comments(root, "CODE_00001").map(({ username, text }) => [username, text])), [
    ["an.nguyen", "Đẹp quá"],
    [NAME, "Cảm ơn"],
  ]);
});
