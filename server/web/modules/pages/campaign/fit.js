// How the creators of a slot fit what the campaign looks for, by their last checks. It comes after the page is there.

import { h } from "../../parts/preact.js";
import { inLanguage, number, t } from "../../words/texts.js";

/** @typedef {import("api").CampaignFitAnswer} Fits */

/**
 * The points that fail or are not known; one line where all hold.
 * @param {Fits | null} fits null while it is on its way
 * @param {string} slot
 * @param {string | null} creator
 */
export function fitLine(fits, slot, creator) {
  const one = fits?.creators.find((each) => each.slot === slot && each.username === creator);
  if (!one) return null;
  const { checks } = one.fit;
  const held = checks.filter((check) => check.ok === true).length;
  const others = checks.filter((check) => check.ok !== true);
  const head = t("web.fit_held", { n: number(held), of: number(checks.length) });
  const line = (/** @type {(typeof checks)[number]} */ check) =>
    h("li", { class: check.ok === false ? "late" : "hint" }, inLanguage(check.text));
  return h(
    "div",
    { class: "slot-fit" },
    checks.length > 0 && h("p", {}, head),
    others.length > 0 && h("ul", {}, ...others.map(line)),
    persona(one),
  );
}

/** @param {Fits["creators"][number]} one */
function persona({ persona: found }) {
  if (found === null || found.texts === 0) return null;
  const words = found.found.map((word) => `“${word}”`).join(", ");
  const told = words
    ? t("web.fit_persona", { words, n: number(found.speaking), of: number(found.texts) })
    : t("web.fit_persona_none", { of: number(found.texts) });
  return h("p", { class: "hint" }, told);
}
