import assert from "node:assert/strict";
import { test } from "node:test";
import { badgeModel, listed } from "../../extension/background/present/model.js";
import { checked } from "./support/analysis.js";
import { drawn, EN, ENTRY } from "./support/card.js";

test("whose role changes nothing is offered no save, no status, no note and no ruling, and told why", () => {
  const model = badgeModel(checked({}, { may_change: false }), "hoa.nho", { followers: 0, comments: 0 }, EN);
  const cards = [
    drawn({ model, expanded: true }),
    drawn({ model, expanded: true, listed: listed(ENTRY, "hoa.nho", EN) }),
  ];
  for (const { card, text } of cards) {
    const changing = [...card.querySelectorAll("button[data-key=save], [aria-pressed], select, textarea, input")];
    assert.deepEqual(
      [[], true, true],
      [
        changing.map(({ tagName }) => tagName),
        text().includes("In this team you look and change nothing."),
        text().includes("Innocent on 20/11"),
      ],
    );
  }
  assert.equal(
    false,
    cards.some(({ button }) => button("Take back") !== undefined),
  );
});
