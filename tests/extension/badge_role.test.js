import assert from "node:assert/strict";
import { test } from "node:test";
import { badgeModel, listed } from "../../extension/background/present/model.js";
import { drawParts } from "../../extension/background/present/parts.js";
import { checked } from "./support/analysis.js";
import { openPage, plain } from "./support/page.js";
import { speaker } from "./support/speaker.js";

const EN = speaker("en");
const ENTRY = {
  username: "hoa.nho",
  status: "rejected",
  reject_reason: "price",
  status_at: "2026-03-12T08:00:00Z",
  note: "ask again",
  version: 3,
};

/** The card for a view, and what was asked for by pressing. @param {Partial<SoiView>} view @param {SoiForm} [form] */
function drawn(view, form = "card") {
  const { soi, window } = openPage("<html><body></body></html>", "https://www.instagram.com/hoa.nho/");
  /** @type {any[]} */
  const acts = [];
  soi.parts = drawParts(EN);
  soi.act = (act) => void acts.push(plain(act));
  const whole = /** @type {SoiView} */ ({
    creator: "hoa.nho",
    model: badgeModel(checked(), "hoa.nho", { followers: 0, comments: 0 }, EN),
    listed: null,
    problem: null,
    save: { state: "idle" },
    collapsed: false,
    opened: false,
    isKeptOpen: false,
    expanded: false,
    phase: "done",
    isOwn: false,
    corner: "top-right",
    skipped: [],
    ...view,
  });
  const card = /** @type {HTMLElement} */ (soi.card.draw(whole, form));
  const text = () => (card?.textContent ?? "").replace(/\s+/g, " ");
  const button = (/** @type {string} */ name) =>
    [...card.querySelectorAll("button"), ...(card.matches?.("button") ? [card] : [])].find((one) =>
      (one.getAttribute("aria-label") ?? one.textContent ?? "").includes(name),
    );
  const press = (/** @type {string} */ name, isTrusted = true) => {
    const event = new window.Event("click");
    Object.defineProperty(event, "isTrusted", { value: isTrusted });
    button(name)?.dispatchEvent(event);
  };
  return { card, text, button, press, acts };
}

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
