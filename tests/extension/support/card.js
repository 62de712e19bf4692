// The badge's card as the content script draws it, for a view of one creator.

import { badgeModel } from "../../../extension/background/present/model.js";
import { drawParts } from "../../../extension/background/present/parts.js";
import { checked, entry } from "./analysis.js";
import { openPage, plain } from "./page.js";
import { speaker } from "./speaker.js";

export const EN = speaker("en");
export const ENTRY = entry({
  status: "rejected",
  reject_reason: "price",
  status_at: "2026-03-12T08:00:00Z",
  note: "ask again",
  version: 3,
});

/** The card for a view, and what was asked for by pressing. @param {Partial<SoiView>} view @param {SoiForm} [form] */
export function drawn(view, form = "card") {
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
